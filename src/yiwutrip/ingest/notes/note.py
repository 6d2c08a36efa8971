"""Reading a note about an article as buyers write it."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwutrip.domain.known_stalls import NONE_KNOWN
from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.notes.columns import step_by_step
from yiwutrip.ingest.notes.grammar import GRAMMAR, Kind
from yiwutrip.ingest.notes.measures import as_counts, pack_of
from yiwutrip.ingest.notes.numbers import HAN, value_of, whole
from yiwutrip.ingest.notes.pieces import COUNTED
from yiwutrip.ingest.notes.prices import Prices, prices_of, yuan_of
from yiwutrip.ingest.notes.reading import CARTONS, DOZENS, PACKS, NoteReading
from yiwutrip.ingest.notes.stalls import NamedStall, may_be_booth, stall_named
from yiwutrip.ingest.notes.words import MAX_CHARS, article_and_rest, even_out, is_trader, without_freight

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from yiwutrip.domain.known_stalls import KnownStalls
    from yiwutrip.domain.tokens import Token
    from yiwutrip.ingest.notes.measures import Pack

_INDEX = re.compile(
    r"\s*(?:\(?\d{1,3}[,.)]\s*(?=[^\d\s])(?![lIoOSBZ|]{1,2}\s*(?:元|块|/))|[①-⑳]\s*|\d{1,2}\s+(?=[\u4e00-\u9fff]{2})(?!"
    + COUNTED
    + "))"
)
_SAYS_PRICE = {
    Kind.PRICE,
    Kind.TIER,
    Kind.PAIRS,
    Kind.RANGE,
    Kind.ILLEGIBLE,
    Kind.NO_PRICE,
    Kind.LOT,
    Kind.FOREIGN,
    Kind.STEPS,
}
_ENDS = r"(?=[\s,;(?\0]|[-/|]\s*(?:\0|$)|$)"
_LOOSE = re.compile(
    rf"(?:^|(?<=[\s=:@\0])|(?<=[\u4e00-\u9fff]))(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})(?:\.\d{{1,2}})?{_ENDS}"
    rf"|(?<=[\s=:@\0]){HAN}{_ENDS}"
)
"""Numbers that stand alone or end a word."""
_LEFT = re.compile(
    r"(?<=[\s=:\0\u4e00-\u9fff])\d{1,5}\.\d{1,2}(?=[\s,;(?\0]|$)|(?<=的话)\d{1,5}(?=[\s,;]|$)"
    rf"|(?<=[\s,;])\d{{1,5}}{_ENDS}(?!\s*[A-Za-z])"
)
"""Numbers that look like prices beside the price that was read, or stand alone there and say nothing else."""
_INSIDE = re.compile(r"(?<![\d/])\d{1,5}\.\d{1,2}(?=/\d)|(?<=[\s\u4e00-\u9fff])\d{1,5}\.\d{1,2}(?=[\u4e00-\u9fff])")
"""Numbers in the middle of words that may be a price where no other was read."""
_DAYS = {"周": 7, "星期": 7, "week": 7, "月": 30}


def parse_note(text: str, known: KnownStalls = NONE_KNOWN) -> list[NoteReading]:
    """
    Read what somebody wrote down at a stall.

    Args:
        text: of the note.
        known: stalls of the catalogue; their numbers and names are read as such before any price is looked for.

    A text of several lines is one note as long as its lines go on about the same article; a line that names another
    stall, or another article with a price, begins a new one. A stall holds for what follows it.
    Never raises; what is not understood stays in ``raw`` and
    ``rest``. Of a text of over 1,000 characters the rest is not read.

    Prices are exact: ``price_yuan`` is the decimal as said, ``price_fen`` the same rounded half up, and doubted where
    that makes a difference (0.048 yuan).
    """
    readings = [_read(part, known) for part in _parts(text, known)]
    for place, before in enumerate(readings[:-1], start=1):
        if readings[place].stall is None and before.stall is not None:
            sure = "stall" not in before.uncertain
            readings[place] = readings[place].at_the_stall_of(before.stall, sure=sure)
    return readings


def _parts(text: str, known: KnownStalls) -> list[str]:
    """The lines of a text put together as far as they speak of one article."""
    parts: list[list[str]] = []
    priced = False
    for line in text.splitlines():
        plain = even_out(line)
        if not plain:
            continue
        body, _ = without_freight(plain)
        tokens = GRAMMAR.tokens_of(body)
        prices = any(t.kind in _SAYS_PRICE for t in tokens)
        anew = not parts or stall_named(plain, known) is not None
        if anew or (priced and prices and article_and_rest(*_left_over(body, tokens))[0]):
            parts.append([])
            priced = False
        parts[-1].append(line)
        priced = priced or prices
    return ["\n".join(lines) for lines in parts]


def _read(raw: str, known: KnownStalls) -> NoteReading:
    plain = even_out(raw)
    stall = stall_named(plain, known)
    aside, plain = _apart(plain, stall, known)
    index = _INDEX.match(plain)
    body, freight = without_freight(step_by_step(plain[index.end() if index else 0 :]))
    tokens = as_counts(GRAMMAR.tokens_of(body), body)
    pack = pack_of(tokens)
    prices = prices_of(tokens, pack.carton_qty, pack.unit)
    names, others = _left_over(body, tokens, pack.used)
    if prices.yuan is None and not any(t.kind in _SAYS_PRICE for t in tokens):
        _guess(_unclaimed(body, tokens), names, prices)
    elif prices.yuan is not None and (left := _LEFT.search(_unclaimed(body, tokens))):
        prices.doubts.append(Problem("note-number-unread", value=left.group()))
    _doubt_lots(tokens, prices, in_a_row=index is not None)
    article, rest = article_and_rest(names, [*others, *freight, aside])
    doubts = [*_doubts_of_the_text(raw, stall), *prices.doubts, *pack.doubts]
    uncertain = set(pack.uncertain) | ({"price_fen", "price_yuan"} if prices.doubts else set())
    moq, moq_unit = _moq(tokens, prices, pack, doubts, uncertain)
    if stall is not None and not stall.certain:
        uncertain.add("stall")
    return NoteReading(
        raw=raw,
        article=article,
        price_fen=prices.fen,
        price_yuan=prices.text,
        per=prices.per or _unit(tokens, moq_unit, priced=prices.yuan is not None),
        moq=moq,
        moq_unit=moq_unit,
        carton_qty=pack.carton_qty,
        carton_cm=pack.carton_cm,
        gross_g=pack.gross_g,
        inner_qty=pack.inner_qty,
        deposit_fen=_fen(tokens, Kind.DEPOSIT),
        fee_fen=_fen(tokens, Kind.FEE),
        live_price_fen=_fen(tokens, Kind.LIVE),
        lead_days=_lead_days(tokens),
        return_by=next((t.groups["by"] for t in tokens if t.kind is Kind.RETURN), None),
        stall=stall.stall if stall else None,
        price_open=any(t.kind is Kind.NO_PRICE and (stall is not None or "price" in t.groups) for t in tokens),
        tiers=prices.tiers,
        rest=rest,
        uncertain=frozenset(uncertain),
        doubts=tuple(doubts),
    )


def _apart(text: str, stall: NamedStall | None, known: KnownStalls) -> tuple[str, str]:
    """
    Who was named beside the stall, and the text without the two.

    What stands before a stall is the article where none follows (盖碗 8721B 12块5), else the seller (鹿姐 8721B 盖碗).
    """
    if stall is None:
        return "", text
    before, after = text[: stall.start], text[stall.end :]
    said = GRAMMAR.tokens_of(before)
    somebody = before.rstrip().endswith(":") or is_trader(before) or known.named_at(before.strip(), 0) is not None
    follows = article_and_rest(*_left_over(after, GRAMMAR.tokens_of(after)))[0]
    if not said and (somebody or follows):
        return before, after
    return "", f"{before} {after}" if before else after


def _doubts_of_the_text(raw: str, stall: NamedStall | None) -> list[Problem]:
    doubts = []
    if stall is not None and not stall.certain:
        doubts.append(Problem("note-stall-unsure", value=stall.stall))
    if len(raw) > MAX_CHARS:
        doubts.append(Problem("note-too-long", params={"chars": len(raw), "most": MAX_CHARS}))
    return doubts


def _left_over(text: str, tokens: Iterable[Token[Kind]], used: Collection[int] = ()) -> tuple[list[str], list[str]]:
    """What no token claims, where the article's name must be, and what tokens claim that no field takes."""
    names, others = [""], []
    at = 0
    for token in tokens:
        names[-1] += text[at : token.start]
        if token.kind is Kind.TEXT:
            names[-1] += token.text
        else:
            names.append("")
        if token.start not in used and token.kind in {
            Kind.REST,
            Kind.WEIGHT,
            Kind.COUNT,
            Kind.SIZE,
            Kind.ILLEGIBLE,
            Kind.LOT,
            Kind.FOREIGN,
        }:
            others.append(token.text)
        at = token.end
    names[-1] += text[at:]
    return names, others


