"""The stall that somebody means: its code, or the booth number alone where only one stall has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError
from yiwutrip.usecases.ports import StallQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.usecases.ports import Store


_MOST_ALIKE = 3


class UnknownStallError(NotFoundError):
    """
    No stall of that code.

    Attributes:
        stalls: those that may have been meant.

    """

    advice = "error.advice-find-stall"

    def __init__(self, said: str, stalls: Sequence[Stall] = ()) -> None:
        super().__init__("stall", said, similar=[stall.code for stall in stalls])
        self.stalls = tuple(stalls)


def resolve_stall(said: str, store: Store) -> Stall:
    """
    The stall of that code, in capitals or not, of that booth number, or of exactly that name where only one has it.

    Raises:
        UnknownStallError: none, or more than one.

    """
    code = said.strip().upper()
    stall = store.stall(code)
    if stall is not None:
        return stall
    with_booth = _with_booth(code, store)
    if len(with_booth) == 1:
        return with_booth[0]
    named = [] if with_booth else _named(said, store)
    name = said.strip().casefold()
    called = [one for one in named if name in {(one.name_zh or "").casefold(), (one.name_en or "").casefold()}]
    if len(called) == 1:
        return called[0]
    raise UnknownStallError(said, with_booth or named or _alike(code, store))


def _named(said: str, store: Store) -> list[Stall]:
    """Where somebody gave the name instead of the code."""
    name = said.strip().casefold()
    found = store.find_stalls(StallQuery(words=(name,), limit=_MOST_ALIKE)).stalls if name else ()
    return [stall for stall in found if name in f"{stall.name_zh or ''} {stall.name_en or ''}".casefold()]


def _alike(code: str, store: Store) -> list[Stall]:
    """Those of a code like this one, the likeliest first."""
    codes = store.similar_codes(code, _MOST_ALIKE)
    known = {stall.code: stall for stall in store.stalls(codes)}
    return [known[one] for one in codes]


def _with_booth(booth: str, store: Store) -> list[Stall]:
    if not booth:
        return []
    found = store.find_stalls(StallQuery(words=(booth,), limit=20)).stalls
    return [stall for stall in found if booth in (stall.address.booth or "").upper().split(",")]
