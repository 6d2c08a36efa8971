"""What `yiwutrip db` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.render.lines import Line, Page, line
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator


def _path_data(url: str) -> dict[str, str]:
    return {"database": url}


def _path_lines(url: str, page: Page) -> Iterator[Line]:  # noqa: ARG001  (a path is the same in every language)
    yield line(url)


PATH: View[str] = View("db path", _path_data, _path_lines)
