"""The catalogue's reader: every sentence a person reads comes from here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from yiwutrip.domain.words import Lang

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Counted:
    """A value that chooses its words: ``{count:# sample|# samples}`` is 1 sample, 2 samples, 0 samples."""

    __slots__ = ("_value",)

    def __init__(self, value: int | str) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return format(self._value, spec)
        one, many = spec.split("|")
        return (one if str(self._value) == "1" else many).replace("#", str(self._value))


class CatalogueWords:
    """
    Looks sentences up in ``render/catalogue/<noun>.py``, where ``<noun>`` is the key's first segment.

    A module of the catalogue is read when its first sentence is wanted, so that ``--help`` reads one.
    """

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._index = 0 if lang is Lang.ZH else 1
        self._read: dict[str, Mapping[str, tuple[str, str]]] = {}

    @property
    def lang(self) -> Lang:
        """The language it speaks."""
        return self._lang

    def __call__(self, key: str, /, **params: object) -> str:
        """
        The sentence of that key, filled in.

        Raises:
            KeyError: the catalogue has no such key, or the sentence wants a parameter that was not given.

        """
        sentence = self._entries(key.partition(".")[0])[key][self._index]
        if "|" in sentence:
            params = {name: _Counted(one) if isinstance(one, int | str) else one for name, one in params.items()}
        return sentence.format(**params)

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        try:
            return key in self._entries(key.partition(".")[0])
        except ModuleNotFoundError:
            return False

    def _entries(self, noun: str) -> Mapping[str, tuple[str, str]]:
        if noun not in self._read:
            self._read[noun] = import_module(f"yiwutrip.render.catalogue.{noun}").ENTRIES
        return self._read[noun]


def english() -> CatalogueWords:
    """The words of what programs read: sentences in JSON do not depend on who asked."""
    return CatalogueWords(Lang.EN)
