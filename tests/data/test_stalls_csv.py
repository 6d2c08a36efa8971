"""The demonstration catalogue: what data/README.md promises of it."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from yiwutrip.domain.address import District
from yiwutrip.market import facts
from yiwutrip.market.address import parse_address

REPOSITORY = Path(__file__).parents[2]
STALLS = REPOSITORY / "data" / "stalls.csv"
README = (REPOSITORY / "data" / "README.md").read_text(encoding="utf-8")
CANONICAL = """
district, floor, gate, street, unit, booth, address, name_zh, name_en, supplier, contact, phone, wechat, category,
keywords, kind, opens, closes, closed_on, alliance, introduction, appointment, moq, price_low, price_high,
ships_single, daily_capacity, rating, visit_min, lat, lon, datum, note, source, as_of
"""


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with STALLS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_script_makes_the_same_bytes_again(tmp_path: Path) -> None:
    again = tmp_path / "stalls.csv"

    subprocess.run(
        [sys.executable, REPOSITORY / "scripts" / "make_stalls.py", "--out", again],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src"), "PYTHONHASHSEED": "77"},
    )

    assert again.read_bytes() == STALLS.read_bytes()


def test_the_header_is_the_canonical_one(rows: list[dict[str, str]]) -> None:
    assert list(rows[0]) == [name.strip() for name in CANONICAL.split(",")]


def test_there_are_stalls_in_every_district_and_outside_market(rows: list[dict[str, str]]) -> None:
    assert len(rows) >= 1500
    assert {row["district"] for row in rows} == set(District)


def test_every_floor_that_sells_something_has_stalls_and_no_other_has(rows: list[dict[str, str]]) -> None:
    real = {(str(fact.district), str(fact.floor)) for fact in facts.floors()}
    # Floors 7 and 8 of 篁园 have few stalls, whose numbers tell little.
    made = {(row["district"], row["floor"]) for row in rows}

    assert made == real - {("HUANGYUAN", "7"), ("HUANGYUAN", "8")}


def test_every_stall_has_a_booth_or_a_gate(rows: list[dict[str, str]]) -> None:
    assert all(row["booth"] or row["gate"] for row in rows)
    assert any(not row["booth"] for row in rows)
    assert any(not row["gate"] for row in rows)


def test_no_two_stalls_have_the_same_booth(rows: list[dict[str, str]]) -> None:
    booths = Counter((row["district"], row["floor"], row["booth"]) for row in rows if row["booth"])

    assert max(booths.values()) == 1


def test_every_row_says_that_it_is_a_demonstration(rows: list[dict[str, str]]) -> None:
    assert {row["source"] for row in rows} == {"demo"}
    assert all("演示" in row["note"] and "演示" in row["supplier"] for row in rows)


def test_no_telephone_number_can_be_anybodys(rows: list[dict[str, str]]) -> None:
    assert all(re.fullmatch(r"(000-\d{4}-\d{4})?", row["phone"]) for row in rows)


def test_about_a_fifth_is_in_the_alliance(rows: list[dict[str, str]]) -> None:
    share = sum(row["alliance"] == "yes" for row in rows) / len(rows)

    assert 0.17 < share < 0.23


def test_some_suppliers_hold_several_stalls(rows: list[dict[str, str]]) -> None:
    held = Counter(row["supplier"] for row in rows)

    assert sum(count > 1 for count in held.values()) > 50


@pytest.mark.parametrize("word", ["陶瓷", "小家电", "雨伞", "日用百货", "家用电器", "饰品"])
def test_what_the_demonstration_trip_wants_is_there(rows: list[dict[str, str]], word: str) -> None:
    assert sum(word in row["category"] for row in rows) >= 30


@pytest.mark.parametrize("column", ["introduction", "appointment"])
def test_some_need_to_be_asked_first(rows: list[dict[str, str]], column: str) -> None:
    assert 20 < sum(row[column] == "yes" for row in rows) < 200


def test_prices_are_yuan_from_low_to_high(rows: list[dict[str, str]]) -> None:
    priced = [row for row in rows if row["price_low"]]

    assert all(0 < float(row["price_low"]) <= float(row["price_high"]) for row in priced)
    assert 0.5 < len(priced) / len(rows) < 1


def test_odd_gates_have_the_low_streets_and_even_gates_the_high_ones(rows: list[dict[str, str]]) -> None:
    # docs/market.md: the last street on the side of the odd gates.
    last_odd = {"D1": 6, "D1E": 4, "D2": 6, "D3": 7, "D4": 15, "D5": 6}
    both = [row for row in rows if row["gate"] and row["street"] and row["district"] in last_odd]

    assert len(both) > 1000
    for row in both:
        on_odd_side = int(row["gate"]) % 2 == 1
        low_street = int(row["street"]) <= last_odd[row["district"]]
        assert low_street == on_odd_side or (row["district"], row["street"]) == ("D1", "6"), row


def test_numbers_gates_and_streets_agree_with_the_real_market(rows: list[dict[str, str]], shared_dir: Path) -> None:
    """The next real stall on the same floor, at most ten numbers away, is at the same gates and in the same street."""
    with (shared_dir / "cases" / "booths_sample.csv").open(encoding="utf-8-sig", newline="") as file:
        real = [row for row in csv.DictReader(file) if row["gate"] and row["street"].isdigit() and _number(row)]
    made = [row for row in rows if row["gate"] and row["street"] and _number(row)]
    misses, compared = [], 0
    for row in made:
        near = [
            other
            for other in real
            if (other["district"], other["floor"]) == (row["district"], row["floor"])
            and abs(_number(other) - _number(row)) <= 10
        ]
        if near and row["district"] in ("D1", "D2", "D3", "D4", "D5"):
            closest = min(near, key=lambda other: abs(_number(other) - _number(row)))
            compared += 1
            # Gates four numbers on are one pair on.
            gate_off = abs(int(closest["gate"]) - int(row["gate"])) > 4
            street_off = abs(int(closest["street"]) - int(row["street"])) > 1
            if gate_off or street_off:
                misses.append((row["booth"], row["gate"], row["street"], closest))

    assert compared > 400
    assert len(misses) / compared < 0.05, misses


def test_an_address_as_written_says_what_the_columns_say(rows: list[dict[str, str]]) -> None:
    written = [row for row in rows if row["address"]]

    assert len(written) > 50
    for row in written:
        said = parse_address(row["address"]).address
        assert said.district == District(row["district"]), row["address"]
        for column, part in (
            ("floor", said.floor),
            ("gate", said.gate),
            ("street", said.street),
            ("booth", said.booth),
        ):
            assert row[column] in ("", str(part)), row["address"]


def test_the_readme_explains_every_column(rows: list[dict[str, str]]) -> None:
    columns = README.split("## Columns")[1].split("## ")[0]
    first_cells = [line.split("|")[1] for line in columns.splitlines() if line.startswith("| `")]

    assert [name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)] == list(rows[0])


def test_the_readme_counts_right(rows: list[dict[str, str]]) -> None:
    counts = {
        "stalls": len(rows),
        "suppliers": len({row["supplier"] for row in rows}),
        "without a booth": sum(not row["booth"] for row in rows),
        "without a gate, D6 and the markets outside included": sum(not row["gate"] for row in rows),
        "a factory's own": sum(row["kind"] == "factory" for row in rows),
        "in the alliance": sum(row["alliance"] == "yes" for row in rows),
        "need an introduction": sum(row["introduction"] == "yes" for row in rows),
        "want an appointment": sum(row["appointment"] == "yes" for row in rows),
        "日用百货 daily goods": sum("日用百货" in row["category"].split(";") for row in rows),
        "陶瓷 ceramics": sum("陶瓷" in row["category"].split(";") for row in rows),
        "小家电 small appliances": sum("小家电" in row["category"].split(";") for row in rows),
        "雨伞 umbrellas": sum("雨伞" in row["category"].split(";") for row in rows),
    }

    assert dict(re.findall(r"^\| ([^|]+?) \| (\d+) \|$", README, re.MULTILINE)) == {
        name: str(count) for name, count in counts.items()
    }


def _number(row: dict[str, str]) -> int:
    """The booth's number, 0 where it has none of the market's own."""
    found = re.match(r"\d{4,6}", row["booth"])
    return int(found[0]) if found else 0
