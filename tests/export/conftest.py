"""Words from the real catalogue."""

import pytest

from yiwutrip.domain.words import Lang, Words
from yiwutrip.render.words import CatalogueWords


@pytest.fixture
def zh() -> Words:
    return CatalogueWords(Lang.ZH)


@pytest.fixture
def en() -> Words:
    return CatalogueWords(Lang.EN)


@pytest.fixture(params=list(Lang), ids=str)
def words(request: pytest.FixtureRequest) -> Words:
    return CatalogueWords(request.param)
