"""What `yiwutrip sample missing`, `due` and `rank` show."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_day
from yiwutrip.domain.due import DueKind
from yiwutrip.domain.phrasing import say_address
from yiwutrip.domain.sample import SampleStatus
from yiwutrip.render.cells import wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, hints, line, paths, rule
from yiwutrip.render.sample_added import answer_to
from yiwutrip.render.table import Column, column_widths, table
from yiwutrip.render.values import yuan
from yiwutrip.render.view import View
from yiwutrip.usecases.ask_missing import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from yiwutrip.domain.due import Due
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.words import Words
    from yiwutrip.usecases.ask_missing import Question
    from yiwutrip.usecases.rank_samples import Ranked


_SETTLES = {
    DueKind.RETURN: (SampleStatus.RETURNED,),
    DueKind.RECEIPT: (SampleStatus.RECEIVED,),
    DueKind.VERDICT: (SampleStatus.CHOSEN, SampleStatus.REJECTED),
}
"""What one says when what was due is done."""


@dataclass(frozen=True, slots=True)
class MissingShown:
    """Questions, the stalls where they can be asked, and how many samples there are."""

    questions: Sequence[Question]
    stalls: Mapping[str, Stall]
    samples: int


def _missing_data(shown: MissingShown) -> dict[str, object]:
    return {
        "suppliers": [
            {
                "supplier": question.supplier.name if question.supplier else None,
                "wechat": question.supplier.wechat if question.supplier else None,
                "phone": question.supplier.phone if question.supplier else None,
                "stalls": list(question.stalls),
                "samples": [
                    {"number": gap.sample.number, "article": gap.sample.taken.article, "missing": list(gap.missing)}
                    for gap in question.gaps
                ],
            }
            for question in shown.questions
        ]
    }


def _missing_lines(shown: MissingShown, page: Page) -> Iterator[Line]:
    words = page.words
    gaps = [gap for question in shown.questions for gap in question.gaps]
    if not shown.samples:
        yield line(words("sample.none"))
        yield from hints(page, "yiwutrip sample add STALL ARTICLE")
        return
    if not gaps:
        yield line(words("review.nothing-missing"), Role.GOOD)
        yield from hints(page, "yiwutrip manifest")
        return
    count = sum(len(gap.missing) for gap in gaps)
    yield line(words("review.missing-title", count=count, samples=len(gaps)), Role.BOLD)
    yield rule(page, heavy=True)
    heads = ("sample.number", "sample.article", "review.missing", "review.how")
    columns = [Column(words(head), fixed=n in {0, 3}) for n, head in enumerate(heads)]
    rows = [
        [
            gap.sample.number,
            gap.sample.taken.article,
            _asked(gap.missing, words),
            words(f"review.reach-{question.reach}"),
        ]
        for question in shown.questions
        for gap in question.gaps
    ]
    yield from table(columns, rows, page)
    most, times = Counter(key for gap in gaps for key in gap.missing).most_common(1)[0]
    if times > 1:
        yield rule(page)
        yield line(words("review.most-missing", asked=_asked([most], words), count=times), Role.DIM)
    for question in shown.questions:
        yield from _message(question, shown, page)
    yield from hints(page, f"yiwutrip sample edit {gaps[0].sample.number} {answer_to(gaps[0].missing[0], words)}")


def _asked(keys: Sequence[str], words: Words) -> str:
    return words("review.and").join(words(f"review.ask-{key}") for key in keys)


def _message(question: Question, shown: MissingShown, page: Page) -> Iterator[Line]:
    """One message to paste for a supplier who can be written to, or where to go."""
    words, supplier = page.words, question.supplier
    if supplier is None:
        return
    yield BLANK
    reach = {Reach.WECHAT: supplier.wechat, Reach.PHONE: supplier.phone}.get(question.reach)
    where = " ".join(say_address(shown.stalls[code].address, words) for code in question.stalls if code in shown.stalls)
    yield line("  ".join(part for part in (supplier.name, reach, where) if part), Role.BOLD)
    yield line(words("review.greeting"))
    for gap in question.gaps:
        yield line(words("review.question", article=gap.sample.taken.article, asked=_asked(gap.missing, words)))


def _due_data(entries: Sequence[Due]) -> dict[str, object]:
    return {
        "due": [
            {
                "number": one.sample.number,
                "article": one.sample.taken.article,
                "stall": one.sample.taken.stall,
                "kind": one.kind.value,
                "since": one.since.isoformat(),
                "days": one.days,
                "deposit_fen": one.sample.taken.deposit_fen,
            }
            for one in entries
        ]
    }


def _due_lines(entries: Sequence[Due], page: Page) -> Iterator[Line]:
    words = page.words
    if not entries:
        yield line(words("review.nothing-due"), Role.GOOD)
        return
    heads = ("sample.number", "sample.article", "review.due", "review.since")
    columns = [Column(words(head), fixed=n != 1) for n, head in enumerate(heads)]
    rows = [
        [one.sample.number, one.sample.taken.article, words(f"review.due-{one.kind}"), _since(one, words)]
        for one in entries
    ]
    yield from table(columns, rows, page)
    # The first is the most urgent.
    most = entries[0]
    yield from hints(page, *(f"yiwutrip sample status {most.sample.number} {status}" for status in _SETTLES[most.kind]))


def _since(one: Due, words: Words) -> str:
    key = "review.days-ahead" if one.days < 0 else "review.days-over"
    return words("review.since-when", date=say_day(one.since, words), when=words(key, days=abs(one.days)))


@dataclass(frozen=True, slots=True)
class RankShown:
    """The ranking, and the tables that were written of it."""

    ranked: Sequence[Ranked]
    files: Sequence[Path] = ()


def _rank_data(shown: RankShown) -> dict[str, object]:
    return {
        "ranked": [
            {
                "place": one.place,
                "group": one.group or None,
                "number": one.sample.number,
                "article": one.sample.taken.article,
                "margin_fen": one.margin.fen,
                "margin_permille": one.margin.permille,
                "unknown": list(one.margin.unknown),
                "days_to_fill": one.days_to_fill,
            }
            for one in shown.ranked
        ],
        "files": [str(path) for path in shown.files],
    }


def _rank_lines(shown: RankShown, page: Page) -> Iterator[Line]:
    words, ranked = page.words, shown.ranked
    if not ranked:
        yield line(words("sample.none"))
        return
    reckoned = [one for one in ranked if one.margin.fen is not None]
    heads = ("review.place", "sample.number", "sample.article", "review.left", "review.share", "review.days-to-fill")
    columns = [Column(words(head), right=n in {0, 3, 4, 5}, fixed=n != 2) for n, head in enumerate(heads)]
    widths = column_widths(columns, [_rank_row(one, words) for one in reckoned], page)
    for group, entries in groupby(reckoned, key=lambda one: one.group):
        yield line(group or words("review.no-group"), Role.BOLD)
        yield from table(columns, [_rank_row(one, words) for one in entries], page, widths)
        yield BLANK
    unknown: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in ranked:
        if one.margin.unknown:
            unknown[tuple(one.margin.unknown)].append(one.sample.number)
    for asked, numbers in unknown.items():
        said = words("review.unknown", number=words("review.and").join(numbers), asked=_asked(asked, words))
        yield from (line(part, Role.WARN) for part in wrap(said, page.room))
    yield from paths(shown.files)
    if not reckoned:
        first = ranked[0]
        yield from hints(
            page, f"yiwutrip sample edit {first.sample.number} {answer_to(first.margin.unknown[0], words)}"
        )
    elif not shown.files:
        yield from hints(page, "yiwutrip sample rank --format xlsx,csv")


def _rank_row(one: Ranked, words: Words) -> list[str]:
    assert one.margin.fen is not None
    left = yuan(one.margin.fen)
    share = "-" if one.margin.permille is None else f"{one.margin.permille / 10:.1f}%"
    days = "-" if one.days_to_fill is None else words("review.days", days=one.days_to_fill)
    return [str(one.place), one.sample.number, one.sample.taken.article, left, share, days]


MISSING: View[MissingShown] = View("sample missing", _missing_data, _missing_lines)
DUE: View[Sequence[Due]] = View("sample due", _due_data, _due_lines)
RANK: View[RankShown] = View("sample rank", _rank_data, _rank_lines)
