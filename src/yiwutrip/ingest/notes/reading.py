"""What was understood of a note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem
from yiwutrip.domain.sample import Quote

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Tier:
    """
    One step of a price list.

    Attributes:
        at_least: pieces from which it holds, None where that was not said.
        at_most: pieces up to which, None for no bound.
        text: as written.
        price_yuan: exact.

    """

    at_least: int | None
    at_most: int | None
    price_fen: int | None
    text: str
    price_yuan: str | None = None


@dataclass(frozen=True, slots=True)
class NoteReading:
    """
    What one note says; unknown is None.

    Attributes:
        price_fen: of one piece, rounded to the fen; of the first or smallest tier where there are several.
        price_yuan: the same, exact, as a decimal; differs from price_fen where the price has parts of a fen.
        per: what the price or the quantities are for, as written (个, 套, dozen).
        moq: least order as said, counted in ``moq_unit``.
        return_by: the day by which the sample goes back, as written.
        carton_cm: length, width, height of the carton.
        gross_g: of one carton.
        stall: booth or code as written, None where the note names none.
        price_open: the price is said to be talked over (面议).
        tiers: all of them, smallest first; the price is the first one's.
        rest: what was not understood; nothing is dropped.
        uncertain: names of the fields above that are a guess.
        doubts: why, each to be said to the user.

    """

    raw: str
    article: str = ""
    price_fen: int | None = None
    price_yuan: str | None = None
    per: str | None = None
    moq: int | None = None
    moq_unit: str | None = None
    carton_qty: int | None = None
    carton_cm: tuple[float, float, float] | None = None
    gross_g: int | None = None
    inner_qty: int | None = None
    deposit_fen: int | None = None
    fee_fen: int | None = None
    live_price_fen: int | None = None
    lead_days: int | None = None
    return_by: str | None = None
    stall: str | None = None
    price_open: bool = False
    tiers: tuple[Tier, ...] = ()
    rest: str = ""
    uncertain: frozenset[str] = frozenset()
    doubts: tuple[Problem, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether nothing of it is a guess."""
        return not self.uncertain and not self.doubts

    @property
    def says_something(self) -> bool:
        """Whether there is a figure or goods without one (面议); a name, a stall alone or talk says nothing yet."""
        unread = any(doubt.code != "note-stall-unsure" for doubt in self.doubts)
        open_price = self.price_open and bool(self.article)
        return unread or open_price or any(getattr(self, name) is not None for name in FIGURES) or bool(self.tiers)

    def shares_a_figure_with(self, other: NoteReading) -> bool:
        """Whether both say the same kind of thing, so that they cannot be halves of one note."""
        return any(getattr(self, name) is not None and getattr(other, name) is not None for name in FIGURES)

    def completed_by(self, other: NoteReading) -> NoteReading:
        """This note with what the other adds to it."""
        added = {name: getattr(other, name) for name in (*FIGURES, *_BESIDE) if getattr(self, name) is None}
        return replace(
            self,
            **added,
            raw=f"{self.raw}\n{other.raw}",
            rest="; ".join(part for part in (self.rest, other.rest) if part),
            price_open=self.price_open or other.price_open,
            tiers=self.tiers or other.tiers,
            uncertain=self.uncertain | other.uncertain,
            doubts=(*self.doubts, *other.doubts),
        )

    def at_the_stall_of(self, stall: str | None, *, sure: bool) -> NoteReading:
        """This note, of a stall that was named before it."""
        if sure or stall is None:
            return replace(self, stall=stall)
        doubt = Problem("note-stall-unsure", value=stall)
        others = tuple(one for one in self.doubts if one != doubt)
        return replace(self, stall=stall, uncertain=self.uncertain | {"stall"}, doubts=(*others, doubt))

    @property
    def moq_pieces(self) -> int | None:
        """The least order in pieces, dozens and packs counted out; None where it is in cartons of unknown content."""
        if self.moq is None:
            return None
        unit = (self.moq_unit or "").lower()
        if unit in CARTONS:
            return None if self.carton_qty is None else self.moq * self.carton_qty
        if unit in DOZENS:
            return self.moq * 12
        if unit in PACKS and self.per != self.moq_unit and self.inner_qty is not None:
            return self.moq * self.inner_qty
        return self.moq

    @property
    def quote(self) -> Quote:
        """The same as a quote of a sample."""
        return Quote(
            price_fen=self.price_fen,
            per=self.per,
            moq=self.moq_pieces,
            inner_qty=self.inner_qty,
            carton_qty=self.carton_qty,
            carton_cm=self.carton_cm,
            gross_g=self.gross_g,
            lead_days=self.lead_days,
            live_price_fen=self.live_price_fen,
        )


FIGURES = (
    "price_fen",
    "moq",
    "carton_qty",
    "carton_cm",
    "gross_g",
    "inner_qty",
    "deposit_fen",
    "fee_fen",
    "live_price_fen",
    "lead_days",
    "return_by",
)
_BESIDE = ("price_yuan", "per", "moq_unit", "stall")
CARTONS = frozenset({"箱", "ctn", "ctns", "carton", "cartons"})
PACKS = frozenset({"盒", "包", "袋"})
DOZENS = frozenset({"打", "dozen", "dozens", "doz", "dz"})


@dataclass(frozen=True, slots=True)
class ChatLine:
    """
    One message of a pasted chat.

    Attributes:
        sender: the name as the chat writes it, None where the text has no senders.
        who: the letter of that person, None where the name is nobody's.
        at: when, market time; None where the text does not say.
        stall: named in the message or last named before it by the same sender; ``stall_sure`` unless that is doubtful.
        notes: what it says about goods; empty for mere talk.
        unread: whether it has figures of which nothing was understood.

    """

    text: str
    sender: str | None = None
    who: str | None = None
    at: datetime | None = None
    stall: str | None = None
    notes: tuple[NoteReading, ...] = ()
    unread: bool = False
    stall_sure: bool = True


@dataclass(frozen=True, slots=True)
class Chat:
    """A pasted chat and what the user should know of how it was read."""

    lines: tuple[ChatLine, ...]
    problems: tuple[Problem, ...] = ()
