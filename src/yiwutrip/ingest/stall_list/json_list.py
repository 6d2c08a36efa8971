"""JSON lists: an array of objects, an object that holds one, or an object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.errors import BadInputError
from yiwutrip.ingest.stall_list.encoding import ERRORS, encoding_of
from yiwutrip.ingest.stall_list.grid import Grid, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.ingest.stall_list.source import Source

LARGEST_FILE_BYTES: Final = 128 * 1024**2
_DEEPEST: Final = 4
_SPACE: Final = " \t\r\n,"


def looks_like_json(head: bytes) -> bool:
    """Whether a text file starts like a JSON list of objects; no CSV does."""
    text = head.decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")
    return text.startswith("{") or (text.startswith("[") and text[1:].lstrip(_SPACE)[:1] in {"{", "]"})


def read_json(source: Source, encoding: str | None) -> Grid:
    """
    The objects of a JSON list as rows; the line of a row is the one on which its object begins.

    Raises:
        BadInputError: it is no JSON, holds no list of objects, or is too large to be read whole.

    """
    if source.size > LARGEST_FILE_BYTES:
        limit, mb = (f"{count / 1024**2:,.0f}" for count in (LARGEST_FILE_BYTES, source.size))
        raise BadInputError("file-too-large", file=source.name, size_mb=mb, limit_mb=limit)
    used = encoding_of(source, encoding)
    text = source.whole().decode(used, ERRORS).removeprefix("\ufeff")
    source.check_unchanged()
    try:
        objects = list(_objects(text))
    except json.JSONDecodeError as error:
        raise BadInputError("bad-json", file=source.name, line=error.lineno) from None
    except (RecursionError, ValueError):
        raise BadInputError("bad-json", file=source.name, line=1) from None
    headers = tuple(dict.fromkeys(key for _, item in objects for key in item))
    if not headers:
        raise BadInputError("no-objects", file=source.name)

    def rows() -> Iterator[Row]:
        for line, item in objects:
            yield Row(line, [item.get(header, "") for header in headers])

    return Grid(rows, kind="json", encoding=used, headers=headers)


def _objects(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    decoder = json.JSONDecoder()
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != "[":
        value, end = decoder.raw_decode(text, start)
        inner = _list_inside(value)
        if inner is not None and not text[end:].strip():
            yield from ((number, _flat(item)) for number, item in enumerate(inner, start=1))
            return
        position = start
    else:
        position = start + 1
    line, counted = 1, 0
    while True:
        while position < len(text) and text[position] in _SPACE:
            position += 1
        if position >= len(text) or text[position] == "]":
            return
        line, counted = line + text.count("\n", counted, position), position
        value, position = decoder.raw_decode(text, position)
        if isinstance(value, dict):
            yield line, _flat(value)
        else:
            raise json.JSONDecodeError("not an object", text, counted)


def _list_inside(value: object, depth: int = 0) -> list[dict[str, object]] | None:
    """The first list of objects within an object: what our own ``--json`` prints has it under ``data.stalls``."""
    if isinstance(value, list):
        return value if value and all(isinstance(item, dict) for item in value) else None
    if isinstance(value, dict) and depth < _DEEPEST:
        for item in value.values():
            found = _list_inside(item, depth + 1)
            if found is not None:
                return found
    return None


def _flat(item: dict[str, object], depth: int = 0) -> dict[str, str]:
    """One object as cells: lists joined by ``;``, objects within it laid open."""
    cells: dict[str, str] = {}
    for key, value in item.items():
        if isinstance(value, dict) and depth < _DEEPEST:
            for inner, text in _flat(value, depth + 1).items():
                cells.setdefault(inner, text)
        else:
            cells[key] = _text(value)
    return cells


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "1" if value else "0"
        case float() if value.is_integer():
            return str(int(value))
        case list():
            return ";".join(_text(item) for item in value)
        case _:
            return str(value)
