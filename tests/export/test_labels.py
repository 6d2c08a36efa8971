"""Labels that a scanner reads from a cheap thermal printer."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from tests.export.made import SHOP, manifest, sample
from yiwutrip.domain.errors import UsageError
from yiwutrip.domain.words import Words
from yiwutrip.export.labels import PAPERS, Paper, export_labels, paper_called
from yiwutrip.export.pdf import print_pdf
from yiwutrip.export.qr import qr_modules

BROWSERS = ("chromium", "google-chrome", "chromium-browser", "microsoft-edge")
ROWS = manifest(*(sample(f"A-{n:03}") for n in range(1, 4))).samples


def test_an_unknown_paper_says_which_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        paper_called("a5")

    assert (caught.value.code, caught.value.params["known"]) == ("unknown-paper", "a4-3x8, 40x30, 60x40")


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
def test_what_people_wrote_is_text(paper: Paper, words: Words) -> None:
    evil = "<script>alert(1)</script>"
    rows = manifest(sample(article=evil)).samples
    page = export_labels(rows, [], paper, words).decode()

    assert evil not in page
    assert "&lt;script&gt;" in page


def test_blank_labels_have_their_number_and_lines_to_write_on(zh: Words) -> None:
    page = export_labels([], ["A-020"], PAPERS["40x30"], zh).decode()

    assert page.count('<div class="label">') == 1
    assert "A-020" in page
    assert page.count('class="line"') == 3


def test_no_labels_make_an_empty_page(words: Words) -> None:
    assert b'<div class="label">' not in export_labels([], [], PAPERS["a4-3x8"], words)


def test_ordinary_numbers_fit_the_smallest_code() -> None:
    assert {qr_modules(number) for number in ("A-001", "B-9999", "AB-123456")} == {21}


def printed(page: bytes, program: Callable[..., str], folder: Path) -> list[Image.Image]:
    """Each page as a 203 dpi printer puts it on paper: black or white, nothing between."""
    source = folder / "labels.pdf"
    source.write_bytes(print_pdf(page, program(*BROWSERS)))
    # 8 dots a millimetre are 203.2 an inch.
    paint = [program("pdftoppm"), "-r", "203.2", "-mono", "-png", str(source), str(folder / "page")]
    subprocess.run(paint, check=True, capture_output=True, timeout=120)
    return [Image.open(path) for path in sorted(folder.glob("page*.png"))]


def numbers_on(page: Image.Image) -> list[str]:
    return sorted(found.text for found in zxingcpp.read_barcodes(np.array(page.convert("L"))))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "size"), [("40x30", (320, 240)), ("60x40", (480, 320))])
def test_a_thermal_label_is_a_page_of_its_own_and_can_be_scanned(
    name: str, size: tuple[int, int], program: Callable[..., str], tmp_path: Path, words: Words
) -> None:
    pages = printed(export_labels(ROWS, ["B-9999"], PAPERS[name], words), program, tmp_path)

    assert [page.size for page in pages] == [size] * 4
    assert [numbers_on(page) for page in pages] == [["YW1:A-001"], ["YW1:A-002"], ["YW1:A-003"], ["YW1:B-9999"]]


@pytest.mark.slow
def test_every_module_of_a_thermal_code_is_whole_dots(program: Callable[..., str], tmp_path: Path, zh: Words) -> None:
    (page,) = printed(export_labels(ROWS[:1], [], PAPERS["40x30"], zh), program, tmp_path)
    # The code begins 0.5 mm (4 dots) from the top; 29 modules of 5 dots.
    code = np.array(page.convert("1"))[4 : 4 + 145, 0:145]
    modules = code.reshape(29, 5, 29, 5).transpose(0, 2, 1, 3).reshape(29, 29, 25)

    # A path's corner may be rounded to the next dot: at most one of the 25.
    assert {int(dots.sum()) for row in modules for dots in row} <= {0, 1, 24, 25}


@pytest.mark.slow
def test_a4_holds_24_and_goes_on_on_the_next_page(program: Callable[..., str], tmp_path: Path, zh: Words) -> None:
    numbers = [f"A-{n:03}" for n in range(1, 26)]
    pages = printed(export_labels([], numbers, PAPERS["a4-3x8"], zh), program, tmp_path)

    assert [numbers_on(page) for page in pages] == [[f"YW1:{n}" for n in numbers[:24]], ["YW1:A-025"]]


def test_a_stall_without_a_name_says_its_code_once(words: Words) -> None:
    nameless = replace(SHOP, supplier=None)
    shown = export_labels(manifest(sample(), shop=nameless).samples, [], PAPERS["60x40"], words).decode("utf-8")

    assert shown.count(SHOP.code) == 1
