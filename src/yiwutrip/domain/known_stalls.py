"""What people call the stalls of the catalogue: booth numbers, codes and names, for reading notes and chats."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEAST_NAME = 3
"""Characters of a name that stands for its stall; a shorter one is as often a word for goods (雨伞)."""
_BRACKETED = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class StallSigns:
    """A stall's code, its booths as on the sign (several joined by commas), and the names it goes by."""

    code: str
    booth: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownStalls:
    """
    Stalls by what people write for them.

    Attributes:
        numbers: codes by booth number and by code, in capitals.
        names: codes by name, folded.
        begins: names by their first characters, the longest first.

    """

    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    begins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def has_number(self, said: str) -> bool:
        """Whether a booth or a code of the catalogue is written like this."""
        return said.upper() in self.numbers

    def named_at(self, text: str, start: int) -> str | None:
        """The longest name that the text goes on with at this place, as it stands there; a longer word is none."""
        folded = text[start : start + 100].casefold()
        for name in self.begins.get(folded[:_LEAST_NAME], ()):
            if folded.startswith(name) and not re.match(r"[\u3400-\u9fffA-Za-z]", folded[len(name) : len(name) + 1]):
                return text[start : start + len(name)]
        return None

    def codes_of(self, said: str) -> tuple[str, ...]:
        """The codes of the stalls of that number or name."""
        return self.numbers.get(said.upper(), ()) or self.names.get(_forms(said)[0], ())


NONE_KNOWN = KnownStalls()


def known_stalls(signs: Iterable[StallSigns]) -> KnownStalls:
    """Stalls ready to be looked up."""
    numbers: dict[str, tuple[str, ...]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for one in signs:
        for number in {one.code.upper(), *(one.booth or "").upper().split(",")} - {""}:
            numbers[number] = (*numbers.get(number, ()), one.code)
        for name in {form for said in one.names for form in _forms(said)}:
            if len(name) >= _LEAST_NAME:
                names[name] = (*names.get(name, ()), one.code)
    begins: dict[str, list[str]] = {}
    for name in names:
        begins.setdefault(name[:_LEAST_NAME], []).append(name)
    sorted_begins = {start: tuple(sorted(group, key=len, reverse=True)) for start, group in begins.items()}
    return KnownStalls(numbers, names, sorted_begins)


def _forms(name: str) -> tuple[str, str]:
    """A name folded, and without what stands in brackets behind it."""
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    return folded, _BRACKETED.sub("", folded).strip()
