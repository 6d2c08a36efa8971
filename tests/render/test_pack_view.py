"""What `pack` says of a load, in both languages and as JSON."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from yiwutrip.domain.sample import Sample, SampleStatus, SampleTaken
from yiwutrip.domain.trip import Car
from yiwutrip.domain.words import Lang
from yiwutrip.render.cells import cell_len
from yiwutrip.render.lines import Page, text_of
from yiwutrip.render.pack import PACK
from yiwutrip.render.words import CatalogueWords
from yiwutrip.usecases.pack import Means, Packed, pack, with_boxes

VASE = Sample(
    id="00000000-0000-4000-8000-000000000001",
    number="A-001",
    taken=SampleTaken(article="粗陶花器", pieces=2, weight_g=1000, size_cm=(30, 20, 20), fragile=True),
    status=SampleStatus.TAKEN,
    at=datetime(2021, 4, 16, tzinfo=UTC),
)
UNMEASURED = replace(VASE, number="A-002", taken=replace(VASE.taken, size_cm=None, weight_g=None))


def packed(*samples: Sample, load_g: int = 250_000) -> Packed:
    packing = pack(samples, [], Means(car=Car(load_g=load_g, load_ml=600_000, loading_s=1800)))
    return Packed(packing, with_boxes(samples, packing))


def shown(result: Packed, lang: Lang = Lang.ZH, width: int = 80) -> str:
    return text_of(PACK.lines(result, Page(CatalogueWords(lang), width)))


def test_each_box_lists_what_is_in_it() -> None:
    text = shown(packed(VASE))

    assert "箱 1 · 60x40x40 cm · 1 款 · 2 kg" in text
    assert "A-001  粗陶花器  易碎，立放，上面不压" in text
    assert "共 1 箱，不能再省" in text


def test_a_box_with_several_says_from_which_end_it_is_listed() -> None:
    low = replace(VASE, number="A-002", taken=replace(VASE.taken, fragile=False))
    text = shown(packed(VASE, low))

    assert text.index("从下往上装") < text.index("A-002") < text.index("A-001  粗陶花器  易碎，立放，上面不压")
    assert "从下往上装" not in shown(packed(VASE))


def test_an_unmeasured_sample_says_how_to_measure_it() -> None:
    assert "yiwutrip sample edit A-002 --size-cm 长x宽x高" in shown(packed(VASE, UNMEASURED))


def test_too_much_for_the_car_says_what_to_post_and_what_it_costs() -> None:
    text = shown(packed(VASE, load_g=1000), Lang.EN)

    # 96 litres count as 16 kg: 12 yuan for the first and 15 x 3 for the others.
    assert "post box 1: about ¥57" in text


def test_a_giant_that_is_in_no_box_is_posted_by_its_number() -> None:
    giant = replace(VASE, taken=replace(VASE.taken, size_cm=(200, 100, 100)))
    text = shown(packed(giant), Lang.EN)

    # 2,000 litres count as 334 kg: 12 yuan for the first and 333 x 3 for the others.
    assert "post sample A-001: about ¥1011" in text
    assert "0 boxes" not in text


def test_what_nobody_weighed_or_measured_is_not_said_to_fit() -> None:
    assert "已知的装得下" in shown(packed(VASE, UNMEASURED))
    assert "1 款没量尺寸，不在体积里" in shown(packed(VASE, UNMEASURED))


def test_what_was_returned_is_nothing_to_pack() -> None:
    text = shown(packed(replace(VASE, status=SampleStatus.RETURNED)), Lang.EN)

    assert text == "Every sample is returned or not here yet: nothing to pack.\n"


def test_an_empty_log_says_what_to_do() -> None:
    assert "sample add" in shown(packed())


@pytest.mark.parametrize("lang", list(Lang))
def test_it_holds_at_60_columns(lang: Lang) -> None:
    lines = shown(packed(VASE, UNMEASURED, load_g=1), lang, 60).splitlines()

    assert [line for line in lines if cell_len(line) > 60] == []


def test_json_has_the_boxes_and_why_a_sample_is_in_none() -> None:
    data = PACK.data(packed(VASE, UNMEASURED))

    assert isinstance(data, dict)
    assert data["boxes"][0]["samples"][0]["number"] == "A-001"
    assert data["unpacked"] == [{"number": "A-002", "why": "size-unknown"}]
    assert data["car"]["fits"] is True
