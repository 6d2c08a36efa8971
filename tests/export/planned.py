"""A small plan: two people, two days, a festival, a broadcast. All invented."""

from datetime import datetime, timedelta

from tests.export.made import NOW, SHOP
from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import (
    Itinerary,
    LeftOut,
    Leg,
    LegMode,
    Reason,
    Route,
    Stop,
    StopKind,
    Totals,
)
from yiwutrip.domain.stall import Stall, Supplier
from yiwutrip.domain.trip import Car, Commitment, CommitmentKind, Person, Place, Trip
from yiwutrip.export.plan import PlannedTrip

UMBRELLAS = Stall(
    code="D2-1F-10386",
    address=Address(district=District.D2, floor=1, gate=22, street=8, booth="10386"),
    name_zh="晴伞坊（演示）",
    supplier=Supplier(name="晴伞坊（演示）", contact="老罗", phone="000-0000-0006"),
)
HOTEL = Place(name="酒店", lat=29.3350, lon=120.1060)
GATE_17 = Place(address=Address(district=District.D1, gate=17))


def at(clock: str, day: int = 15) -> datetime:
    """A time of April 2021."""
    hours, minutes = clock.split(":")
    return datetime(2021, 4, day, int(hours), int(minutes), tzinfo=MARKET_ZONE)


FESTIVAL = Commitment(CommitmentKind.EVENT, "415 全球直采节", at("9:00"), at("12:00"), GATE_17, ("A", "B"))
BROADCAST = Commitment(
    CommitmentKind.LIVESTREAM, "晚场直播", at("20:00"), at("23:00"), HOTEL, ("A", "B"), setup_s=40 * 60
)
TRIP = Trip(
    name="四月义乌选品",
    starts=at("9:00", 14),
    ends=at("22:00", 16),
    base=HOTEL,
    people=(Person("陈砚", "A"), Person("林栀", "B")),
    commitments=(FESTIVAL, BROADCAST),
    home=Place(name="临沂", lat=35.05, lon=118.35),
    car=Car(load_g=250_000, load_ml=600_000, loading_s=1800, parked=GATE_17),
)


def walk(minutes: int, metres: int) -> Leg:
    return Leg(LegMode.WALK, metres, minutes * 60)


def stop(kind: StopKind, arrive: str, start: str, leave: str, leg: Leg | None = None, **what: object) -> Stop:
    slack_s = what.pop("slack_s", 14 * 60)
    assert isinstance(slack_s, int)
    return Stop(kind, at(arrive), at(start), at(leave), slack_s, leg, **what)  # type: ignore[arg-type]


TOGETHER = Route(
    at("9:00").date(),
    ("A", "B"),
    (
        stop(StopKind.START, "8:40", "8:40", "8:40", title="酒店", place=HOTEL),
        stop(
            StopKind.COMMITMENT,
            "8:50",
            "9:00",
            "12:00",
            Leg(LegMode.RIDE, 1200, 600),
            title=FESTIVAL.title,
            place=GATE_17,
        ),
        stop(StopKind.MEAL, "12:00", "12:00", "12:40", Leg(LegMode.STAY, 0, 0), place=GATE_17),
    ),
)
POTTERS = Route(
    at("9:00").date(),
    ("A",),
    (
        stop(StopKind.START, "12:40", "12:40", "12:40", title="一区17门", place=GATE_17),
        stop(StopKind.VISIT, "12:46", "12:46", "13:06", walk(6, 390), stall=SHOP.code, must=True),
        stop(StopKind.CAR, "13:14", "13:14", "13:22", walk(8, 420), place=GATE_17),
        stop(StopKind.END, "16:26", "16:40", "16:40", walk(4, 190), title="二区29门", place=GATE_17, meets=("B",)),
    ),
)
UMBRELLA_WALK = Route(
    at("9:00").date(),
    ("B",),
    (
        stop(StopKind.START, "12:40", "12:40", "12:40", title="一区17门", place=GATE_17),
        stop(StopKind.VISIT, "12:52", "12:52", "13:10", walk(12, 560), stall=UMBRELLAS.code, slack_s=4 * 60),
        stop(StopKind.END, "16:36", "16:40", "16:40", walk(4, 190), title="二区29门", place=GATE_17, meets=("A",)),
    ),
)
EVENING = Route(
    at("9:00").date(),
    ("A", "B"),
    (
        stop(StopKind.START, "16:40", "16:40", "16:40", title="二区29门", place=GATE_17),
        stop(
            StopKind.COMMITMENT,
            "17:22",
            "19:20",
            "23:00",
            Leg(LegMode.RIDE, 2600, 22 * 60),
            title=BROADCAST.title,
            place=HOTEL,
            slack_s=118 * 60,
        ),
    ),
)
NEXT_DAY = Route(
    at("9:00", 16).date(),
    ("A", "B"),
    (
        Stop(StopKind.START, at("21:00", 16), at("21:00", 16), at("21:00", 16), 600, title="酒店", place=HOTEL),
        Stop(
            StopKind.COMMITMENT,
            at("21:20", 16),
            at("21:30", 16),
            at("22:00", 16),
            600,
            Leg(LegMode.RIDE, 1200, 600),
            title="departure",
            place=GATE_17,
        ),
    ),
)
ITINERARY = Itinerary(
    trip=TRIP.name,
    prize=100,
    seconds=2.0,
    seed=1,
    routes=(TOGETHER, POTTERS, UMBRELLA_WALK, EVENING, NEXT_DAY),
    left_out=(LeftOut("D1-3F-8332", Reason("outranked", {})),),
    unmet=(),
    totals=Totals(2, 38 * 60, 40 * 60, 32 * 60, 30 * 60, 1750),
    made_at=NOW - timedelta(days=2),
)


def planned(*more: Stall) -> PlannedTrip:
    """The plan with the two stalls it visits."""
    return PlannedTrip(TRIP, ITINERARY, {one.code: one for one in (SHOP, UMBRELLAS, *more)})
