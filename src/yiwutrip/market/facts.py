"""
The built-in market: rows of ``tables/*.csv``, each with its source and date.

What is marked unverified there is a default, not a fact; ``docs/market.md`` says what is known and what is not.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import time
from functools import cache
from importlib.resources import files

from yiwutrip.domain.address import District
from yiwutrip.domain.stall import Datum
from yiwutrip.market.datum import to_wgs84


@dataclass(frozen=True, slots=True)
class DistrictFact:
    """
    A district as a strip of gate pairs and streets, or as a mere point.

    Attributes:
        lat: degrees WGS-84 of the anchor: a dock outside a gate, or the middle of a place.
        anchor_gate: the gate that the anchor stands outside of, None where the anchor is the middle of the place.
        anchor_off_m: metres from that gate's door to the anchor.
        bearing_deg: direction in which gate numbers grow, clockwise from north.
        first_gate: a gate at the end where numbers are low; None where gates have no known order.
        block_m: metres along the building for four gate numbers.
        length_m: metres along the building where gates do not tell.
        odd_streets: streets on the side of the odd gates.
        uncertain_m: how far the whole place may be off.

    """

    district: District
    lat: float
    lon: float
    anchor_gate: int | None
    anchor_off_m: float
    bearing_deg: float
    first_gate: int | None
    last_gate: int | None
    block_m: float
    length_m: float
    odd_streets: int
    even_streets: int
    uncertain_m: int
    source: str
    as_of: str
    verified: bool


@dataclass(frozen=True, slots=True)
class LinkFact:
    """A hall, bridge or forecourt between two districts on one floor; a side is odd, even or middle."""

    start: tuple[District, int, str]
    end: tuple[District, int, str]
    floor: int
    metres: int
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class PointFact:
    """A published point near a gate, degrees WGS-84."""

    district: District
    name_zh: str
    name_en: str
    gate: int | None
    lat: float
    lon: float
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class FloorFact:
    """What a floor sells."""

    district: District
    floor: int
    goods_zh: tuple[str, ...]
    goods_en: tuple[str, ...]
    source: str
    as_of: str
    verified: bool


@dataclass(frozen=True, slots=True)
class HoursFact:
    """When a district's doors are open from one month to another, both included."""

    district: District
    from_month: int
    to_month: int
    opens: time
    closes: time
    source: str
    as_of: str
    verified: bool


@dataclass(frozen=True, slots=True)
class ReopeningFact:
    """On which day of the first lunar month the market opened again, and how many of its stalls did."""

    year: int
    reopened_lunar_day: int
    open_percent: int | None
    source: str
    as_of: str


def table(name: str) -> list[dict[str, str]]:
    """Rows of one of the built-in tables, as they stand in the file."""
    text = files("yiwutrip.market").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def districts() -> dict[District, DistrictFact]:
    """Every district and outside market."""
    return {fact.district: fact for fact in map(_district, table("districts"))}


@cache
def links() -> tuple[LinkFact, ...]:
    """Ways on foot between districts, upper floors first: of two equal ways one climbs once."""
    found = (
        LinkFact(
            (District(row["from_district"]), int(row["from_gate"]), row["from_side"]),
            (District(row["to_district"]), int(row["to_gate"]), row["to_side"]),
            int(row["floor"]),
            int(row["metres"]),
            row["source"],
            row["as_of"],
        )
        for row in table("links")
    )
    return tuple(sorted(found, key=lambda link: -link.floor))


@cache
def points() -> tuple[PointFact, ...]:
    """Published points, mostly docks of the public bicycles."""
    return tuple(
        PointFact(
            District(row["district"]),
            row["name_zh"],
            row["name_en"],
            _int(row["gate"]),
            *to_wgs84(float(row["lat"]), float(row["lon"]), Datum(row["datum"])),
            row["source"],
            row["as_of"],
        )
        for row in table("points")
    )


@cache
def floors() -> tuple[FloorFact, ...]:
    """What each floor of each district sells."""
    return tuple(
        FloorFact(
            District(row["district"]),
            int(row["floor"]),
            tuple(row["goods_zh"].split(";")),
            tuple(row["goods_en"].split(";")),
            row["source"],
            row["as_of"],
            row["verified"] == "yes",
        )
        for row in table("floors")
    )


@cache
def floor_numbers(district: District) -> tuple[int, ...]:
    """The floors of a district that sell something."""
    return tuple(fact.floor for fact in floors() if fact.district is district)


@cache
def hours() -> tuple[HoursFact, ...]:
    """Opening hours by district and season."""
    return tuple(
        HoursFact(
            District(row["district"]),
            int(row["from_month"]),
            int(row["to_month"]),
            time.fromisoformat(row["opens"]),
            time.fromisoformat(row["closes"]),
            row["source"],
            row["as_of"],
            row["verified"] == "yes",
        )
        for row in table("hours")
    )


@cache
def reopenings() -> tuple[ReopeningFact, ...]:
    """What is known of past years' reopenings after the lunar new year."""
    return tuple(
        ReopeningFact(
            int(row["year"]),
            int(row["reopened_lunar_day"]),
            _int(row["open_percent"]),
            row["source"],
            row["as_of"],
        )
        for row in table("spring_festival")
    )


def _district(row: dict[str, str]) -> DistrictFact:
    lat, lon = to_wgs84(float(row["anchor_lat"]), float(row["anchor_lon"]), Datum(row["datum"]))
    return DistrictFact(
        district=District(row["district"]),
        lat=lat,
        lon=lon,
        anchor_gate=_int(row["anchor_gate"]),
        anchor_off_m=float(row["anchor_off_m"]),
        bearing_deg=float(row["bearing_deg"]),
        first_gate=_int(row["first_gate"]),
        last_gate=_int(row["last_gate"]),
        block_m=float(row["block_m"] or 0),
        length_m=float(row["length_m"] or 0),
        odd_streets=int(row["odd_streets"]),
        even_streets=int(row["even_streets"]),
        uncertain_m=int(row["place_uncertain_m"]),
        source=row["source"],
        as_of=row["as_of"],
        verified=row["verified"] == "yes",
    )


def _int(text: str) -> int | None:
    return int(text) if text else None
