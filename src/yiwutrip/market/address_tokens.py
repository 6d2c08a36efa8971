"""What each stretch of an address says, before anybody asks whether it can be so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from yiwutrip.market.address_grammar import RULES, Kind


@dataclass(frozen=True, slots=True)
class Token:
    """
    A stretch of the text that says something.

    Attributes:
        groups: what the rule picked out, by the group's name; ``n…`` are numbers, ``s…`` sides and names.

    """

    kind: Kind
    start: int
    end: int
    text: str
    groups: tuple[tuple[str, str], ...]

    def every(self, letter: str) -> list[str]:
        """The groups whose name begins with this letter."""
        return [value for name, value in self.groups if name.startswith(letter)]

    def first(self, letter: str) -> str | None:
        """The first group whose name begins with this letter."""
        for name, value in self.groups:
            if name.startswith(letter):
                return value
        return None


@cache
def _rules() -> tuple[re.Pattern[str], tuple[tuple[Kind, re.Pattern[str]], ...]]:
    """All rules as one alternation, which finds where the next token starts, and one by one, which read it."""
    singles = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in RULES)
    nameless = [re.sub(r"\(\?P<\w+>", "(?:", pattern) for _, pattern in RULES]
    union = "|".join(f"(?P<r{index}>{pattern})" for index, pattern in enumerate(nameless))
    return re.compile(union, re.IGNORECASE), singles


def tokens_of(text: str) -> list[Token]:
    """The tokens of an evened-out text, left to right; what no rule knows lies between them."""
    union, singles = _rules()
    found: list[Token] = []
    for match in union.finditer(text):
        kind, rule = singles[int((match.lastgroup or "r0")[1:])]
        again = rule.match(text, match.start())
        if again is None or again.end() == again.start():
            continue
        groups = tuple((name, value) for name, value in again.groupdict().items() if value)
        found.append(Token(kind, again.start(), again.end(), again.group(), groups))
    return found
