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


def best_first(query: StallQuery) -> tuple[str, dict[str, object]]:
    """
    The query: codes in their order, each beside how many fit in all.

    The order is, for each word, by where it first stands: the code itself, the beginning of a name, a name, a category,
    the rest. Equals stand by rating, then by code.
    """
    where, params = matching(query)
    words = _words(query)
    places = "".join(f", instr(s.search, :w{place}) AS p{place}" for place in range(len(words)))
    ranks = [
        f"CASE WHEN code = :c{place} THEN 0 WHEN p{place} = 1 THEN 1"
        f" WHEN p{place} < names_end THEN 2 WHEN p{place} < categories_end THEN 3 ELSE 4 END"
        for place in range(len(words))
    ]
    order = ", ".join([*([" + ".join(ranks)] if ranks else []), "COALESCE(rating, -1) DESC", "code"])
    ends = f", {_NAMES_END} AS names_end, {_CATEGORIES_END} AS categories_end" if words else ""
    # The limit keeps the two levels apart: merged into one, every place would be searched for each time it is named.
    fitting = f"SELECT s.code, s.rating{places}{ends} FROM stalls s WHERE {where} LIMIT -1"  # noqa: S608 -- our words
    # Where no text is searched, to look twice is quicker than to put all that fits aside.
    total = "count(*) OVER ()" if words or query.category else f"(SELECT count(*) FROM stalls s WHERE {where})"  # noqa: S608 -- likewise
    sql = f"SELECT code, {total} FROM ({fitting}) ORDER BY {order} LIMIT :limit"  # noqa: S608 -- likewise
    codes = {f"c{place}": word.upper() for place, word in enumerate(words)}
    return sql, {**params, **codes, "limit": query.limit}


def _words(query: StallQuery) -> list[str]:
    # Splitting at white space takes the two marks away with it.
    return [word for text in query.words for word in folded(text).split()]
