"""The evening's looks at the log: what is missing, what is due, what is worth taking on air."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.due import due
from yiwutrip.usecases.ask_missing import ask_missing
from yiwutrip.usecases.list_samples import list_samples
from yiwutrip.usecases.rank_samples import rank_samples

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yiwutrip.domain.due import Due
    from yiwutrip.domain.stall import Stall
    from yiwutrip.usecases.ask_missing import Question
    from yiwutrip.usecases.list_samples import SampleLog
    from yiwutrip.usecases.ports import Transactions
    from yiwutrip.usecases.rank_samples import Ranked


def missing_in_log(transactions: Transactions) -> tuple[tuple[Question, ...], Mapping[str, Stall], int]:
    """What to ask each supplier about the samples of the trip in use, the stalls where they are, how many they are."""
    log = list_samples(transactions)
    return ask_missing(log.samples, log.stalls), log.stalls, len(log.samples)


def due_in_log(today: date, transactions: Transactions) -> tuple[Due, ...]:
    """What is due of all trips: a loan does not end with the trip."""
    return due(list_samples(transactions, all_trips=True).samples, today)


def rank_log(peak_pieces: int | None, transactions: Transactions, *, by_category: bool = False) -> tuple[Ranked, ...]:
    """The samples of the trip in use in order of what they leave, within each wish or each category."""
    log = list_samples(transactions)
    groups = {one.number: _category(log, one.taken.stall) for one in log.samples}
    if not by_category:
        groups.update((one.number, one.taken.want) for one in log.samples if one.taken.want)
    return rank_samples(log.samples, groups, peak_pieces)


def _category(log: SampleLog, code: str | None) -> str:
    stall = log.stalls.get(code or "")
    return stall.categories[0] if stall and stall.categories else ""
