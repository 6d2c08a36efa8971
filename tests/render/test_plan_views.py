from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import Itinerary, LeftOut, Leg, LegMode, Reason, Route, Stop, StopKind, Totals, Unmet
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import Car, Commitment, CommitmentKind, Person, Place, Trip, Want
from yiwutrip.domain.words import Lang
from yiwutrip.render.cells import cell_len
from yiwutrip.render.lines import Page, text_of
from yiwutrip.render.plan_data import plan_data
from yiwutrip.render.plan_day import day_lines
from yiwutrip.render.plan_overview import overview_lines
from yiwutrip.render.plan_shown import PlanShown
from yiwutrip.render.plan_summary import added_lines
from yiwutrip.render.words import CatalogueWords

DAY = date(2021, 4, 15)
HOTEL = Place(name="酒店", lat=29.335, lon=120.106)
GATE_17 = Place(address=Address(district=District.D1, gate=17))
NAMES = {"8304": "青禾瓷坊", "8231": "半亩陶品", "7346": "云岫骨瓷"}
STALLS = {
    f"D1-3F-{booth}": Stall(
        code=f"D1-3F-{booth}",
        address=Address(district=District.D1, floor=3, gate=12, street=10, booth=booth),
        name_zh=name,
        keywords=("手绘马克杯",),
    )
    for booth, name in NAMES.items()
}
WIDTHS = [60, 80, 100, 120]


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2021-04-15T{clock}").replace(tzinfo=MARKET_ZONE)


LIVE = Commitment(CommitmentKind.LIVESTREAM, "晚场直播", at("20:00"), at("23:00"), HOTEL, ("A", "B"), setup_s=2400)
TRIP = Trip(
    name="四月义乌选品",
    starts=at("09:00") - timedelta(days=1),
    ends=at("22:00") + timedelta(days=1),
    base=HOTEL,
    people=(Person("陈砚", "A"), Person("林栀", "B")),
    commitments=(LIVE,),
    wants=(Want(category="陶瓷", at_least=8),),
)


def visit(booth: str, arrive: str, start: str, leave: str, slack_min: int, *, must: bool = False) -> Stop:
    leg = Leg(LegMode.WALK, 390, 360)
    stall = f"D1-3F-{booth}"
    return Stop(StopKind.VISIT, at(arrive), at(start), at(leave), slack_min * 60, leg, stall=stall, must=must)


def route(who: tuple[str, ...], *visits: Stop) -> Route:
    start = Stop(StopKind.START, at("09:00"), at("09:00"), at("09:00"), 840, place=HOTEL)
    home = Leg(LegMode.RIDE, 2100, 900)
    wall = Stop(StopKind.COMMITMENT, at("17:22"), at("19:20"), at("23:00"), 7080, home, title="晚场直播", place=HOTEL)
    return Route(DAY, who, (start, *visits, wall))


PLAN = Itinerary(
    trip=TRIP.name,
    prize=90,
    seconds=1.0,
    seed=1,
    routes=(
        route(
            ("A",), visit("8304", "09:20", "09:30", "09:50", 14, must=True), visit("8231", "09:56", "09:56", "10:12", 4)
        ),
        route(("B",), visit("7346", "09:25", "09:30", "09:50", 60)),
    ),
    left_out=(
        LeftOut("D1-3F-8332", Reason("others-worth-more", {})),
        LeftOut("D1-3F-8333", Reason("order-from-home", {"minutes": 18})),
        LeftOut("D1-3F-8334", Reason("order-from-home", {"minutes": 20})),
    ),
    unmet=(
        Unmet(Reason("at-least", {"want": "陶瓷", "at_least": 8, "got": 3}), Reason("too-few-stalls", {"found": 3})),
    ),
    totals=Totals(stalls=3, in_stalls_s=3360, walking_s=1080, riding_s=1800, waiting_s=900, walking_m=1170),
    alone_prize=60,
)
SHOWN = PlanShown(TRIP, PLAN, STALLS)


def views(width: int, lang: Lang) -> Iterator[str]:
    page = Page(CatalogueWords(lang), width)
    yield text_of(day_lines(SHOWN, DAY, page))
    yield text_of(overview_lines(SHOWN, [(TRIP.wants[0], 3)], page))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width: int, lang: Lang) -> None:
    for view in views(width, lang):
        assert [row for row in view.splitlines() if cell_len(row) > width] == []


@pytest.mark.parametrize("lang", list(Lang))
def test_every_glyph_exists_in_gbk(lang: Lang) -> None:
    for view in views(60, lang):
        assert view.encode("gbk").decode("gbk") == view


@pytest.mark.parametrize("width", WIDTHS)
def test_no_width_loses_an_address_or_a_name(width: int) -> None:
    day, _ = views(width, Lang.ZH)

    for booth, name in NAMES.items():
        assert f"一区 3楼 12门 10街 {booth}" in day
        assert name in day


def test_a_stop_takes_two_lines_at_60_and_one_at_100() -> None:
    narrow, _ = views(60, Lang.ZH)
    wide, _ = views(100, Lang.ZH)

    (row,) = [row for row in wide.splitlines() if "青禾瓷坊" in row]
    assert "一区 3楼 12门 10街 8304" in row
    (row,) = [row for row in narrow.splitlines() if "青禾瓷坊" in row]
    assert "8304" not in row


