"""The evening's prompt: one line after another, each stored before the next is asked for."""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from yiwutrip.cli.ask import NO, YES
from yiwutrip.cli.sample_fields import ask_article, ask_fields, is_whole_note
from yiwutrip.cli.sample_note import NoteLine, noted
from yiwutrip.cli.typing_aid import complete_with, more_waits, typed
from yiwutrip.domain.errors import ExitCode, TripError
from yiwutrip.ingest.notes import parse_note
from yiwutrip.ingest.text import decode
from yiwutrip.render.cells import wrap
from yiwutrip.render.lines import Role, line
from yiwutrip.render.sample_log import LOG, Evening, stored_lines
from yiwutrip.render.sample_note import DRY_RUN, NotesShown
from yiwutrip.usecases.evening import named_stall, stall_now, stalls_like
from yiwutrip.usecases.know_stalls import know_stalls
from yiwutrip.usecases.list_samples import list_samples
from yiwutrip.usecases.log_notes import log_notes
from yiwutrip.usecases.resolve_stall import UnknownStallError
from yiwutrip.usecases.undo import undo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwutrip.cli.context import Session
    from yiwutrip.domain.problems import Problem
    from yiwutrip.ingest.notes import NoteReading

LEAVE = frozenset({"q", "quit", "exit", "退出"})
TAKE_BACK = frozenset({"undo", "撤回"})
ASK = frozenset({"?", "？"})
SHOWN_ONLY = frozenset({"note-stall-guessed", "note-price-guessed"})
"""Doubts that are only shown with what was stored: the prompt has named the stall, and a price without 元 is usual."""


