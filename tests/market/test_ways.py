from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.itinerary import LegMode
from yiwutrip.domain.way import WayKind, say_way
from yiwutrip.domain.words import Lang
from yiwutrip.market.legs import leg
from yiwutrip.market.spots import Spot
from yiwutrip.market.ways import way

HOTEL = Spot(lat=29.3350, lon=120.1060)


class Catalogue:
    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str, /, **params: object) -> str:
        entries: dict[str, tuple[str, str]] = import_module(
            f"yiwutrip.render.catalogue.{key.partition('.')[0]}"
        ).ENTRIES
        return entries[key][list(Lang).index(self.lang)].format(**params)


ZH, EN = Catalogue(Lang.ZH), Catalogue(Lang.EN)


def stall(district: District, floor: int, gate: int | None, street: int | None, booth: str = "X") -> Spot:
    return Spot(Address(district=district, floor=floor, gate=gate, street=street, booth=booth))


@pytest.mark.parametrize(
    ("a", "b", "zh", "en"),
    [
        (
            stall(District.D1, 1, 17, 1),
            stall(District.D2, 3, 29, 12),
            "上3楼，过连接体到二区，29门右转12街",
            "up to F3, through the link hall to D2, right at gate 29 into S12",
        ),
        (
            # The walk outside leads to the gate, which is said once.
            stall(District.D2, 1, 29, 4),
            Spot(Address(district=District.D1, gate=17)),
            "出19门，走到一区17门",
            "out by gate 19, walk to D1 gate 17",
        ),
        (
            stall(District.D1, 3, 12, 10),
            stall(District.D1, 3, 12, 9),
            "横走到9街",
            "across to S9",
        ),
        (
            stall(District.D2, 3, 34, 9),
            stall(District.D2, 2, 29, 2),
            "下到2楼，29门右转2街",
            "down to F2, right at gate 29 into S2",
        ),
        (
            stall(District.D2, 3, 22, 9),
            stall(District.D2, 3, 29, 2),
            "29门左转2街",
            "left at gate 29 into S2",
        ),
        (
            stall(District.D2, 3, 34, 9),
            stall(District.D2, 3, 42, 9),
            "沿9街走到42门",
            "along S9 to gate 42",
        ),
        (
            stall(District.D3, 2, 56, 9),
            stall(District.D4, 2, 81, 3),
            "56门过连接体到四区，横走到3街",
            "through the link hall at gate 56 to D4, across to S3",
        ),
        (
            stall(District.D1, 1, 9, 2),
            stall(District.HUANGYUAN, 2, 6, 3),
            "出9门，打车到篁园，上2楼，横走到3街",
            "out by gate 9, by car to Huangyuan, up to F2, across to S3",
        ),
        (
            stall(District.D2, 3, 29, 8),
            stall(District.D2, 3, 29, 8, "Y"),
            "就在旁边",
            "next door",
        ),
        (
            # Booths around 17210 stand at gate 29; nobody said so of this one.
            stall(District.D2, 1, 45, 1),
            Spot(Address(district=District.D2, booth="17210")),
            "上3楼，到29门附近",
            "up to F3, to about gate 29",
        ),
        (
            stall(District.D2, 3, 29, 8),
            Spot(Address(district=District.D2, gate=45)),
            "下到1楼，到45门",
            "down to F1, to gate 45",
        ),
    ],
)
def test_the_way_is_said_as_a_walker_would_say_it(a: Spot, b: Spot, zh: str, en: str) -> None:
    assert say_way(way(a, b), ZH) == zh
    assert say_way(way(a, b), EN) == en


def test_no_way_leads_from_a_place_to_itself() -> None:
    assert way(HOTEL, HOTEL) == ()
    assert say_way((), ZH) == ""


def test_from_one_point_outside_to_another_there_is_one_step() -> None:
    [far] = way(HOTEL, Spot(lat=35.05, lon=118.35))
    [near] = way(HOTEL, Spot(lat=29.3353, lon=120.1062))

    assert (far.kind, near.kind) == (WayKind.RIDE, WayKind.WALK)


spots = st.one_of(
    st.builds(
        Address,
        district=st.sampled_from(District),
        floor=st.one_of(st.none(), st.sampled_from([-1, 1, 2, 3, 4])),
        gate=st.one_of(st.none(), st.integers(1, 116)),
        street=st.one_of(st.none(), st.integers(1, 30)),
        street_name=st.one_of(st.none(), st.just("中街")),
        gate_name=st.one_of(st.none(), st.sampled_from(["西门", "北大门", "连接体门"])),
        booth=st.one_of(st.none(), st.sampled_from(["71419", "16213"])),
    ).map(Spot),
    st.builds(Spot, lat=st.floats(29.25, 29.40), lon=st.floats(120.0, 120.2)),
)


@given(spots, spots)
@settings(max_examples=200)
def test_any_way_can_be_said_and_rides_where_the_leg_rides(a: Spot, b: Spot) -> None:
    steps = way(a, b)
    said = say_way(steps, ZH), say_way(steps, EN)

    assert all("{" not in text for text in said)
    if a != b:
        rides = any(step.kind is WayKind.RIDE for step in steps)
        assert rides == (leg(a, b).mode is LegMode.RIDE)
