"""Hold a plan against what the trip promises and bounds: meals, wants, money, weight, walking, company."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import LegMode, StopKind
from yiwutrip.domain.trip import AlliancePolicy
from yiwutrip.planner.wants import answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yiwutrip.domain.itinerary import Itinerary, Route, Stop
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.history import Past


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a plan breaks: which, and where."""

    code: str
    where: str


def kept_promises(ground: Ground, plan: Itinerary, walks: Mapping[str, list[Stop]], past: Past) -> Iterator[Fault]:
    """Every promise and bound of the trip that a plan breaks without saying so; what is past is not judged."""
    over = past.stops()
    for letter, stops in walks.items():
        yield from _meals(ground, plan, letter, stops, past)
        yield from _walking(ground, letter, [stop for stop in stops if stop not in over])
    yield from _carrying(ground, plan, walks, over)
    yield from _wanted(ground, plan)
    yield from _bounds(ground, plan)
    yield from _company(ground, plan, past)


def _visited(plan: Itinerary) -> set[str]:
    return {s.stall for route in plan.routes for s in route.stops if s.kind is StopKind.VISIT and s.stall}


def _by_day(ground: Ground, stops: list[Stop]) -> dict[int, list[Stop]]:
    """A person's stops by day of the trip; the night belongs to the day before."""
    days: defaultdict[int, list[Stop]] = defaultdict(list)
    for stop in stops:
        days[(ground.clock.seconds(stop.start) - 5 * 3600) // 86_400].append(stop)
    return days


def _meals(ground: Ground, plan: Itinerary, letter: str, stops: list[Stop], past: Past) -> Iterator[Fault]:
    """One meal a day inside its window; none only for those who were told so or were not there."""
    told = {
        str(unmet.what.params["date"])
        for unmet in plan.unmet
        if unmet.what.code == "meal" and letter in str(unmet.what.params["who"]).split()
    }
    since, over = past.until, past.stops()
    for day, of_day in _by_day(ground, stops).items():
        meal = ground.calendar.meal(day)
        date = ground.clock.date(day)
        eaten = [stop for stop in of_day if stop.kind is StopKind.MEAL]
        planned = [stop for stop in eaten if stop not in over]
        if planned and len(eaten) > (meal is not None):
            yield Fault("meal-count", f"{letter} {date}")
        if meal is None:
            continue
        for stop in planned:
            if stop.start.time() < meal.earliest or stop.leave.time() > meal.latest_end:
                yield Fault("meal-outside-window", f"{letter} {date}")
        latest_s = meal.latest_end.hour * 3600 + meal.latest_end.minute * 60 - meal.duration_s
        first_s = meal.earliest.hour * 3600 + meal.earliest.minute * 60
        began = of_day[0].leave if since is None else max(of_day[0].leave, since)
        began_s = ground.clock.seconds(began) - day * 86_400
        ended_s = ground.clock.seconds(of_day[-1].leave) - day * 86_400
        there = began_s <= latest_s and ended_s >= first_s + meal.duration_s
        if not eaten and there and date.isoformat() not in told:
            yield Fault("meal-forgotten", f"{letter} {date}")


def _walking(ground: Ground, letter: str, stops: list[Stop]) -> Iterator[Fault]:
    """No more on foot than the pace allows, the ways to the commitments themselves apart."""
    limit_s = ground.assumed.walk_limit_s[ground.trip.pace]
    for day, of_day in _by_day(ground, stops).items():
        legs = [stop.leg for stop in of_day if stop.leg is not None and stop.leg.mode is LegMode.WALK]
        owed = [s.leg for s in of_day if s.leg and s.kind in {StopKind.COMMITMENT, StopKind.END}]
        if sum(leg.seconds for leg in legs) > limit_s + sum(leg.seconds for leg in owed):
            yield Fault("walks-too-far", f"{letter} {ground.clock.date(day)}")


def _carrying(
    ground: Ground, plan: Itinerary, walks: Mapping[str, list[Stop]], over: frozenset[Stop]
) -> Iterator[Fault]:
    """Nobody carries more than they can; a pair shares by strength, and lays down at the car and at the base."""
    carry_g = {person.letter: person.carry_g for person in ground.trip.people}
    company = {stop: route.who for route in plan.routes for stop in route.stops}
    lay_down = {ground.trip.base, ground.trip.car.parked if ground.trip.car else None} - {None}
    for letter, stops in walks.items():
        load_g = 0.0
        for stop in stops:
            if stop.kind is StopKind.CAR or (stop.kind is not StopKind.MEAL and stop.place in lay_down):
                load_g = 0.0
            if stop.kind is not StopKind.VISIT or stop.stall is None or stop.stall not in ground.known:
                continue
            share = carry_g[letter] / max(1, sum(carry_g[p] for p in company[stop]))
            load_g += share * ground.assumed.goods_of(ground.known[stop.stall]).weight_g
            if load_g > carry_g[letter] + 1 and stop not in over:
                yield Fault("too-heavy", f"{letter} {stop.stall}")


def _wanted(ground: Ground, plan: Itinerary) -> Iterator[Fault]:
    """Musts, at-leasts and at-mosts are kept, or named as unmet."""
    trip, visited = ground.trip, _visited(plan)
    new = {code for code in visited - ground.done if code in ground.known}
    settled = visited | {c.place.stall for c in trip.commitments if c.place.stall}
    named = {(unmet.what.code, unmet.what.params.get("stall", unmet.what.params.get("want"))) for unmet in plan.unmet}
    for code in trip.must:
        if code not in settled | ground.done and ("must", code) not in named:
            yield Fault("must-forgotten", code)
    for want, done in zip(trip.wants, ground.field.done, strict=True):
        count = done + sum(answers(ground.known[code], want) for code in new)
        if want.at_most is not None and count > max(want.at_most, done):
            yield Fault("too-many", want.text)
        if count < want.at_least and ("at-least", want.text) not in named:
            yield Fault("too-few", want.text)
    for code in new - set(trip.must):
        if ground.known[code].alliance and trip.alliance is AlliancePolicy.SKIP:
            yield Fault("alliance-visited", code)


def _bounds(ground: Ground, plan: Itinerary) -> Iterator[Fault]:
    """The budget and the car hold everything that is expected to be taken."""
    trip = ground.trip
    already = dict(zip(("money", "weight", "volume"), ground.spent, strict=True))
    taken = Counter(already)
    for code in (_visited(plan) - ground.done) & ground.known.keys():
        goods = ground.assumed.goods_of(ground.known[code])
        taken.update(money=goods.spend_fen, weight=goods.weight_g, volume=goods.volume_ml)
    limits = {"money": trip.budget_fen}
    if trip.car is not None:
        limits |= {"weight": trip.car.load_g, "volume": trip.car.load_ml}
    for what, limit in limits.items():
        if limit is not None and taken[what] > max(limit, already[what]):
            yield Fault(f"too-much-{what}", str(taken[what] - limit))


def _company(ground: Ground, plan: Itinerary, past: Past) -> Iterator[Fault]:
    """
    A half-day marked as together is walked together, but for those whom a commitment of their own keeps away.

    In a trip that is under way, who is elsewhere by then may look at stalls until all meet; what was is not judged.
    """
    everyone = {person.letter for person in ground.trip.people}
    apart = {str(unmet.what.params["date"]) for unmet in plan.unmet if unmet.what.code == "together"}
    for c in ground.trip.commitments:
        if set(c.who) != everyone:
            apart.add(c.starts.astimezone(plan.routes[0].stops[0].leave.tzinfo).date().isoformat())
    for route in plan.routes:
        together = ground.calendar.together((route.date - ground.clock.first).days)
        for stop in route.stops:
            half = together[0 if stop.start.hour < 13 else 1]
            alone = set(route.who) != everyone and stop.kind is StopKind.VISIT
            if past.until is not None and (stop.start <= past.until or _joins_all(route, everyone)):
                continue
            if half and alone and route.date.isoformat() not in apart:
                yield Fault("walked-alone", f"{route.who} {stop.start}")


def _joins_all(route: Route, everyone: set[str]) -> bool:
    """Whether all are together at the end of a route."""
    last = route.stops[-1]
    return last.kind is StopKind.END and {*route.who, *last.meets} == everyone
