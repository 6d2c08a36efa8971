"""Who said what when: the lines of a pasted chat, in the layouts in which WeChat and its copies write them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.ingest.notes.chat_days import DATE, TIME, WEEKDAY, Days
from yiwutrip.ingest.notes.words import is_trader

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date, datetime

    from yiwutrip.domain import said_times

_NAME = r"(?P<name>[^\s:：\[\]][^\n:：\[\]]{0,31}?)"
_DAY_LINE = re.compile(rf"[-—=\s]*(?:{DATE}){WEEKDAY}[-—=,\s]*(?:{TIME})?\s*", re.IGNORECASE)
_TIME_LINE = re.compile(rf"\s*{TIME}\s*", re.IGNORECASE)
_LAYOUTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s*{_NAME}(?:\([^()\n]{{1,40}}\))?\s+(?:{DATE}){WEEKDAY},?\s*{TIME}\s*(?:[:：]\s*(?P<text>.*))?",
        rf"\s*[\[(]?\s*(?:{DATE}){WEEKDAY},?\s*{TIME}\s*[\])]?\s*{_NAME}\s*(?:[:：]\s*(?P<text>.*))?",
        rf"\s*{_NAME}\s+{TIME}\s*(?:[:：]\s*(?P<text>.*))?",
        rf"\s*[\[(]?\s*{TIME}\s*[\])]?\s*{_NAME}\s*(?:[:：]\s*(?P<text>.*))?",
    )
)
_DATED_LAYOUTS = 2
_SPEECH = re.compile(rf"\s*{_NAME}\s*[:：]\s*(?P<text>.*)")
_LABEL = re.compile(
    r"品名|名称|产品|商品|货号|款[号式]|型号|编号|规格|尺寸|颜色|材质|单?价|价格|报价|批发|零售|拿货|起[订批购定]|最低|装箱|箱规|外箱|内盒|中包|毛重|净重|重量|体积|包装"
    r"|交期|货期|备注|地址|电话|手机|微信|qq|联系|数量|库存|押金|样品|运费|直播|佣金|产能|店|档口|商位|[大中小]号|\d"
    r"|(?:unit\s*)?price|moq|min|size|carton|ctn|pack|weight|gw|g\.w|nw|n\.w|name|item|model|colou?r|qty|lead|remark|add|tel|phone",
    re.IGNORECASE,
)
"""What stands before a colon in a note, and is nobody who speaks."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message: sender and time as far as the text gives them."""

    text: str
    sender: str | None
    at: datetime | None


def said(text: str, known: Collection[str], day: date | None, trip: said_times.Days | None = None) -> list[Said]:
    """
    The messages of a chat in their order.

    Args:
        text: as pasted.
        known: names that are senders wherever they stand before a colon; other names count as senders only with a time,
            and with a time of day alone only if they head several lines, or stand as the known ones do. Where a known
            name stands before a colon, or several take turns at it, a seller's does too (王老板：12块5).
        day: the day of the paste, which times without a date are of; without it they have no time. Where times go on
            past midnight the last are of that day.
        trip: its first and last day: a date without a year is of them if it can be and the chat above says no year.

    """
    lines = _names_beside_times(text.splitlines(), known)
    heads = _Heads(lines, known)
    days = Days(day, trip)
    found: list[tuple[list[str], str | None, int | None]] = [([], None, None)]
    for line in lines:
        _, sender, at = found[-1]
        head = heads.of(line, after_head=sender is not None and not found[-1][0])
        if head is not None:
            at = days.note(head) if head.groupdict().get("h") else at
            found.append(([head["text"]] if head["text"] else [], head["name"].strip(), at))
        elif (dated := _stamp(line)) is not None:
            found.append(([], sender, days.note(dated)))
        else:
            found[-1][0].append(line)
    return [one for gathered, sender, at in found for one in _message(gathered, sender, days.moment(at))]


def _message(gathered: list[str], sender: str | None, at: datetime | None) -> Iterator[Said]:
    """Lines under one heading; without any heading every line is a message of its own."""
    text = "\n".join(line.rstrip() for line in gathered).strip()
    if not text:
        return
    if sender is None:
        yield from (Said(line.strip(), None, at) for line in text.split("\n") if line.strip())
    else:
        yield Said(text, sender, at)


def _names_beside_times(lines: list[str], known: Collection[str]) -> list[str]:
    """The lines, with a name alone above its time, or one of the known below it, put beside it; a text stays."""
    stamps = [n for n, line in enumerate(lines) if (stamp := _stamp(line)) is not None and stamp["h"]]
    above = Counter(lines[n - 1].strip() for n in stamps if n)
    stamped = set(stamps)
    heads: dict[int, str] = {}
    names: set[int] = set()
    for n in stamps:
        before, after = (lines[k].strip() if 0 <= k < len(lines) else "" for k in (n - 1, n + 1))
        names_above = before in known or (above[before] > 1 and not re.search("[:：]", before))
        if before and names_above and n - 1 not in names:
            heads[n] = f"{before} {lines[n].strip()}"
            names.add(n - 1)
        elif after in known and n + 2 not in stamped:
            heads[n] = f"{lines[n].strip()} {after}"
            names.add(n + 1)
    return [heads.get(n, line) for n, line in enumerate(lines) if n not in names]


def _stamp(line: str) -> re.Match[str] | None:
    """A line that is nothing but a day, a time or both."""
    return _DAY_LINE.fullmatch(line) or _TIME_LINE.fullmatch(line)


class _Heads:
    """Which lines of a chat say who speaks from here on."""

    def __init__(self, lines: Iterable[str], known: Collection[str]) -> None:
        self._known = known
        lines = list(lines)
        speeches = Counter(match["name"].strip() for line in lines if (match := _SPEECH.fullmatch(line)))
        again = {name for name, count in speeches.items() if count > 1 and not _LABEL.match(name)}
        strangers = again if len(again) > 1 and speeches.total() >= len(list(filter(str.strip, lines))) / 2 else set()
        self._speakers = {*known, *strangers}
        self._in_turns = not self._speakers.isdisjoint(speeches)
        timed = [found for line in lines if (found := _timed(line)) is not None]
        names = Counter(match["name"].strip() for _, match in timed)
        self._frequent = {name for name, count in names.items() if count > 1}
        self._layouts_of_known = {
            layout for layout, match in timed if match["name"].strip() in known and not match["text"]
        }

    def of(self, line: str, *, after_head: bool) -> re.Match[str] | None:
        """
        The head that a line is, None for a text.

        Args:
            line: of the chat.
            after_head: the line before is a head without a text, so that this one is a text if it can be.

        """
        layout, match = _timed(line) or (0, None)
        if match is not None:
            name = match["name"].strip()
            stands_alike = layout in self._layouts_of_known and not match["text"] and not after_head
            may_speak = layout < _DATED_LAYOUTS or name in self._frequent or stands_alike
            if name in self._known or (may_speak and _stamp(line) is None):
                return match
        speech = _SPEECH.fullmatch(line)
        return speech if speech is not None and self._speaks(speech["name"].strip()) else None

    def _speaks(self, name: str) -> bool:
        """
        Whether a name before a colon is somebody's.

        It is that of the trip's people, of two or more who take turns at it, and then of a seller who speaks but once.
        """
        return name in self._speakers or (self._in_turns and is_trader(name))


def _timed(line: str) -> tuple[int, re.Match[str]] | None:
    if len(line) > 200 and ":" not in line[:80] and "：" not in line[:80]:
        return None
    found = ((number, layout.fullmatch(line)) for number, layout in enumerate(_LAYOUTS))
    return next(((number, match) for number, match in found if match is not None), None)
