"""A calendar that can be imported twice and rings in time."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.export.made import SHOP
from tests.export.planned import BROADCAST, FESTIVAL, ITINERARY, at, planned
from yiwutrip.domain.itinerary import Stop, StopKind
from yiwutrip.domain.words import Words
from yiwutrip.export.plan import PlannedTrip
from yiwutrip.export.registry import plan_exporter


def events(plan: PlannedTrip, words: Words) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(plan_exporter("calendar").export(plan, words))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def later(plan: PlannedTrip) -> PlannedTrip:
    """The same plan, made again an hour later, the potter twenty minutes later."""
    assert ITINERARY.made_at is not None
    routes = tuple(
        replace(
            route,
            stops=tuple(
                replace(one, start=one.start + timedelta(minutes=20), leave=one.leave + timedelta(minutes=20))
                if one.stall == SHOP.code
                else one
                for one in route.stops
            ),
        )
        for route in plan.itinerary.routes
    )
    made_at = ITINERARY.made_at + timedelta(hours=1)
    return replace(plan, itinerary=replace(plan.itinerary, routes=routes, made_at=made_at))


def test_commitments_and_stops_are_there_in_the_markets_time(zh: Words) -> None:
    found = events(planned(), zh)

    assert set(found) == {
        "415 全球直采节",
        "晚场直播",
        "AB 吃饭",
        "A 青禾瓷坊（演示）",
        "A 卸样上车",
        "B 晴伞坊（演示）",
        "AB 装车返程",
    }
    assert found["晚场直播"]["dtstart"].dt == at("20:00")
    assert str(found["晚场直播"]["dtstart"].params["TZID"]) == "Asia/Shanghai"
    assert str(found["A 青禾瓷坊（演示）"]["location"]) == "一区 3楼 12门 10街 8304"


def test_a_broadcast_rings_when_to_go_and_at_its_wall(zh: Words) -> None:
    alarms = events(planned(), zh)[BROADCAST.title].walk("VALARM")

    # 22 minutes by car and 40 minutes to set up before 20:00: leave at 18:58, be there at 19:20.
    assert [alarm["trigger"].dt for alarm in alarms] == [-timedelta(minutes=62), -timedelta(minutes=40)]
    assert [str(alarm["description"]) for alarm in alarms] == ["该动身了：晚场直播", "该到场了：晚场直播"]


def test_a_second_plan_moves_the_same_entries(words: Words) -> None:
    first, second = events(planned(), words), events(later(planned()), words)

    assert {name: event["uid"] for name, event in first.items()} == {n: e["uid"] for n, e in second.items()}
    assert all(second[name]["sequence"] > first[name]["sequence"] for name in first)
    moved = f"A {SHOP.name}"
    assert second[moved]["dtstart"].dt - first[moved]["dtstart"].dt == timedelta(minutes=20)


def test_every_entry_has_its_own_uid(words: Words) -> None:
    calendar = icalendar.Calendar.from_ical(plan_exporter("calendar").export(planned(), words))
    uids = [event["uid"] for event in calendar.walk("VEVENT")]

    assert len(set(uids)) == len(uids) == 7


def twice_a_day(plan: PlannedTrip) -> PlannedTrip:
    """The same plan with a broadcast of the same name at half past one, and the car called at twice an hour apart."""
    noon = replace(BROADCAST, starts=at("13:30"), ends=at("15:00"))
    trip = replace(plan.trip, commitments=(*plan.trip.commitments, noon))
    routes = tuple(
        replace(route, stops=tuple(again for one in route.stops for again in _twice(one)))
        for route in plan.itinerary.routes
    )
    return replace(plan, trip=trip, itinerary=replace(plan.itinerary, routes=routes))


def _twice(stop: Stop) -> list[Stop]:
    hour = timedelta(hours=1)
    return (
        [stop, replace(stop, start=stop.start + hour, leave=stop.leave + hour)] if stop.kind is StopKind.CAR else [stop]
    )


def test_what_comes_twice_a_day_is_there_twice_and_is_moved_when_it_comes_again(words: Words) -> None:
    first, second = (
        [
            event["uid"]
            for event in icalendar.Calendar.from_ical(plan_exporter("calendar").export(plan, words)).walk("VEVENT")
        ]
        for plan in (twice_a_day(planned()), twice_a_day(later(planned())))
    )

    # Seven entries, another broadcast and another call at the car.
    assert len(set(first)) == len(first) == 9
    assert set(first) == set(second)


def without(plan: PlannedTrip, title: str) -> PlannedTrip:
    """The trip with that promise dropped and the plan made again without it."""
    trip = replace(plan.trip, commitments=tuple(one for one in plan.trip.commitments if one.title != title))
    routes = tuple(
        replace(route, stops=tuple(one for one in route.stops if one.title != title)) for route in plan.itinerary.routes
    )
    return replace(plan, trip=trip, itinerary=replace(plan.itinerary, routes=routes))


def test_what_only_an_earlier_plan_had_is_cancelled_and_rings_no_more(words: Words) -> None:
    first = planned()
    dropped = replace(without(later(first), BROADCAST.title), earlier=(first.itinerary,))
    before, after = events(first, words), events(dropped, words)
    cancelled = {name: event for name, event in after.items() if event.get("status") == "CANCELLED"}
    name = words("calendar.cancelled", title=BROADCAST.title)

    assert set(cancelled) == {name}
    assert cancelled[name]["uid"] == before[BROADCAST.title]["uid"]
    assert cancelled[name]["sequence"] > before[BROADCAST.title]["sequence"]
    assert cancelled[name].walk("VALARM") == []


def test_one_persons_calendar_takes_back_only_what_was_theirs(zh: Words) -> None:
    plan = planned()
    alone = tuple(route for route in plan.itinerary.routes if "B" not in route.who)
    again = replace(plan, itinerary=replace(plan.itinerary, routes=alone), earlier=(plan.itinerary,))
    gone = {who: {name for name in events(again.part(who=who), zh) if name.startswith("取消")} for who in ("A", "B")}

    assert "取消：B 晴伞坊（演示）" in gone["B"]
    assert "取消：B 晴伞坊（演示）" not in gone["A"]


def test_a_day_alone_takes_nothing_back_for_it_may_have_moved_to_another(zh: Words) -> None:
    plan = replace(without(planned(), BROADCAST.title), earlier=(planned().itinerary,))

    assert not any(name.startswith("取消") for name in events(plan.part(at("9:00").date()), zh))


def test_a_plan_that_was_taken_up_again_comes_after_the_one_that_was_undone(zh: Words) -> None:
    undone = later(planned())
    again = replace(planned(), earlier=(undone.itinerary,))

    assert events(again, zh)[BROADCAST.title]["sequence"] == events(undone, zh)[BROADCAST.title]["sequence"] + 1


def test_two_of_a_name_on_one_day_are_two(zh: Words) -> None:
    # Broadcasts at noon and in the evening, and two drops at the car.
    plan = planned()
    noon = replace(BROADCAST, starts=at("13:00"), ends=at("14:00"))
    trip = replace(plan.trip, commitments=(*plan.trip.commitments, noon))
    routes = tuple(
        replace(route, stops=(*route.stops, *(one for one in route.stops if one.kind is StopKind.CAR)))
        for route in plan.itinerary.routes
    )
    made = replace(plan, trip=trip, itinerary=replace(plan.itinerary, routes=routes))
    twice = tuple(
        replace(route, stops=tuple(_moved(one, number) for number, one in enumerate(route.stops)))
        for route in made.itinerary.routes
    )
    calendar = icalendar.Calendar.from_ical(
        plan_exporter("calendar").export(replace(made, itinerary=replace(made.itinerary, routes=twice)), zh)
    )
    uids = [event["uid"] for event in calendar.walk("VEVENT")]

    # Seven of the plan, one more broadcast, one more drop.
    assert len(set(uids)) == len(uids) == 9


def _moved(one: Stop, number: int) -> Stop:
    """A drop as many minutes later as it stands later in the day, so that no two are the same stop."""
    return replace(one, start=one.start + timedelta(minutes=number)) if one.kind is StopKind.CAR else one


def test_alarms_and_times_are_whole_minutes(zh: Words) -> None:
    plan = planned()
    odd = tuple(
        replace(
            route,
            stops=tuple(
                replace(one, start=one.start + timedelta(seconds=45), leg=one.leg and replace(one.leg, seconds=1301))
                for one in route.stops
            ),
        )
        for route in plan.itinerary.routes
    )
    found = events(replace(plan, itinerary=replace(plan.itinerary, routes=odd)), zh)

    # 21 minutes 41 seconds on the way are 22, and 40 to set up.
    assert found[BROADCAST.title].walk("VALARM")[0]["trigger"].dt == -timedelta(minutes=62)
    assert all(event["dtstart"].dt.second == 0 for event in found.values())


def test_lines_are_folded_at_75_octets_and_never_within_a_sign(zh: Words) -> None:
    # RFC 5545, 3.1; a program that joins lines as bytes and one that joins them as text both read the name.
    plan = planned()
    shop = replace(SHOP, name_zh="青禾🏺" * 160)
    made = plan_exporter("calendar").export(replace(plan, stalls={**plan.stalls, SHOP.code: shop}), zh)
    lines = made.split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_one_persons_calendar_has_no_others_stops(zh: Words) -> None:
    assert "B 晴伞坊（演示）" not in events(planned().part(who="A"), zh)


def test_names_cannot_break_out_of_their_line(zh: Words) -> None:
    evil = "x\r\nBEGIN:VEVENT\r\nSUMMARY:evil\x00;,\\🏺"
    plan = planned()
    shop = replace(SHOP, name_zh=evil)
    found = events(replace(plan, stalls={**plan.stalls, SHOP.code: shop}), zh)

    assert "evil" not in found
    assert len(found) == 7


def khal(program: str, folder: Path, *words: str) -> str:
    """Run khal with a calendar of its own."""
    config = folder / "khal.conf"
    if not config.exists():
        (folder / "calendar").mkdir()
        config.write_text(
            f"[calendars]\n[[trip]]\npath = {folder}/calendar\ntype = calendar\n[sqlite]\npath = {folder}/khal.db\n"
            "[locale]\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\ntimeformat = %H:%M\n"
            "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
            "longdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = trip\n",
            encoding="utf-8",
        )
    command = [program, "-c", str(config), *words]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")


@pytest.mark.slow
def test_khal_takes_it_twice_without_duplicates(program: Callable[..., str], tmp_path: Path, zh: Words) -> None:
    khal_program = program("khal")
    exporter = plan_exporter("calendar")
    first = planned()
    dropped = replace(without(later(first), FESTIVAL.title), earlier=(first.itinerary,))
    for number, plan in enumerate((first, first, dropped)):
        source = tmp_path / f"{number}.ics"
        source.write_bytes(exporter.export(plan, zh))
        khal(khal_program, tmp_path, "import", "--batch", "-a", "trip", str(source))
    listed = khal(
        khal_program,
        tmp_path,
        "list",
        "--format",
        "{start-time} {cancelled}{title}",
        "--day-format",
        "",
        "2021-04-15",
        "1d",
    )
    lines = [line for line in listed.splitlines() if line.strip()]

    assert sum("青禾瓷坊" in line for line in lines) == 1
    # 12:46 in the first plan, twenty minutes later in the second.
    assert "13:06 A 青禾瓷坊（演示）" in listed
    stored = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "calendar").iterdir())
    assert stored.count("BEGIN:VALARM") >= 2
    # The festival that was dropped is no promise any more, nor is it there twice.
    assert [line for line in lines if FESTIVAL.title in line] == [f"09:00 CANCELLED 取消：{FESTIVAL.title}"]
