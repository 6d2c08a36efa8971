from importlib import import_module

import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.phrasing import say_address, say_district
from yiwutrip.domain.words import Lang


class Catalogue:
    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str, /, **params: object) -> str:
        entries: dict[str, tuple[str, str]] = import_module(
            f"yiwutrip.render.catalogue.{key.partition('.')[0]}"
        ).ENTRIES
        return entries[key][list(Lang).index(self.lang)].format(**params)


ZH, EN = Catalogue(Lang.ZH), Catalogue(Lang.EN)
STALL = Address(district=District.D1, floor=3, gate=12, street=10, booth="8304")


def test_an_address_reads_from_the_district_down_in_both_languages() -> None:
    assert say_address(STALL, ZH) == "一区 3楼 12门 10街 8304"
    assert say_address(STALL, EN) == "D1 F3 G12 S10 8304"


def test_a_door_is_called_a_gate() -> None:
    door = Address(district=District.D1, gate=17)

    assert (say_address(door, ZH), say_address(door, EN)) == ("一区 17门", "D1 gate 17")


def test_a_basement_a_unit_and_the_middle_street_have_their_words() -> None:
    address = Address(district=District.D6, floor=-1, unit=4, street_name="中街", booth="72790")

    assert say_address(address, ZH) == "六区 负1楼 4单元 中街 72790"
    assert say_address(address, EN) == "D6 B1 U4 middle street 72790"


def test_names_of_gates_and_streets_stay_as_they_are() -> None:
    address = Address(district=District.D2, floor=3, gate_name="连接体门", street_name="连接体街")

    assert say_address(address, EN) == "D2 F3 连接体门 连接体街"


@pytest.mark.parametrize("district", list(District))
def test_every_district_has_a_name(district: District) -> None:
    assert say_district(Address(district=district), ZH)
    assert say_district(Address(district=district), EN)


def test_nothing_known_is_nothing_said() -> None:
    assert say_address(Address(), ZH) == ""
    assert say_district(Address(), ZH) == ""
