"""A plan as JSON; the shape is a contract (docs/cli.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.phrasing import say_reason
from yiwutrip.planner.summary import added_by_others, first_break
from yiwutrip.render.plain_data import plain
from yiwutrip.render.plan_summary import spent_of
from yiwutrip.render.words import english

if TYPE_CHECKING:
    from yiwutrip.domain.itinerary import LeftOut, Route, Stop, Unmet
    from yiwutrip.domain.words import Words
    from yiwutrip.render.plan_shown import PlanShown


def plan_data(shown: PlanShown) -> dict[str, object]:
    """The plan, or the part of it that was asked for; reasons are English sentences beside their codes."""
    plan = shown.itinerary
    words = english()
    routes = [
        route
        for route in plan.routes
        if (shown.day is None or route.date == shown.day) and (not shown.who or set(shown.who) & set(route.who))
    ]
    return {
        "trip": plan.trip,
        "prize": plan.prize,
        "alone_prize": plan.alone_prize,
        "seconds": round(plan.seconds, 3),
        "seed": plan.seed,
        "made_at": plain(plan.made_at),
        "routes": [_route(route, shown) for route in routes],
        "left_out": [_left_out(one, words) for one in plan.left_out],
        "unmet": [_unmet(one, words) for one in plan.unmet],
        "totals": plain(plan.totals),
        "time": plain(spent_of(shown, shown.day)),
        "first_break": _first_break(shown),
        "others_add": plain(added_by_others(plan)),
    }


def _first_break(shown: PlanShown) -> dict[str, object] | None:
    """The stops with the least slack of the part that was asked for, and what breaks when they slip by more."""
    found = first_break(shown.itinerary, shown.day, shown.who)
    if found is None:
        return None
    said: dict[str, object] = {"date": found.date.isoformat(), "who": list(found.who), "slack_s": found.slack_s}
    return said | {"stalls": [stop.stall for stop in found.stops], "breaks": stop_data(found.breaks, shown)}


def _route(route: Route, shown: PlanShown) -> dict[str, object]:
    stops = [stop_data(stop, shown) for stop in route.stops]
    return {"date": route.date.isoformat(), "who": list(route.who), "stops": stops}


def stop_data(stop: Stop, shown: PlanShown) -> dict[str, object]:
    """One stop, with the name and address of its stall."""
    said: dict[str, object] = {"kind": stop.kind.value}
    if stop.stall is not None:
        stall = shown.stalls.get(stop.stall)
        said["stall"] = stop.stall
        said["name"] = stall.name if stall else None
        said["address"] = stall.address.canonical() if stall else None
    if stop.title is not None:
        said["title"] = stop.title
    if stop.place is not None:
        said["place"] = plain(stop.place)
    said |= {"arrive": plain(stop.arrive), "start": plain(stop.start), "leave": plain(stop.leave)}
    said |= {"slack_s": stop.slack_s, "must": stop.must, "meets": list(stop.meets)}
    said["leg"] = plain(stop.leg)
    return said


def _left_out(one: LeftOut, words: Words) -> dict[str, object]:
    return {"stall": one.stall, "reason": say_reason(one.reason, words), "code": one.reason.code}


def _unmet(one: Unmet, words: Words) -> dict[str, object]:
    said: dict[str, object] = {"what": say_reason(one.what, words), "why": say_reason(one.why, words)}
    said |= {"what_code": one.what.code, "why_code": one.why.code}
    if one.short_s is not None:
        said["short_s"] = one.short_s
    return said
