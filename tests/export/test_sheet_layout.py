"""The day's sheet as a real browser lays it out: on phones of three widths without script, and on paper."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.export.browser import NAMES, Browser
from tests.export.crowded import crowded
from tests.export.planned import planned
from yiwutrip.domain.words import Words
from yiwutrip.export.sheet import export_sheet

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
# A4 less the margins of the sheet: 186 mm at 96 pixels an inch.
PAPER_PX = 703
PHONES_PX = (320, 390, 430)
PLANS = {"small": planned, "crowded": crowded}


@pytest.fixture(scope="module")
def browser(program: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(program(*NAMES), tmp_path_factory.mktemp("browser")) as running:
        yield running


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANS)
def test_nothing_covers_sticks_out_or_is_too_small(browser: Browser, tmp_path: Path, words: Words, name: str) -> None:
    source = tmp_path / "sheet.html"
    source.write_bytes(export_sheet(PLANS[name](), words))
    for width in (*PHONES_PX, PAPER_PX):
        with browser.page(source, width, paper=width == PAPER_PX) as page:
            assert page.run("document.documentElement.clientWidth") == width
            assert (width, page.run(MEASURE)) == (width, [])
            # Without a signal there is nothing to fetch it from.
            assert page.run("performance.getEntriesByType('resource').length") == 0


@pytest.mark.slow
def test_the_measure_sees_what_it_is_there_for(browser: Browser, tmp_path: Path) -> None:
    source = tmp_path / "bad.html"
    source.write_text(
        "<!doctype html><meta name=viewport content='width=device-width'><body style='margin:0'>"
        "<div style='width:600px'>wide</div><p style='width:20px;white-space:nowrap'>sticks out of it</p>"
        "<a href='tel:1'>1</a><p style='font-size:6pt'>tiny</p><svg viewBox='0 0 100 100' width='300'>"
        "<text x='10' y='20' font-size='9'>one</text><text x='12' y='21' font-size='9'>two</text>"
        "<text x='90' y='60' font-size='9'>beyond</text></svg>",
        encoding="utf-8",
    )
    with browser.page(source, 390) as page:
        phone = page.run(MEASURE)
    with browser.page(source, PAPER_PX, paper=True) as page:
        paper = page.run(MEASURE)

    assert [fault.split(":")[0] for fault in phone] == [
        "the page scrolls sideways",
        "words stick out of their box",
        "too low for a thumb",
        'covers "two"',
        "cut off at the picture's edge",
    ]
    assert "too small on paper: tiny" in paper