def _unclaimed(text: str, tokens: Iterable[Token[Kind]]) -> str:
    """The text without what a token claims."""
    left = list(text)
    for token in tokens:
        left[token.start : token.end] = "\0" * (token.end - token.start)
    return "".join(left)


def _guess(unclaimed: str, names: list[str], prices: Prices) -> None:
    """A number that stands alone and is the only one, or the only one with decimals, is most likely the price."""
    loose = list(_LOOSE.finditer(unclaimed))
    if not loose:
        if inside := _INSIDE.search(unclaimed):
            prices.doubts.append(Problem("note-number-unread", value=inside.group()))
        return
    decimals = [match for match in loose if "." in match.group()]
    one = decimals[0] if len(decimals) == 1 else loose[0] if len(loose) == 1 and not decimals else None
    before = unclaimed[one.start() - 1] if one is not None and one.start() else " "
    # A whole number that ends a word is as often part of the name (茶杯12).
    plain = before.isspace() or (before != "\0" and bool(decimals))
    value = value_of(one.group()) if one is not None and plain and not may_be_booth(one.group()) else None
    if one is None or not value:
        numbers = " / ".join(match.group() for match in loose)
        prices.doubts.append(Problem("note-number-unread", value=numbers))
        return
    prices.yuan = value
    prices.doubts.append(Problem("note-price-guessed", value=one.group()))
    index = next(i for i, name in enumerate(names) if one.group() in name)
    names[index] = names[index].replace(one.group(), "\n", 1)


