"""
`stall find` as SQL.

A substring search over one folded column: FTS5's trigram tokenizer finds no word of two characters (雨伞) and none of
one, its unicode61 takes a run of Chinese for one word; a scan of 75,000 rows takes some milliseconds, index or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.storage.stall_rows import AFTER_CATEGORIES, AFTER_NAMES, folded

if TYPE_CHECKING:
    from yiwutrip.usecases.ports import StallQuery

_SEEN = "SELECT stall FROM visits WHERE NOT gone AND status = 'done' UNION SELECT stall FROM samples WHERE NOT gone AND stall IS NOT NULL"  # noqa: E501

_NAMES_END, _CATEGORIES_END = (f"instr(s.search, char({ord(mark)}))" for mark in (AFTER_NAMES, AFTER_CATEGORIES))
_CATEGORIES = f"substr(s.search, {_NAMES_END}, {_CATEGORIES_END} - {_NAMES_END})"


def matching(query: StallQuery) -> tuple[str, dict[str, object]]:
    """The condition that every part of the query makes, and its parameters."""
    tests = ["1 = 1"]
    params: dict[str, object] = {}
    for place, word in enumerate(_words(query)):
        tests.append(f"instr(s.search, :w{place}) > 0")
        params[f"w{place}"] = word
    if query.category is not None:
        tests.append(f"instr(s.search, :category) > 0 AND instr({_CATEGORIES}, :category) > 0")
        params["category"] = folded(query.category)
    for name in ("district", "floor", "alliance"):
        value = getattr(query, name)
        if value is not None:
            tests.append(f"s.{name} = :{name}")
            params[name] = value
    if query.never_visited:
        tests.append(f"s.code NOT IN ({_SEEN})")
    return " AND ".join(tests), params


def ranking(query: StallQuery) -> tuple[str, dict[str, object]]:
    """
    The order, and what it needs beside the condition's parameters.

    For each word, by where it first stands: the code itself, the beginning of a name, a name, a category, the rest.
    Equals stand by rating, then by code.
    """
    words = _words(query)
    ranks = [
        f"CASE WHEN s.code = :c{place} THEN 0 WHEN instr(s.search, :w{place}) = 1 THEN 1"
        f" WHEN instr(s.search, :w{place}) < {_NAMES_END} THEN 2"
        f" WHEN instr(s.search, :w{place}) < {_CATEGORIES_END} THEN 3 ELSE 4 END"
        for place in range(len(words))
    ]
    ordered = [" + ".join(ranks)] if ranks else []
    codes: dict[str, object] = {f"c{place}": word.upper() for place, word in enumerate(words)}
    return ", ".join([*ordered, "COALESCE(s.rating, -1) DESC", "s.code"]), codes


def _words(query: StallQuery) -> list[str]:
    # Splitting at white space takes the two marks away with it.
    return [word for text in query.words for word in folded(text).split()]
