"""What holds of every screen: it fits, it is in one language, an old console can show it, its hints are right."""

import re
import shlex
from collections.abc import Iterator

import pytest

from tests.cli.screens import Screen, build_states, screen_of, write_files
from yiwutrip.cli.app import run
from yiwutrip.domain.words import Lang
from yiwutrip.render.cells import cell_len
from yiwutrip.render.fold import WHOLE
from yiwutrip.render.lines import Line, Role, text_of

WIDTHS = (40, 60, 80, 120, 200)

EMPTY = """
stall find 陶瓷 / stall show 16213 / import list / trip show / trip list / plan show / plan why 16213 / plan next
plan risk / plan redo / visit done 16213 / sample list / sample missing / sample due / sample rank / sample show A-001
pack / manifest --format json / labels / sheet / export calendar / undo / conflict list / db doctor / db path
"""
FULL = """
stall find / stall find 陶瓷 --limit 2 / stall find 没有 / stall show 8304 / stall show 7893 / stall edit 8304 moq=50
import list / import undo 1 / trip show / trip list / trip load trip.toml / trip check trip.toml
trip new my.toml --yes / plan make --iterations 5 / plan make --iterations 5 --people 1 / plan show
plan show --day 04-14 / plan show --day 04-15 --who B --ways / plan why 8304 / plan why 7893 / plan why 6101
plan why 8566 / plan next / plan next --now 2021-04-14T17:00 / plan next --now 2021-04-12T08:00
plan next --now 2021-04-20T08:00 / plan risk --runs 100 / plan redo --now 2021-04-14T14:00 --iterations 5
visit done 11690 / visit skip 7893 / visit shut 7893 / visit done 7893 --at 2021-05-01T10:00
sample add 8304 茶杯 / sample add 8304 茶杯 --price 3 --moq 1 --carton-qty 2 --carton-cm 10x10x10
sample add D2-3F-16300 灯 --new-stall / sample list / sample list --all / sample show A-001 / sample show B-001
sample edit A-002 --price 3 / sample status A-002 chosen / sample note --file chat.txt --yes
sample note --file chat.txt --dry-run / sample note 16213 茶杯 12.5元 / sample photos folder / sample missing
sample due / sample rank / sample rank --peak 900 --by-category / sample rank --format csv / pack
manifest --format csv,json / labels / labels --blank 3 / sheet / sheet --day 04-14 --who A / export gpx / undo
undo --dry-run / stall import stalls.csv / stall import refused.csv / stall import refused.csv --dry-run
stall import refused.csv --rejects back.csv / merge theirs.db / merge theirs.db --dry-run / conflict list
db doctor / db path / db backup copy.db / db restore theirs.db / stall address 义乌国际商贸城二区三楼26门11街16742
stall address 一区3楼1783O / stall address 北下朱8街 / stall address 上海市浦东新区1号
"""
WRONG = """
stal / stall fnd / --nope / stall find --floor x / stall find --district D9 / stall find --limit 0 / stall show
stall show 8305 / stall show 青禾 / stall show xyz / stall show 8304 extra / stall edit 8304 foo=1
stall edit 8304 moq=many / stall edit 8304 opens=25:00 / stall import / stall import no.csv / stall import folder
stall import empty.csv / stall import binary.toml / stall import trip.toml / stall import stalls.csv --encoding klingon
stall import stalls.csv --map a / stall import stalls.csv --map foo=booth / stall import refused.csv --rejects folder
import undo x / import undo 99 / trip load no.toml / trip load folder / trip load broken.toml / trip load binary.toml
trip load other.toml / trip use 五月 / trip new trip.toml --yes / trip new my.toml --yes --starts soon
trip new my.toml --yes --point 500,2 / plan make --seconds x / plan make --people 9 / plan show --day 04-31
plan show --day 05-01 / plan show --who Z / plan why xyz / plan next --now 25:00 / plan next --who 9
plan risk --runs 0 / plan redo --now 2022-01-01T10:00 / visit done xyz / visit done 8304 --at x
visit done 8304 --who Z / visit done 8304 --minutes -3 / sample add 8304 / sample add xyz 灯
sample add xyz 灯 --new-stall / sample add 8304 灯 --price abc / sample add 8304 灯 --price 0
sample add 8304 灯 --moq 1.5 / sample add 8304 灯 --carton-cm 60x40 / sample add 8304 灯 --return-by 2021-02-30
sample add 8304 灯 --photo no.jpg / sample add 8304 灯 --photo stalls.csv / sample add 8304 灯 --who 99
sample show Z-999 / sample show 1 / sample edit A-001 / sample status A-001 gone / sample note
sample note --file folder / sample note --file binary.toml / sample photos no / sample photos stalls.csv
sample rank --format pdf / sample rank --format csv --out stalls.csv / pack --boxes no.toml / pack --boxes binary.toml
pack --boxes broken.toml / pack --boxes trip.toml / manifest --format doc / manifest --out stalls.csv
labels --paper a5 / labels --who 12 --blank 3 / sheet --day 05-01 / export pdf / export gpx --who Z
export gpx --day 05-01 / undo 3 / merge no.db / merge folder / merge stalls.csv / conflict choose 9 theirs
conflict choose 1 mine / db restore no.db / db restore folder / db restore stalls.csv / db backup folder
stall find --lang fr / demo --out stalls.csv / demo --seconds x
"""


