"""Reading a text by a list of rules: what each stretch of it says, left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Token(Generic[K]):
    """
    A stretch of the text that says something.

    Attributes:
        kind: what it is about.
        start: where it begins in the text; ``end`` lies behind it.
        groups: what its rule picked out and found there, by the group's name, in the rule's order.

    """

    kind: K
    start: int
    end: int
    text: str
    groups: dict[str, str]

    def get(self, *names: str) -> str | None:
        """The first of these groups that is there."""
        return next((self.groups[name] for name in names if name in self.groups), None)

    def every(self, letter: str) -> list[str]:
        """The groups whose name begins with this letter."""
        return [value for name, value in self.groups.items() if name.startswith(letter)]

    def first(self, letter: str) -> str | None:
        """The first group whose name begins with this letter."""
        return next(iter(self.every(letter)), None)


@dataclass(frozen=True)
class Grammar(Generic[K]):
    """
    Rules in the order in which they are tried; letters of either case are the same.

    Attributes:
        rules: what a stretch is about, and the pattern that finds it, with named groups for what it picks out.

    """

    rules: Sequence[tuple[K, str]]

    @cached_property
    def _compiled(self) -> dict[int, re.Pattern[str]]:
        """Single rules by their number, each since it was first wanted: a text needs few of them."""
        return {}

    def _single(self, number: int) -> re.Pattern[str]:
        if number not in self._compiled:
            self._compiled[number] = re.compile(self.rules[number][1], re.IGNORECASE)
        return self._compiled[number]

    @cached_property
    def _union(self) -> re.Pattern[str]:
        """All rules as one alternation, which finds where the next token starts and by which rule."""
        nameless = [re.sub(r"\(\?P<\w+>", "(?:", pattern) for _, pattern in self.rules]
        return re.compile("|".join(f"(?P<r{i}>{pattern})" for i, pattern in enumerate(nameless)), re.IGNORECASE)

    def tokens_of(self, text: str) -> list[Token[K]]:
        """The tokens of a text, left to right; what no rule knows lies between them."""
        found: list[Token[K]] = []
        for match in self._union.finditer(text):
            number = int((match.lastgroup or "r0")[1:])
            again = self._single(number).match(text, match.start())
            if again is not None and again.end() > again.start():
                groups = {name: value for name, value in again.groupdict().items() if value}
                found.append(Token(self.rules[number][0], again.start(), again.end(), again.group(), groups))
        return found
