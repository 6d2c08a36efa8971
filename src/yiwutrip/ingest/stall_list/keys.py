"""Which stall of the list a row is: serials for stalls without a booth, and rows that name a stall again."""

from __future__ import annotations

from array import array
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from yiwutrip.domain.stall import stall_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwutrip.domain.stall import Stall


class Again(Enum):
    """What a row is to the rows before it."""

    FIRST = "first"
    SAME = "same"
    MERGED = "merged"
    DIFFERENT = "different"


class Serials:
    """
    Gives stalls whose booth is not known a number that keeps them apart and that the same list gets again.

    At one address, who has the same name is the same stall; the catalogue's own come first.
    """

    def __init__(self, known: Iterable[Stall]) -> None:
        self._serial: dict[tuple[str, str], int] = {}
        self._taken: dict[str, set[int]] = {}
        for stall in known:
            if not stall.address.booth:
                base, _, serial = stall.code.rpartition("-")
                if serial.isdigit():
                    self._serial[base, _name(stall)] = int(serial)
                    self._taken.setdefault(base, set()).add(int(serial))

    def settle(self, stall: Stall) -> Stall:
        """The stall with the serial that is its own."""
        if stall.address.booth:
            return stall
        base = stall.code.rpartition("-")[0]
        key = base, _name(stall)
        serial = self._serial.get(key)
        if serial is None:
            taken = self._taken.setdefault(base, set())
            serial = len(taken) + 1
            while serial in taken:
                serial += 1
            taken.add(serial)
            self._serial[key] = serial
        return stall if serial == 1 else replace(stall, code=stall_code(stall.address, serial))


def _name(stall: Stall) -> str:
    return stall.name_zh or stall.name_en or (stall.supplier.name if stall.supplier else "")


_Words = tuple[tuple[str, ...], tuple[str, ...]]


class Repeats:
    """
    Notices rows that name a stall again, without keeping the stalls: a few numbers for each.

    A row that says the same again is harmless; one that only adds categories or keywords is merged; one that says
    something else of the same booth is for a person to look at.
    """

    def __init__(self) -> None:
        self._place: dict[int, int] = {}
        self._lines = array("L")
        self._whole = array("q")
        self._core = array("q")
        self._words: list[_Words] = []
        # Stalls of one trade mostly say the same words: kept once, a million rows take a third of the memory.
        self._same: dict[_Words, _Words] = {}

    def check(self, stall: Stall, core: int, line: int) -> tuple[Again, Stall, int]:
        """
        What a row is, the stall to store for it, and the line on which the stall was named first.

        ``core`` is the hash of all that rows of one stall have to agree on.
        """
        code = hash(stall.code)
        words = stall.categories, stall.keywords
        whole = hash((core, words))
        place = self._place.setdefault(code, len(self._lines))
        if place == len(self._lines):
            self._lines.append(line)
            self._whole.append(whole)
            self._core.append(core)
            self._words.append(self._same.setdefault(words, words))
            return Again.FIRST, stall, line
        first = self._lines[place]
        if self._whole[place] == whole:
            return Again.SAME, stall, first
        if self._core[place] != core:
            return Again.DIFFERENT, stall, first
        categories, keywords = (
            tuple(dict.fromkeys((*old, *new))) for old, new in zip(self._words[place], words, strict=True)
        )
        merged = replace(stall, categories=categories, keywords=keywords)
        self._words[place] = categories, keywords
        self._whole[place] = hash((core, (categories, keywords)))
        return Again.MERGED, merged, first
