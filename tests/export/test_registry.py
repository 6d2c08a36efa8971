"""Formats are found by name, and an unknown name says which there are."""

import sys
from types import ModuleType
from typing import cast

import pytest

from tests.export.made import manifest, no_photo, sample
from yiwutrip.domain.errors import UsageError
from yiwutrip.domain.words import Words
from yiwutrip.export.registry import MANIFEST_FORMATS, PLAN_FORMATS, manifest_exporter, plan_exporter


@pytest.mark.parametrize("name", [name for name in MANIFEST_FORMATS if name != "pdf"])
def test_every_format_can_be_made_in_both_languages(name: str, words: Words) -> None:
    assert manifest_exporter(name)(manifest(sample()), words, no_photo)


def test_an_unknown_format_says_what_there_is() -> None:
    with pytest.raises(UsageError) as caught:
        manifest_exporter("docx")

    assert caught.value.code == "unknown-format"
    assert caught.value.params["known"] == "html, xlsx, csv, json, pdf"


def test_a_new_plan_format_is_one_module_and_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("our_text")
    monkeypatch.setitem(sys.modules, "our_text", module)
    monkeypatch.setitem(cast("dict[str, str]", PLAN_FORMATS), "txt", "our_text")

    assert plan_exporter("txt") is module
