from datetime import UTC, date, datetime

import pytest

from yiwutrip.domain.due import DueKind, due
from yiwutrip.domain.sample import Sample, SampleStatus, SampleTaken

LOGGED = datetime(2021, 4, 14, 2, 0, tzinfo=UTC)


def sample(status: SampleStatus, *, return_by: date | None = None, since: datetime | None = None) -> Sample:
    taken = SampleTaken(article="cup", return_by=return_by)
    return Sample(id="x", number="A-001", taken=taken, status=status, at=LOGGED, status_at=since)


def kinds(one: Sample, today: date) -> list[DueKind]:
    return [entry.kind for entry in due([one], today)]


def test_goods_applied_for_are_due_after_seven_days() -> None:
    applied = sample(SampleStatus.APPLIED)

    assert kinds(applied, date(2021, 4, 20)) == []
    assert kinds(applied, date(2021, 4, 21)) == [DueKind.RECEIPT]


@pytest.mark.parametrize("status", [SampleStatus.TAKEN, SampleStatus.RECEIVED, SampleStatus.TRIED])
def test_a_verdict_is_due_after_fourteen_days(status: SampleStatus) -> None:
    assert kinds(sample(status), date(2021, 4, 27)) == []
    assert kinds(sample(status), date(2021, 4, 28)) == [DueKind.VERDICT]


def test_the_days_count_from_the_last_change_of_status() -> None:
    received = sample(SampleStatus.RECEIVED, since=datetime(2021, 4, 20, 2, 0, tzinfo=UTC))

    assert kinds(received, date(2021, 5, 3)) == []
    assert kinds(received, date(2021, 5, 4)) == [DueKind.VERDICT]


@pytest.mark.parametrize("status", [SampleStatus.CHOSEN, SampleStatus.REJECTED, SampleStatus.ON_AIR])
def test_a_judged_sample_on_loan_still_has_to_go_back(status: SampleStatus) -> None:
    lent = sample(status, return_by=date(2021, 4, 30))

    assert kinds(lent, date(2021, 4, 26)) == []
    assert kinds(lent, date(2021, 4, 27)) == [DueKind.RETURN]


@pytest.mark.parametrize("status", [SampleStatus.LOST, SampleStatus.RETURNED])
def test_what_is_gone_is_never_due(status: SampleStatus) -> None:
    assert kinds(sample(status, return_by=date(2021, 4, 1)), date(2022, 1, 1)) == []


def test_the_most_pressing_comes_first() -> None:
    lent = sample(SampleStatus.TAKEN, return_by=date(2021, 4, 20))

    entries = due([lent], date(2021, 4, 30))

    # the return is ten days late, the verdict (due on the 28th) two
    assert [(entry.kind, entry.days) for entry in entries] == [(DueKind.RETURN, 10), (DueKind.VERDICT, 2)]
