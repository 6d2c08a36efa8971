"""
Price tables whose quantities and prices stand in columns or rows of their own, put together step by step.

A shop on the web shows 起批量 2-99件 100-499件 above ¥12.50 ¥11.80; what is copied from it has all of the one, then all
of the other.
"""

from __future__ import annotations

import re

from yiwutrip.ingest.notes.numbers import value_of
from yiwutrip.ingest.notes.pieces import COIN, CUR, UNIT

_NUMBER = r"\d{1,7}"
_BOUND = (
    rf"(?:≥|>=?)?\s*{_NUMBER}(?:\s*-\s*{_NUMBER}|\s*及?以上|\+)?(?:\s*{UNIT})?(?:\s*(?:及?以上|起批?|\+))?"
    rf"(?![\d.]|\s*(?:{COIN}|[-*×]))"
)
_FIGURE = r"\d{1,6}(?:\.\d{1,4})?"
_MONEY = rf"(?:{CUR}\s*{_FIGURE}(?:\s*{COIN})?|{_FIGURE}\s*{COIN})(?![\d.]|\s*(?:{UNIT}|[-~]))"
_BARE = r"\d{1,6}\.\d{1,4}(?![\d.]|\s*[-~*×])"
_GAP = r"[\s,;|/]+"
_OF_BOUNDS = r"(?P<least>起批量?|起订量?|起购量?)|采购量|购买数量|批发数量|数量|MOQ|quantity|qty"
_OF_MONEY = r"价格|单价|批发价|价|price"
_IN_BRACKETS = rf"\s*(?:[(/]\s*(?:{COIN}|RMB|(?P<unit>{UNIT}))\s*\)?)?\s*:?\s*"


def _run(piece: str) -> str:
    return rf"{piece}(?:{_GAP}{piece})+"


_BOUNDS = rf"(?:(?:{_OF_BOUNDS}){_IN_BRACKETS})?(?P<bounds>{_run(_BOUND)})"
_PRICES = (
    rf"(?:(?:(?:{_OF_MONEY})\s*(?:[(/]\s*(?:{COIN}|RMB)\s*\)?)?\s*:?\s*)?(?P<money>{_run(_MONEY)})"
    rf"|(?:{_OF_MONEY})\s*(?:[(/]\s*(?:{COIN}|RMB)\s*\)?)?\s*:?\s*(?P<bare>{_run(_BARE)}))"
)
_TABLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"{_PRICES}{_GAP}{_BOUNDS}", rf"(?<![\d.¥]){_BOUNDS}{_GAP}{_PRICES}")
)
_BEHIND = re.compile(
    rf"(?<![\d.])(?P<price>\d{{1,6}}(?:\.\d{{1,4}})?)\s*{COIN}?\s*\(\s*(?P<bound>{_BOUND})\s*\)", re.IGNORECASE
)


def step_by_step(text: str) -> str:
    """
    A text, evened out, with a table in columns made one of quantity and price side by side; else as it is.

    A table counts where there are as many prices as quantities, more pieces cost less each, and only the columns'
    heads stand between them.
    """
    behind = list(_BEHIND.finditer(text))
    if len(behind) > 1:
        steps = _steps([m["bound"] for m in behind], [m["price"] for m in behind], None, least=False)
        return text if steps is None else text[: behind[0].start()] + steps + text[behind[-1].end() :]
    for table in _TABLES:
        for match in table.finditer(text):
            bounds = re.findall(_BOUND, match["bounds"], re.IGNORECASE)
            prices = re.findall(r"\d+(?:\.\d+)?", match["money"] or match["bare"])
            steps = _steps(bounds, prices, match["unit"], least=match["least"] is not None)
            if steps is not None:
                return f"{text[: match.start()]} {steps} {text[match.end() :]}"
    return text


def _steps(bounds: list[str], prices: list[str], unit: str | None, *, least: bool) -> str | None:
    """
    The steps of a price as notes have them: ``2-99件 ¥12.50; 100件以上 ¥11.80``.

    Args:
        bounds: quantities as written.
        prices: as many, as written.
        unit: what is counted, where only the head of the column says so.
        least: the first quantity is the least order, as a column of least orders has it.

    """
    if len(bounds) != len(prices):
        return None
    lows = [int(re.findall(_NUMBER, bound)[0]) for bound in bounds]
    values = [value_of(price) or 0 for price in prices]
    if lows != sorted(set(lows)) or values != sorted(values, reverse=True):
        return None
    counted = next((m.group() for b in bounds if (m := re.search(UNIT, b, re.IGNORECASE))), unit) or ""
    said = [re.findall(_NUMBER, bound) for bound in bounds]
    highs = [numbers[1] if len(numbers) > 1 else None for numbers in said]
    if least:
        highs = [high or str(after - 1) for high, after in zip(highs, lows[1:], strict=False)] + [highs[-1]]
    steps = [
        f"{low}-{high}{counted} ¥{price}" if high else f"{low}{counted}以上 ¥{price}"
        for low, high, price in zip(lows, highs, prices, strict=True)
    ]
    return "; ".join(steps)
