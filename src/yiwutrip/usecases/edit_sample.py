"""Change what is known of a sample."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.usecases.list_samples import SampleLog, card_of
from yiwutrip.usecases.resolve_stall import resolve_stall

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from yiwutrip.domain.sample import SampleStatus
    from yiwutrip.usecases.ports import Transactions


def edit_sample(
    number: str, fields: Mapping[str, Any], quote: Mapping[str, Any], transactions: Transactions
) -> SampleLog:
    """
    Store new values of some fields; the others stay.

    Args:
        number: of the sample.
        fields: of `SampleTaken`, by name.
        quote: fields of its `Quote`, by name.
        transactions: of the log.

    Raises:
        NotFoundError: no sample of that number, or no stall of that code.

    """
    with transactions.write("sample edit") as store:
        sample = store.sample(number)
        changed = dict(fields)
        if changed.get("stall") is not None:
            changed["stall"] = resolve_stall(str(changed["stall"]), store).code
        asked = replace(sample.taken.quote, **quote)
        return card_of(store.change_sample(replace(sample, taken=replace(sample.taken, quote=asked, **changed))), store)


def sample_at(number: str, transactions: Transactions) -> datetime:
    """
    When a sample was logged, market time.

    Raises:
        NotFoundError: no sample of that number.

    """
    with transactions.read() as store:
        return store.sample(number).at.astimezone(MARKET_ZONE)


def set_status(number: str, status: SampleStatus, at: datetime, transactions: Transactions) -> SampleLog:
    """
    Say what became of a sample.

    Raises:
        NotFoundError: no sample of that number.

    """
    with transactions.write("sample status") as store:
        return card_of(store.change_sample(replace(store.sample(number), status=status, status_at=at)), store)
