"""What the browser really prints."""

import os
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.export.made import manifest, photograph, sample
from yiwutrip.domain.errors import MissingProgramError, TripError
from yiwutrip.domain.manifest import Manifest
from yiwutrip.domain.words import Words
from yiwutrip.export.pdf import find_browser, print_pdf
from yiwutrip.export.registry import manifest_exporter

BROWSERS = ("chromium", "google-chrome", "chromium-browser", "microsoft-edge")


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("YIWUTRIP_BROWSER", raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    with pytest.raises(MissingProgramError) as caught:
        find_browser()

    assert caught.value.code == "no-browser"


def test_the_user_can_name_the_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "my-browser"
    mine.write_text("#!/bin/sh\n", encoding="utf-8")
    monkeypatch.setenv("YIWUTRIP_BROWSER", str(mine))

    assert find_browser() == str(mine)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_browser_that_prints_nothing_is_an_error_with_its_last_word(tmp_path: Path) -> None:
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\necho first >&2\necho 'no display' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)

    with pytest.raises(TripError) as caught:
        print_pdf(b"<p>x", str(broken))

    assert (caught.value.code, caught.value.params["why"]) == ("pdf-failed", "no display")


def test_a_browser_that_cannot_be_started_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TripError) as caught:
        print_pdf(b"<p>x", str(tmp_path / "nothing"))

    assert caught.value.code == "pdf-failed"


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_half_a_pdf_is_none(tmp_path: Path) -> None:
    # The disk filled up while the browser wrote.
    half = tmp_path / "browser"
    half.write_text(
        '#!/bin/sh\nfor word; do case $word in --print-to-pdf=*) printf "%%PDF-1.4 1 0" > "${word#*=}";; esac; done\n',
        encoding="utf-8",
    )
    half.chmod(0o755)

    with pytest.raises(TripError) as caught:
        print_pdf(b"<p>x", str(half))

    assert caught.value.code == "pdf-failed"


def test_no_room_for_the_browsers_work_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "full").write_text("a file in the place of the folder", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "full"))

    with pytest.raises(TripError) as caught:
        print_pdf(b"<p>x", "browser")

    assert (caught.value.code, str(tmp_path / "full") in str(caught.value.params["why"])) == ("pdf-failed", True)


def printed(made: Manifest, words: Words, program: Callable[..., str], folder: Path) -> list[str]:
    """The text of each page on paper."""
    target = folder / "manifest.pdf"
    target.write_bytes(print_pdf(manifest_exporter("html")(made, words, lambda _: photograph()), program(*BROWSERS)))
    read = [program("pdftotext"), "-layout", str(target), "-"]
    text = subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
    return text.split("\f")[:-1]


@pytest.mark.slow
def test_every_page_has_its_number_and_its_box(program: Callable[..., str], tmp_path: Path, zh: Words) -> None:
    # 40 rows of at least 13 mm are more than the 271 mm of a page holds.
    rows = [sample(f"A-{n:03}", photos=("x",), return_by=date(2021, 5, 1)) for n in range(1, 41)]
    pages = printed(manifest(*rows), zh, program, tmp_path)
    plain = [re.sub(r"\s+", "", page) for page in pages]
    of_the_box = [page for page in plain if re.search(r"A-0\d\d", page) and "扫码" in page]

    assert len(of_the_box) >= 3
    assert all(f"第{n}/{len(plain)}页" in page for n, page in enumerate(plain, start=1))
    assert all("箱1" in page for page in of_the_box)
    assert "借样签收单" in "".join(plain)


@pytest.mark.slow
def test_pdf_is_a_format_of_the_manifest(
    program: Callable[..., str], monkeypatch: pytest.MonkeyPatch, zh: Words
) -> None:
    monkeypatch.setenv("YIWUTRIP_BROWSER", program(*BROWSERS))

    assert manifest_exporter("pdf")(manifest(sample()), zh, lambda _: None).startswith(b"%PDF-")


@pytest.mark.slow
def test_every_number_is_on_paper_once_in_its_box(program: Callable[..., str], tmp_path: Path, en: Words) -> None:
    rows = [sample(f"A-{n:03}", deposit_fen=None, return_by=None) for n in range(1, 61)]
    pages = printed(manifest(*rows), en, program, tmp_path)
    in_boxes = "".join(page for page in pages if "Scan" in page)

    assert [len(re.findall(f"A-{n:03}", in_boxes)) for n in range(1, 61)] == [1] * 60


@pytest.mark.slow
def test_a_name_of_500_characters_does_not_break_the_table(
    program: Callable[..., str], tmp_path: Path, zh: Words
) -> None:
    made = manifest(sample(article="很长的名字" * 100), sample("A-002"))

    assert len(printed(made, zh, program, tmp_path)) <= 3


@pytest.mark.slow
def test_script_in_a_name_does_not_run_in_the_browser(program: Callable[..., str], tmp_path: Path, zh: Words) -> None:
    evil = "<script>document.body.innerHTML='RAN'</script><img src=x onerror=\"document.body.innerHTML='RAN'\">"
    pages = printed(manifest(sample(article=evil), trip=evil), zh, program, tmp_path)

    assert any("样品清单" in re.sub(r"\s+", "", page) for page in pages)