def test_less_than_ten_minutes_are_called_tight() -> None:
    day, _ = views(60, Lang.ZH)

    rows = {name: row for row in day.splitlines() for name in NAMES.values() if name in row and row[0] in "AB"}
    assert rows["半亩陶品"].endswith("紧 4 分")
    assert rows["青禾瓷坊"].endswith("可拖 14 分")


def test_a_must_is_starred() -> None:
    day, _ = views(60, Lang.EN)

    assert "青禾瓷坊 ★" in day
    assert "半亩陶品 ★" not in day


def test_a_broadcast_is_there_from_its_set_up_on() -> None:
    day, _ = views(100, Lang.ZH)

    # it goes out at 20:00 and takes 40 minutes to set up
    assert "19:20        到酒店布景 · 20:00 开始：晚场直播" in day


def test_what_breaks_first_is_the_run_with_the_least_slack_and_says_what_breaks() -> None:
    day, _ = views(100, Lang.EN)

    assert "Breaks first  陈砚 A2 can slip 4 min; then A2 半亩陶品 has shut" in day


def test_goods_to_order_from_home_are_counted_with_the_minutes_saved() -> None:
    day, _ = views(100, Lang.EN)

    # 18 + 20 minutes
    assert "2 alliance stalls: order at home, saves 38 min" in day


def test_the_overview_says_what_the_second_person_adds_and_what_is_not_met() -> None:
    _, overview = views(100, Lang.EN)

    # 90 against 60 alone
    assert "2 people see 50% more than one alone (90 points to 60)" in overview
    assert "Not met" in overview


def test_the_sums_of_a_day() -> None:
    day, _ = views(100, Lang.EN)

    # 20 + 16 minutes inside; two legs of 390 m on foot, the ride home does not count; ten minutes before the door
    # opens, the free evening before the broadcast is no wait.
    assert "A 陈砚  2 stalls, 36 min inside, walk 0.8 km, wait 10 min" in day
    # Two legs of six minutes, a ride of fifteen, a broadcast with its set-up from 19:20 to 23:00. From nine to eleven
    # at night are 14:00: 14:00 - 0:36 - 0:12 - 0:15 - 0:10 - 3:40 = 9:07.
    assert "on foot 12 min, riding 15 min, commitments 3 h 40 min, free 9 h 7 min" in day


def test_json_says_where_the_time_went_what_breaks_first_and_what_the_second_person_adds() -> None:
    said = plan_data(SHOWN)

    assert said["others_add"] == {"alone": 60, "together": 90}
    assert [(one["letter"], one["in_stalls_s"]) for one in said["time"]] == [("A", 2160), ("B", 1200)]  # type: ignore[attr-defined]
    first = said["first_break"]
    assert isinstance(first, dict)
    assert (first["who"], first["slack_s"], first["stalls"]) == (["A"], 240, ["D1-3F-8231"])
    assert first["breaks"]["stall"] == "D1-3F-8231"


def test_one_person_can_be_shown_alone() -> None:
    page = Page(CatalogueWords(Lang.ZH), 60)
    only_b = PlanShown(TRIP, PLAN, STALLS, who=("B",))

    assert "青禾瓷坊" not in text_of(day_lines(only_b, DAY, page))


def test_a_day_without_routes_says_so() -> None:
    page = Page(CatalogueWords(Lang.EN), 60)

    assert "nothing is planned on Mon 19 April" in text_of(day_lines(SHOWN, date(2021, 4, 19), page))


@pytest.mark.parametrize("parked", [GATE_17, HOTEL])
def test_who_parts_at_the_car_is_told_to_leave_the_samples_there(parked: Place) -> None:
    start = Stop(StopKind.START, at("09:00"), at("09:00"), at("09:00"), 840, place=HOTEL)
    way = Leg(LegMode.WALK, 500, 420)
    end = Stop(StopKind.END, at("09:57"), at("09:57"), at("09:57"), 840, way, place=GATE_17)
    both = Route(DAY, ("A", "B"), (start, visit("8304", "09:20", "09:30", "09:50", 14), end))
    alone = replace(end, kind=StopKind.START, leg=None)
    routes = (both, Route(DAY, ("A",), (alone,)), Route(DAY, ("B",), (alone,)))
    trip = replace(TRIP, car=Car(250_000, 600_000, 600, parked))
    shown = PlanShown(trip, replace(PLAN, routes=routes), STALLS)

    day = text_of(day_lines(shown, DAY, Page(CatalogueWords(Lang.EN), 100)))

    assert "Part at D1 gate 17" in day
    assert ("samples into the car" in day) == (parked == GATE_17)


@pytest.mark.parametrize(("alone", "says"), [(60, "50%"), (90, "no more"), (100, "no more")])
def test_what_the_others_add_is_never_negative(alone: int, says: str) -> None:
    # The plan is worth 90: half more than 60, and no more than 90 or 100.
    shown = replace(SHOWN, itinerary=replace(PLAN, alone_prize=alone))

    text = text_of(added_lines(shown, Page(CatalogueWords(Lang.EN), 100)))

    assert says in text
    assert "-" not in text
