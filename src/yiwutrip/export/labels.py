"""Labels with a code: for what was logged, and blank ones numbered ahead of the trip."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from yiwutrip.domain.dates import say_day
from yiwutrip.domain.errors import UsageError
from yiwutrip.export import text
from yiwutrip.export.pages import render_page
from yiwutrip.export.qr import qr_modules, qr_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from yiwutrip.domain.manifest import ManifestSample
    from yiwutrip.domain.words import Words

# 203 dots an inch, as thermal printers have, are 8 dots a millimetre.
DOTS_A_MM = 8
# ISO/IEC 18004: four modules of white on every side.
QUIET_MODULES = 4


@dataclass(frozen=True, slots=True)
class Paper:
    """
    What labels are printed on.

    Attributes:
        style: class of the style sheet that lays the label out.
        qr_left_mm: whole dots, so that the printer's grid and the code's agree.
        qr_room_mm: the code may be no larger than this.
        roomy: whether the supplier has a line of its own.

    """

    name: str
    page_css: str
    style: str
    per_page: int
    qr_left_mm: float
    qr_top_mm: float
    qr_room_mm: float
    roomy: bool


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("a4-3x8", "A4", "a4", 24, 2.5, 2.5, 22.0, roomy=True),
        Paper("40x30", "40mm 30mm", "p40x30", 1, 0.0, 0.5, 18.5, roomy=False),
        Paper("60x40", "60mm 40mm", "p60x40", 1, 0.5, 0.5, 29.0, roomy=True),
    )
}


@dataclass(frozen=True, slots=True)
class Label:
    """One label; without a sample there are lines to write on."""

    number: str
    sample: ManifestSample | None = None


def paper_called(name: str) -> Paper:
    """
    The paper of that name.

    Raises:
        UsageError: ``unknown-paper``; ``known`` lists what there is.

    """
    if name not in PAPERS:
        raise UsageError("unknown-paper", name=name, known=", ".join(PAPERS))
    return PAPERS[name]


def export_labels(samples: Iterable[ManifestSample], blanks: Iterable[str], paper: Paper, words: Words) -> bytes:
    """
    One self-contained page of labels, the logged ones first.

    Args:
        samples: from a manifest.
        blanks: numbers reserved for labels that are stuck on in the aisle and filled in later.
        paper: of `PAPERS`.
        words: the reader's language.

    """
    labels = [Label(one.number, one) for one in samples] + [Label(number) for number in blanks]
    filters: dict[str, Callable[..., object]] = {
        "qr": _qr,
        "side": partial(_side_mm, paper=paper),
        "cut": text.cut,
        "yuan": text.yuan,
        "day": partial(say_day, words=words),
        "aisle": partial(text.aisle, words=words),
    }
    return render_page("labels.html.j2", words, {"labels": labels, "paper": paper}, filters)


def _qr(label: Label) -> Markup:
    return Markup(qr_svg(label.number, quiet=QUIET_MODULES))  # noqa: S704 - segno draws it; the number is modules, not text


def _side_mm(label: Label, paper: Paper) -> float:
    """As large as there is room for with a whole number of dots a module, or the code blurs."""
    modules = qr_modules(label.number) + 2 * QUIET_MODULES
    dots = max(1, int(paper.qr_room_mm * DOTS_A_MM) // modules)
    return modules * dots / DOTS_A_MM
