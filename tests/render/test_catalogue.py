"""One catalogue, two languages: nothing missing in either, nothing there that nobody says."""

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import yiwutrip
from yiwutrip.domain import errors
from yiwutrip.domain.words import Lang
from yiwutrip.render.words import CatalogueWords

SOURCE = Path(yiwutrip.__file__).parent
CATALOGUE = SOURCE / "render" / "catalogue"
# A module with a leading underscore is a part of another, which takes its entries in.
NOUNS = sorted(path.stem for path in CATALOGUE.glob("*.py") if not path.stem.startswith("_"))
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}


@cache
def _entries() -> dict[str, tuple[str, str]]:
    return {
        key: both for noun in NOUNS for key, both in import_module(f"yiwutrip.render.catalogue.{noun}").ENTRIES.items()
    }


@cache
def _trees() -> tuple[ast.Module, ...]:
    paths = [path for path in SOURCE.rglob("*.py") if CATALOGUE not in path.parents]
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in paths)


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                yield name, node


def _codes(*callables: str) -> set[str]:
    """First arguments, where they are written out, of every call of these."""
    return {
        first.value
        for name, call in _calls()
        if name in callables
        for first in [*call.args[:1], *(word.value for word in call.keywords if word.arg == "code")]
        if isinstance(first, ast.Constant) and isinstance(first.value, str)
    }


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_key_stands_in_the_module_of_its_noun(noun: str) -> None:
    entries = import_module(f"yiwutrip.render.catalogue.{noun}").ENTRIES

    assert [key for key in entries if not key.startswith(f"{noun}.")] == []


def test_both_languages_say_something_with_the_same_placeholders() -> None:
    differ = [key for key, (zh, en) in _entries().items() if not (zh or en) or _placeholders(zh) != _placeholders(en)]

    assert differ == []


COUNTED = "stall sample row label record detail photo stop day piece minute character cell column kind field thing"


def test_english_counts_choose_their_words() -> None:
    """One of a thing is no plural: {count:# sample|# samples}, not {count} samples."""
    plural = re.compile(rf"\{{\w+\}} ((?:{'|'.join(COUNTED.split())})s|boxes)\b")

    assert [key for key, (_, english) in _entries().items() if plural.search(english)] == []


@pytest.mark.parametrize(("count", "said"), [(0, "0 samples"), (1, "1 sample"), (2, "2 samples"), ("1", "1 sample")])
def test_one_is_no_plural(count: object, said: str) -> None:
    assert CatalogueWords(Lang.EN)("pack.kinds", count=count) == said


def test_every_glyph_of_the_chinese_sentences_exists_in_gbk() -> None:
    for key, (zh, _) in _entries().items():
        try:
            zh.encode("gbk")
        except UnicodeEncodeError:
            pytest.fail(f"{key}: {zh}")


def test_every_error_has_its_sentence() -> None:
    raised = _codes(*(ERRORS - {"NotFoundError"}), "CommandLineError")
    raised |= {f"{what}-not-found" for what in _codes("NotFoundError")}

    assert raised
    assert sorted(code for code in raised if f"error.{code}" not in _entries()) == []


def test_every_problem_has_its_sentence() -> None:
    assert sorted(code for code in _codes("Problem") if f"problem.{code}" not in _entries()) == []


def test_every_reason_has_its_sentence() -> None:
    assert sorted(code for code in _codes("Reason") if f"reason.{code}" not in _entries()) == []


def test_every_sentence_is_said_somewhere() -> None:
    said: set[str] = set()
    beginnings: set[str] = set()
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
    for template in SOURCE.rglob("*.j2"):
        in_template = set(re.findall(r'"([a-z]+\.[\w.-]+)"', template.read_text(encoding="utf-8")))
        said |= in_template
        # "sheet.icon-" ~ kind
        beginnings |= {key for key in in_template if key.endswith("-")}
    # Codes are said without the catalogue's name for their kind: Problem("bad-price") says problem.bad-price.
    said |= {f"{kind}.{code}" for code in said for kind in ("error", "problem", "reason")}
    said |= {f"error.{what}-not-found" for what in said}
    patterns = tuple(
        begin for begin in beginnings if "." in begin and not begin.startswith(("error.", "problem.", "reason."))
    )

    assert sorted(key for key in _entries() if key not in said and not key.startswith(patterns)) == []
