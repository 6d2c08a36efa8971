"""Pasted chats: who said what, when, and at which stall. All people and stalls are invented."""

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwutrip.domain.trip import Person
from yiwutrip.ingest.notes import Chat, parse_chat

PEOPLE = (Person("一均", "A"), Person("潇艺", "B"))
DAY = date(2021, 4, 14)


def told(chat: Chat) -> list[tuple[str | None, str | None, str, int | None]]:
    """Person, stall, article and price of every note."""
    return [(line.who, line.stall, note.article, note.price_fen) for line in chat.lines for note in line.notes]


@pytest.mark.parametrize(
    "text",
    [
        "一均 2021-04-14 10:23:45\n16213 汝窑茶杯 12块5\n\n潇艺 2021-04-14 10:25:01\n27449 口红架 3.8一个\n",
        "—————  2021-04-14  —————\n\n\n一均  10:23\n\n16213 汝窑茶杯 12块5\n\n\n潇艺  10:25\n\n27449 口红架 3.8一个",
        "[2021/4/14 10:23:45] 一均: 16213 汝窑茶杯 12块5\n[2021/4/14 10:25:45] 潇艺: 27449 口红架 3.8一个",
        "2021年4月14日 上午10:23 一均\n16213 汝窑茶杯 12块5\n2021年4月14日 上午10:25 潇艺\n27449 口红架 3.8一个",
        "10:23 一均：16213 汝窑茶杯 12块5\r\n10:25 潇艺：27449 口红架 3.8一个\r\n",
        "一均：16213 汝窑茶杯 12块5\n潇艺：27449 口红架 3.8一个",
        "一均(wxid_invented) 4/14 10:23\n16213 汝窑茶杯 12块5\n潇艺 今天 10:25\n27449 口红架 3.8一个",
        "一均\n2021/4/14 10:23\n16213 汝窑茶杯 12块5\n\n潇艺\n10:25\n27449 口红架 3.8一个",
        "一均:\n16213 汝窑茶杯 12块5\n\n潇艺:\n27449 口红架 3.8一个\n\n一均:\n[图片]\n",
        "“我们”聊天记录如下:\n— 2021-04-14 —\n\n一均 10:23\n\n16213 汝窑茶杯 12块5\n\n潇艺 10:25\n27449 口红架 3.8一个",
        "10:23\n一均：16213 汝窑茶杯 12块5\n以下为新消息\n潇艺 撤回了一条消息\n10:25\n潇艺：27449 口红架 3.8一个",
        "2021年4月14日 上午10:23\n一均\n16213 汝窑茶杯 12块5\n2021年4月14日 上午10:25\n潇艺\n27449 口红架 3.8一个",
        "一均 2021年4月14日 上午10:23\n16213 汝窑茶杯 12块5\n4月14日 上午10:25\n潇艺\n27449 口红架 3.8一个",
        "10:23\n一均\n16213 汝窑茶杯 12块5\n10:25\n潇艺\n27449 口红架 3.8一个",
        "一均 4/14/21, 10:23 AM\n16213 汝窑茶杯 12块5\n潇艺 Wednesday 10:25\n27449 口红架 3.8一个",
    ],
)
def test_every_layout_gives_the_same(text: str) -> None:
    chat = parse_chat(text, PEOPLE, DAY)

    assert told(chat) == [("A", "16213", "汝窑茶杯", 1250), ("B", "27449", "口红架", 380)]
    assert chat.problems == ()


def test_times_are_market_time() -> None:
    chat = parse_chat("一均 2021-04-14 下午2:23:45\n茶杯 12块5", PEOPLE)

    # 14:23:45 in the market is 6:23:45 UTC.
    assert chat.lines[0].at == datetime(2021, 4, 14, 6, 23, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stamp", "at"),
    [
        # The paste is of Wednesday 14 April; the market is eight hours ahead of UTC.
        ("昨天 12:30", datetime(2021, 4, 13, 4, 30, tzinfo=UTC)),
        ("昨天 下午 2:30", datetime(2021, 4, 13, 6, 30, tzinfo=UTC)),
        ("星期二 12:30", datetime(2021, 4, 13, 4, 30, tzinfo=UTC)),
        ("周日 12:30", datetime(2021, 4, 11, 4, 30, tzinfo=UTC)),
        ("Yesterday 12:30", datetime(2021, 4, 13, 4, 30, tzinfo=UTC)),
        ("12/31 12:30", datetime(2020, 12, 31, 4, 30, tzinfo=UTC)),
    ],
)
def test_days_are_told_from_the_day_of_the_paste(stamp: str, at: datetime) -> None:
    chat = parse_chat(f"一均 {stamp}\n茶杯 12块5\n潇艺 {stamp}\n茶壶 35块", PEOPLE, DAY)

    assert [line.at for line in chat.lines] == [at, at]


