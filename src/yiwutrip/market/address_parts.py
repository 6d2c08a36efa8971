"""Floor, gate, street, unit and booth, read from the words of an address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.problems import Problem
from yiwutrip.market.address_kinds import Kind
from yiwutrip.market.address_pieces import TO
from yiwutrip.market.address_text import number
from yiwutrip.market.booths import infer_from_booth

if TYPE_CHECKING:
    from yiwutrip.domain.tokens import Token

_SIDE_ZH = {
    "north": "北", "south": "南", "east": "东", "west": "西", "n": "北", "s": "南", "e": "东", "w": "西",
    "northeast": "东北", "northwest": "西北", "southeast": "东南", "southwest": "西南", "main": "正", "middle": "中",
}  # fmt: skip
_BUILDING_ENDS = ("栋", "幢")
_LINK = "连接体门"
_MIDDLE_STREET = "中街"
_FULL_NUMBER_DIGITS = 4


@dataclass(slots=True)
class Parts:
    """
    What the words said, before it is checked.

    Attributes:
        east_gate: a gate was said to be the east's, which in D1 means D1E.

    """

    address: Address = field(default_factory=Address)
    problems: list[Problem] = field(default_factory=list)
    east_gate: int | None = None


def parts_of(tokens: list[Token[Kind]]) -> Parts:
    """Everything but the district."""
    parts = Parts()
    floors = _floors(tokens, parts)
    booths = _booths(tokens, parts, floors)
    floor = _one("floor", floors, parts)
    unit = _one("unit", [v for t in tokens if t.kind is Kind.UNIT and (v := number(t.first("n") or ""))], parts)
    street, street_name = _street(tokens, parts)
    gate, gate_name = _gate(tokens, parts)
    parts.address = Address(
        floor=floor,
        gate=gate,
        street=street,
        unit=unit,
        booth=",".join(booths) or None,
        gate_name=gate_name,
        street_name=street_name,
    )
    return parts


def settle_east(parts: Parts, district: District | None) -> District | None:
    """
    一区 with an east gate or a six-digit booth is 一区东, which has gates and numbers of its own.

    东11门 elsewhere keeps its name, for it is not gate 11.
    """
    if district not in {District.D1, District.D1E}:
        return district
    if parts.east_gate is not None:
        parts.address = replace(parts.address, gate=parts.east_gate, gate_name=None)
        parts.problems = [p for p in parts.problems if p.code != "address-gate-of-a-side"]
        return District.D1E
    told = infer_from_booth(parts.address.booth or "")
    if district is District.D1 and told is not None and told.district is District.D1E:
        parts.problems.append(Problem("address-east-by-booth", value=parts.address.booth))
        return District.D1E
    return district


def _one(what: str, values: list[int], parts: Parts) -> int | None:
    distinct = list(dict.fromkeys(values))
    if len(distinct) > 1:
        parts.problems.append(Problem("address-said-twice", params={"what": what, "values": tuple(distinct)}))
        return None
    return distinct[0] if distinct else None


def _floors(tokens: list[Token[Kind]], parts: Parts) -> list[int]:
    floors: list[int] = []
    for token in tokens:
        if token.kind is Kind.GROUND:
            floors.append(1)
        elif token.kind is Kind.BASEMENT:
            floors.append(-(number(token.first("n") or "1") or 1))
        elif token.kind is Kind.FLOOR_RANGE:
            parts.problems.append(Problem("address-floor-range", value=token.text))
        elif token.kind is Kind.FLOOR and (value := number(token.first("n") or "")):
            floors.append(value)
            if token.first("dash"):
                parts.problems.append(Problem("address-floor-or-basement", value=token.text))
    return floors


def _street(tokens: list[Token[Kind]], parts: Parts) -> tuple[int | None, str | None]:
    numbers: list[int] = []
    names: list[str] = []
    for token in tokens:
        value = number(token.first("n") or "") if token.kind is Kind.STREET else None
        if value:
            numbers.append(value)
        elif token.kind is Kind.STREET_NAME:
            said = (token.first("s") or "").strip()
            names.append(_MIDDLE_STREET if said.isascii() or said.startswith("中") else said)
        elif token.kind in {Kind.STREET, Kind.STREET_UNREADABLE}:
            parts.problems.append(Problem("address-street-unreadable", value=token.text))
            if letter := token.first("s"):
                names.append(f"{letter.upper()}街")
    street = _one("street", numbers, parts)
    return street, names[0] if names and street is None else None


def _gate(tokens: list[Token[Kind]], parts: Parts) -> tuple[int | None, str | None]:
    numbers: list[int] = []
    names: list[str] = []
    for token in tokens:
        if token.kind is Kind.GATE:
            value = number(token.first("n") or "")
            numbers += [value] if value else []
            parts.problems += [] if value else [Problem("address-gate-unreadable", value=token.text)]
        elif token.kind is Kind.GATE_RANGE:
            first, last = (number(n) for n in token.every("n"))
            names.append(f"{first}-{last}门")
            parts.problems.append(
                Problem("address-gate-range", value=token.text, params={"first": first, "last": last})
            )
        elif token.kind is Kind.GATE_SIDE:
            names.append(_gate_of_a_side(token, parts))
        elif token.kind is Kind.GATE_NAME:
            names.append(_gate_name(token))
        elif token.kind is Kind.GATE_UNREADABLE:
            parts.problems.append(Problem("address-gate-unreadable", value=token.text))
    gate = _one("gate", numbers, parts)
    return gate, names[0] if names and gate is None else None


def _gate_of_a_side(token: Token[Kind], parts: Parts) -> str:
    said = token.first("s") or ""
    side = _SIDE_ZH.get(re.sub(r"[\s-]", "", said.lower()), said)
    value = number(token.first("n") or "")
    if side == "东":
        parts.east_gate = value
    parts.problems.append(Problem("address-gate-of-a-side", value=token.text, params={"gate": value}))
    return re.sub(r"\s", "", token.text) if not said.isascii() else f"{side}{value}门"


def _gate_name(token: Token[Kind]) -> str:
    said = token.first("s") or ""
    if not said.isascii():
        name = re.sub(r"\s", "", said)
        return name if name.endswith("门") else name + "门"
    side = _SIDE_ZH.get(re.sub(r"[\s-]", "", said.lower()))
    return f"{side}门" if side else _LINK


def _booths(tokens: list[Token[Kind]], parts: Parts, floors: list[int]) -> list[str]:
    village = any(t.kind is Kind.MARKET and (t.first("BEIXIAZHU") or t.first("RIVER")) for t in tokens)
    booths: list[str] = []
    for token in tokens:
        if token.kind is Kind.STREET_UNREADABLE and (written := token.first("n")):
            booths.append(written.upper())
        if token.kind is Kind.BUILDING and village:
            booths.append(token.get("n3") or re.sub(r"\s", "", token.text).upper())
        if token.kind is Kind.BOOTH:
            found = _booths_of(token, parts, floors)
            in_building = booths and booths[-1].endswith(_BUILDING_ENDS) and re.fullmatch(r"\d{1,3}", found[0])
            booths = [*booths[:-1], f"{booths[-1]}{found[0]}号"] if in_building else booths + found
    return list(dict.fromkeys(booths))


def _booths_of(token: Token[Kind], parts: Parts, floors: list[int]) -> list[str]:
    name, written = next((n, v) for n, v in token.groups.items() if n != "mark")
    booth = written.upper().strip("-/")
    if name in {"letter", "garbled"} or (name == "small" and "#" in token.text):
        parts.problems.append(Problem("address-booth-unclear", value=written))
    if glued := re.fullmatch(r"(\d{1,2})F-?(\d{4,6}[A-Z]?)", booth):
        floors.append(int(glued[1]))
        booth = glued[2]
    elif name != "labelled" and (prefixed := re.fullmatch(r"[A-Z](\d)-(\d{5})[A-Z]?", booth)):
        _floor_of_prefix(int(prefixed[1]), booth, floors)
    booth = re.sub(TO, "-", re.sub("[、&]", ",", booth), flags=re.IGNORECASE)
    pieces = re.split("[/,]", booth)
    whole = all(re.fullmatch(rf"\d{{{_FULL_NUMBER_DIGITS},6}}[A-Z]?", piece) for piece in pieces)
    return pieces if whole else [booth]


def _floor_of_prefix(floor: int, booth: str, floors: list[int]) -> None:
    """F4-19290 says floor 4 where the number is one of floor 4; else the prefix is only part of the code."""
    follows = infer_from_booth(booth)
    if follows is None or follows.floor in {None, floor}:
        floors.append(floor)
