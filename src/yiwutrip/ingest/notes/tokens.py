"""What each stretch of a note says, left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from yiwutrip.ingest.notes.grammar import RULES, Kind


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text that says something; ``groups`` are what its rule picked out, by name."""

    kind: Kind
    start: int
    end: int
    text: str
    groups: dict[str, str]

    def get(self, *names: str) -> str | None:
        """The first of these groups that is there."""
        return next((self.groups[name] for name in names if name in self.groups), None)


@cache
def _rules() -> tuple[re.Pattern[str], tuple[tuple[Kind, re.Pattern[str]], ...]]:
    """All rules as one alternation, which finds where the next token starts, and one by one, which read it."""
    singles = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in RULES)
    nameless = [re.sub(r"\(\?P<\w+>", "(?:", pattern) for _, pattern in RULES]
    union = "|".join(f"(?P<r{index}>{pattern})" for index, pattern in enumerate(nameless))
    return re.compile(union, re.IGNORECASE), singles


def tokens_of(text: str) -> list[Token]:
    """The tokens of an evened-out note; what no rule knows lies between them."""
    union, singles = _rules()
    found: list[Token] = []
    for match in union.finditer(text):
        kind, rule = singles[int((match.lastgroup or "r0")[1:])]
        again = rule.match(text, match.start())
        if again is not None and again.end() > again.start():
            groups = {name: value for name, value in again.groupdict().items() if value}
            found.append(Token(kind, again.start(), again.end(), again.group(), groups))
    return found
