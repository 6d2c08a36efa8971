"""What `yiwutrip sample add` shows; a file of its own, because it has to answer at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.render.lines import Line, Page, Role, Span, hints, line
from yiwutrip.render.plain_data import plain
from yiwutrip.render.problems import problem_lines
from yiwutrip.render.values import stall_title
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.words import Words
    from yiwutrip.usecases.log_sample import SampleLogged

ASKED_FIRST = ("price_fen", "moq", "carton_cm", "carton_qty")


def sample_data(sample: Sample) -> dict[str, object]:
    """A sample as JSON, flat: what was taken, on what terms, and what became of it."""
    taken: dict[str, object] = plain(sample.taken)
    quote = taken.pop("quote")
    assert isinstance(quote, dict)
    own: dict[str, object] = plain(sample)
    del own["taken"]
    return {**own, **taken, **quote}


_ANSWERS = {
    "stall": ("--stall", "STALL"),
    "price_fen": ("--price", "YUAN"),
    "unit_price_fen": ("--price", "YUAN"),
    "live_price_fen": ("--live-price", "YUAN"),
    "commission_permille": ("--commission", "%"),
    "freight_fen": ("--freight", "YUAN"),
    "packaging_fen": ("--packaging", "YUAN"),
    "fee_fen": ("--fee", "YUAN"),
    "moq": ("--moq", "N"),
    "carton_qty": ("--carton-qty", "N"),
    "carton_cm": ("--carton-cm", "LxWxH"),
    "weight_g": ("--weight-g", "N"),
    "return_by": ("--return-by", "DATE"),
}
"""The option of `sample edit` that takes what was asked, and what stands for the value in its help."""


def answer_to(missing: str, words: Words) -> str:
    """How what is missing is written down once it is known; no number is put into anybody's mouth."""
    option, value = _ANSWERS[missing]
    return f"{option} {words('sample.sides') if value == 'LxWxH' else value}"


def not_asked(sample: Sample, words: Words) -> list[str]:
    """What of the quote nobody asked yet, most forgotten first."""
    quote = sample.taken.quote
    return [words(f"sample.{field}") for field in ASKED_FIRST if getattr(quote, field) is None]


def _data(logged: SampleLogged) -> dict[str, object]:
    return {**sample_data(logged.sample), "count": logged.count}


def _lines(logged: SampleLogged, page: Page) -> Iterator[Line]:
    words = page.words
    sample = logged.sample
    where = f"  {stall_title(logged.stall)}" if logged.stall else ""
    yield (Span(sample.number, Role.BOLD), Span(f"  {sample.taken.article}{where}"))
    yield from problem_lines(logged.problems, page)
    missing = not_asked(sample, words)
    if missing:
        yield line(words("sample.ask-now", missing=" / ".join(missing)), Role.WARN)
    yield line(words("sample.count", count=logged.count), Role.DIM)
    yield from hints(page, "yiwutrip sample list", "yiwutrip undo")


ADD: View[SampleLogged] = View("sample add", _data, _lines)
