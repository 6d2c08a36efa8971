"""The evening's looks at the log, labels, packing and the phone's files, from the command line."""

from pathlib import Path
from typing import Any

import pytest

STALL = "D2-3F-16213"
KNOWN = ["--price", "9.8", "--moq", "500", "--carton-qty", "36", "--carton-cm", "48x36x40", "--weight-g", "780"]
SOLD = ["--live-price", "29.9", "--commission", "20", "--freight", "3.5", "--packaging", "1.2", "--fee", "20"]


@pytest.fixture
def log(cli: Any) -> Any:
    """A-001 of which all is known, A-002 of which nothing is, on loan until the 16th."""
    assert cli("sample", "add", STALL, "手绘马克杯", "--new-stall", *KNOWN, *SOLD).code == 0
    assert cli("sample", "add", STALL, "骨瓷杯碟", "--deposit", "300", "--return-by", "2021-04-16").code == 0
    return cli


def test_missing_names_what_was_not_asked_the_carton_size_first(log: Any) -> None:
    (supplier,) = log("sample", "missing", "--json").data["suppliers"]

    (sample,) = supplier["samples"]
    assert sample["number"] == "A-002"
    assert sample["missing"] == ["carton_cm", "unit_price_fen", "moq", "carton_qty", "weight_g"]


def test_where_there_are_no_samples_nothing_is_called_complete(cli: Any) -> None:
    said = cli("sample", "missing", "--lang", "en").out

    assert "No sample is logged" in said
    assert "manifest" not in said


def test_missing_prints_a_message_to_paste(log: Any) -> None:
    said = log("sample", "missing", "--lang", "zh").out

    assert "骨瓷杯碟：箱规、单价、起订量、装箱数、样重？" in said


def test_a_loan_is_due_three_days_ahead(log: Any) -> None:
    (entry,) = log("sample", "due", "--json").data["due"]

    # today is the 14th
    assert (entry["number"], entry["kind"], entry["days"]) == ("A-002", "return", -2)


def test_rank_says_what_a_piece_leaves_and_what_is_unknown(log: Any) -> None:
    first, second = log("sample", "rank", "--json").data["ranked"]

    # 29.90 - 9.80 - 5.98 - 3.50 - 1.20 - 20.00 / 500 = 9.38
    assert (first["number"], first["margin_fen"]) == ("A-001", 938)
    assert (second["number"], second["margin_fen"]) == ("A-002", None)
    assert "live_price_fen" in second["unknown"]


@pytest.mark.parametrize("verb", ["missing", "due", "rank"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("logged", [True, False])
def test_every_look_has_something_to_say(cli: Any, verb: str, lang: str, logged: bool) -> None:
    if logged:
        cli("sample", "add", STALL, "骨瓷杯碟", "--new-stall", "--return-by", "2021-04-16")

    said = cli("sample", verb, "--lang", lang)

    assert said.code == 0
    assert said.out.strip()


def test_blank_labels_take_numbers_that_no_sample_gets(log: Any, tmp_path: Path) -> None:
    said = log("labels", "--blank", "3", "--paper", "40x30", "--out", "papers", "--json")

    assert said.data["count"] == 3
    page = (tmp_path / "papers" / "labels-40x30.html").read_text(encoding="utf-8")
    # two samples are logged
    assert all(number in page for number in ("A-003", "A-004", "A-005"))
    assert log("sample", "add", STALL, "花器", "--json").data["number"] == "A-006"


def test_blank_labels_that_could_not_be_written_cost_no_numbers(log: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert log("labels", "--blank", "400", "--out", "file").code == 1

    # two samples are logged
    assert log("sample", "add", STALL, "花器", "--json").data["number"] == "A-003"


def test_labels_of_the_samples_that_are_logged(log: Any, tmp_path: Path) -> None:
    assert log("labels", "--json").data["count"] == 2
    assert "骨瓷杯碟" in (tmp_path / "labels-a4-3x8.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", [["labels", "--paper", "a3"], ["labels", "--blank", "1", "--who", "7"], ["export", "pdf"]]
)
def test_what_there_is_not_is_a_usage_error(log: Any, words: list[str]) -> None:
    said = log(*words)

    assert said.code == 2
    assert said.err


def test_an_export_without_a_plan_says_what_to_do(log: Any) -> None:
    assert log("export", "calendar").code == 4
