"""Every screen that a command can print, held in the hand: its value drawn anew for any width and language."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yiwutrip.cli.app import run
from yiwutrip.cli.context import Session
from yiwutrip.domain.words import Lang
from yiwutrip.render.fold import folded
from yiwutrip.render.lines import Line, Page
from yiwutrip.render.problems import error_lines
from yiwutrip.render.words import CatalogueWords

TRIP = """
[trip]
name = "四月 义乌"
starts = 2021-04-14T09:00:00+08:00
ends = 2021-04-15T18:00:00+08:00
[base]
name = "酒店"
lat = 29.3350
lon = 120.1060
[[people]]
name = "陈砚"
letter = "A"
[[people]]
name = "林栀"
letter = "B"
[[days]]
date = 2021-04-14
together = ["am"]
meal = { minutes = 40, from = "11:00", to = "13:30" }
[[commitments]]
kind = "livestream"
title = "青禾瓷坊和漱石窑的晚间联合直播专场暨新品发布会"
starts = 2021-04-14T20:00:00+08:00
ends = 2021-04-14T22:00:00+08:00
setup_min = 40
place = "base"
[[commitments]]
kind = "appointment"
title = "预约周厂长"
who = ["B"]
starts = 2021-04-15T10:00:00+08:00
ends = 2021-04-15T10:10:00+08:00
place = { stall = "D2-3F-16213" }
[[wants]]
category = "陶瓷"
weight = 5
at_least = 9
[[wants]]
category = "雨伞"
[[must]]
stall = "D1-3F-8304"
[car]
load_kg = 3
load_l = 200
[budget]
samples_yuan = 100
"""
_HEAD = (
    "district,floor,booth,gate,street,name_zh,supplier,contact,phone,category,keywords,"
    "price_low,price_high,alliance,introduction\n"
)
STALLS = """D2,3,16213,,,汝窑行,汝窑行（演示）,周厂长,000-0000-0001,陶瓷,茶具,12.5,99,,
D1,3,8304,,,青禾瓷坊,青禾瓷坊（演示）,,,陶瓷,釉下彩餐具;礼盒装大套餐具;骨瓷下午茶具,8,,,
D1,3,7346,,,云岫骨瓷,,,,陶瓷,骨瓷,9,120,,
D1,3,7893,,,,,,,陶瓷,,,,,
D2,1,11690,,,鹤鸣伞业,鹤鸣伞业（演示）,钟老板,000-0000-0005,雨伞,,3,,,
D1,3,8566,,,瑞玉晶品,,,,陶瓷,水晶杯,20,,yes,
D1,3,6101,,,熟人窑,,,,陶瓷,,30,,,yes
SHENGCHAN,2,,,2,生产资料里名字很长很长的包装材料商行,,,,包装,,1,,,
"""
REFUSED = """district,floor,booth,gate,name_zh,category,phone,price_low
D2,3,1783O,,字母商位,陶瓷,,5
二区,1,,64,错门,雨伞,,
D2,1,11691,,电话错,雨伞,0.00E+00,3
D9,1,123,,无处,陶瓷,,1
D2,3,16214,,价错,陶瓷,,abc
"""
CHAT = "16213 茶杯 12.5 起订50 一箱48\n青花大碗 8块5 MOQ 100 60*40*35\n17999 说不清的一样东西 3块\n"
LONG = "粗陶花器 特大号 手工拉坯 哑光白釉 礼盒装 一套四件含木托"


@dataclass
class Screen:
    """What one command showed, the database as it left it behind, and the state it found; drawn by ``lines``."""

    argv: tuple[str, ...]
    state: str
    left_behind: Path
    code: int = 0
    drawn: list[Callable[[Page], Iterable[Line]]] = field(default_factory=list)

    def lines(self, lang: Lang, width: int, *, folds: bool = True) -> list[Line]:
        """The screen for a language and a width, as it is printed."""
        page = Page(CatalogueWords(lang), width, folds)
        return [one for draw in self.drawn for one in folded(draw(page), page)]


def write_files(folder: Path) -> None:
    """The files that the commands read: good ones, and those that a user gives by mistake."""
    texts = {
        "trip.toml": TRIP,
        "stalls.csv": _HEAD + STALLS,
        "refused.csv": REFUSED,
        "chat.txt": CHAT,
        "broken.toml": "[trip\nname = 3",
        "other.toml": '[trip]\npace = "fast"\n[[people]]\nletter = "AA"\n',
        "empty.csv": "",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "binary.toml").write_bytes(bytes(range(256)) * 40)
    (folder / "folder").mkdir()


def build_states(folder: Path) -> dict[str, Path]:
    """Databases as they are on the way: nothing, stalls, a trip, a plan, a day of it walked, two devices apart."""

    def do(state: Path, *words: object) -> None:
        assert run([*map(str, words), "--db", str(state), "--json"]) in {0, 3}, words

    def after(state: Path, name: str) -> Path:
        copy = folder / f"{name}.db"
        do(state, "db", "backup", copy)
        return copy

    states = {"none": folder / "none.db", "stalls": folder / "stalls.db"}
    do(states["stalls"], "stall", "import", "stalls.csv")
    states["trip"] = after(states["stalls"], "trip")
    do(states["trip"], "trip", "load", "trip.toml")
    states["plan"] = after(states["trip"], "plan")
    do(states["plan"], "plan", "make", "--iterations", 20)
    full = states["full"] = after(states["plan"], "full")
    terms = ("--live-price", 39.9, "--fee", 0, "--weight-g", 1900)
    known = ("--price", 12.5, "--moq", 50, "--carton-qty", 24, "--carton-cm", "48x36x40", "--size-cm", "12x10x11")
    do(full, "sample", "add", "16213", "茶杯", *known, *terms, "--fragile")
    do(full, "sample", "edit", "A-001", "--commission", 20, "--freight", 3, "--packaging", 0.5)
    do(full, "sample", "add", "8304", LONG, "--deposit", 60, "--return-by", "2021-04-13", "--who", "B", "--fee", 200)
    do(full, "sample", "add", "11690", "三折伞 500 ml", "--size-cm", "30x6x6", "--weight-g", 2500)
    do(full, "sample", "status", "A-002", "applied")
    do(full, "visit", "done", "8304", "--at", "2021-04-14 09:30")
    do(full, "visit", "shut", "7346", "--at", "2021-04-14 09:50")
    states["packed"] = after(full, "packed")
    do(states["packed"], "pack")
    states["theirs"] = after(full, "theirs")
    do(states["theirs"], "sample", "edit", "A-001", "--price", 14.5)
    states["apart"] = after(full, "apart")
    do(states["apart"], "sample", "edit", "A-001", "--price", 13)
    do(states["apart"], "merge", states["theirs"])
    return states


def screen_of(state: Path, argv: tuple[str, ...], db: Path, monkeypatch: Any) -> Screen:
    """Run a command on a copy of a state and keep what it showed instead of how that was printed."""
    if state.exists():
        shutil.copy(state, db)
    screen = Screen(argv, state.stem, db)
    with monkeypatch.context() as patch:
        patch.setattr(Session, "print", lambda _session, lines, *_stream: list(lines))
        show, show_error = Session.show, Session.show_error

        def shown(self: Session, view: Any, result: Any, problems: Any = ()) -> Any:
            screen.drawn.append(lambda page: view.lines(result, page))
            return show(self, view, result, problems)

        def told(self: Session, error: Any) -> Any:
            screen.drawn.append(lambda page: error_lines(error, page))
            return show_error(self, error)

        patch.setattr(Session, "show", shown)
        patch.setattr(Session, "show_error", told)
        screen.code = run([*argv, "--db", str(db)])
    return screen
