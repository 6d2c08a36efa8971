"""A field told by itself: every one has a name, and its value is said as the rest of the program says it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from yiwutrip.domain.address import District
from yiwutrip.domain.sample import SampleStatus
from yiwutrip.domain.stall import StallKind, Supplier
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.domain.words import Lang
from yiwutrip.render.fields import field_label, field_value
from yiwutrip.render.words import CatalogueWords
from yiwutrip.storage.kinds import KINDS, NAMES
from yiwutrip.storage.known import known_name
from yiwutrip.storage.registers import DELETED
from yiwutrip.storage.stall_rows import FACTS

ZH, EN = CatalogueWords(Lang.ZH), CatalogueWords(Lang.EN)
MARKET = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("name", "value", "zh", "en"),
    [
        ("price_fen", 1250, "12.5 元", "¥12.5"),
        ("weight_g", 1420, "1.42 kg", "1.42 kg"),
        ("carton_cm", (60.0, 40.0, 35.5), "60x40x35.5 cm", "60x40x35.5 cm"),
        ("commission_permille", 205, "20.5 %", "20.5 %"),
        ("fragile", True, "是", "yes"),
        ("fragile", False, "否", "no"),
        ("status", SampleStatus.ON_AIR, "在播", "on air"),
        ("status", VisitStatus.SHUT, "没开门", "shut"),
        ("kind", StallKind.BOTH, "工厂和店面", "factory and shop"),
        ("district", District.D1, "一区", "D1"),
        # 20:30 in Greenwich is 4:30 of the next day in the market.
        ("at", datetime(2021, 4, 13, 20, 30, tzinfo=ZoneInfo("UTC")), "2021-04-14 04:30", "2021-04-14 04:30"),
        ("at", datetime(2021, 4, 14, 13, 0, tzinfo=MARKET), "2021-04-14 13:00", "2021-04-14 13:00"),
        ("return_by", date(2021, 5, 1), "2021-05-01", "2021-05-01"),
        ("opens", time(9, 5), "09:05", "09:05"),
        ("who", ("A", "B"), "A B", "A B"),
        ("closed_on", (7,), "周日", "Sun"),
        ("categories", (), "-", "-"),
        ("inferred", ("floor", "gate"), "楼层 门", "floor gate"),
        ("supplier", Supplier("青禾", "王姐", None, "wx-demo"), "青禾 王姐 wx-demo", "青禾 王姐 wx-demo"),
        ("photo", "3fa91c2e" + 56 * "0", "3fa91c2e", "3fa91c2e"),
        ("minutes", 12, "12 分", "12 min"),
        ("note", None, "-", "-"),
        ("note", "two\nlines", "two lines", "two lines"),
    ],
)
def test_a_value_is_said_as_elsewhere(name: str, value: object, zh: str, en: str) -> None:
    assert (field_value(name, value, ZH), field_value(name, value, EN)) == (zh, en)


def test_every_field_that_can_be_told_has_a_name() -> None:
    told = {
        (known_name(field), NAMES[table][0])
        for table, kind in KINDS.items()
        for field in (*kind.fixed, *kind.fields)
        # Deletions have a sentence of their own; the rest nobody is told.
        if field not in {DELETED, "label", "position", "status_at"}
    } | {(known_name(field), "stall") for field in FACTS}
    for name, kind in told:
        assert field_label(name, ZH, kind) != name
