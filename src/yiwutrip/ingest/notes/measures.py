"""Counts, sizes and weights in a note, in the units of the house."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.notes.grammar import Kind
from yiwutrip.ingest.notes.numbers import value_of, whole
from yiwutrip.ingest.notes.reading import CARTONS, DOZENS

if TYPE_CHECKING:
    from yiwutrip.domain.tokens import Token

_INCH = Fraction(254, 100)
_IN_CM = {
    "寸": _INCH,
    "英寸": _INCH,
    "inch": _INCH,
    "inches": _INCH,
    "mm": Fraction(1, 10),
    "毫米": Fraction(1, 10),
    "m": Fraction(100),
    "米": Fraction(100),
}
_IN_GRAMS = {"g": 1, "克": 1, "斤": 500}
_KILO = 1000
_CARTON_WORDS = ("箱", "carton", "ctn", "box", "meas", "包装")
_PRODUCT_WORDS = ("产品", "尺寸", "规格", "size")
_LARGEST_CARTON_CM = 200
"""A carton's side in centimetres; more without a unit was meant in millimetres."""
_LEAST_CARTON_L = 15
"""A size of less, in litres, of which nobody says what it is of, may be the article's."""
_LEAST_GROSS_G = 1000
_DECIMAL = re.compile(r"\d\.\d{1,2}(?=[\s,;]|$)")
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
    bare = [t for t in tokens if t.kind is Kind.WEIGHT and (_grams(t) or 0) >= _LEAST_GROSS_G]
    row = _is_row(tokens, sizes, bare)
    _size(sizes, pack, supported=bool(gross or pack.carton_qty or row))
    if pack.carton_qty is None and pack.carton_cm is not None:
        _count_in_a_row(tokens, pack)
    weights = gross or (bare if pack.carton_cm and (pack.carton_qty or row) else [])
    if weights:
        pack.gross_g = _grams(weights[0])
        pack.used.add(weights[0].start)
        if pack.gross_g is not None and pack.gross_g < _LEAST_GROSS_G:
            pack.uncertain.add("gross_g")
            pack.doubts.append(Problem("note-weight-of-a-piece", value=weights[0].text.strip()))
    if row and not gross:
        pack.uncertain |= {"carton_qty", "carton_cm", "gross_g"}
        pack.doubts.append(Problem("note-count-of-a-carton", value=row.text.strip()))
    return pack


def as_counts(tokens: list[Token[Kind]], text: str) -> list[Token[Kind]]:
    """
    15.5/个 100/箱: beside the price of a piece, a whole number for a carton is what it holds, said in short.

    It stays a price where something else says what a carton holds.
    """
    priced = [t for t in tokens if t.kind in {Kind.PRICE, Kind.TIER} and (t.get("per") or "").lower() not in CARTONS]
    unread = _DECIMAL.search(text[: tokens[0].start]) if tokens else None
    if any(t.kind is Kind.CARTON for t in tokens) or not (priced or unread):
        return tokens
    return [
        replace(t, kind=Kind.CARTON, groups={"bare": t.groups["loose"]})
        if t.kind is Kind.PRICE and t.groups.get("per") == "箱" and t.groups.get("loose", ".").isdecimal()
        else t
        for t in tokens
    ]


def _is_row(tokens: list[Token[Kind]], sizes: list[Token[Kind]], weights: list[Token[Kind]]) -> Token[Kind] | None:
    """18KG and 50×40×60CM side by side, with 144PCS or without, are a carton's, though nobody says so; the first."""
    counts = [t for t in tokens if t.kind is Kind.COUNT and (t.get("unit") or "").lower() in _PIECES]
    alone = len(counts) <= len(sizes) == len(weights) == 1 and not any(t.kind is Kind.CARTON for t in tokens)
    return (*counts, *sizes)[0] if alone and _litres(sizes[0]) >= _LEAST_CARTON_L else None


def _counts(tokens: list[Token[Kind]], pack: Pack) -> None:
    for kind, name in ((Kind.CARTON, "carton_qty"), (Kind.INNER, "inner_qty")):
        found = [t for t in tokens if t.kind is kind]
        values = {_pieces(t) for t in found} - {None}
        if len(values) > 1:
            pack.doubts.append(Problem("note-said-twice", value=" / ".join(t.text.strip() for t in found)))
        elif values:
            setattr(pack, name, values.pop())
            if kind is Kind.CARTON:
                pack.unit = next((u for t in found if (u := t.get("unit"))), None)
    cartons = [t for t in tokens if t.kind is Kind.CARTON]
    dozens = next((t for t in cartons if (t.get("unit") or "").lower() in DOZENS), None)
    bare = next((t for t in cartons if "bare" in t.groups), None)
    packs = next((t for t in cartons if pack.inner_qty is not None and t.get("unit") in _INNER_PACKS), None)
    if doubted := dozens or bare or packs:
        pack.unit = None if dozens else pack.unit
        pack.uncertain.add("carton_qty")
        pack.doubts.append(Problem("note-count-of-a-carton", value=doubted.text.strip()))


def _pieces(token: Token[Kind]) -> int | None:
    """How many a carton or an inner pack holds; dozens are counted out."""
    value = value_of(token.get("qty", "bare") or "")
    dozens = (token.get("unit") or "").lower() in DOZENS
    return whole(None if value is None else value * 12 if dozens else value)


def _size(sizes: list[Token[Kind]], pack: Pack, *, supported: bool) -> None:
    labelled = [t for t in sizes if any(word in (t.get("what") or "").lower() for word in _CARTON_WORDS)]
    unlabelled = [t for t in sizes if t.get("what") is None or t.get("what") in {"规格", "尺寸"}]
    chosen = labelled or (unlabelled if supported else [])
    if not chosen:
        return
    one = chosen[0]
    sides = _sides_cm(one)
    small = not labelled and _litres(one) < _LEAST_CARTON_L
    if min(sides) <= 0 or (small and one.get("what")):
        return
    pack.used.add(one.start)
    pack.carton_cm = (float(sides[0]), float(sides[1]), float(sides[2]))
    of_a_pack = not supported and (one.get("what") or "").startswith("包装")
    doubt = (
        "note-size-of-a-piece" if small or of_a_pack else "note-size-in-millimetres" if _in_millimetres(one) else None
    )
    if doubt is not None:
        pack.uncertain.add("carton_cm")
        pack.doubts.append(Problem(doubt, value=one.text.strip()))


def _sides_cm(size: Token[Kind]) -> list[Fraction]:
    sides = [value_of(size.groups[side]) or Fraction(0) for side in "xyz"]
    unit = (size.get("last", "first") or "").lower()
    factor = Fraction(1, 10) if _in_millimetres(size) else _IN_CM.get(unit, Fraction(1))
    return [side * factor for side in sides]


def _in_millimetres(size: Token[Kind]) -> bool:
    """Whether a size without a unit is too large for centimetres."""
    sides = [value_of(size.groups[side]) or Fraction(0) for side in "xyz"]
    return size.get("last", "first") is None and max(sides) > _LARGEST_CARTON_CM


def _litres(size: Token[Kind]) -> Fraction:
    length, width, height = _sides_cm(size)
    return length * width * height / 1000


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
