"""The day's sheet: paper and phone from one file, nothing alive, nothing fetched."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.export.crowded import crowded
from tests.export.made import POTTER, SHOP
from tests.export.planned import BROADCAST, GATE_17, UMBRELLAS, at, planned, stop, walk
from yiwutrip.domain.itinerary import Leg, StopKind
from yiwutrip.domain.trip import Place
from yiwutrip.domain.words import Words
from yiwutrip.export.pdf import print_pdf
from yiwutrip.export.plan import PlannedTrip
from yiwutrip.export.sheet import export_sheet

BROWSERS = ("chromium", "google-chrome", "chromium-browser", "microsoft-edge")
DAY = at("9:00").date()
EVIL = "<script>alert(1)</script>\"'></style></svg><img src=x onerror=alert(1)>"


class Page(HTMLParser):
    """Tags, text and what would be fetched."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.text = ""
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "href" and value:
                self.links.append(value)
            if name == "src" or name.startswith("on"):
                self.fetched.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        self.text += data


def sheet(words: Words, plan: PlannedTrip | None = None) -> Page:
    return Page(export_sheet((plan or planned()).part(DAY), words))


def test_nothing_is_fetched_and_nothing_runs(words: Words) -> None:
    shown = sheet(words)

    assert "script" not in shown.tags
    assert shown.fetched == []
    assert all(link.startswith(("#", "tel:")) for link in shown.links)


def test_what_people_wrote_is_text_wherever_it_stands(words: Words) -> None:
    plan = planned()
    shop = replace(SHOP, name_zh=EVIL, supplier=replace(POTTER, contact=EVIL, phone=EVIL))
    trip = replace(plan.trip, name=EVIL, people=tuple(replace(one, name=EVIL) for one in plan.trip.people))
    shown = sheet(words, replace(plan, trip=trip, stalls={**plan.stalls, SHOP.code: shop}))

    assert "script" not in shown.tags
    assert "img" not in shown.tags
    assert shown.fetched == []


def test_a_name_that_turns_its_reading_direction_turns_nothing_else(zh: Words) -> None:
    # U+202E makes all that follows run from right to left; <bdi> ends it with the name.
    shop = replace(SHOP, name_zh="a\u202ebc", supplier=replace(POTTER, contact="\u202eLao"))
    page = export_sheet(replace(planned(), stalls={**planned().stalls, SHOP.code: shop}), zh).decode()

    assert "<bdi>a\u202ebc</bdi>" in page
    assert "<bdi>\u202eLao</bdi>" in page


def test_each_persons_stops_are_there_with_address_contact_and_slack(zh: Words) -> None:
    shown = sheet(zh)

    assert "12:46–13:06" in shown.text
    assert "一区 3楼 12门 10街 8304" in re.sub(r"\s+", " ", shown.text)
    assert "tel:057900000001" in shown.links
    assert "可拖 14 分" in shown.text


def test_a_stall_without_a_booth_is_found_by_its_sign_and_named_by_its_code(zh: Words) -> None:
    nameless = replace(SHOP, address=replace(SHOP.address, booth=None))
    text = re.sub(r"\s+", " ", sheet(zh, replace(planned(), stalls={**planned().stalls, SHOP.code: nameless})).text)

    assert "一区 3楼 12门 10街 招牌 青禾瓷坊" in text
    # ... which is what `visit done` and `sample add` take.
    assert SHOP.code in text


def test_little_slack_is_said_loudly(zh: Words) -> None:
    # The umbrella stall can slip four minutes.
    assert "紧！可拖 4 分" in sheet(zh).text


def test_a_broadcasts_wall_begins_where_setting_up_begins(zh: Words) -> None:
    # 20:00 less 40 minutes.
    text = sheet(zh).text

    assert "19:20" in text
    assert f"到场布置；20:00 {BROADCAST.title}" in text


def test_both_sheets_say_where_the_two_meet(zh: Words) -> None:
    text = sheet(zh).text

    assert "◆ 16:40 会合 林栀" in text
    assert "◆ 16:40 会合 陈砚" in text


def ending_where(stall: str | None, leg: Leg) -> PlannedTrip:
    """The pair eats at gate 17, moves on to an end there, and goes apart."""
    plan = planned()
    together, *others = plan.itinerary.routes
    place = GATE_17 if stall is None else Place(stall=stall)
    meal = replace(together.stops[-1], leave=at("12:31"))
    end = stop(StopKind.END, "12:40", "12:40", "12:40", leg, place=place)
    routes = (replace(together, stops=(*together.stops[:-1], meal, end)), *others)
    return replace(plan, itinerary=replace(plan.itinerary, routes=routes))


def test_the_move_to_the_place_where_the_two_part_is_on_both_sheets(zh: Words) -> None:
    # Eaten by 12:31; nine minutes back to the car.
    text = sheet(zh, ending_where(None, walk(9, 510))).text

    assert "◆ 12:40 到这里和林栀分开" in text
    assert "◆ 12:40 到这里和陈砚分开" in text
    assert text.count("步行 9 分，510 米") == 2


def test_an_end_that_one_walks_to_alone_is_a_row_and_its_next_start_is_not(zh: Words) -> None:
    plan = ending_where(None, walk(9, 510))
    alone = tuple(replace(route, who=("A",)) for route in plan.itinerary.routes if "A" in route.who)
    text = sheet(zh, replace(plan, itinerary=replace(plan.itinerary, routes=alone))).text

    assert "步行 9 分，510 米" in text
    assert text.count("出发") == sheet(zh).text.count("出发") // 2


