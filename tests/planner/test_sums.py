from datetime import datetime

from tests.planner.worlds import BASE, GATE_17, at
from yiwutrip.domain.itinerary import Route, Stop, StopKind
from yiwutrip.domain.trip import Place
from yiwutrip.planner.sums import totals_of


def walk(who: str, start: datetime, end: datetime, here: Place, there: Place) -> Route:
    """A route without visits."""
    stops = (
        Stop(StopKind.START, start, start, start, 0, place=here),
        Stop(StopKind.END, end, end, end, 0, place=there),
    )
    return Route(start.date(), tuple(who), stops)


def test_who_part_at_noon_and_go_on_at_one_wait_meanwhile() -> None:
    # From 12:17 to 13:00 are 43 minutes, and two people stand there: 86 minutes are 5,160 seconds.
    both = walk("AB", at(14, 9), at(14, 12, 17), BASE, GATE_17)
    each = [walk(letter, at(14, 13), at(14, 18), GATE_17, BASE) for letter in "AB"]

    assert totals_of([both, *each]).waiting_s == 5160


def test_the_night_and_another_place_are_no_wait() -> None:
    first = walk("A", at(14, 9), at(14, 18), BASE, BASE)
    next_day = walk("A", at(15, 9), at(15, 12), BASE, GATE_17)
    elsewhere = walk("A", at(15, 14), at(15, 18), BASE, BASE)

    assert totals_of([first, next_day, elsewhere]).waiting_s == 0
