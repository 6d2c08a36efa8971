"""
`stall find` as SQL.

`LIKE` over one folded column: FTS5's trigram tokenizer finds no word of two characters (雨伞) and none of one, its
unicode61 takes a run of Chinese for one word; a scan of 75,000 rows takes some milliseconds and works everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.storage.stall_rows import SECTION, folded

if TYPE_CHECKING:
    from yiwutrip.usecases.ports import StallQuery

_SEEN = "SELECT stall FROM visits WHERE NOT gone AND status = 'done' UNION SELECT stall FROM samples WHERE NOT gone AND stall IS NOT NULL"  # noqa: E501


def matching(query: StallQuery) -> tuple[str, dict[str, object]]:
    """The condition that every part of the query makes, and its parameters."""
    tests = ["1 = 1"]
    params: dict[str, object] = {}
    for place, word in enumerate(_words(query)):
        tests.append(f"s.search LIKE :w{place} ESCAPE '\\'")
        params[f"w{place}"] = f"%{_literal(word)}%"
    if query.category is not None:
        tests.append("s.search LIKE :category ESCAPE '\\' AND s.categories IS NOT NULL")
        params["category"] = f"%{SECTION}%{_literal(folded(query.category))}%{SECTION}%{SECTION}%"
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

    For each word: the code itself, a name that begins with it, a name, a category, keyword or supplier, then the rest.
    Equals stand by rating, then by code.
    """
    ranks: list[str] = []
    params: dict[str, object] = {}
    for place, word in enumerate(_words(query)):
        literal, sections = _literal(word), f"{SECTION}%"
        for depth, head in enumerate((f"{literal}%", f"%{literal}%{sections * 3}", f"%{literal}%{sections * 2}")):
            params[f"r{place}_{depth}"] = head
        params[f"r{place}_3"] = f"%{literal}%{sections}"
        params[f"c{place}"] = word.upper()
        cases = " ".join(f"WHEN s.search LIKE :r{place}_{depth} ESCAPE '\\' THEN {depth + 1}" for depth in range(4))
        ranks.append(f"CASE WHEN s.code = :c{place} THEN 0 {cases} ELSE 5 END")
    ordered = [" + ".join(ranks)] if ranks else []
    return ", ".join([*ordered, "COALESCE(s.rating, -1) DESC", "s.code"]), params


def _words(query: StallQuery) -> list[str]:
    return [word for text in query.words for word in folded(text).split()]


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace(SECTION, "")
