"""Which of the sums in a note is the price of a piece."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.notes.grammar import Kind
from yiwutrip.ingest.notes.numbers import PLAIN, exact_text, money, value_of, whole
from yiwutrip.ingest.notes.pieces import CUR, QTY, UNIT, UNSPLIT
from yiwutrip.ingest.notes.reading import CARTONS, DOZENS, Tier

if TYPE_CHECKING:
    from yiwutrip.domain.tokens import Token

_MOST_YUAN = 10_000_000
_FINAL = re.compile("到手|底价|(?:[还谈砍讲降给做]|便宜)到")
_NOT_THE_BUYERS = re.compile("新人|活动|券|首件|代发|售价|卖价")
_ROUGH = re.compile(
    "左右|上下|多|出头|以内|以下|大概|大约|差不多|不到|将近|接近|估计|约|approx|about|around|roughly|起$|[?]",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"(?:总|合计|小计|一?共|金额)\D*\d")
_PAIR = re.compile(
    rf"(?P<quantity>{QTY})\s*(?:(?P<unit>{UNIT})\s*[:/]?\s*{CUR}?|[-:=]\s*|(?P<unit2>{UNIT})\s*[-:=]\s*)(?P<price>{UNSPLIT})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money, in yuan, for one ``per``."""

    yuan: Fraction
    per: str | None
    text: str
    label: str = ""


@dataclass(slots=True)
class Prices:
    """
    What a note says about prices.

    Attributes:
        moq: from which quantity the first tier holds, where that is the least order.

    """

    yuan: Fraction | None = None
    per: str | None = None
    moq: int | None = None
    tiers: tuple[Tier, ...] = ()
    doubts: list[Problem] = field(default_factory=list)

    @property
    def fen(self) -> int | None:
        """Rounded half up; None for less than half a fen, for an unknown price is not a price of nothing."""
        rounded = None if self.yuan is None else int(self.yuan * 100 + Fraction(1, 2))
        return rounded or None

    @property
    def text(self) -> str | None:
        """Exact, in yuan."""
        return None if self.yuan is None else exact_text(self.yuan)


def prices_of(tokens: list[Token[Kind]], carton_qty: int | None, carton_unit: str | None) -> Prices:
    """The price of a piece, of the first tier where there are several; every guess with its doubt."""
    prices = Prices()
    sums = [found for t in tokens if t.kind is Kind.PRICE and (found := _sum(t)) is not None]
    prices.tiers = _tiers(tokens, prices)
    pieces = [s for s in sums if (s.per or "").lower() not in CARTONS | DOZENS]
    chosen = _chosen(pieces or sums, prices)
    if prices.tiers:
        _take_tier(prices, chosen, tokens)
    elif chosen is not None:
        prices.yuan, prices.per = chosen.yuan, chosen.per
        if _ROUGH.search(chosen.text):
            prices.doubts.append(Problem("note-price-about", value=chosen.text))
    _note_ranges(tokens, prices)
    _note_unreadable(tokens, prices)
    _note_foreign(tokens, prices)
    _divide(prices, carton_qty, carton_unit)
    if prices.yuan is not None and (prices.yuan * 100).denominator != 1:
        prices.doubts.append(Problem("note-price-part-of-a-fen", value=prices.text))
    return prices


def yuan_of(token: Token[Kind]) -> Fraction | None:
    """The sum that a token names, None where it is nothing or absurdly much."""
    groups = token.groups
    if (tenths := groups.get("mao")) is not None:
        value = value_of(tenths)
        yuan = None if value is None else value / 10 + (value_of(groups.get("fen", "")) or Fraction(0)) / 100
    elif (fen := groups.get("hundredths")) is not None:
        yuan = (value_of(fen) or Fraction(0)) / 100
    else:
        number = token.get("yuan", "ahead", "coins", "rmb", "bare", "loose")
        yuan = None if number is None else money(number, groups.get("jiao"), groups.get("cents"))
    return yuan if yuan is not None and 0 < yuan <= _MOST_YUAN else None


def _sum(token: Token[Kind]) -> Sum | None:
    yuan = yuan_of(token)
    return None if yuan is None else Sum(yuan, token.get("per"), token.text.strip(), token.get("label") or "")


def _chosen(sums: list[Sum], prices: Prices) -> Sum | None:
    """What one finally pays before what one is lured with; several different prices are a doubt."""
    if not sums:
        return None
    if len({s.yuan for s in sums}) > 1:
        said = " / ".join(s.text for s in sums)
        prices.doubts.append(Problem("note-several-prices", value=said))
    final = [s for s in sums if _FINAL.search(s.label)]
    usual = [s for s in sums if not _NOT_THE_BUYERS.search(s.label)]
    chosen = (final or usual or sums)[0]
    per = chosen.per or next((s.per for s in sums if s.per), None)
    return Sum(chosen.yuan, per, chosen.text, chosen.label)


def _tiers(tokens: list[Token[Kind]], prices: Prices) -> tuple[Tier, ...]:
    tiers: list[Tier] = []
    for token in tokens:
        if token.kind is Kind.PAIRS:
            pairs = [_tier(m["quantity"], None, value_of(m["price"]), m.group()) for m in _PAIR.finditer(token.text)]
            tiers += _steps(pairs, token, prices)
        elif token.kind is Kind.STEPS:
            steps = [_tier(m["low"], m["high"], value_of(m["price"]), m.group()) for m in _STEP.finditer(token.text)]
            tiers += _steps(steps, token, prices)
        elif token.kind is Kind.TIER:
            low = token.get("from", "over", "moq") or ""
            tiers.append(_tier(low, token.get("to"), yuan_of(token), token.text.strip(" ,;")))
    lots = [t for t in tokens if t.kind is Kind.LOT]
    if len(lots) > 1 and all(_cheaper(one, other) for one, other in pairwise(lots)):
        tiers += [_tier(t.groups["count"], None, yuan_of(t), t.text) for t in lots]
    return tuple(sorted(tiers, key=lambda tier: tier.at_least or 0))


