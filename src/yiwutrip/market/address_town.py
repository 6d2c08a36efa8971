"""Whether an address lies in Yiwu, or in another town or market that is called the same."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwutrip.market.address_elsewhere import ABROAD_ZH, OUTSIDE_ZH
from yiwutrip.market.address_kinds import Kind

if TYPE_CHECKING:
    from yiwutrip.domain.tokens import Token

_ELSEWHERE = re.compile(rf"(?:{OUTSIDE_ZH}|{ABROAD_ZH})(?:(?![在的到去来客发])[\u4e00-\u9fff]){{0,7}}$")
"""A name that begins with another town's: 深圳电子世界; not talk in which one occurs: 沙特客户要的货在."""
_MARKET_NAME = re.compile(r"[\u4e00-\u9fff](?:市场|城|广场|商厦|博览馆)$")
_ANYBODYS_WORD = re.compile("(?:批发|专业|商品|[新老大个们的])市场$|(?:商贸|国贸|商茂|(?<!网)商)城$")
"""What people call ours too, where other names of markets and cities are those of other ones: 农贸城, 轻纺城北市场."""


def town_of(text: str, tokens: list[Token[Kind]]) -> str:
    """
    Whether the text means Yiwu: ``yiwu``, ``elsewhere``, ``borrowed`` or ``unsaid``.

    Chinese goes from the province down, English from the street up. Borrowed: an English address has another town, and
    Yiwu only in the market's name (Yiwu Trade Mart, Johannesburg).
    """
    town = "unsaid"
    for index, token in enumerate(tokens):
        latin = token.text[0].isascii()
        if token.kind is Kind.OUTSIDE and _is_branch(text, tokens, index):
            return "elsewhere"
        if token.kind is Kind.OUTSIDE and (town != "yiwu" or (latin and not any(t.kind is Kind.YIWU for t in tokens))):
            town = "elsewhere"
        elif token.kind is Kind.YIWU:
            # 沈阳义乌商贸城: a mall elsewhere that borrows the name; 义乌市 is the town itself.
            borrowed = town == "elsewhere" and not token.text.endswith(("市", "办事处", "分公司")) and not latin
            town = town if borrowed else "yiwu"
        elif token.kind is Kind.ROUND_ABOUT and token.text.startswith("浙江") and town == "elsewhere":
            town = "unsaid"
    return "borrowed" if _only_named_after(tokens) else town


def _only_named_after(tokens: list[Token[Kind]]) -> bool:
    """Whether a Latin town elsewhere is named, and Yiwu or its province nowhere but in the market's own name."""
    if not any(t.kind is Kind.OUTSIDE and t.text.isascii() for t in tokens):
        return False
    own = [t for t, after in pairwise(tokens) if t.kind is Kind.YIWU and after.kind is Kind.TRADE_CITY]
    around = [t for t in tokens if t.kind in {Kind.YIWU, Kind.ROUND_ABOUT} and t not in own]
    return bool(own) and not around


def _is_branch(text: str, tokens: list[Token[Kind]], index: int) -> bool:
    """国际商贸城(成都)二区, Yiwu Market Dubai: the town where a market of the name is stands right behind the name."""
    before = tokens[index - 1] if index else None
    if before is None or before.kind is not Kind.TRADE_CITY:
        return False
    return not re.sub(r"[\s()\[\]【】·.\-]", "", text[before.end : tokens[index].start])


def of_another_market(text: str, tokens: list[Token[Kind]], index: int) -> bool:
    """Other markets have districts and booths of five digits of their own: 轻纺城北市场三区, 深圳电子世界二区."""
    token = tokens[index]
    if token.kind is not Kind.DISTRICT:
        return False
    before = tokens[index - 1] if index else None
    if before is not None and before.kind is Kind.OTHER_PLACE:
        name = before.text
    else:
        name = text[before.end if before else 0 : token.start].rstrip(" (")
        if _ELSEWHERE.match(re.split(r"[\s,;:]", name)[-1]):
            return True
    return _MARKET_NAME.search(name) is not None and _ANYBODYS_WORD.search(name) is None