def test_a_start_elsewhere_than_where_one_was_is_a_row(zh: Words) -> None:
    # The pair parts at the umbrella stall; the next routes start from gate 17.
    plan = ending_where(UMBRELLAS.code, walk(9, 510))

    assert sheet(zh, plan).text.count("出发") == sheet(zh).text.count("出发") + 2


def test_the_way_is_said_in_words(zh: Words) -> None:
    # From gate 17 of D1 on the ground floor to the third floor, gate 12, street 10.
    way = next(line for line in sheet(zh).text.splitlines() if "步行 6 分，390 米" in line)

    assert "上3楼" in way
    assert "10街" in way


def test_the_lines_for_tonight_stand_beside_a_floor_and_start_no_page(zh: Words) -> None:
    # A floor is drawn where one person has two stops on it.
    plan = planned()
    visits = tuple(v for route in plan.itinerary.routes for v in route.stops if v.stall == SHOP.code)
    route = next(route for route in plan.itinerary.routes if visits[0] in route.stops)
    twice = replace(route, stops=(*route.stops[:2], visits[0], *route.stops[2:]))
    page = export_sheet(replace(plan, itinerary=replace(plan.itinerary, routes=(twice,))), zh).decode()

    assert page.count("今晚补录") == 1
    assert page.index('<div class="plans">') < page.index("今晚补录") < page.index("<figure>")


def test_what_the_catalogue_does_not_know_is_asked(zh: Words) -> None:
    known = replace(SHOP, price_low_fen=100, moq=10, ships_single=True, daily_capacity=5)
    plan = planned()
    without = sheet(zh, plan).text.count("单价分几档")
    with_price = sheet(zh, replace(plan, stalls={**plan.stalls, SHOP.code: known})).text.count("单价分几档")

    assert without - with_price == 1


def test_pictures_are_drawn_for_time_map_and_nothing_is_to_scale(zh: Words) -> None:
    page = export_sheet(planned().part(DAY), zh).decode()

    assert 'aria-label="时间线"' in page
    assert 'aria-label="今天的路线"' in page
    assert "示意，不按比例" in page


def test_one_persons_sheet_leaves_the_other_out(zh: Words) -> None:
    page = export_sheet(planned().part(DAY, "A"), zh)
    text = Page(page).text

    assert "青禾瓷坊" in text
    assert "晴伞坊" not in text
    # ... and not half of the other's day: what the two do together stands on the one page.
    assert page.count(b'<section class="person">') == 1


def test_the_whole_trip_has_every_day_what_was_left_out_and_the_risk(zh: Words) -> None:
    plan = replace(planned(), on_time={(BROADCAST.title, BROADCAST.starts): 0.931})
    text = Page(export_sheet(plan, zh)).text

    assert "4月15日 周四" in text
    assert "4月16日 周五" in text
    assert "装车返程" in text
    assert "93.1%" in text


def test_what_was_left_out_is_sorted_by_what_can_be_done_and_names_no_file(words: Words) -> None:
    # Eight of each reason in turn.
    page = export_sheet(crowded(), words).decode()
    text = Page(page.encode()).text

    assert text.index(words("sheet.left-appointment", count=8)) < text.index(words("sheet.left-home", count=8))
    # One reason is said once, however many stalls it keeps out.
    assert text.count(words("sheet.want-full", want="陶瓷", at_most=30)) == 1
    assert "[[" not in text
    assert "at_most" not in text


def test_the_way_home_is_among_the_risks_and_nothing_is_rounded_up(zh: Words) -> None:
    text = Page(export_sheet(crowded(), zh)).text

    # 94.96 % of 95 % asked for.
    assert "94.9% 不够" in text
    assert "4月15日 22:00 返程" in text


def test_no_plot_of_the_risk_is_higher_than_a_page(zh: Words) -> None:
    # 40 broadcasts: 16, 16 and 8 bars.
    many = tuple(replace(BROADCAST, title=f"直播{number}") for number in range(40))
    plan = replace(planned(), trip=replace(planned().trip, commitments=many))
    page = export_sheet(replace(plan, on_time={(one.title, one.starts): 0.5 for one in many}), zh).decode()

    assert [part.count("50.0%") for part in page.split('<div class="risk">')][1:] == [16, 16, 8]


def test_everybody_has_the_floors_they_walk_beside_their_stops(zh: Words) -> None:
    page = export_sheet(crowded(), zh).decode()

    assert [part.count("平面：一区 3楼") for part in page.split('<section class="person">')] == [0, 1, 1, 1, 1]


def test_a_day_without_a_plan_says_so(words: Words) -> None:
    page = export_sheet(planned().part(at("9:00", 20).date()), words)

    assert words("sheet.empty") in Page(page).text


def test_a_stall_that_has_left_the_catalogue_keeps_its_code(zh: Words) -> None:
    assert SHOP.code in sheet(zh, replace(planned(), stalls={})).text


@pytest.mark.slow
def test_it_prints_a_page_for_the_day_and_a_page_a_person(
    program: Callable[..., str], tmp_path: Path, words: Words
) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(print_pdf(export_sheet(planned().part(DAY), words), program(*BROWSERS)))
    read = [program("pdftotext"), "-layout", str(target), "-"]
    pages = subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode("utf-8").split("\f")[:-1]

    assert "8304" in pages[1]
    assert "10386" in pages[2]
    assert "10386" not in pages[1]
