"""Questions to somebody at a terminal; on stderr, so that results alone go into a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.cli.context import Session


YES = frozenset({"y", "yes", "是", "好"})
NO = frozenset({"n", "no", "否", "不"})


def ask(question: str, default: str = "") -> str:
    """
    One line of an answer, or the default for an empty one.

    Raises:
        EOFError: the input is at its end.

    """
    sys.stderr.write(f"{question} [{default}] " if default else f"{question} ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise EOFError
    return answer.strip() or default


def choose(session: Session, question: str, choices: Sequence[str]) -> str:
    """One of several, by its number; asks again until it is one of them."""
    sys.stderr.write(question + "\n")
    for number, choice in enumerate(choices, start=1):
        sys.stderr.write(f"  {number}  {choice}\n")
    while True:
        answer = ask(session.words("common.choose"), "1")
        if answer.isdecimal() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1]


def confirm(session: Session, question: str) -> bool:
    """Yes or no; an empty answer is yes."""
    while True:
        answer = ask(f"{question} {session.words('common.yes-no')}", "y").lower()
        if answer in YES:
            return True
        if answer in NO:
            return False
