from yiwutrip.domain.address import Address, District
from yiwutrip.domain.problems import Problem
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.words import Lang
from yiwutrip.render.lines import Page, text_of
from yiwutrip.render.problems import error_lines, place_text
from yiwutrip.render.words import CatalogueWords
from yiwutrip.usecases.resolve_stall import UnknownStallError


def test_a_long_line_number_is_never_cut() -> None:
    problem = Problem("bad-price", line=1_048_576, column="price_low", value="abc")

    text = place_text(problem, CatalogueWords(Lang.EN))

    assert "line 1048576  price_low" in text


def test_a_long_value_is_shown_by_its_beginning() -> None:
    problem = Problem("bad-price", line=2, value="x" * 1000)

    assert "x" * 40 + "…" in place_text(problem, CatalogueWords(Lang.ZH))
    assert "x" * 41 not in place_text(problem, CatalogueWords(Lang.ZH))


def test_a_name_of_five_hundred_characters_does_not_flood_who_mistyped_a_code() -> None:
    stall = Stall("D2-3F-16216", Address(District.D2, 3, booth="16216"), name_zh="杯" * 500)
    said = text_of(error_lines(UnknownStallError("D2-3F-16213", [stall]), Page(CatalogueWords(Lang.ZH), 100)))

    assert "D2-3F-16216" in said
    assert said.count("杯") < 20
