"""
Completion by Tab: the shell runs the program with a variable set and shows what it prints.

Whatever goes wrong, nothing is offered and nothing is said: the line that is being typed must stay whole.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from yiwutrip.cli.context import session_of

if TYPE_CHECKING:
    from yiwutrip.cli.command import LazyGroup
    from yiwutrip.cli.context import Session

VARIABLE = "_YIWUTRIP_COMPLETE"


def answer_shell(root: LazyGroup, program: str, session: Session) -> bool:
    """Answer and end the process (SystemExit), if it is a shell that asks; whether it asked and got nothing."""
    if VARIABLE not in os.environ:
        return False
    with suppress(Exception):
        root._main_shell_completion({"obj": session}, program)  # noqa: SLF001
    return True


def stall_codes(ctx: typer.Context, incomplete: str) -> list[str]:
    """Codes that go on from what is typed, in its own case."""
    from yiwutrip.usecases.evening import stalls_like  # noqa: PLC0415  (only when Tab is pressed)

    session = session_of(ctx)
    if not _there(session):
        return []
    codes = stalls_like(incomplete, session.store)
    begun = incomplete.upper()
    return [incomplete + code[len(incomplete) :] for code in codes if code.startswith(begun)]


def sample_numbers(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Numbers that go on from what is typed, in its own case, with what they are of."""
    session = session_of(ctx)
    if not _there(session):
        return []
    with session.store.read() as store:
        known = [(sample.number, sample.taken.article) for sample in store.samples()]
    begun = incomplete.upper()
    return [(incomplete + number[len(incomplete) :], article) for number, article in known if number.startswith(begun)]


def _there(session: Session) -> bool:
    """Whether there is a database: pressing Tab makes none."""
    from yiwutrip.storage.place import path_of  # noqa: PLC0415  (as above)

    return Path(path_of(session.database)).exists()
