"""A database connection as the rest of this room sees it: statements with named parameters, rows by name."""

from __future__ import annotations

import json
import re
import sqlite3
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Row = sqlite3.Row

_LIST = re.compile(r"\bIN :(\w+)")


class Connection:
    """
    One SQLite connection inside a transaction.

    Statements are plain SQL. ``IN :name`` takes a list of strings or integers of any length.
    """

    def __init__(self, raw: sqlite3.Connection) -> None:
        raw.row_factory = sqlite3.Row
        self.raw = raw

    def remember_pages(self, megabytes: int) -> None:
        """Let so much of the file stay in memory from here on, if the work needs it."""
        self.raw.execute(f"PRAGMA cache_size = -{megabytes * 1024}")

    def rows(self, sql: str, /, **params: object) -> list[Row]:
        """All rows of a query."""
        return self.raw.execute(*_bound(sql, params)).fetchall()

    def tuples(self, sql: str, /, **params: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one as plain tuples, for those that are many."""
        cursor = self.raw.cursor()
        cursor.row_factory = None
        return cursor.execute(*_bound(sql, params))

    def row(self, sql: str, /, **params: object) -> Row | None:
        """The first row, None where there is none."""
        row: Row | None = self.raw.execute(*_bound(sql, params)).fetchone()
        return row

    def run(self, sql: str, /, **params: object) -> int:
        """Change something; how many rows were changed."""
        return self.raw.execute(*_bound(sql, params)).rowcount

    def insert(self, table: str, row: Mapping[str, object]) -> int:
        """One row in; its rowid."""
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        cursor = self.raw.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", dict(row))  # noqa: S608 -- our names
        return cursor.lastrowid or 0

    def insert_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, unless: str = ""
    ) -> None:
        """Many rows in, each in the order of ``columns``; ``unless`` is an ON CONFLICT clause."""
        marks = ", ".join("?" * len(columns))
        self.raw.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) {unless}", rows)  # noqa: S608 -- our names

    def update(self, table: str, key: str, row: Mapping[str, object]) -> None:
        """Set the other fields of the row whose ``key`` field is that of ``row``."""
        sets = ", ".join(f"{name} = :{name}" for name in row if name != key)
        self.raw.execute(f"UPDATE {table} SET {sets} WHERE {key} = :{key}", dict(row))  # noqa: S608 -- our names


def _bound(sql: str, params: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """SQLite binds no lists; its JSON table function takes one of any length in a single parameter."""
    bound = dict(params)
    if "IN :" in sql:
        for name in _LIST.findall(sql):
            bound[name] = json.dumps(bound[name])
        sql = _LIST.sub(r"IN (SELECT value FROM json_each(:\1))", sql)
    return sql, bound
