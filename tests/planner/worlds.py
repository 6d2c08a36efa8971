"""Small invented markets and trips for the planner's tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.stall import Stall, StallKind, stall_code
from yiwutrip.domain.trip import (
    Car,
    Commitment,
    CommitmentKind,
    HalfDay,
    MealBreak,
    Pace,
    Person,
    Place,
    Trip,
    TripDay,
    Want,
)
from yiwutrip.planner.assumptions import MEAL
from yiwutrip.planner.options import PlanOptions
from yiwutrip.solver.stop import Iterations

BASE = Place(name="酒店", lat=29.3350, lon=120.1060)
GATE_17 = Place(address=Address(District.D1, gate=17))
CATEGORIES = ("陶瓷", "小家电", "雨伞", "饰品")
QUICK = PlanOptions(Iterations(100), seed=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in April 2021, market time."""
    return datetime(2021, 4, day, hour, minute, tzinfo=MARKET_ZONE)


def stall(booth: int, category: str = "陶瓷", **fields: object) -> Stall:
    """A stall on the third floor of D1; booths with near numbers are near."""
    place = Address(District.D1, 3, 3 + 4 * (booth % 4), 1 + booth % 5, booth=str(6000 + booth))
    plain = Stall(stall_code(place), place, categories=(category,))
    return replace(plain, **fields)  # type: ignore[arg-type]


def people(count: int) -> tuple[Person, ...]:
    """A, B, C … who carry 12 kg each."""
    return tuple(Person(f"甲{i}", "ABCDEFGH"[i], 12_000) for i in range(count))