def test_a_day_and_time_is_nobody_who_speaks() -> None:
    stamp = "2021年4月14日 上午9:"
    chat = parse_chat(
        f"一均 4/14/21, 9:01\n茶杯 3块\n{stamp}12\n茶壶 30块\n{stamp}15\n茶盘 60块", PEOPLE, date(2026, 11, 25)
    )

    assert [(line.sender, line.at and line.at.hour) for line in chat.lines] == [("一均", 9)] * 3
    assert {line.at.date() for line in chat.lines if line.at} == {DAY}


def test_the_year_that_a_chat_says_holds_for_the_days_below() -> None:
    stamps = ["2021年12月30日 9:12", "12月31日 9:12", "1月2日 9:12", "2021-12-28 9:12", "12-29 9:12"]
    chat = parse_chat("\n".join(f"一均 {one}\n茶杯 3块" for one in stamps), PEOPLE, date(2026, 11, 25))

    days = [line.at.date().isoformat() for line in chat.lines if line.at]
    assert days == ["2021-12-30", "2021-12-31", "2022-01-02", "2021-12-28", "2021-12-29"]


def test_where_no_year_is_said_a_day_is_of_the_trip() -> None:
    trip = (date(2021, 4, 14), date(2021, 4, 17))
    text = "一均 4月14日 9:12\n茶杯 3块\n一均 4月20日 9:12\n茶壶 3块"

    days = [line.at.date() for line in parse_chat(text, PEOPLE, date(2026, 11, 25), trip=trip).lines if line.at]
    # The 20th is no day of the trip: the last one before the paste.
    assert days == [date(2021, 4, 14), date(2026, 4, 20)]


@pytest.mark.parametrize(("first", "days"), [("", [13, 14, 14]), ("—— 2021-04-12 ——\n", [12, 13, 13])])
def test_past_midnight_is_the_next_day(first: str, days: list[int]) -> None:
    chat = parse_chat(f"{first}一均 23:58\n茶杯 12块5\n潇艺 00:05\n茶壶 35块\n一均 00:10\n茶盘 60块", PEOPLE, DAY)

    assert [line.at.day for line in chat.lines if line.at] == days


@pytest.mark.parametrize(
    "text",
    [
        "「王老板：茶杯 12块5一个」\n- - - - - - - - - - - - - - -\n好的，记下了",
        "好的，记下了\n「王老板：茶杯 12块5一个」",
        "好的\n引用 王老板：茶杯 12块5一个",
        "微信转账 ¥100.00",
        "[微信红包] 恭喜发财",
    ],
)
def test_what_is_quoted_or_the_programs_own_is_no_note(text: str) -> None:
    chat = parse_chat(f"一均 10:23\n{text}\n潇艺 10:25\n好", PEOPLE, DAY)

    assert told(chat) == []
    assert chat.lines[0].text == text


def test_a_supplier_answers_to_what_was_asked() -> None:
    chat = parse_chat("一均 10:23\n16213 茶杯\n王老板 10:24\n12块5 起订50\n潇艺 10:25\n茶壶 35元", PEOPLE, DAY)

    assert told(chat) == [(None, "16213", "茶杯", 1250), ("B", None, "茶壶", 3500)]
    assert [problem.value for problem in chat.problems] == ["王老板"]


@pytest.mark.parametrize("seller", ["王老板", "陈姐", "小王", "阿强", "李厂长", "青花瓷厂", "Mr. Chen", "supplier"])
def test_a_seller_who_speaks_once_before_a_colon_is_named(seller: str) -> None:
    chat = parse_chat(f"一均：16213 茶杯 多少钱\n{seller}：12块5 起订50\n一均：好的", PEOPLE)

    assert told(chat) == [(None, "16213", "茶杯", 1250)]
    assert [line.sender for line in chat.lines] == ["一均", seller, "一均"]
    assert [problem.value for problem in chat.problems] == [seller]


@pytest.mark.parametrize("article", ["茶杯", "小号", "老款", "单价", "马克杯", "起订量", "小白杯"])
def test_an_article_before_a_colon_does_not_speak(article: str) -> None:
    chat = parse_chat(f"一均：记一下\n{article}：12块5\n潇艺：好", PEOPLE)

    assert [line.sender for line in chat.lines] == ["一均", "潇艺"]


def test_nicknames_that_take_turns_are_speakers() -> None:
    chat = parse_chat("小鹿：16213 茶杯\n瓷器王：12块5\n小鹿：箱规\n瓷器王：60*40*35 18公斤\n陈姐：茶壶 35块", PEOPLE)

    assert [line.sender for line in chat.lines] == ["小鹿", "瓷器王", "小鹿", "瓷器王", "陈姐"]
    assert told(chat) == [(None, "16213", "茶杯", 1250), (None, "16213", "茶壶", 3500)]
    # The size came as an answer to 箱规, but nobody said in that message what it is of.
    (cup, _) = (note for line in chat.lines for note in line.notes)
    assert (cup.carton_cm, cup.gross_g) == ((60, 40, 35), 18_000)
    assert {"carton_cm", "gross_g"} <= cup.uncertain


