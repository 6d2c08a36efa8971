from yiwutrip.domain.problems import Problem
from yiwutrip.domain.words import Lang
from yiwutrip.render.problems import place_text
from yiwutrip.render.words import CatalogueWords


def test_a_long_line_number_is_never_cut() -> None:
    problem = Problem("bad-price", line=1_048_576, column="price_low", value="abc")

    text = place_text(problem, CatalogueWords(Lang.EN))

    assert "line 1048576  price_low" in text


def test_a_long_value_is_shown_by_its_beginning() -> None:
    problem = Problem("bad-price", line=2, value="x" * 1000)

    assert "x" * 40 + "…" in place_text(problem, CatalogueWords(Lang.ZH))
    assert "x" * 41 not in place_text(problem, CatalogueWords(Lang.ZH))
