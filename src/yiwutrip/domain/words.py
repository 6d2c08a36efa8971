"""How rooms that make text get at the catalogue without knowing where it lies."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Lang(StrEnum):
    """The languages that everything a person reads exists in."""

    ZH = "zh"
    EN = "en"


class Words(Protocol):
    """Looks a sentence up by its key and fills it in."""

    @property
    def lang(self) -> Lang:
        """The language it speaks."""
        ...

    def __call__(self, key: str, /, **params: object) -> str:
        """
        The sentence of that key.

        Raises:
            KeyError: the catalogue has no such key; a programmer's mistake, held off by a test.

        """
        ...
