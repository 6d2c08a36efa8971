"""The manifest page: self-contained, nothing alive in it, everything said that has to be said."""

from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from tests.export.made import NOW, POTTER, SHOP, manifest, no_photo, photograph, replace_supplier, sample
from yiwutrip.domain.manifest import Manifest
from yiwutrip.domain.packing import Action, CarFit, CarLoad, WayOut
from yiwutrip.domain.sample import Quote
from yiwutrip.domain.trip import Car, Person, Place, Trip
from yiwutrip.domain.words import Words
from yiwutrip.export.registry import PictureLoader, manifest_exporter

TRIP = Trip(
    name="四月义乌选品",
    starts=NOW - timedelta(days=2),
    ends=NOW,
    base=Place(name="酒店", lat=29.335, lon=120.106),
    people=(Person("陈砚", "A"), Person("林栀", "B")),
    home=Place(name="临沂", lat=35.05, lon=118.35),
    car=Car(load_g=250_000, load_ml=600_000, loading_s=1800),
)


class Page(HTMLParser):
    """What a browser would make of it: tags, addresses that would be fetched, and the text."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.handlers: list[str] = []
        self.text = ""
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in {"src", "href"} and value and not value.startswith(("data:image/jpeg;", "#", "tel:")):
                self.fetched.append(value)
            if name.startswith("on"):
                self.handlers.append(name)

    def handle_data(self, data: str) -> None:
        self.text += data


def page(made: Manifest, words: Words, picture: PictureLoader = no_photo) -> Page:
    return Page(manifest_exporter("html")(made, words, picture))


def test_a_load_too_large_for_the_car_and_a_budget_exceeded_are_said_at_the_top(zh: Words) -> None:
    # 445 litres of 400; a deposit of 300 yuan of a budget of 250.
    made = manifest(sample(box=1), trip=replace(TRIP, budget_fen=25_000))
    load = CarLoad(weight_g=5200, unweighed=0, volume_ml=445_000, load_g=250_000, load_ml=400_000)
    fit = CarFit(load, (WayOut(Action.POST, 1, None, 5700),))
    text = page(replace(made, fit=fit), zh).text

    assert "装不下：5.2 kg、445 L，车只能装 250 kg、400 L · 寄走箱 1：约 57 元" in text
    assert "超预算：样费加押金 300 元，预算 250 元，多 50 元" in text


def test_nothing_is_fetched_and_nothing_runs(words: Words) -> None:
    shown = page(manifest(sample(photos=("x",)), trip=TRIP), words, lambda _: photograph())

    assert shown.fetched == []
    assert shown.handlers == []
    assert "script" not in shown.tags
    assert "link" not in shown.tags


EVIL = "<script>alert(1)</script>\"'></style><img src=x onerror=alert(1)>"


def test_what_people_wrote_is_text_wherever_it_stands(words: Words) -> None:
    evil = sample(
        article=EVIL, material=EVIL, model=EVIL, note=EVIL, quote=Quote(price_fen=1, per=EVIL), photos=(EVIL,)
    )
    shop = replace_supplier(name=EVIL, contact=EVIL, phone=EVIL, wechat=EVIL)
    shown = page(manifest(evil, trip=EVIL, shop=shop), words)

    assert "script" not in shown.tags
    assert shown.handlers == []
    assert shown.fetched == []
    assert EVIL in shown.text


def test_a_long_name_and_an_emoji_stay_whole_in_the_page(words: Words) -> None:
    name = "杯" * 499 + "🏺"

    assert name in page(manifest(sample(article=name)), words).text


def test_no_samples_make_a_page_that_says_so(words: Words) -> None:
    assert words("manifest.empty") in page(manifest(), words).text


def test_a_sample_without_a_stall_asks_for_it(zh: Words) -> None:
    assert "A-001 釉下彩餐具 16 头：商位" in page(manifest(sample(stall=None)), zh).text


def test_the_head_says_who_when_and_where(zh: Words) -> None:
    text = page(manifest(sample(), trip=TRIP), zh).text

    assert "制表 4月16日 19:42" in text
    assert "义乌 → 临沂 · 2021-04-14 至 04-16" in text
    assert "陈砚 A · 林栀 B" in text


def test_each_box_has_its_name_in_its_tables_head(zh: Words) -> None:
    made = manifest(sample(), sample("A-002", box=2), sample("A-003", box=None))
    source = manifest_exporter("html")(made, zh, no_photo).decode()
    heads = [part.split("</thead>")[0] for part in source.split('<table class="box">')[1:]]

    assert ["箱 1" in heads[0], "箱 2" in heads[1], "散件" in heads[2]] == [True, True, True]


def test_one_of_a_thing_is_not_many(en: Words) -> None:
    text = page(manifest(sample(pieces=1, weight_g=None)), en).text

    # One kind of one piece, one box, one fragile kind, one gap: its weight.
    for wrong in ("1 kinds", "1 pcs", "1 boxes", "1 gaps"):
        assert wrong not in text
    for right in ("1 kind, 1 pc", "1 box", "1 kind", "1 gap"):
        assert right in text


def test_a_short_word_in_brackets_at_a_names_end_is_not_torn(zh: Words) -> None:
    shown = manifest_exporter("html")(manifest(sample(), shop=replace_supplier(name="<瓷>（演示）")), zh, no_photo)

    assert '&lt;瓷&gt;<span class="code">（演示）</span>' in shown.decode("utf-8")


def test_before_anything_is_packed_the_table_says_so(zh: Words) -> None:
    assert "还没装箱" in page(manifest(sample(box=None)), zh).text
    assert "散件" not in page(manifest(sample(box=None)), zh).text


def test_loans_have_a_sheet_to_sign(zh: Words) -> None:
    text = page(manifest(sample(), sample("A-002", deposit_fen=None, return_by=None)), zh).text

    assert "借样签收单" in text
    assert "共 1 款，押金 300 元" in text
    assert "4月30日" in text


def test_without_loans_there_is_no_sheet_to_sign(zh: Words) -> None:
    assert "借样签收单" not in page(manifest(sample(deposit_fen=None, return_by=None)), zh).text


def test_a_photo_that_has_gone_is_said_and_does_not_stop_the_page(zh: Words) -> None:
    made = manifest(sample(photos=("gone",)), sample("A-002", photos=("gone", "too")), sample("A-003"))
    shown = page(made, zh)

    assert shown.tags.count("img") == 0
    assert shown.text.count("图打不开") == 2
    assert shown.text.count("无图") == 1


def test_a_photo_stands_in_its_row(words: Words) -> None:
    assert page(manifest(sample(photos=("x",))), words, {"x": photograph()}.get).tags.count("img") == 1


def test_every_supplier_is_among_the_contacts_with_a_link_to_call(zh: Words) -> None:
    source = manifest_exporter("html")(manifest(sample()), zh, no_photo).decode()

    assert 'href="tel:057900000001"' in source
    assert POTTER.name in source
    assert SHOP.code not in source.split("联系人")[1], "the booth is said, the address before it"


def test_unknown_weights_are_not_in_the_weight_and_the_page_says_so(zh: Words) -> None:
    text = page(manifest(sample(), sample("A-002", weight_g=None)), zh).text

    assert "已知重量" in text
    assert "1 款未称，不在重量内。" in text


@pytest.mark.parametrize("price_fen", [0, 1, 10**9])
def test_any_price_is_shown(price_fen: int, zh: Words) -> None:
    quote = Quote(price_fen=price_fen)
    text = page(manifest(sample(quote=quote)), zh).text

    assert f"{price_fen // 100:,}.{price_fen % 100:02}" in text
