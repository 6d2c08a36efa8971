"""
What can go wrong and what the program then says and exits with.

    TripError                 1   failed
    ├── UsageError            2   the command line cannot mean that
    ├── NotFoundError         4   no such stall, trip, sample, import
    ├── BadInputError        65   a file or a value cannot be used; carries problems
    ├── StoreError            1   the database is locked, read-only, newer, damaged or full
    ├── MissingProgramError   1   a browser, say, is not installed
    └── InterruptedByUserError 130

An error owns a stable ``code``; its sentence stands in both languages in the catalogue under ``error.<code>`` and is
filled from ``params``. No traceback reaches a user.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.problems import Problem


class ExitCode(IntEnum):
    """What the shell sees."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    PROBLEMS = 3
    NOT_FOUND = 4
    BAD_INPUT = 65
    INTERRUPTED = 130


class TripError(Exception):
    """
    The root: every error that a user may see.

    ``code`` is stable and in kebab case. ``problems`` are the faults behind it, each with its place. ``advice`` is the
    key of a sentence that says what else may be done, where there is one.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.FAILED
    advice: str | None = None

    def __init__(self, code: str, /, *, problems: Sequence[Problem] = (), **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
        self.problems = tuple(problems)


class UsageError(TripError):
    """The command line cannot mean that."""

    exit_code = ExitCode.USAGE


class NotFoundError(TripError):
    """
    Nothing of that name is here.

    The code is ``<what>-not-found``; ``similar`` are names that the user may have meant.
    """

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, what: str, name: str, /, *, similar: Sequence[str] = ()) -> None:
        super().__init__(f"{what}-not-found", name=name)
        self.similar = tuple(similar)


class BadInputError(TripError):
    """A file or a value cannot be used; nothing of it was stored."""

    exit_code = ExitCode.BAD_INPUT


class StoreError(TripError):
    """The database cannot be used: locked, read-only, from a newer version, damaged, full."""


class MissingProgramError(TripError):
    """A program that this needs is not installed."""


class InterruptedByUserError(TripError):
    """Ctrl-C; what was confirmed is kept."""

    exit_code = ExitCode.INTERRUPTED

    def __init__(self, code: str = "interrupted", /, **params: str) -> None:
        super().__init__(code, problems=(), **params)
