"""Which market an address means, and whether it means one of these markets at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.address import District
from yiwutrip.domain.problems import Problem
from yiwutrip.market.address_kinds import Kind
from yiwutrip.market.address_names import HARMLESS, HARMLESS_ENGLISH
from yiwutrip.market.address_text import number
from yiwutrip.market.address_town import of_another_market, town_of

if TYPE_CHECKING:
    from yiwutrip.domain.tokens import Token

_NUMBERED = {n: District(f"D{n}") for n in range(1, 7)}
_HALLS = frozenset(District(f"D{n}") for n in range(1, 6)) | {District.D1E}
_FIRST_PHASE = 1
_HARMLESS_TAIL = re.compile("(?:" + "|".join(sorted(HARMLESS.split("|"), key=len, reverse=True)) + ")$")


_NAMES = ({Kind.OTHER_PLACE, Kind.OUTSIDE}, {Kind.OTHER_PLACE, Kind.OUTSIDE, Kind.ROAD})
"""What right before a market's name, or a district's, makes it another place: 化工路二区, but 福田路国际商贸城."""


_OPPOSITE = {"对面", "opposite"}
_TRADES = re.compile(
    "(?:公司|厂|店|行|部|社|坊|饰品|玩具|百货|用品|五金|箱包|工艺品?|文具|化妆品|电器|电子|贸易|商贸|[鞋袜伞]业|服饰|家纺|批发)$"
)
"""How the name of a business ends, which stands before an address as a town's does."""
_BEHIND_NAME = re.compile(r"对面|附近|旁边?|隔壁|后面|背后|边上|[东西南北]侧(?!门)")
_BEFORE_NAME = re.compile(r"(?<![a-z])(?:opposite|near|next\s+to|beside|behind)(?![a-z])", re.IGNORECASE)
_MARKETS = {Kind.TRADE_CITY, Kind.MARKET}
_OF_THE_FORM = {Kind.LABEL, Kind.GATE, Kind.GATE_NAME, Kind.STREET, Kind.BOOTH, Kind.FLOOR, Kind.BASEMENT}
_FORM_PARTS = 4
"""Floor, gate, street and booth together, filled in or empty, are the form in which this market's sites write."""
_NAMING = {Kind.TRADE_CITY, Kind.MARKET, Kind.DISTRICT, Kind.DISTRICT_EAST}


@dataclass(frozen=True, slots=True)
class Place:
    """
    The market that an address names.

    Attributes:
        outside: it names a place that is none of these markets.
        proven: a gate or booth that only Yiwu has is no longer needed to be sure of the town.

    """

    district: District | None = None
    outside: bool = False
    proven: bool = True
    problems: tuple[Problem, ...] = ()


def place_of(text: str, tokens: list[Token[Kind]], supported: frozenset[District]) -> Place:
    """
    Read the market from the names in an address.

    Args:
        text: evened out.
        tokens: of the text.
        supported: districts that the gate or the booth number speak for.

    """
    town = town_of(text, tokens)
    named = {index: _glued_name(text, tokens, index) for index, token in enumerate(tokens) if token.kind in _NAMING}
    markets = [t for i, t in enumerate(tokens) if t.kind in _MARKETS and not named[i]]
    if markets and not any(t.kind is Kind.BUILDING for t in tokens):
        named = {index: "" if name.lower() == "futian" else name for index, name in named.items()}
    ranges = [t for t in tokens if t.kind is Kind.DISTRICT_RANGE]
    found = [_NUMBERED[value] for t in ranges for n in t.every("n") if (value := number(n))]
    doubted = any(_another_town(text, tokens, index) for index in range(1, len(tokens)))
    doubted = doubted or (not markets and _says_more(text, tokens))
    refused = False
    for index, token in enumerate(tokens):
        district = _district(token)
        if district is None:
            continue
        if not _accepts(tokens, index, name=named[index], markets=bool(markets)) and district not in supported:
            refused = True
            continue
        doubted = doubted or bool(named[index])
        if district not in found:
            found.append(district)
    beside = _beside(text, tokens)
    of_others = not markets and any(of_another_market(text, tokens, index) for index in range(len(tokens)))
    if (
        town == "elsewhere"
        or (town == "borrowed" and not supported)
        or of_others
        or (beside in _OPPOSITE and not supported)
    ):
        return Place(outside=True)
    if set(found) == {District.D1, District.D1E}:
        found = [District.D1E]
    if found:
        place = _named(found, tokens, town=town, doubted=doubted, supported=supported)
        return replace(place, problems=(*place.problems, Problem("address-near", value=beside))) if beside else place
    foreign = any(t.kind in {Kind.OTHER_PLACE, Kind.ROAD, Kind.BUILDING} for t in tokens)
    if not markets and (refused or foreign) and not supported:
        return Place(outside=True)
    return _unnamed(tokens, markets=bool(markets), refused=refused)