def _doubt_lots(tokens: list[Token[Kind]], prices: Prices, *, in_a_row: bool) -> None:
    """10个 47元 is the price of one in a table's row; elsewhere, or glued to it, a sum may be that of all ten."""
    for one, other in pairwise(tokens):
        price, count = (one, other) if one.kind is Kind.PRICE else (other, one)
        if price.kind is not Kind.PRICE or price.get("per", "label") is not None or prices.yuan is None:
            continue
        glued = one.end == other.start and not one.text.endswith(" ") and count.kind in {Kind.COUNT, Kind.CARTON}
        before = count is one and count.kind is Kind.COUNT and not in_a_row
        if (glued or before) and whole(value_of(count.get("count", "qty") or "")) != 1:
            prices.doubts.append(Problem("note-price-of-a-lot", value=f"{one.text.strip()} {other.text.strip()}"))


def _moq(
    tokens: list[Token[Kind]], prices: Prices, pack: Pack, doubts: list[Problem], uncertain: set[str]
) -> tuple[int | None, str | None]:
    found = [t for t in tokens if t.kind is Kind.MOQ]
    values = {_count(t) for t in found}
    unit = next((u for t in found if (u := t.get("unit")) and t.get("moq") != "半"), None)
    if len(values) > 1:
        doubts.append(Problem("note-several-moq", value=" / ".join(t.text.strip() for t in found)))
        uncertain.add("moq")
        return None, None
    moq = values.pop() if values else None
    if found and moq is None:
        doubts.append(Problem("note-moq-unreadable", value=found[0].text.strip()))
    if moq is None and prices.moq is not None:
        moq, unit = prices.moq, prices.per
        uncertain.add("moq")
    if any({"from", "upto"} & t.groups.keys() for t in found):
        uncertain.add("moq")
        doubts.append(Problem("note-moq-from-a-range", value=found[0].text.strip()))
    said = found[0].text.strip() if found else str(moq)
    small = (unit or "").lower()
    if small in CARTONS:
        uncertain.add("moq")
        doubts.append(Problem("note-moq-in-cartons", value=said))
    elif "半" in said or small in DOZENS or (small in PACKS and pack.inner_qty is not None and prices.per != unit):
        uncertain.add("moq")
        doubts.append(Problem("note-moq-in-packs", value=said))
    return moq, unit


def _count(token: Token[Kind]) -> int | None:
    """A least order as said; half a dozen is six, half a carton is not known in pieces, 整箱 is one."""
    if "whole" in token.groups:
        return 1
    value = value_of(token.get("moq", "from") or "")
    in_dozens = (token.get("unit") or "").lower() in DOZENS
    return 6 if value == Fraction(1, 2) and in_dozens else whole(value)


def _unit(tokens: list[Token[Kind]], moq_unit: str | None, *, priced: bool) -> str | None:
    """
    What things are counted in where the price does not say: stated, of the least order, or beside the price.

    Args:
        tokens: of the note.
        moq_unit: a least order in cartons or dozens does not make the price one for a carton or a dozen.
        priced: whether there is a price.

    """
    if priced and (moq_unit or "").lower() in CARTONS | DOZENS | PACKS:
        moq_unit = None
    stated = next((t.groups["per"] for t in tokens if t.kind is Kind.UNIT), None)
    beside = next(
        (
            count.groups["unit"]
            for count, price in pairwise(tokens)
            if count.kind is Kind.COUNT and price.kind in {Kind.PRICE, Kind.ILLEGIBLE}
        ),
        None,
    )
    return stated or moq_unit or beside


def _fen(tokens: list[Token[Kind]], kind: Kind) -> int | None:
    yuan = next((value for t in tokens if t.kind is kind and (value := yuan_of(t)) is not None), None)
    return None if yuan is None else int(yuan * 100 + Fraction(1, 2)) or None


def _lead_days(tokens: list[Token[Kind]]) -> int | None:
    token = next((t for t in tokens if t.kind is Kind.LEAD), None)
    if token is None:
        return None
    days = whole(value_of(token.groups["days"]))
    span = (token.get("span") or "").lower()
    return None if days is None else days * next((n for word, n in _DAYS.items() if word in span), 1)
