"""Which language to speak, found out before anything is parsed, so that usage errors speak it too."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from yiwutrip.domain.words import Lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VARIABLE = "YIWUTRIP_LANG"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")


def said_on_the_line(argv: Sequence[str], option: str) -> str | None:
    """The value of an option as somebody who has not parsed the line yet sees it; the last one counts."""
    said: str | None = None
    for index, word in enumerate(argv):
        if word == "--":
            break
        if word == option and index + 1 < len(argv):
            said = argv[index + 1]
        elif word.startswith(f"{option}="):
            said = word.partition("=")[2]
    return said


def choose_language(argv: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """``--lang``, else ``YIWUTRIP_LANG``, else the locale; what is none of the two languages is passed over."""
    for said in (said_on_the_line(argv, "--lang"), environ.get(VARIABLE)):
        if said is not None and said.lower() in set(Lang):
            return Lang(said.lower())
    return language_of_locale(environ)


def language_of_locale(environ: Mapping[str, str]) -> Lang:
    """Chinese where the locale is Chinese, else English."""
    for variable in LOCALE_VARIABLES:
        value = environ.get(variable)
        if value:
            return Lang.ZH if value.lower().startswith("zh") else Lang.EN
    return _language_of_system()


def _language_of_system() -> Lang:
    if sys.platform in {"win32", "darwin"}:
        import locale  # noqa: PLC0415  (only where the environment does not say it)

        name = locale.getlocale()[0] or ""
        return Lang.ZH if name.lower().startswith(("zh", "chinese")) else Lang.EN
    return Lang.EN
