"""What is drawn where our glyphs cannot be shown: as broad, readable, and never a fault."""

import io
import re
from pathlib import Path
from unicodedata import east_asian_width

import pytest

import yiwutrip.render
from yiwutrip.domain.words import Lang
from yiwutrip.render.cells import cell_len
from yiwutrip.render.glyphs import HANDLER, PLAIN, plainly, register
from yiwutrip.render.words import CatalogueWords

RENDER = Path(yiwutrip.render.__file__).parent
DOCSTRING = re.compile(r'"""(?s:.*?)"""|#.*')


def written(text: str, encoding: str) -> str:
    register()
    out = io.BytesIO()
    with io.TextIOWrapper(out, encoding=encoding, errors=HANDLER, write_through=True) as stream:
        stream.write(text)
        return out.getvalue().decode(encoding)


@pytest.mark.parametrize("glyph", PLAIN)
def test_each_stand_in_takes_the_room_of_its_glyph(glyph: str) -> None:
    assert PLAIN[glyph].isascii()
    assert len(PLAIN[glyph]) == cell_len(glyph)


def test_every_narrow_glyph_that_a_view_or_an_english_sentence_draws_has_one() -> None:
    texts = [DOCSTRING.sub("", path.read_text(encoding="utf-8")) for path in RENDER.glob("*.py")]
    for path in (RENDER / "catalogue").glob("[!_]*.py"):
        for key in re.findall(r'^    "([a-z]+\.[^"]+)": ', path.read_text(encoding="utf-8"), re.MULTILINE):
            words = CatalogueWords(Lang.EN)
            texts.append(words._entries(key.partition(".")[0])[key][1])
    drawn = {sign for text in texts for sign in text if not sign.isascii() and east_asian_width(sign) not in {"W", "F"}}

    # A zero-width sign is nothing to draw.
    assert {sign for sign in drawn if cell_len(sign)} - PLAIN.keys() == set()


def test_a_pipe_of_ascii_keeps_lines_and_columns() -> None:
    assert written("━━─ █ 7:00 · D1–D2…", "ascii") == "==- # 7:00 - D1-D2~"
    # A name of two characters takes four cells, as it would have.
    assert written("A 陈砚  x", "ascii") == "A ????  x"
    assert written("到了，好。", "ascii") == "????, ??. "


def test_what_the_encoding_can_say_stays() -> None:
    assert written("陈砚 ─ █ ·", "gbk") == "陈砚 ─ █ ·"
    assert written("60×40 · ─", "latin-1") == "60×40 · -"


def test_an_old_console_keeps_its_letters() -> None:
    assert plainly("█ 陈砚，─ ★") == "# 陈砚，- *"
