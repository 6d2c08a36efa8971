"""The stall that a note names: before it speaks of the article, or anywhere in it by a booth that the catalogue has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.known_stalls import NONE_KNOWN
from yiwutrip.ingest.notes.grammar import GRAMMAR
from yiwutrip.ingest.notes.pieces import COUNTED
from yiwutrip.market.address import parse_address
from yiwutrip.market.booths import infer_from_booth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.known_stalls import KnownStalls

_CODE = re.compile(
    r"\s*((?:D[1-6]E?|HUANGYUAN|BINWANG|SHENGCHAN|BEIXIAZHU)-[A-Z\d][\w/-]*)(?=[\s,:;]|$)", re.IGNORECASE
)
_LABELLED = re.compile(
    r"\s*(?:商位号?|摊位号?|店铺|铺位|档口|店|booth|stall|shop|@|#)\s*[:#.]?\s*([A-Za-z]?\d[\w/-]{2,12})(?:号)?[\s,:;]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\s*(\d{4,6}[A-Za-z]?(?:-\d{1,2})?)(?:号)?(?:商位|店铺?|摊位)?(?:\s*[,:;]\s*|\s+|$)(?!\s*(?:[-~*x×\d]|"
    + COUNTED
    + "))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\s*([^\s,;]*[区门楼街][^\s,;]*(?:\s+[^\s,;]*[区门楼街号][^\s,;]*)*(?:\s+\d{4,6}[A-Za-z]?)?)(?:[\s,:;]+|$)"
)
_SURE_DIGITS = 5
_PART_OF_ADDRESS = re.compile(r"[区门楼街]|floor|gate|street|district", re.IGNORECASE)


_KNOWN = re.compile(
    r"(?<![A-Za-z\d./*×¥-])([A-Za-z]{0,2}\d{4,6}[A-Za-z]?(?:-\d{1,2})?|[A-Z]\w{1,9}-[\w-]{1,20})(?:号(?:商位|店|摊位?)?)?"
    rf"(?![A-Za-z\d.*×%/-]|\s*(?:[-~*x×]\s*\d|{COUNTED}))",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\s*[^\s:;,\d¥][^:;,\d¥\n]{0,15}:\s*")
_AT = re.compile(r"\s*(?:@|在|到|去)?\s*")
_BEHIND = re.compile(r"[\s,:;()|/-]*")


@dataclass(frozen=True, slots=True)
class NamedStall:
    """A stall as named, and where in the text its name stands."""

    stall: str
    start: int
    end: int
    certain: bool


def stall_named(text: str, known: KnownStalls = NONE_KNOWN) -> NamedStall | None:
    """
    The stall that a text names, None where it names none.

    First what the text begins with, after who speaks: a name or a booth of the catalogue, then what looks like a booth.
    Then a booth of the catalogue that stands alone further on; one of four plain digits may be a price and is doubted.
    """
    speaker = _SPEAKER.match(text)
    starts = [0] if speaker is None else [0, speaker.end()]
    begun = next((one for start in starts if (one := _known_at(text, start, known))), None) or stall_at_start(text)
    begun = begun and _with_what_follows(text, begun, known)
    if begun is not None and begun.certain:
        return begun
    further = next((_with_what_follows(text, one, known) for one in _standing_alone(text, known)), None)
    return further if begun is None or (further is not None and further.certain) else begun


def _standing_alone(text: str, known: KnownStalls) -> Iterator[NamedStall]:
    """Booths of the catalogue that no rule of the grammar takes for something else; not 茶杯8353, but 鹿姐8721B."""
    found = [_by_number(match) for match in _KNOWN.finditer(text) if known.has_number(match[1])]
    tokens = GRAMMAR.tokens_of(text) if found else []
    for one in found:
        glued = re.match(r"[\u3400-\u9fff]", text[one.start - 1 : one.start]) is not None
        apart = all(one.end <= t.start or t.end <= one.start or t.text.strip().upper() == one.stall for t in tokens)
        if apart and (one.certain or not glued):
            yield one


def _known_at(text: str, start: int, known: KnownStalls) -> NamedStall | None:
    """A booth, a code or a name of the catalogue at this place; a booth behind the name says which of its stalls."""
    at = _AT.match(text, start)
    place = at.end() if at else start
    number = _KNOWN.match(text, place)
    if number is not None and known.has_number(number[1]):
        return _by_number(number)
    name = known.named_at(text, place)
    if name is None:
        return None
    codes, end = known.codes_of(name), _past(text, place + len(name))
    return NamedStall(codes[0] if len(codes) == 1 else name, start, end, certain=len(codes) == 1)


def _with_what_follows(text: str, one: NamedStall, known: KnownStalls) -> NamedStall:
    """A name behind the booth of its stall, or a booth behind its name: both say where, and together they are sure."""
    if name := known.named_at(text, one.end):
        said, end = name, one.end + len(name)
    elif number := _KNOWN.match(text, one.end):
        said, end = number[1], number.end()
    elif address := stall_at_start(text[one.end :]):
        said, end = address.stall, one.end + address.end
    else:
        return one
    both = {*known.codes_of(said)} & {*known.codes_of(one.stall)}
    return NamedStall(both.pop(), one.start, _past(text, end), certain=True) if len(both) == 1 else one


def _by_number(match: re.Match[str]) -> NamedStall:
    said = match[1].upper()
    certain = not said.isdecimal() or len(said) >= _SURE_DIGITS
    return NamedStall(said, match.start(), _past(match.string, match.end()), certain=certain)


def _past(text: str, end: int) -> int:
    behind = _BEHIND.match(text, end)
    return behind.end() if behind else end


def stall_at_start(text: str) -> NamedStall | None:
    """The code, booth or address that a text begins with; None where it begins with something else."""
    if code := _CODE.match(text):
        return NamedStall(code[1].upper(), 0, code.end(), certain=True)
    if labelled := _LABELLED.match(text):
        return NamedStall(labelled[1].upper(), 0, labelled.end(), certain=True)
    number = _NUMBER.match(text)
    if number is not None and infer_from_booth(number[1]) is not None:
        certain = len(re.sub(r"\D.*", "", number[1])) >= _SURE_DIGITS
        return NamedStall(number[1].upper(), 0, number.end(), certain=certain)
    if address := _ADDRESS.match(text):
        reading = parse_address(address[1])
        if reading.address.booth and (reading.best.district is not None):
            return NamedStall(reading.address.booth, 0, address.end(), certain=reading.certain)
    return None


def may_be_booth(number: str) -> bool:
    """Whether a number is as likely a booth of the market as a price."""
    return len(number) >= _SURE_DIGITS and number.isdecimal() and infer_from_booth(number) is not None


def stall_within(text: str) -> str | None:
    """The booth of an address that stands anywhere in a message: 我去三区59门三楼2街27449."""
    if not _PART_OF_ADDRESS.search(text):
        return None
    reading = parse_address(text)
    one = reading.address.booth if reading.best.district is not None else None
    return one if one and "," not in one else None