def test_labels_that_come_again_do_not_speak() -> None:
    text = "品名：茶杯\n单价：12元\nMOQ：50\n品名：茶壶\n单价：35元\nMOQ：20"

    assert {line.sender for line in parse_chat(text, PEOPLE).lines} == {None}


def test_where_nobody_speaks_before_a_colon_no_seller_does() -> None:
    chat = parse_chat("青花瓷厂：茶杯 12块5\n小王店：茶壶 35块", PEOPLE)

    assert {line.sender for line in chat.lines} == {None}


def test_a_time_to_meet_is_no_head() -> None:
    chat = parse_chat("一均 10:23\n集合 18:00\n潇艺 10:25\n茶壶 35元", PEOPLE, DAY)

    assert [(line.sender, line.text) for line in chat.lines] == [("一均", "集合 18:00"), ("潇艺", "茶壶 35元")]


def test_without_a_day_a_time_of_day_is_no_time() -> None:
    assert parse_chat("10:23 一均：茶杯 12块5", PEOPLE).lines[0].at is None


def test_a_stall_holds_for_its_sender_alone() -> None:
    chat = parse_chat(
        "一均：16213\n潇艺：香薰 8块2\n一均：茶杯 12块5\n潇艺：我去三区59门三楼2街27449\n潇艺：口红 9块", PEOPLE
    )

    assert told(chat) == [("B", None, "香薰", 820), ("A", "16213", "茶杯", 1250), ("B", "27449", "口红", 900)]


def test_figures_in_the_next_message_belong_to_the_article_just_named() -> None:
    chat = parse_chat("一均：16213\n一均：茶杯\n潇艺：好的\n一均：12块5 起订50\n一均：装箱48", PEOPLE)

    (note,) = (note for line in chat.lines for note in line.notes)
    assert (note.article, note.price_fen, note.moq, note.carton_qty) == ("茶杯", 1250, 50, 48)


@pytest.mark.parametrize("between", ["好的", "[图片]", "收到", "不错！", "OK", "「王老板：茶壶」"])
def test_a_picture_or_a_yes_leaves_open_what_was_spoken_of(between: str) -> None:
    chat = parse_chat(f"一均：16213\n一均：茶杯 12块5\n一均：{between}\n一均：起订50", PEOPLE)

    (note,) = (note for line in chat.lines for note in line.notes)
    assert (note.article, note.price_fen, note.moq) == ("茶杯", 1250, 50)


def test_figures_after_a_long_silence_stand_alone() -> None:
    chat = parse_chat("一均 2021-04-14 10:00\n茶杯 12块5\n一均 2021-04-14 10:30\n装箱48", PEOPLE)

    assert [len(line.notes) for line in chat.lines] == [1, 1]


def test_one_message_of_several_lines_can_hold_several_notes() -> None:
    chat = parse_chat("一均 2021-04-14 10:23\n16213 茶杯 12块5\n起订50\n茶壶 35块 起订20", PEOPLE)

    assert told(chat) == [("A", "16213", "茶杯", 1250), ("A", "16213", "茶壶", 3500)]
    assert [note.moq for note in chat.lines[0].notes] == [50, 20]


def test_a_stranger_is_named_and_nothing_of_theirs_is_lost() -> None:
    chat = parse_chat("王老板 2021-04-14 10:23\n茶杯 12块5", PEOPLE)

    assert told(chat) == [(None, None, "茶杯", 1250)]
    assert [(problem.code, problem.value) for problem in chat.problems] == [("chat-sender-unknown", "王老板")]


def test_a_price_label_is_no_sender() -> None:
    chat = parse_chat("16213 茶杯\n单价：12元\nMOQ: 200", PEOPLE)

    assert {line.sender for line in chat.lines} == {None}


def test_talk_and_pictures_are_kept_and_are_no_notes() -> None:
    chat = parse_chat("一均：[图片]\n潇艺：好的，马上到\n一均：走吧", PEOPLE)

    assert told(chat) == []
    assert [line.text for line in chat.lines] == ["[图片]", "好的，马上到", "走吧"]


@settings(deadline=None)
@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert isinstance(parse_chat(text, PEOPLE, DAY), Chat)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["一均", "：", ":", " ", "10:23", "25:99", "2021-04-14", "2021-13-40", "\n", "昨天", "[", "]", "12块", "—"]
        )
    )
)
def test_no_heap_of_chat_pieces_raises(pieces: list[str]) -> None:
    assert isinstance(parse_chat("".join(pieces), PEOPLE, DAY), Chat)


@pytest.mark.parametrize("line", ["一均 2021-04-14 10:23", "一均：3.8一个", "茶杯 12块", "茶杯" * 200])
def test_a_long_chat_takes_time_in_proportion(line: str) -> None:
    parse_chat(line, PEOPLE, DAY)  # compiles the grammar
    began = time.process_time()

    chat = parse_chat("\n".join([line] * 100), PEOPLE, DAY)

    assert len(chat.lines) <= 100
    assert time.process_time() - began < 2
