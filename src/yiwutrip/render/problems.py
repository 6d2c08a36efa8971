"""Problems and errors as people read them: what is wrong, what would be right, where, and its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.address import District
from yiwutrip.domain.phrasing import say_address
from yiwutrip.render.cells import cell_len, cut, pad, wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwutrip.domain.errors import TripError
    from yiwutrip.domain.problems import Problem
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.words import Words

MOST_SHOWN = 20
"""Problems that a terminal shows; the rest are counted, and are all in the JSON and the rejects file."""

LONGEST_NAME = 40
"""Cells of a name among those that may have been meant."""


def problem_sentence(problem: Problem, words: Words) -> str:
    """What is wrong and what would be right, without the place."""
    place = {"file": problem.file, "line": problem.line, "column": problem.column, "value": problem.value}
    params = {name: _in_words(one, words) for name, one in problem.params.items()}
    if "what" in params:
        params["what"] = words(f"field.{params['what']}")
    return words(f"problem.{problem.code}", **{**place, **params})


def _in_words(value: object, words: Words) -> object:
    """A district by its name, several values one beside the other."""
    if isinstance(value, tuple):
        return " / ".join(str(_in_words(one, words)) for one in value)
    return words(f"place.{value.lower()}") if isinstance(value, District) else value


def error_sentence(error: TripError, words: Words) -> str:
    """What went wrong."""
    return words(f"error.{error.code}", **error.params)


def error_lines(error: TripError, page: Page) -> Iterator[Line]:
    """The error with the names that may have been meant, the faults behind it, and its code."""
    words = page.words
    label = words("common.error")
    first, *more = wrap(error_sentence(error, words), page.room - cell_len(label))
    yield (Span(label, Role.ERROR), Span(first))
    for text in more:
        yield line(" " * cell_len(label) + text)
    yield from _similar(error, page)
    advice = error.advice
    if advice:
        yield BLANK
        for text in wrap(words(advice), page.room):
            yield line(text)
    if error.problems:
        yield BLANK
        yield from problem_lines(error.problems, page)
    yield BLANK
    yield line(words("common.code") + error.code, Role.DIM)


def _similar(error: TripError, page: Page) -> Iterator[Line]:
    """What may have been meant; stalls with their names and addresses."""
    similar: Sequence[str] = getattr(error, "similar", ())
    stalls: Sequence[Stall] = getattr(error, "stalls", ())
    if not similar:
        return
    yield BLANK
    yield line(page.words("common.did-you-mean"), Role.BOLD)
    known = {stall.code: stall for stall in stalls}
    for name in similar:
        stall = known.get(name)
        about = f"  {cut(stall.name, LONGEST_NAME)}  {say_address(stall.address, page.words)}" if stall else ""
        yield (Span(f"  {name}", Role.BOLD), Span(about))
    if len(stalls) == 1:
        yield line(page.words("common.write-code", code=stalls[0].code))


def problem_lines(problems: Sequence[Problem], page: Page) -> Iterator[Line]:
    """Each fault: its place and value, then its sentence below, indented."""
    words = page.words
    # What is said of several samples of one stall is said once.
    told = list(dict.fromkeys((place_text(one, words), problem_sentence(one, words)) for one in problems))
    for place, sentence in told[:MOST_SHOWN]:
        if place:
            yield line(place, Role.TIGHT)
        for text in wrap(sentence, page.room - 8):
            yield line((" " * 8 if place else "  ") + text)
    if len(told) > MOST_SHOWN:
        yield line(words("common.more-problems", count=len(told) - MOST_SHOWN), Role.DIM)


def place_text(problem: Problem, words: Words) -> str:
    """Where it is and what stands there; empty where neither is known."""
    parts: list[str] = []
    if problem.line is not None:
        place = words("common.line", line=problem.line)
        parts.append(pad(place, max(7, cell_len(place))))
    elif problem.file is not None:
        parts.append(problem.file)
    if problem.column is not None:
        parts.append(problem.column)
    if problem.value is not None:
        shown = problem.value if len(problem.value) <= 40 else problem.value[:40] + "…"
        parts.append(words("common.written", value=shown))
    return "  ".join(parts).rstrip()
