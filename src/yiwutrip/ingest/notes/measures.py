"""Counts, sizes and weights in a note, in the units of the house."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.notes.grammar import Kind
from yiwutrip.ingest.notes.numbers import value_of, whole
from yiwutrip.ingest.notes.reading import CARTONS

if TYPE_CHECKING:
    from yiwutrip.domain.tokens import Token

_IN_CM = {"mm": Fraction(1, 10), "毫米": Fraction(1, 10), "m": Fraction(100), "米": Fraction(100)}
_IN_GRAMS = {"g": 1, "克": 1, "斤": 500}
_KILO = 1000
_CARTON_WORDS = ("箱", "carton", "meas", "包装")
_PRODUCT_WORDS = ("产品", "尺寸", "规格", "size")
_LARGEST_CARTON_CM = 200
"""A carton's side in centimetres; more without a unit was meant in millimetres."""
_INNER_PACKS = frozenset("盒包袋")
_PIECES = frozenset({"pcs", "pc", "piece", "pieces"})


@dataclass(slots=True)
class Pack:
    """What a note says about packing; ``used`` are the starts of the tokens that this was read from."""

    carton_qty: int | None = None
    unit: str | None = None
    carton_cm: tuple[float, float, float] | None = None
    gross_g: int | None = None
    inner_qty: int | None = None
    used: set[int] = field(default_factory=set)
    uncertain: set[str] = field(default_factory=set)
    doubts: list[Problem] = field(default_factory=list)


def pack_of(tokens: list[Token[Kind]]) -> Pack:
    """Carton, inner pack, carton size and gross weight; what only may be the carton's is left alone or doubted."""
    pack = Pack()
    _counts(tokens, pack)
    gross = [t for t in tokens if t.kind is Kind.GROSS]
    sizes = [t for t in tokens if t.kind is Kind.SIZE]
    _size(sizes, pack, supported=bool(gross or pack.carton_qty))
    if pack.carton_qty is None and pack.carton_cm is not None:
        _count_in_a_row(tokens, pack)
    bare = [t for t in tokens if t.kind is Kind.WEIGHT and _grams(t) is not None]
    weights = gross or (bare if pack.carton_qty and pack.carton_cm else [])
    if weights:
        pack.gross_g = _grams(weights[0])
        pack.used.add(weights[0].start)
    return pack


def _counts(tokens: list[Token[Kind]], pack: Pack) -> None:
    for kind, name in ((Kind.CARTON, "carton_qty"), (Kind.INNER, "inner_qty")):
        found = [t for t in tokens if t.kind is kind]
        values = {whole(value_of(t.groups["qty"])) for t in found} - {None}
        if len(values) > 1:
            pack.doubts.append(Problem("note-said-twice", value=" / ".join(t.text.strip() for t in found)))
        elif values:
            setattr(pack, name, values.pop())
            if kind is Kind.CARTON:
                pack.unit = next((u for t in found if (u := t.get("unit"))), None)
    if pack.inner_qty is not None and pack.unit in _INNER_PACKS:
        pack.uncertain.add("carton_qty")
        pack.doubts.append(Problem("note-count-of-a-carton", value=f"{pack.carton_qty}{pack.unit}"))


def _size(sizes: list[Token[Kind]], pack: Pack, *, supported: bool) -> None:
    labelled = [t for t in sizes if any(word in (t.get("what") or "").lower() for word in _CARTON_WORDS)]
    unlabelled = [t for t in sizes if t.get("what") is None or t.get("what") in {"规格", "尺寸"}]
    chosen = labelled or (unlabelled if supported else [])
    if not chosen:
        return
    sides = [value_of(chosen[0].groups[side]) or Fraction(0) for side in "xyz"]
    unit = (chosen[0].get("last", "first") or "").lower()
    factor = _IN_CM.get(unit, Fraction(1))
    if not unit and max(sides) > _LARGEST_CARTON_CM:
        factor = Fraction(1, 10)
        pack.uncertain.add("carton_cm")
        pack.doubts.append(Problem("note-size-in-millimetres", value=chosen[0].text.strip()))
    if min(sides) > 0:
        pack.used.add(chosen[0].start)
        pack.carton_cm = (float(sides[0] * factor), float(sides[1] * factor), float(sides[2] * factor))


def _count_in_a_row(tokens: list[Token[Kind]], pack: Pack) -> None:
    """60PCS beside a carton's size is what the carton holds."""
    counts = [t for t in tokens if t.kind is Kind.COUNT and (t.get("unit") or "").lower() not in CARTONS]
    if len(counts) == 1:
        pack.carton_qty = whole(value_of(counts[0].groups["count"]))
        pack.used.add(counts[0].start)
        unit = counts[0].groups["unit"]
        pack.unit = None if unit.lower() in _PIECES else unit
        if unit.lower() not in _PIECES:
            pack.uncertain.add("carton_qty")
            pack.doubts.append(Problem("note-count-of-a-carton", value=counts[0].text.strip()))


def _grams(token: Token[Kind]) -> int | None:
    value = value_of(token.groups["kg"])
    unit = (token.get("unit") or "kg").lower()
    return None if value is None else int(value * _IN_GRAMS.get(unit, _KILO)) or None