def one_day(count: int = 1, **fields: object) -> Trip:
    """14 April 2021, nine to six, ceramics wanted, nothing promised."""
    plain = Trip(
        "t", at(14, 9), at(14, 18), BASE, people(count), wants=(Want(category="陶瓷", weight=5),), confidence=0.5
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def livestream(day: int, start: datetime, hours: float = 2, who: tuple[str, ...] = ("A",)) -> Commitment:
    """A broadcast at the base with 40 minutes to set up."""
    assert start.day == day
    end = start + timedelta(hours=hours)
    return Commitment(CommitmentKind.LIVESTREAM, f"直播{day}-{start.hour}", start, end, BASE, who, 2400)


def random_world(seed: int) -> tuple[Trip, list[Stall]]:
    """A trip of one to three days for one to four people with everything in play, and some forty stalls."""
    draw = Random(seed)
    stalls = [_random_stall(draw, i) for i in range(draw.randint(5, 40))]
    letters = tuple("ABCD"[: draw.randint(1, 4)])
    days = draw.randint(1, 3)
    wants = tuple(
        Want(
            category=c, weight=draw.randint(1, 10), at_least=draw.choice((0, 0, 3)), at_most=draw.choice((None, 3, 12))
        )
        for c in draw.sample(CATEGORIES, draw.randint(1, 3))
    )
    trip = Trip(
        name=f"w{seed}",
        starts=at(14, draw.choice((7, 9, 9, 14)), draw.choice((0, 30))),
        ends=at(13 + days, draw.choice((18, 20, 22))),
        base=BASE,
        people=tuple(Person(x, x, draw.choice((1_500, 5_000, 12_000))) for x in letters),
        days=tuple(_random_day(draw, date(2021, 4, 14 + i)) for i in range(days) if draw.random() < 0.8),
        wants=wants,
        must=tuple(s.code for s in draw.sample(stalls, draw.randint(0, 3))) + draw.choice(((), (), ("D9-1",))),
        commitments=tuple(c for i in range(days) for c in _random_commitments(draw, 14 + i, letters, stalls)),
        pace=draw.choice(tuple(Pace)),
        confidence=draw.choice((0.5, 0.9)),
        car=draw.choice((None, Car(250_000, 600_000, 1800, GATE_17), Car(4_000, 20_000, 600, None))),
        budget_fen=draw.choice((None, 300_000, 15_000)),
    )
    return trip, stalls


def _random_stall(draw: Random, number: int) -> Stall:
    place = Address(
        draw.choice((District.D1, District.D1, District.D2, District.D4)),
        draw.choice((1, 2, 3, None)),
        None,
        draw.choice((1, 2, 5, None)),
        booth=str(5000 + number),
    )
    if draw.random() < 0.1:
        place = Address(District.HUANGYUAN, 2, booth=f"Y{number}")
    return Stall(
        stall_code(place),
        place,
        categories=(draw.choice(CATEGORIES),),
        kind=draw.choice((None, *StallKind)),
        opens=draw.choice((None, None, time(8), time(14))),
        closes=draw.choice((None, None, time(12), time(20))),
        closed_on=draw.choice(((), (), (3,))),
        alliance=draw.choice((None, False, False, True)),
        introduction=draw.random() < 0.1,
        appointment=draw.random() < 0.1,
        rating=draw.choice((None, 2.0, 4.5)),
        visit_min=draw.choice((None, None, 10, 40)),
    )


def _random_day(draw: Random, day: date) -> TripDay:
    halves = frozenset(half for half in HalfDay if draw.random() < 0.4)
    meal = draw.choice((None, MealBreak(2400, time(11), time(13, 30)), MealBreak(3600, time(12), time(13))))
    return TripDay(day, halves, meal)


def _random_commitments(draw: Random, day: int, letters: tuple[str, ...], stalls: list[Stall]) -> list[Commitment]:
    made = []
    for hour, kind in ((9, CommitmentKind.EVENT), (12, CommitmentKind.APPOINTMENT), (15, CommitmentKind.TRAINING)):
        if draw.random() < 0.3:
            start = at(day, hour + draw.randint(0, 2), draw.choice((0, 15, 50)))
            place = draw.choice(
                (GATE_17, Place(stall=draw.choice(stalls).code), Place(address=Address(District.D4, gate=81)))
            )
            who = tuple(x for x in letters if draw.random() < 0.6) or letters
            end = start + timedelta(minutes=draw.choice((10, 60, 150)))
            made.append(Commitment(kind, f"{kind}-{day}", start, end, place, who))
    if draw.random() < 0.4:
        made.append(
            livestream(day, at(day, draw.choice((17, 19, 20))), 2, letters if draw.random() < 0.7 else letters[:1])
        )
    return made


def market_trip(seed: int, stalls: list[Stall]) -> Trip:
    """A trip on a real catalogue: one to three days, one to three people, events, broadcasts, a car, musts, wants."""
    draw = Random(seed)
    days, letters = draw.randint(1, 3), tuple("ABC"[: draw.randint(1, 3)])
    categories = sorted({category for one in stalls for category in one.categories})
    commitments = [livestream(14 + i, at(14 + i, draw.choice((18, 20))), 2, letters) for i in range(days)]
    for i in range(days):
        if draw.random() < 0.6:
            start, who = at(14 + i, draw.randint(9, 14)), letters if draw.random() < 0.5 else letters[:1]
            end = start + timedelta(minutes=draw.choice((30, 90, 180)))
            commitments.append(Commitment(CommitmentKind.EVENT, f"活动{i}", start, end, GATE_17, who))
    return Trip(
        name=str(seed),
        starts=at(14, 9),
        ends=at(13 + days, 23),
        base=BASE,
        people=tuple(Person(x, x, draw.choice((6_000, 12_000))) for x in letters),
        days=tuple(
            TripDay(date(2021, 4, 14 + i), frozenset(half for half in HalfDay if draw.random() < 0.4), MEAL)
            for i in range(days)
        ),
        wants=tuple(
            Want(category=c, weight=draw.randint(1, 9), at_least=draw.choice((0, 3)), at_most=draw.choice((None, 25)))
            for c in draw.sample(categories, draw.randint(2, 5))
        ),
        must=tuple(one.code for one in draw.sample(stalls, draw.randint(0, 3))),
        commitments=tuple(commitments),
        confidence=0.9,
        car=Car(250_000, 600_000, 1800, GATE_17),
        budget_fen=draw.choice((None, 300_000)),
    )


def full_world(seed: int) -> tuple[Trip, list[Stall]]:
    """
    A trip with every constraint in play at once, and thirty to sixty stalls.

    Stalls with a lunch break have two windows a day; the budget, the car and what people carry bind; somebody has an
    appointment alone, all have one together, all broadcast every evening, somebody rests.
    """
    draw = Random(seed)
    days, letters = draw.randint(1, 3), tuple("ABCD"[: draw.randint(2, 4)])
    stalls = [_stall_with_a_break(draw, i) for i in range(draw.randint(30, 60))]
    dates = [date(2021, 4, 14 + i) for i in range(days)]
    known = [one for one in stalls if not one.closed_on]
    trip = Trip(
        name=f"f{seed}",
        starts=at(14, draw.choice((8, 9)), draw.choice((0, 30))),
        ends=at(13 + days, 23),
        base=BASE,
        people=tuple(Person(x, x, draw.choice((1_000, 2_000, 5_000))) for x in letters),
        days=tuple(
            TripDay(
                day,
                frozenset({draw.choice(tuple(HalfDay))}),
                MealBreak(draw.choice((1800, 2400, 3600)), time(11), time(draw.choice((13, 14)))),
            )
            for day in dates
        ),
        wants=tuple(
            Want(category=c, weight=draw.randint(1, 10), at_least=draw.randint(1, 4), at_most=draw.randint(4, 9))
            for c in draw.sample(CATEGORIES, 3)
        ),
        must=tuple(one.code for one in draw.sample(known, 3)),
        commitments=tuple(c for i in range(days) for c in _full_day(draw, 14 + i, letters, known)),
        pace=draw.choice(tuple(Pace)),
        confidence=draw.choice((0.5, 0.8, 0.95)),
        car=Car(draw.choice((6_000, 12_000)), draw.choice((20_000, 60_000)), 1800, GATE_17),
        budget_fen=draw.choice((30_000, 60_000)),
    )
    return trip, stalls


def _stall_with_a_break(draw: Random, number: int) -> Stall:
    plain = _random_stall(draw, number)
    note = f"午休 {draw.choice((11, 12))}:{draw.choice(('00', '30'))}-{draw.choice((13, 14))}:00"
    return replace(plain, note=note if draw.random() < 0.5 else None)


def _full_day(draw: Random, day: int, letters: tuple[str, ...], stalls: list[Stall]) -> list[Commitment]:
    """An appointment of one, one of all, a rest, a broadcast; they may stand in one another's way."""
    alone = at(day, draw.choice((9, 10)), draw.choice((0, 40)))
    both = at(day, draw.choice((14, 15)), draw.choice((0, 20)))
    rest = at(day, 17, draw.choice((0, 30)))
    place = Place(stall=draw.choice(stalls).code)
    minutes = timedelta(minutes=draw.choice((10, 30, 60)))
    kind = CommitmentKind.APPOINTMENT
    return [
        Commitment(kind, f"单约{day}", alone, alone + minutes, place, (draw.choice(letters),)),
        Commitment(kind, f"同约{day}", both, both + minutes, GATE_17, letters),
        Commitment(CommitmentKind.REST, f"歇{day}", rest, rest + minutes, BASE, (draw.choice(letters),)),
        livestream(day, at(day, draw.choice((19, 20))), 2, letters),
    ]
