"""Words from the real catalogue, and a manifest with a bit of everything."""

from dataclasses import dataclass
from importlib import import_module

import pytest

from yiwutrip.domain.words import Lang


@dataclass(frozen=True)
class CatalogueWords:
    """What the exporters need of the catalogue: no more than the lookup."""

    lang: Lang

    def __call__(self, key: str, /, **params: object) -> str:
        entries = import_module(f"yiwutrip.render.catalogue.{key.partition('.')[0]}").ENTRIES
        zh, en = entries[key]
        text: str = zh if self.lang is Lang.ZH else en
        return text.format(**params)


@pytest.fixture
def zh() -> CatalogueWords:
    return CatalogueWords(Lang.ZH)


@pytest.fixture
def en() -> CatalogueWords:
    return CatalogueWords(Lang.EN)


@pytest.fixture(params=list(Lang), ids=str)
def words(request: pytest.FixtureRequest) -> CatalogueWords:
    return CatalogueWords(request.param)