def _named(
    found: list[District], tokens: list[Token[Kind]], *, town: str, doubted: bool, supported: frozenset[District]
) -> Place:
    if len(found) > 1:
        return Place(problems=(Problem("address-said-twice", params={"what": "district", "values": tuple(found)}),))
    district = found[0]
    problems = []
    if any(t.first("RIVER") for t in tokens):
        problems.append(Problem("address-village", value="江北下朱"))
    unmistakable = {District.D1E, District.HUANGYUAN, District.BINWANG, District.BEIXIAZHU}
    labels = [t for t in tokens if t.kind in _OF_THE_FORM]
    east = any(t.kind is Kind.GATE_SIDE for t in tokens) and District.D1E in supported
    form = len({t.kind for t in labels} | {t.text for t in labels if t.kind is Kind.LABEL}) >= _FORM_PARTS
    digital = any(t.first("D6") for t in tokens)
    building = next((t for t in tokens if t.kind is Kind.BUILDING), None)
    if building is not None and district in _HALLS:
        problems.append(Problem("address-building", value=building.text))
    if not (town == "yiwu" or district in unmistakable or district in supported or digital or form or east):
        problems.append(Problem("address-town-not-said", params={"district": district}))
    elif town == "borrowed" or (doubted and district not in supported):
        problems.append(Problem("address-place-unsure", params={"district": district}))
    return Place(district=district, problems=tuple(problems))


def _unnamed(tokens: list[Token[Kind]], *, markets: bool, refused: bool) -> Place:
    phase = next((t for t in tokens if t.kind is Kind.PHASE), None)
    zone = next((t for t in tokens if t.kind is Kind.ZONE), None)
    if phase is not None and markets:
        first = number(phase.first("n") or "") == _FIRST_PHASE
        problem = Problem("address-phase", value=phase.text)
        return Place(district=District.D1 if first else None, problems=(problem,))
    if zone is not None:
        return Place(problems=(Problem("address-letter-zone", value=zone.text),))
    wrong = next((t for t in tokens if t.kind is Kind.DISTRICT), None)
    if wrong is not None and not refused:
        return Place(problems=(Problem("address-no-such-district", value=wrong.text),))
    return Place(problems=(Problem("address-district-not-said"),))


def _district(token: Token[Kind]) -> District | None:
    if token.kind is Kind.DISTRICT_EAST:
        return District.D1E
    if token.kind is Kind.DISTRICT:
        return _NUMBERED.get(number(token.first("n") or "") or 0)
    if token.kind is Kind.MARKET:
        name = next(iter(token.groups))
        return District.BEIXIAZHU if name == "RIVER" else District(name)
    return None


def _accepts(tokens: list[Token[Kind]], index: int, *, name: str, markets: bool) -> bool:
    """Whether a district's name stands where the market's would, and not for a quarter or another mall."""
    token = tokens[index]
    if name:
        return False
    if token.kind in {Kind.MARKET, Kind.DISTRICT_EAST} or markets:
        return True
    before = tokens[index - 1] if index else None
    if before is not None and before.kind is Kind.ROUND_ABOUT and before.text.endswith(("街道", "镇")):
        return False
    others = any(t.kind in {Kind.OTHER_PLACE, Kind.BUILDING, Kind.TRADE_CITY} for t in tokens)
    return not others


def _beside(text: str, tokens: list[Token[Kind]]) -> str | None:
    """The word that says beside the market and not in it: 二区对面, near District 2; not 银行对面二区."""
    names = [t for t in tokens if t.kind in _NAMING]
    if not names:
        return None
    close = (_BEHIND_NAME.match(text, name.end) for name in names)
    behind = _BEHIND_NAME.search(text, names[-1].end) or next((match for match in close if match), None)
    before = _BEFORE_NAME.search(text[: names[-1].start])
    word = behind or before
    return word.group().lower() if word else None


def _another_town(text: str, tokens: list[Token[Kind]], index: int) -> bool:
    """肥西义乌国际商贸城: a town's name may stand glued before the borrowed name, and so may that of a business."""
    before, token = tokens[index - 1], tokens[index]
    if before.kind is not Kind.YIWU or token.kind is not Kind.TRADE_CITY or before.end != token.start:
        return False
    return len(_glued_name(text, tokens, index - 1)) > 1 and _TRADES.search(text[: before.start]) is None


def _says_more(text: str, tokens: list[Token[Kind]]) -> bool:
    """District 2, Shuangyang, Yiwu: an English word that nothing here knows may be the quarter whose district it is."""
    left = list(text)
    for token in tokens:
        left[token.start : token.end] = " " * (token.end - token.start)
    words = re.findall(r"[A-Za-z]{3,}", "".join(left))
    return any(word.lower() not in HARMLESS_ENGLISH for word in words)


def _glued_name(text: str, tokens: list[Token[Kind]], index: int) -> str:
    """The name that a token is only the last part of (下王三区, Changchun District 3), empty where it stands alone."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    gap = text[before.end if before else 0 : token.start]
    if not gap.strip() and before is not None and before.kind in _NAMES[token.kind is Kind.DISTRICT]:
        return before.text
    if token.text[0].isascii() and token.text[0].isalpha():
        words = re.findall(r"[A-Za-z]{2,}", re.split(r"[,;:\n()\u4e00-\u9fff]", gap)[-1])
        return " ".join(word for word in words if word.lower() not in HARMLESS_ENGLISH)
    run = re.search(r"[\u4e00-\u9fff]*$", gap)
    name = run.group() if run else ""
    while name and (tail := _HARMLESS_TAIL.search(name)):
        name = name[: tail.start()]
    # 义乌 itself may be glued: 西柳义乌商贸城.
    if not name and not gap and before is not None and before.kind is Kind.YIWU and token.kind is Kind.TRADE_CITY:
        return "" if token.text.startswith(("国际", "中国")) else _glued_name(text, tokens, index - 1)
    return name
