from dataclasses import replace

from tests.planner.worlds import QUICK, at, one_day, stall
from yiwutrip.domain.address import Address, District
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import Want
from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.planner.assumptions import PlanAssumptions
from yiwutrip.planner.candidates import sort_stalls
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.wants import finder

FEW = PlanAssumptions(candidates=10)


def upstairs(number: int, **fields: object) -> Stall:
    """A stall on the fourth floor of D2, far from the ones that `stall` makes."""
    place = Address(District.D2, 4, 25, booth=str(19000 + number))
    return replace(stall(number), code=f"D2-4F-{19000 + number}", address=place, **fields)  # type: ignore[arg-type]


def test_the_search_gets_as_many_stalls_as_it_can_take_and_the_rest_is_outranked() -> None:
    stalls = [stall(number) for number in range(30)]

    field = sort_stalls(one_day(), stalls, [], FEW)

    assert len(field.candidates) == 10
    assert len(field.outranked) == 20


def test_musts_are_always_among_them() -> None:
    stalls = [stall(number, rating=5.0) for number in range(30)]
    worst = stall(31, rating=0.0)

    field = sort_stalls(one_day(must=(worst.code,)), [*stalls, worst], [], FEW)

    assert worst.code in {c.stall.code for c in field.candidates}
    assert len(field.candidates) == 10


def test_the_best_of_a_hall_go_first_and_every_hall_gets_a_share() -> None:
    # 16 stalls in one hall and 4 in another: by the roots of their sizes, 4 to 2, the ten places go 7 to 3.
    good = [stall(number, rating=5.0) for number in range(7)]
    bad = [stall(number, rating=1.0) for number in range(7, 16)]
    other = [upstairs(number) for number in range(4)]

    field = sort_stalls(one_day(), [*bad, *good, *other], [], FEW)

    chosen = {c.stall.code for c in field.candidates}
    assert {s.code for s in good} <= chosen
    assert not {s.code for s in bad} & chosen
    assert len(chosen & {s.code for s in other}) == 3


def test_every_want_has_its_share() -> None:
    ceramics = [stall(number, rating=5.0) for number in range(40)]
    umbrellas = [stall(number, "雨伞", rating=1.0) for number in range(40, 80)]
    wants = (Want(category="陶瓷", weight=5), Want(category="雨伞", weight=5))

    field = sort_stalls(one_day(wants=wants), [*ceramics, *umbrellas], [], FEW)

    assert [sum(w in c.wants for c in field.candidates) for w in (0, 1)] == [5, 5]


def test_a_plan_from_a_great_catalogue_names_what_was_outranked() -> None:
    stalls = [stall(number) for number in range(30)]

    plan = plan_trip(one_day(), stalls, [], replace(QUICK, assumed=FEW))

    assert sum(left.reason.code == "outranked" for left in plan.left_out) == 20


def test_what_was_seen_on_an_earlier_trip_is_worth_less_and_not_left_out() -> None:
    seen = Visit(stall(1).code, VisitStatus.DONE, ("A",), at(1, 10))

    field = sort_stalls(one_day(), [stall(1), stall(2)], [seen], PlanAssumptions())

    points = {c.stall.code: c.points for c in field.candidates}
    assert points[stall(1).code] == points[stall(2).code] - 3


def test_what_was_visited_on_this_trip_counts_for_its_want_and_is_no_candidate() -> None:
    done = Visit(stall(1).code, VisitStatus.DONE, ("A",), at(14, 10))

    field = sort_stalls(one_day(), [stall(1), stall(2)], [done], PlanAssumptions())

    assert [c.stall.code for c in field.candidates] == [stall(2).code]
    assert field.done == (1,)


def test_wants_are_found_by_category_and_by_word_alike_for_many_stalls() -> None:
    wants = (Want(keyword="釉里红"), Want(category="陶瓷"), Want(category="伞"))
    stalls = [stall(1, note="有釉里红"), stall(2), stall(3, "雨伞"), stall(4, "雨伞", keywords=("釉里红",))]

    found = finder(wants)

    assert [found(s) for s in stalls] == [(0, 1), (1,), (2,), (0, 2)]
