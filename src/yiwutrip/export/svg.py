"""Pieces of SVG; whatever is said in them is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

Point = tuple[float, float]
INK: Final = "var(--ink)"
SOFT: Final = "var(--soft)"
PAPER: Final = "var(--paper)"
START: Final = ""
MIDDLE: Final = 'text-anchor="middle"'
END: Final = 'text-anchor="end"'
BOLD: Final = 'font-weight="700"'
HALO: Final = 'paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round"'


def drawing(width: float, height: float, label: str, parts: Iterable[Markup]) -> Markup:
    """A picture that takes the width of what it stands in."""
    head = Markup('<svg viewBox="0 0 {:g} {:g}" role="img" aria-label="{}">').format(width, height, label)
    return head + Markup("\n").join(parts) + Markup("</svg>")


def text(at: Point, said: object, size: float = 11, *style: str) -> Markup:
    """Words; each of ``style`` is ours (fill, `HALO`, `MIDDLE`, `BOLD`), ``said`` is anybody's."""
    own = Markup(" ".join(style))  # noqa: S704 - our own attributes
    return Markup('<text x="{:g}" y="{:g}" font-size="{:g}" {}>{}</text>').format(*at, size, own, said)


def box(at: Point, size: Point, style: str) -> Markup:
    """A rectangle; ``style`` is ours."""
    return Markup('<rect x="{:g}" y="{:g}" width="{:g}" height="{:g}" {}/>').format(
        *at,
        max(0.0, size[0]),
        max(0.0, size[1]),
        Markup(style),  # noqa: S704 - our own attributes
    )


def path(d: str, style: str) -> Markup:
    """A path; both are ours."""
    return Markup('<path d="{}" {}/>').format(d, Markup(style))  # noqa: S704 - our own attributes
