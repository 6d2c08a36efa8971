"""
`stall find` as SQL.

A substring search over one folded column: FTS5's trigram tokenizer finds no word of two characters (雨伞) and none of
one, its unicode61 takes a run of Chinese for one word; a scan of 75,000 rows takes some milliseconds, index or not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwutrip.storage.stall_rows import AFTER_CATEGORIES, AFTER_NAMES, folded

if TYPE_CHECKING:
    from yiwutrip.storage.connection import Connection
    from yiwutrip.usecases.ports import StallQuery

_SEEN = "SELECT stall FROM visits WHERE NOT gone AND status = 'done' UNION SELECT stall FROM samples WHERE NOT gone AND stall IS NOT NULL"  # noqa: E501

_NAMES_END, _CATEGORIES_END = (f"instr(s.search, char({ord(mark)}))" for mark in (AFTER_NAMES, AFTER_CATEGORIES))
_CATEGORIES = f"substr(s.search, {_NAMES_END}, {_CATEGORIES_END} - {_NAMES_END})"
_PLACE = "instr(s.search, :w0)"

_LOOKED_AT = 200
"""Stalls, evenly spread over the table, by which it is told how many fit."""
_MOST_SORTED = 30_000
"""Where one word fits more stalls than this, to sort them takes longer than to find them, and they are walked."""
_VISITED = 15_000
"""Rows that may be visited in the order of the index; to scan the table and sort what fits takes as long."""


def codes_best_first(conn: Connection, query: StallQuery) -> tuple[list[str], int]:
    """
    The codes that fit, as many as the query's limit allows, and how many fit in all.

    The order is, for each word, by where it first stands: the code itself, the beginning of a name, a name, a category,
    the rest. Equals stand by rating, then by code.
    """
    if len(_words(query)) == 1 and _expected(conn, query) > _MOST_SORTED:
        return _walked(conn, query)
    return _sorted(conn, query)


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


def _sorted(conn: Connection, query: StallQuery) -> tuple[list[str], int]:
    """All that fits is put in order, whatever the query."""
    where, params = matching(query)
    words = _words(query)
    places = "".join(f", instr(s.search, :w{place}) AS p{place}" for place in range(len(words)))
    ranks = [
        f"CASE WHEN code = :c{place} THEN 0 WHEN p{place} = 1 THEN 1"
        f" WHEN p{place} < names_end THEN 2 WHEN p{place} < categories_end THEN 3 ELSE 4 END"
        for place in range(len(words))
    ]
    order = ", ".join([*([" + ".join(ranks)] if ranks else []), "rating DESC", "code"])
    ends = f", {_NAMES_END} AS names_end, {_CATEGORIES_END} AS categories_end" if words else ""
    # The limit keeps the two levels apart: merged into one, every place would be searched for each time it is named.
    fitting = f"SELECT s.code, s.rating{places}{ends} FROM stalls s WHERE {where} LIMIT -1"  # noqa: S608 -- our words
    # Where no text is searched, to look twice is quicker than to put all that fits aside.
    total = "count(*) OVER ()" if words or query.category else f"(SELECT count(*) FROM stalls s WHERE {where})"  # noqa: S608 -- likewise
    sql = f"SELECT code, {total} FROM ({fitting}) ORDER BY {order} LIMIT :limit"  # noqa: S608 -- likewise
    codes = {f"c{place}": word.upper() for place, word in enumerate(words)}
    rows = list(conn.tuples(sql, **params, **codes, limit=query.limit))
    return [code for code, _ in rows], rows[0][1] if rows else 0


def _expected(conn: Connection, query: StallQuery) -> float:
    """About how many stalls fit, by some of them; none of a table that is sorted in no time anyway."""
    last = conn.rows("SELECT max(rowid) FROM stalls")[0][0] or 0
    if last <= _MOST_SORTED:
        return 0.0
    where, params = matching(query)
    sql = f"SELECT count(*) FROM stalls s WHERE s.rowid IN :some AND {where}"  # noqa: S608 -- our words
    some = range(1, last + 1, last // _LOOKED_AT)
    ((fitting,),) = conn.tuples(sql, some=list(some), **params)
    return float(last * fitting / len(some))


def _walked(conn: Connection, query: StallQuery) -> tuple[list[str], int]:
    """
    The same for one word that very many have: counted first, then taken rank by rank in the order among equals.

    A rank that many stalls have is filled after a few rows of the index in that order; for a rank that few have the
    table is scanned.
    """
    where, params = matching(query)
    params |= {"c0": _words(query)[0].upper()}
    sizes, total = _sizes(conn, query, params)
    all_stalls = conn.rows("SELECT count(*) FROM stalls")[0][0]
    codes = [code for (code,) in conn.tuples(f"SELECT s.code FROM stalls s WHERE s.code = :c0 AND {where}", **params)]  # noqa: S608 -- our words
    for size, rank in zip(sizes, _RANKS, strict=True):
        need = query.limit - len(codes)
        if size and need > 0:
            scanned = "NOT INDEXED" if need * all_stalls > _VISITED * size else ""
            sql = (
                f"SELECT s.code FROM stalls s {scanned} WHERE {where} AND s.code <> :c0 AND {rank}"  # noqa: S608 -- our words
                " ORDER BY s.rating DESC, s.code LIMIT :need"
            )
            codes += [code for (code,) in conn.tuples(sql, **params, need=need)]
    return codes, total


_RANKS = (
    f"{_PLACE} = 1",
    f"{_PLACE} BETWEEN 2 AND {_NAMES_END} - 1",
    f"{_PLACE} > 1 AND {_PLACE} BETWEEN {_NAMES_END} AND {_CATEGORIES_END} - 1",
    f"{_PLACE} > 1 AND {_PLACE} >= {_CATEGORIES_END}",
)
"""The ranks of a stall for one word that is not its code, the best first; each stall that fits has one of them."""


def _sizes(conn: Connection, query: StallQuery, params: dict[str, object]) -> tuple[tuple[int, ...], int]:
    """How many stalls have each of `_RANKS`, with the one whose code the word is, and how many fit in all."""
    others, _ = matching(replace(query, words=()))
    fitting = f"SELECT {_PLACE} AS p, {_NAMES_END} AS n, {_CATEGORIES_END} AS c FROM stalls s WHERE {others} LIMIT -1"  # noqa: S608 -- our words
    counts = ", ".join(f"count(*) FILTER (WHERE {test})" for test in ("p = 1", "p < n", "p < c"))
    sql = f"SELECT count(*), {counts} FROM ({fitting}) WHERE p > 0"  # noqa: S608 -- likewise
    ((total, begins, in_names, in_head),) = conn.tuples(sql, **params)
    return (begins, in_names - begins, in_head - in_names, total - in_head), total


def _words(query: StallQuery) -> list[str]:
    # Splitting at white space takes the two marks away with it.
    return [word for text in query.words for word in folded(text).split()]
