from dataclasses import replace
from datetime import UTC, datetime

from yiwutrip.domain.sample import Quote, Sample, SampleStatus, SampleTaken
from yiwutrip.usecases.rank_samples import rank_samples


def sample(number: str, price_fen: int | None, status: SampleStatus = SampleStatus.TAKEN) -> Sample:
    quote = Quote(
        price_fen=price_fen,
        live_price_fen=5000,
        commission_permille=0,
        freight_fen=0,
        packaging_fen=0,
        daily_capacity=400,
    )
    taken = SampleTaken(article=number, quote=quote, fee_fen=0)
    return Sample(id=number, number=number, taken=taken, status=status, at=datetime(2021, 4, 14, tzinfo=UTC))


def test_the_most_left_of_a_piece_comes_first_and_the_unknown_last() -> None:
    samples = [sample("A-001", None), sample("A-002", 3000), sample("A-003", 1000)]

    ranked = rank_samples(samples, {})

    assert [(one.sample.number, one.margin.fen) for one in ranked] == [
        ("A-003", 4000),
        ("A-002", 2000),
        ("A-001", None),
    ]


def test_each_group_has_its_own_first_place() -> None:
    samples = [sample("A-001", 1000), sample("A-002", 3000), sample("A-003", 2000)]

    ranked = rank_samples(samples, {"A-001": "陶瓷", "A-002": "雨伞", "A-003": "陶瓷"})

    assert [(one.group, one.place, one.sample.number) for one in ranked] == [
        ("陶瓷", 1, "A-001"),
        ("陶瓷", 2, "A-003"),
        ("雨伞", 1, "A-002"),
    ]


def test_what_is_out_of_the_running_is_left_out() -> None:
    out = [SampleStatus.REJECTED, SampleStatus.LOST, SampleStatus.RETURNED]

    assert rank_samples([sample("A-001", 1000, status) for status in out], {}) == ()


def test_capacity_is_held_against_the_peak_of_the_show() -> None:
    # 2,622 pieces at 400 a day: six days make 2,400, seven 2,800
    (one,) = rank_samples([sample("A-001", 1000)], {}, peak_pieces=2622)

    assert one.days_to_fill == 7


def test_without_capacity_the_days_are_unknown() -> None:
    unknown = sample("A-001", 1000)
    unknown = replace(unknown, taken=replace(unknown.taken, quote=replace(unknown.taken.quote, daily_capacity=None)))

    assert rank_samples([unknown], {}, peak_pieces=100)[0].days_to_fill is None
