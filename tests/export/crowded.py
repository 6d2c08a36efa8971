"""A day that hurts: four people, hostile and endless names, stops of five minutes, a way home with nothing to load."""

from dataclasses import replace
from datetime import timedelta

from tests.export.planned import BROADCAST, GATE_17, ITINERARY, TRIP, at, stop, walk
from yiwutrip.domain.address import Address, District
from yiwutrip.domain.itinerary import LeftOut, Leg, LegMode, Reason, Route, Stop, StopKind, Unmet
from yiwutrip.domain.stall import Stall, Supplier
from yiwutrip.domain.trip import Person
from yiwutrip.export.plan import PlannedTrip

NAMES = (
    "青禾瓷坊（演示）",
    "<script>alert(1)</script>",
    "𠮷野龘龘🏺",
    "长" * 500,
    "Featherstonehaugh & Cholmondeley-Majoribanks Porcelain (demonstration)",
)
PEOPLE = (
    Person("李", "A"),
    Person("Bartholomew Featherstonehaugh", "B"),
    Person("龘" * 60, "C"),
    Person("🧧小红", "D"),
)
STOPS = 24
DAY = at("9:00").date()


def stall(number: int, person: int) -> Stall:
    """One of many in two blocks of one floor; every fifth without a booth, every third without a telephone."""
    street, gate = 1 + number % 4, 15 if number < STOPS // 2 else 11
    booth = None if number % 5 == 4 else str(8000 + 100 * person + number)
    phone = None if number % 3 == 2 else f"000-0000-{number:04}"
    name = NAMES[(number + person) % len(NAMES)]
    return Stall(
        code=f"D1-3F-{8000 + 100 * person + number}",
        address=Address(district=District.D1, floor=3, gate=gate, street=street, booth=booth),
        name_zh=name,
        supplier=Supplier(name=name, contact=name, phone=phone),
    )


def route(person: int) -> Route:
    """From 13:00 a stop every ten minutes, the broadcast for the first and the last person."""
    letter = PEOPLE[person].letter
    begins = at("13:00")
    stops = [stop(StopKind.START, "12:55", "12:55", "12:55", title="一区17门", place=GATE_17)]
    for number in range(STOPS):
        arrives = begins + timedelta(minutes=10 * number)
        leaves = arrives + timedelta(minutes=5)
        code = stall(number, person).code
        stops.append(Stop(StopKind.VISIT, arrives, arrives, leaves, 60 * (number % 20), walk(5, 80), stall=code))
    if person in {0, 3}:
        ride = Leg(LegMode.RIDE, 2600, 20 * 60)
        stops.append(
            stop(StopKind.COMMITMENT, "18:00", "19:20", "23:00", ride, title=BROADCAST.title, place=BROADCAST.place)
        )
    else:
        stops.append(
            stop(StopKind.COMMITMENT, "18:00", "22:00", "22:00", walk(9, 600), title="departure", place=GATE_17)
        )
    return Route(DAY, (letter,), tuple(stops))


def crowded() -> PlannedTrip:
    """The plan, with its risk and what was left out."""
    stalls = {one.code: one for person in range(4) for number in range(STOPS) for one in [stall(number, person)]}
    left = tuple(
        LeftOut(code, Reason(why, {"want": "陶瓷", "at_most": 30, "minutes": 12}))
        for code, why in zip(
            stalls, ("needs-appointment", "needs-introduction", "order-from-home", "want-full") * 8, strict=False
        )
    )
    unmet = (Unmet(Reason("commitment", {"title": NAMES[3], "who": "A"}), Reason("starts-too-soon", {})),)
    broadcast = replace(BROADCAST, who=("A", "D"))
    return PlannedTrip(
        replace(TRIP, people=PEOPLE, commitments=(broadcast,)),
        replace(ITINERARY, routes=tuple(route(person) for person in range(4)), left_out=left, unmet=unmet),
        stalls,
        {(BROADCAST.title, BROADCAST.starts): 0.9496, ("departure", at("22:00")): 1.0},
    )
