"""A pasted chat: its lines with who said them, where they were standing, and what they wrote down."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.known_stalls import NONE_KNOWN
from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.notes.chat_lines import Said, said
from yiwutrip.ingest.notes.note import parse_note
from yiwutrip.ingest.notes.numbers import HAN
from yiwutrip.ingest.notes.pieces import COIN, UNIT
from yiwutrip.ingest.notes.reading import Chat, ChatLine, NoteReading
from yiwutrip.ingest.notes.stalls import stall_named, stall_within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from yiwutrip.domain.known_stalls import KnownStalls
    from yiwutrip.domain.said_times import Days
    from yiwutrip.domain.trip import Person

_MEDIA = re.compile(
    r"\[(?:图片|照片|视频|语音|表情|动画表情|文件|位置|链接|photo|image|video|voice|sticker|file)[^\]\n]{0,80}\]",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"「[^」]{0,2000}」\s*(?:\n\s*(?:-\s*){5,})?|^\s*引用[^\n]*$", re.MULTILINE)
"""What somebody else said, set above or below the answer to it; it stands in the chat already."""
_SYSTEM = re.compile(
    r"^[^\n]{0,80}(?:以下[为是]新消息|撤回了一条消息|拍了拍|加入(?:了)?群聊|修改群名|聊天记录如下|(?:语音|视频)通话|通话时长|对方已取消"
    r"|recalled a message|tickled|joined (?:the )?group|chat history between)[^\n]*$"
    r"|^\s*\[?(?:微信)?(?:转账|红包|收款)[^\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ONE_BREATH = timedelta(minutes=5)
"""Messages of one sender that follow each other within this time go on about the same article."""
_LONGEST_NAME = 20
_FIGURE = re.compile(rf"\d|{HAN}(?:{COIN}|{UNIT}|[毛角点折])", re.IGNORECASE)
"""What makes a message more than talk: a figure, which somebody wanted to be kept."""


def parse_chat(
    text: str,
    people: Sequence[Person] = (),
    day: date | None = None,
    known: KnownStalls = NONE_KNOWN,
    trip: Days | None = None,
) -> Chat:
    """
    Read a chat as WeChat copies it: senders, times, stalls, notes.

    Args:
        text: as pasted, of any length.
        people: of the trip; a sender is one of them by name, by a name that begins the other, or by letter.
        day: what times without a date are of.
        known: stalls of the catalogue.
        trip: its first and last day, which dates without a year are of where they can be.

    Returns:
        Every message, those without a note too, in order. A stall that a sender names holds for that sender's later
        messages. Never raises.

    """
    party = {person.name for person in people} | {person.letter for person in people}
    lines: list[ChatLine] = []
    latest: dict[str | None, int] = {}
    for message in said(text, party, day, trip):
        before = latest.get(message.sender)
        if people and message.sender is not None and _letter(message.sender, people) is None:
            before = _answered(message, lines, before, known)
        heard = _heard(message, known)
        line = _line(heard, people, lines, before)
        if before is None or line.notes or heard.is_about_something:
            latest[message.sender] = len(lines)
        lines.append(line)
    return Chat(tuple(lines), _strangers(lines, people))


@dataclass(frozen=True, slots=True)
class _Heard:
    """A message, what of it is read as notes, and the stall that it names."""

    message: Said
    readings: Sequence[NoteReading]
    stall: str | None

    @property
    def is_about_something(self) -> bool:
        """Whether it names goods or a stall; a picture or 好的 leaves open what was spoken of before."""
        return self.stall is not None or any(reading.article for reading in self.readings)


def _heard(message: Said, known: KnownStalls) -> _Heard:
    """Read what the sender typed: no pictures, no quotation, nothing of the program's own."""
    own = _MEDIA.sub(" ", _SYSTEM.sub("", _QUOTED.sub("", message.text)))
    readings = parse_note(own, known)
    return _Heard(message, readings, next((r.stall for r in reversed(readings) if r.stall), None) or stall_within(own))


def _line(heard: _Heard, people: Sequence[Person], lines: list[ChatLine], before: int | None) -> ChatLine:
    message, readings, named = heard.message, heard.readings, heard.stall
    earlier = lines[before] if before is not None else None
    notes = tuple(reading for reading in readings if reading.says_something or reading.price_open)
    if earlier is not None and not named and len(notes) == 1 and not notes[0].article and _soon(earlier, message):
        notes, lines[before or 0] = _joined(earlier, notes[0])
    notes = tuple(note for note in notes if note.says_something)
    sure = all("stall" not in r.uncertain for r in readings) if named else earlier is None or earlier.stall_sure
    if not named and not sure and earlier is not None:
        notes = tuple(reading.at_the_stall_of(earlier.stall, sure=False) for reading in notes)
    unread = not notes and any(_FIGURE.search(f"{reading.article} {reading.rest}") for reading in readings)
    stall = named or (earlier.stall if earlier is not None else None)
    return ChatLine(
        text=message.text,
        sender=message.sender,
        who=_letter(message.sender, people),
        at=message.at,
        stall=stall,
        notes=notes,
        unread=unread,
        stall_sure=sure,
    )


def _answered(message: Said, lines: list[ChatLine], before: int | None, known: KnownStalls) -> int | None:
    """A stranger is a supplier who answers: of what was spoken of just before, whoever spoke of it."""
    recent = (n for n in reversed(range(len(lines))) if lines[n].notes or stall_named(lines[n].text, known))
    topic = next(recent, None)
    return topic if topic is not None and _soon(lines[topic], message) else before


def _soon(earlier: ChatLine, message: Said) -> bool:
    return earlier.at is None or message.at is None or message.at - earlier.at <= _ONE_BREATH


def _joined(earlier: ChatLine, note: NoteReading) -> tuple[tuple[NoteReading, ...], ChatLine]:
    """Figures without a name belong to the article of the message before: its name alone, or a note they add to."""
    if not earlier.notes:
        spoken = parse_note(earlier.text)
        name = spoken[0].article if len(spoken) == 1 else ""
        return ((replace(note, article=name) if 0 < len(name) <= _LONGEST_NAME else note,), earlier)
    begun = earlier.notes[-1]
    if begun.shares_a_figure_with(note):
        return (note,), earlier
    # The message that completes a note carries it; the one that began it carries it no longer.
    return (begun.completed_by(note),), replace(earlier, notes=earlier.notes[:-1])


def _letter(sender: str | None, people: Sequence[Person]) -> str | None:
    if sender is None:
        return None
    same = [p.letter for p in people if sender in {p.name, p.letter}]
    begins = [p.letter for p in people if sender.startswith(p.name) or p.name.startswith(sender)]
    found = same or begins
    return found[0] if len(found) == 1 else None


def _strangers(lines: list[ChatLine], people: Sequence[Person]) -> tuple[Problem, ...]:
    names = dict.fromkeys(line.sender for line in lines if line.sender is not None and line.who is None)
    known = ", ".join(f"{person.letter} {person.name}" for person in people)
    return tuple(Problem("chat-sender-unknown", value=name, params={"known": known}) for name in names)