_STEP = re.compile(
    rf"{CUR}\s*(?P<price>{PLAIN})\s*(?:≥|>=?)?\s*(?P<low>{PLAIN})(?:\s*[-~至到]\s*(?P<high>{PLAIN}))?\s*(?P<unit>{UNIT})",
    re.IGNORECASE,
)


def _steps(pairs: list[Tier], token: Token[Kind], prices: Prices) -> list[Tier]:
    """Pairs of quantity and price where they go down as a price's steps do; else none, and a doubt."""
    if _go_down(pairs):
        return pairs
    prices.doubts.append(Problem("note-number-unread", value=token.text.strip()))
    return []


def _go_down(pairs: list[Tier]) -> bool:
    """Whether more pieces cost less each, as the steps of a price do; else the numbers mean something else."""
    steps = sorted(pairs, key=lambda tier: tier.at_least or 0)
    known = all(tier.at_least and tier.price_yuan for tier in steps)
    return known and all(Fraction(a.price_yuan or 0) >= Fraction(b.price_yuan or 0) for a, b in pairwise(steps))


def _cheaper(one: Token[Kind], other: Token[Kind]) -> bool:
    """100个3.5元, 500个3.2元 are steps of a price; 100个3.5元, 500个16元 are sums for lots."""
    few, many = value_of(one.groups["count"]), value_of(other.groups["count"])
    dear, cheap = yuan_of(one), yuan_of(other)
    if few is None or many is None or dear is None or cheap is None:
        return False
    return few < many and dear >= cheap


def _tier(low: str, high: str | None, yuan: Fraction | None, text: str) -> Tier:
    fen = None if yuan is None else int(yuan * 100 + Fraction(1, 2)) or None
    return Tier(
        whole(value_of(low)), whole(value_of(high or "")), fen, text, None if yuan is None else exact_text(yuan)
    )


def _take_tier(prices: Prices, base: Sum | None, tokens: list[Token[Kind]]) -> None:
    """A price beside the tiers is the one for few pieces; else the smallest tier's counts, and its bound is the MOQ."""
    first = prices.tiers[0]
    named = [t for t in tokens if t.kind is Kind.TIER]
    pair = next((m for t in tokens if t.kind is Kind.PAIRS if (m := _PAIR.search(t.text))), None)
    step = next((m for t in tokens if t.kind is Kind.STEPS if (m := _STEP.search(t.text))), None)
    prices.per = next((p for t in named if (p := t.get("per", "unit"))), None)
    if pair is not None and prices.per is None:
        prices.per = pair["unit"] or pair["unit2"]
    if step is not None and prices.per is None:
        prices.per = step["unit"]
    if base is not None:
        prices.yuan, prices.per = base.yuan, base.per or prices.per
    elif first.price_yuan is not None:
        prices.yuan = Fraction(first.price_yuan)
    if base is None and not all("over" in t.groups for t in named if t.text.startswith(first.text[:3])):
        prices.moq = first.at_least
    if base is None and not named:
        prices.moq = first.at_least
    taken = base.text if base is not None else first.text
    prices.doubts.append(Problem("note-tiers", value=taken, params={"tiers": len(prices.tiers)}))


def _note_ranges(tokens: list[Token[Kind]], prices: Prices) -> None:
    for token in (t for t in tokens if t.kind is Kind.RANGE):
        prices.doubts.append(Problem("note-price-range", value=token.text.strip()))
        prices.per = prices.per or token.get("per")


def _note_unreadable(tokens: list[Token[Kind]], prices: Prices) -> None:
    for token in tokens:
        if token.kind is Kind.ILLEGIBLE:
            prices.doubts.append(Problem("note-price-unreadable", value=token.text.strip()))
            prices.yuan = None
            prices.per = prices.per or token.get("per")
        elif token.kind is Kind.REST and prices.yuan is None and _TOGETHER.match(token.text):
            prices.doubts.append(Problem("note-price-of-a-lot", value=token.text.strip()))
        elif token.kind is Kind.LOT:
            prices.per = prices.per or token.get("unit")
            if prices.yuan is None:
                prices.doubts.append(Problem("note-price-of-a-lot", value=token.text.strip()))


def _note_foreign(tokens: list[Token[Kind]], prices: Prices) -> None:
    """A price in another money is none in yuan; what it is for is known all the same."""
    foreign = next((t for t in tokens if t.kind is Kind.FOREIGN), None)
    if foreign is not None and prices.yuan is None:
        prices.doubts.append(Problem("note-price-foreign", value=foreign.text.strip()))
        prices.per = foreign.get("per")


def _divide(prices: Prices, carton_qty: int | None, carton_unit: str | None) -> None:
    """A price for a carton or a dozen as a price for a piece."""
    per = (prices.per or "").lower()
    if prices.yuan is None or per not in CARTONS | DOZENS:
        return
    said = f"{exact_text(prices.yuan)}/{prices.per}"
    if per in DOZENS:
        prices.yuan /= 12
    elif carton_qty:
        prices.yuan, prices.per = prices.yuan / carton_qty, carton_unit or "个"
    else:
        prices.doubts.append(Problem("note-price-of-a-carton", value=said))
        return
    prices.doubts.append(Problem("note-price-divided", value=said, params={"price": exact_text(prices.yuan)}))
