"""What `yiwutrip sample note` shows: each note as it was understood, and what it became."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from yiwutrip.domain.dates import say_date
from yiwutrip.render.cells import wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, hints, line
from yiwutrip.render.problems import problem_lines
from yiwutrip.render.values import kilos, money, size, stall_title
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from yiwutrip.domain.problems import Problem
    from yiwutrip.domain.sample import Quote, SampleTaken
    from yiwutrip.usecases.log_notes import NoteLogged, NotesLogged


class Read(Protocol):
    """A note as it was read."""

    @property
    def raw(self) -> str:
        """The text."""
        ...

    @property
    def moq(self) -> int | None:
        """Least order as said."""
        ...

    @property
    def stall(self) -> str | None:
        """The stall as written."""
        ...

    @property
    def price_yuan(self) -> str | None:
        """The price of a piece, exact, where a fen is too coarse."""
        ...

    @property
    def rest(self) -> str:
        """What has no place of its own and stays in the sample's note."""
        ...

    @property
    def uncertain(self) -> Collection[str]:
        """Names of the fields that are a guess."""
        ...

    @property
    def certain(self) -> bool:
        """Whether nothing of it is a guess."""
        ...

    @property
    def doubts(self) -> Sequence[Problem]:
        """What is a guess, and why."""
        ...


@dataclass(frozen=True, slots=True)
class NotesShown:
    """
    Notes as they were read, beside what they became, or would become.

    Attributes:
        strangers: senders nobody knows.
        unread: lines with figures that became nothing.

    """

    readings: Sequence[Read]
    logged: NotesLogged
    stored: bool
    strangers: Sequence[Problem] = ()
    unread: Sequence[str] = ()


def _data(shown: NotesShown) -> list[dict[str, object]]:
    pairs = zip(shown.readings, shown.logged.samples, strict=True)
    return [note_data(read, logged, stored=shown.stored) for read, logged in pairs]


def note_data(read: Read, logged: NoteLogged, *, stored: bool) -> dict[str, object]:
    """A note in an envelope: as it was read, and the sample that it became."""
    taken = logged.sample.taken
    quote = taken.quote
    return {
        "number": logged.sample.number if stored else None,
        "article": taken.article,
        "price_fen": quote.price_fen,
        "per": quote.per,
        "moq": read.moq,
        "carton_qty": quote.carton_qty,
        "carton_cm": list(quote.carton_cm) if quote.carton_cm else None,
        "gross_g": quote.gross_g,
        "inner_qty": quote.inner_qty,
        "fee_fen": taken.fee_fen,
        "deposit_fen": taken.deposit_fen,
        "lead_days": quote.lead_days,
        "stall": logged.stall.code if logged.stall else read.stall,
        "stall_known": logged.stall is not None,
        "stall_guessed": logged.guessed,
        "who": taken.who,
        "price_yuan": read.price_yuan,
        "return_by": taken.return_by.isoformat() if taken.return_by else None,
        "certain": read.certain and not logged.guessed,
        "uncertain": sorted({*read.uncertain, *(["stall"] if logged.guessed else [])}),
        "raw": read.raw,
    }


def _lines(shown: NotesShown, page: Page) -> Iterator[Line]:
    words = page.words
    if not shown.readings:
        yield line(words("note.nothing"))
        yield from _unread(shown.unread, page)
        return
    for read, logged in zip(shown.readings, shown.logged.samples, strict=True):
        yield from note_lines(read, logged, shown, page)
    if problems := [*shown.strangers, *shown.logged.problems]:
        yield BLANK
        yield from problem_lines(problems, page)
    yield from _unread(shown.unread, page)
    if shown.stored:
        yield line(words("note.stored", count=len(shown.readings)), Role.BOLD)
        yield from hints(page, "yiwutrip sample list", "yiwutrip undo")
    else:
        yield line(words("note.not-stored", count=len(shown.readings)), Role.BOLD)


def _unread(texts: Sequence[str], page: Page) -> Iterator[Line]:
    if texts:
        yield BLANK
        yield line(page.words("note.unread", count=len(texts)), Role.WARN)
    for text in texts:
        yield from (line(f"  {part}") for part in wrap(text, page.room - 2))


def note_lines(read: Read, logged: NoteLogged, shown: NotesShown, page: Page) -> Iterator[Line]:
    """A note on a terminal: its number, article and stall, its figures, its doubts."""
    words, taken = page.words, logged.sample.taken
    number = logged.sample.number if shown.stored else "·"
    where = stall_title(logged.stall) if logged.stall else words("note.no-stall")
    where += words("note.guessed") if logged.guessed else ""
    mark = "" if read.certain else f"  {words('note.unsure')}"
    yield (Span(number, Role.BOLD), Span(f"  {taken.article}  {where}"), Span(mark, Role.WARN))
    terms = "  ".join(_terms(taken.quote, page))
    loan = "  ".join(_money(taken, page))
    said = "  ".join(text for text in (terms, loan) if text)
    if said:
        yield from (line(f"    {part}") for part in wrap(said, page.room - 4))
    if read.rest:
        yield from (line(f"    {part}", Role.DIM) for part in wrap(words("note.kept", text=read.rest), page.room - 4))
    if read.doubts:
        yield from problem_lines(read.doubts, page)


def _terms(quote: Quote, page: Page) -> Iterator[str]:
    words = page.words
    if quote.price_fen is not None:
        yield money(quote.price_fen, words) + (f"/{quote.per}" if quote.per else "")
    numbers = {"moq": quote.moq, "inner_qty": quote.inner_qty, "carton_qty": quote.carton_qty}
    for name, value in numbers.items():
        if value is not None:
            yield f"{words(f'sample.{name}')} {value}"
    if quote.carton_cm is not None:
        yield f"{words('sample.carton_cm')} {size(quote.carton_cm)}"
    if quote.gross_g is not None:
        yield f"{words('sample.gross_g')} {kilos(quote.gross_g)}"


def _money(taken: SampleTaken, page: Page) -> Iterator[str]:
    for name, fen in (("fee", taken.fee_fen), ("deposit", taken.deposit_fen)):
        if fen is not None:
            yield f"{page.words(f'sample.{name}')} {money(fen, page.words)}"
    if taken.return_by is not None:
        yield f"{page.words('sample.return_by')} {say_date(taken.return_by, page.words)}"


NOTE: View[NotesShown] = View("sample note", _data, _lines)
DRY_RUN: View[NotesShown] = View("sample note", _data, _lines)