class EveningPrompt:
    """
    A sitting: the stall last named, what was stored so far, and what was not yet.

    Lines that are pasted together are taken one by one. One that comes where something was asked is no answer but the
    next line; what was asked about is then stored with its doubt.

    Without a terminal the lines come from the standard input to its end: empty ones are passed over, nothing is asked.
    """

    def __init__(self, session: Session, who: str | None, stall: str | None) -> None:
        self._session = session
        self._who = who
        self._stall = stall
        self._stored: list[NotesShown] = []
        self._ahead: deque[str] = deque()
        self._pending: list[str] = []
        log = list_samples(session.store)
        self._total = len(log.samples)
        self._known = know_stalls(session.store)
        self._articles = {sample.taken.article for sample in log.samples}

    def run(self) -> ExitCode:
        """Take lines until there are no more; interrupted, say that what was confirmed is stored."""
        interrupted = False
        try:
            self._take_all()
        except KeyboardInterrupt:
            interrupted = True
            sys.stderr.write("\n")
        except EOFError:
            sys.stderr.write("\n")
        for said in (*self._pending, *self._ahead):
            self._session.warn("log.lost", said=said)
        problems = [] if self._session.interactive else [one for shown in self._stored for one in _problems(shown)]
        code = self._session.show(LOG, Evening(self._stored, self._total, interrupted), problems)
        return ExitCode.INTERRUPTED if interrupted else code

    def _take_all(self) -> None:
        for text in self._lines():
            try:
                self._take(text)
            except TripError as error:
                if not self._session.interactive:
                    raise
                self._session.show_error(error)

    def _lines(self) -> Iterator[str]:
        if not self._session.interactive:
            for text in _piped():
                if text in LEAVE:
                    return
                if text:
                    yield text
            return
        width = self._session.page(sys.stdout).width
        self._session.print([line(text, Role.HINT) for text in wrap(self._session.words("log.welcome"), width)])
        complete_with(self._candidates)
        while (text := self._next()) and text.lower() not in LEAVE:
            yield text

    def _next(self) -> str:
        """The next line that is not empty; empty where somebody has pressed Enter and nothing follows."""
        while True:
            if self._ahead:
                return self._ahead.popleft()
            pasted = [text for line in typed(self._prompt()).splitlines() if (text := line.strip())]
            self._ahead.extend(pasted)
            if not pasted and not more_waits():
                return ""

    def _prompt(self) -> str:
        words = self._session.words
        return words("log.prompt", stall=self._stall or self._guessed(), count=self._total + 1)

    def _guessed(self) -> str:
        """Where no stall was named, the one being visited, as a guess."""
        visited = stall_now(self._session.now(), self._who, self._session.store)
        words = self._session.words
        return words("log.perhaps", stall=visited.code) if visited else words("log.somewhere")

    def _candidates(self, word: str) -> Sequence[str]:
        return [
            *sorted(name for name in self._articles if name.startswith(word)),
            *stalls_like(word, self._session.store),
        ]

    def _take(self, text: str) -> None:
        if text.lower() in TAKE_BACK:
            self._take_back()
        elif text in ASK:
            self._ask()
        else:
            readings = parse_note(text, self._known)
            if len(readings) == 1 and _is_stall(readings[0]):
                self._enter(readings[0].stall or text)
            else:
                self._log([self._named(one) for one in readings])

    def _named(self, reading: NoteReading) -> NoteReading:
        """Figures without a name are asked for one; in a list that is piped in they stay without."""
        if reading.article or not self._session.interactive:
            return reading
        self._pending = [reading.raw]
        said = ask_article(self._session)
        self._pending = []
        if is_whole_note(said, self._known):
            self._ahead.append(said)
            return reading
        return replace(reading, article=said)

    def _enter(self, said: str) -> None:
        """Go on at another stall; a list that is piped in keeps a stall that nobody knows as it was written."""
        try:
            self._stall = named_stall(said, self._session.store).code
        except UnknownStallError:
            if self._session.interactive:
                raise
            self._stall = said
        self._ask()

    def _ask(self) -> None:
        if not self._session.interactive:
            return
        if self._stall:
            self._session.print([line(self._session.words("log.stall-now", stall=self._stall), Role.DIM)])
        asked = ask_fields(self._session, self._known, self._pending)
        self._pending = []
        if asked.line is not None:
            self._ahead.append(asked.line)
        if asked.reading is not None:
            self._log([asked.reading])

    def _log(self, readings: Sequence[NoteReading]) -> None:
        session = self._session
        now = session.now()
        notes = [noted(NoteLine(one, now, self._who, one.stall or self._stall), session) for one in readings]
        if session.interactive:
            tried = NotesShown(readings, log_notes(notes, session.store, dry_run=True), stored=False)
            if any(problem.code not in SHOWN_ONLY for problem in _problems(tried)):
                session.show(DRY_RUN, tried)
                if not self._wanted([one.raw for one in readings]):
                    return
        self._keep(NotesShown(readings, log_notes(notes, session.store), stored=True))

    def _wanted(self, said: list[str]) -> bool:
        """Ask whether to store; yes for Enter, and for a further line, which is taken next."""
        words = self._session.words
        self._pending = said
        answer = typed(f"{words('note.store', count=len(said))} {words('common.yes-no')} [y] ")
        self._pending = []
        if answer.lower() in NO:
            return False
        if answer and answer.lower() not in YES:
            self._ahead.extend(text for line in answer.splitlines() if (text := line.strip()))
        return True

    def _keep(self, shown: NotesShown) -> None:
        self._stored.append(shown)
        self._total += len(shown.readings)
        for read, logged in zip(shown.readings, shown.logged.samples, strict=True):
            self._articles.add(logged.sample.taken.article)
            if read.stall:
                self._stall = logged.stall.code if logged.stall else read.stall
        if not self._session.json:
            self._session.print(list(stored_lines(shown, self._total, self._session.page(sys.stdout))))
            sys.stdout.flush()

    def _take_back(self) -> None:
        """Only what was stored here: the word must not reach an import of this morning."""
        session = self._session
        last = self._stored[-1].logged.samples[-1].sample.number if self._stored else None
        if last is None or last not in undo(session.store, dry_run=True).subject:
            session.warn("log.nothing-to-undo")
            return
        undo(session.store)
        gone = self._stored.pop()
        self._total -= len(gone.readings)
        if not session.json:
            session.print([line(session.words("log.undone", number=last, total=self._total))])


def _is_stall(reading: NoteReading) -> bool:
    """Whether a line names a stall and nothing else."""
    says = reading.article or any(char.isdigit() for char in reading.rest) or reading.says_something
    return bool(reading.stall) and not says


def _problems(shown: NotesShown) -> list[Problem]:
    return [*(doubt for read in shown.readings for doubt in read.doubts), *shown.logged.problems]


def _piped() -> Iterator[str]:
    """The lines of the standard input as they come; each in UTF-8, else in GB18030."""
    stream = getattr(sys.stdin, "buffer", None)
    for raw in stream or sys.stdin:
        yield (decode(raw) if isinstance(raw, bytes) else raw).strip()