def commands(text: str) -> Iterator[tuple[str, ...]]:
    for row in text.strip().splitlines():
        for command in row.split(" / "):
            yield tuple(command.split())


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Screen]]:
    """Every command once, each in the state in which somebody would type it."""
    folder = tmp_path_factory.mktemp("views")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YIWUTRIP_NOW", "2021-04-14T12:00")
        patch.setenv("YIWUTRIP_LANG", "zh")
        patch.chdir(folder)
        write_files(folder)
        states = build_states(folder)
        asked = [(state, argv) for state in ("none", "trip", "plan") for argv in commands(EMPTY)]
        asked += [("full", argv) for argv in commands(f"{FULL.strip()}\n{WRONG.strip()}")]
        asked += [("packed", ("manifest", "--format", "json")), ("apart", ("conflict", "list"))]
        asked += [("apart", ("conflict", "choose", "1", "theirs")), ("theirs", ("merge", "theirs.db"))]
        yield [
            screen_of(states[name], argv, folder / f"after-{number}.db", patch)
            for number, (name, argv) in enumerate(asked)
        ]


def drawings(screens: list[Screen]) -> Iterator[tuple[str, Lang, int, list[Line]]]:
    for screen in screens:
        for lang in Lang:
            for width in WIDTHS:
                yield f"{' '.join(screen.argv)} [{lang} {width}]", lang, width, screen.lines(lang, width)


def test_every_command_shows_something_and_ends_as_the_design_says(screens: list[Screen]) -> None:
    assert [screen.argv for screen in screens if not screen.drawn and "--nope" not in screen.argv] == []
    assert [(screen.argv, screen.code) for screen in screens if screen.code not in {0, 1, 2, 3, 4, 65}] == []
    wrong = set(commands(WRONG))
    assert [(screen.argv, screen.code) for screen in screens if screen.argv in wrong and screen.code in {0, 3}] == []


def test_no_line_is_wider_than_the_page(screens: list[Screen]) -> None:
    wide = [
        (name, text_of([one]))
        for name, _, width, lines in drawings(screens)
        for one in lines
        if not WHOLE & {span.role for span in one} and sum(cell_len(span.text) for span in one) > width
    ]

    assert wide == []


def test_every_glyph_of_a_chinese_screen_exists_in_gbk(screens: list[Screen]) -> None:
    lost = [
        (name, sign)
        for name, lang, _, lines in drawings(screens)
        if lang is Lang.ZH
        for sign in set(text_of(lines))
        if not sign.encode("gbk", errors="ignore")
    ]

    assert lost == []


def test_no_screen_begins_or_ends_with_a_blank_line_or_has_two_together(screens: list[Screen]) -> None:
    texts = [(name, text_of(lines)) for name, _, _, lines in drawings(screens)]

    assert [name for name, text in texts if text.startswith("\n") or text.endswith("\n\n") or "\n\n\n" in text] == []


ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")
COMMAND = re.compile(r"yiwutrip [a-z -]+|(?:trip|plan|sample|stall|import|db|visit) [a-z]+")


def test_no_chinese_screen_speaks_english(screens: list[Screen]) -> None:
    """Three English words on end are a sentence: of a library, say, whose message went through."""
    english = [
        (name, found[0])
        for name, lang, _, lines in drawings(screens)
        if lang is Lang.ZH
        for one in lines
        if not WHOLE & {span.role for span in one} and (found := ENGLISH.search(COMMAND.sub("", text_of([one]))))
    ]

    assert english == []


# What stands in a hint for something that only the user knows.
STAND_INS = {
    "STALL": "8304", "ARTICLE": "x", "FILE": "stalls.csv", "TEXT": "陶瓷", "YUAN": "3", "%": "3", "N": "3",
    "LxWxH": "10x10x10", "长x宽x高": "10x10x10", "DATE": "2021-04-20", "NAME": "四月 义乌", "STATUS": "chosen",
    "OTHER.db": "theirs.db",
}  # fmt: skip


def hinted(screen: Screen) -> Iterator[tuple[str, ...]]:
    for lang in Lang:
        for one in screen.lines(lang, 60):
            if any(span.role is Role.HINT for span in one):
                _, found, command = text_of([one]).partition("yiwutrip ")
                if found:
                    yield tuple(STAND_INS.get(word, word) for word in shlex.split(command))


def test_every_hint_is_a_command_that_does_something_where_it_is_given(
    screens: list[Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is suggested is typed on the database that the command has left behind."""
    monkeypatch.setenv("YIWUTRIP_NOW", "2021-04-14T12:00")
    monkeypatch.chdir(screens[0].left_behind.parent)
    # One hint of one command in one state is tried once; questions are asked at a terminal only.
    tried = {(screen.state, screen.argv[:2], command): screen for screen in screens for command in hinted(screen)}

    refused = []
    for (state, _, command), screen in tried.items():
        # Questions are asked at a terminal only, and where there is no stall none can stand in.
        if command == ("trip", "new") or (state == "none" and STAND_INS["STALL"] in command):
            continue
        quickly = ("--iterations", "5") if command[:2] in {("plan", "make"), ("plan", "redo")} else ()
        code = run([*command, *quickly, "--db", str(screen.left_behind), "--json"])
        if code not in {0, 3}:
            refused.append((screen.argv, command, code))

    assert len(tried) > 50
    assert refused == []
