"""Price notes as buyers write them, against what they mean."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwutrip.ingest.notes import NoteReading, parse_note

COLUMNS = {
    "price_yuan": "price_yuan",
    "unit": "per",
    "moq": "moq",
    "carton_qty": "carton_qty",
    "carton_cm": "carton_cm",
    "gross_kg": "gross_g",
}


def cells(note: NoteReading) -> dict[str, str]:
    """The reading as the case file's columns would have it."""
    return {
        "price_yuan": note.price_yuan or "",
        "unit": note.per or "",
        "moq": str(note.moq or ""),
        "carton_qty": str(note.carton_qty or ""),
        "carton_cm": "*".join(f"{side:g}" for side in note.carton_cm or ()),
        "gross_kg": "" if note.gross_g is None else f"{note.gross_g / 1000:g}",
    }


def dev_rows(shared_dir: Path) -> Iterator[dict[str, str]]:
    with (shared_dir / "cases" / "notes_dev.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_at_least_95_percent_of_the_certain_fields_of_the_dev_notes_are_right(shared_dir: Path) -> None:
    fields, misses = 0, []
    for row in dev_rows(shared_dir):
        if row["status"] != "ok":
            continue
        note = parse_note(row["raw"])[0]
        got = cells(note)
        for column, field in COLUMNS.items():
            fields += bool(row[column])
            if got[column] != row[column]:
                misses.append(f"{row['raw']!r} {field}: got {got[column]!r}, want {row[column]!r}")

    print("\n".join(misses))  # noqa: T201  # every miss is wanted on the screen
    assert len(misses) <= 0.05 * fields, "\n".join(misses)


def test_nothing_of_the_dev_notes_is_certain_and_wrong(shared_dir: Path) -> None:
    wrong = []
    for row in dev_rows(shared_dir):
        (note,) = parse_note(row["raw"])
        got = cells(note)
        wrong += [
            f"{row['raw']!r} {field}: {got[column]!r} instead of {row[column]!r}"
            for column, field in COLUMNS.items()
            if got[column] != row[column] and field not in note.uncertain
        ]
        if row["status"] == "ambiguous" and note.certain:
            wrong.append(f"{row['raw']!r} is called certain")

    assert wrong == []


def test_the_example_of_the_aisle() -> None:
    (note,) = parse_note("16213 汝窑茶杯 12块5 起订50 一箱48 箱规60*40*35 毛重18kg 押金20")

    assert (note.stall, note.article) == ("16213", "汝窑茶杯")
    assert (note.price_fen, note.moq, note.carton_qty) == (1250, 50, 48)
    assert (note.carton_cm, note.gross_g, note.deposit_fen) == ((60, 40, 35), 18_000, 2_000)
    assert note.certain


@settings(deadline=None)
@given(st.text())
def test_no_text_raises(text: str) -> None:
    for note in parse_note(text):
        assert all(line in text for line in note.raw.split("\n"))


WORDS = [
    *"0123456789一二两三五十百千万块元毛角分个套箱打件/-~:：;；,，。.*x×¥ \n\0\ud800lO?[]起订批",
    "MOQ",
    "kg",
    "cm",
    "箱规",
    "毛重",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_heap_of_note_words_raises(pieces: list[str]) -> None:
    for note in parse_note("".join(pieces)):
        assert note.price_fen is None or note.price_fen > 0
        assert note.moq is None or note.moq > 0


@settings(deadline=None)
@given(st.integers(1, 99_999), st.sampled_from("个套双条张"), st.integers(1, 9_999))
def test_any_price_in_fen_comes_back_exactly(fen: int, unit: str, moq: int) -> None:
    yuan = Decimal(fen) / 100
    (note,) = parse_note(f"茶杯 ¥{yuan}/{unit} 起订{moq}{unit}")

    assert (note.price_fen, note.per, note.moq) == (fen, unit, moq)
    assert note.certain


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b"])
def test_nothing_gives_no_note(text: str) -> None:
    assert parse_note(text) == []


@pytest.mark.parametrize("kind", ["一口价", "实价", "老客价", "会员价", "特价", "现价", "厂价", "大货价"])
@pytest.mark.parametrize(
    "form", ["香薰炉 {}68", "香薰炉 {}：68元", "{}68元 香薰炉", "香薰炉 68{}", "香薰炉 68元/个 {}"]
)
def test_what_a_price_is_called_is_no_part_of_the_articles_name(kind: str, form: str) -> None:
    (note,) = parse_note(form.format(kind))

    assert (note.article, note.price_yuan, note.rest, note.certain) == ("香薰炉", "68", "", True)
