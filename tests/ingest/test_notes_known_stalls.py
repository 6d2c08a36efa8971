"""Booths and names that the catalogue has, in notes and chats. All stalls and people are invented."""

import pytest

from yiwutrip.domain.known_stalls import StallSigns, known_stalls
from yiwutrip.domain.trip import Person
from yiwutrip.ingest.notes import parse_chat, parse_note

KNOWN = known_stalls(
    [
        StallSigns("D1-3F-8353", "8353", ("听林骨瓷", "Tinglin Bone China", "听林骨瓷（演示）")),
        StallSigns("D1-3F-8721B", "8721B", ("稳云陶品",)),
        StallSigns("D2-1F-10773B", "10773B", ("微田伞业",)),
        StallSigns("D2-1F-10803", "10803", ("微田伞业",)),
        StallSigns("D1-1F-5021,5022", "5021,5022", ("雨伞",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "stall", "article", "price"),
    [
        ("鹿姐 8721B", "8721B", "", None),
        ("鹿姐8721B", "8721B", "", None),
        ("鹿姐 8721b 马克杯8.5元 50起", "8721B", "马克杯", "8.5"),
        ("林栀: 8353 盖碗12块5", "8353", "盖碗", "12.5"),
        ("林栀：8721B 盖碗12块5", "8721B", "盖碗", "12.5"),
        ("微田伞业 10803", "D2-1F-10803", "", None),
        ("微田伞业10803 直杆伞 15块", "D2-1F-10803", "直杆伞", "15"),
        ("微田伞业：10773B 三折伞 15块", "D2-1F-10773B", "三折伞", "15"),
        ("听林骨瓷 盖碗12块5", "D1-3F-8353", "盖碗", "12.5"),
        ("听林骨瓷（演示） 盖碗12块5", "D1-3F-8353", "盖碗", "12.5"),
        ("在听林骨瓷 盖碗12块5", "D1-3F-8353", "盖碗", "12.5"),
        ("Tinglin Bone China cup 12 yuan", "D1-3F-8353", "cup", "12"),
        ("盖碗 8721B 12块5", "8721B", "盖碗", "12.5"),
        ("盖碗12块5 8721B", "8721B", "盖碗", "12.5"),
        ("盖碗12块5，8721B", "8721B", "盖碗", "12.5"),
        ("8721B马克杯8.5元", "8721B", "马克杯", "8.5"),
        ("10803号 盖碗 3块", "10803", "盖碗", "3"),
        ("盖碗 3块 D1-3F-8353", "D1-3F-8353", "盖碗", "3"),
        ("茶壶 5022 3块", "5022", "茶壶", "3"),
    ],
)
def test_what_the_catalogue_knows_is_a_stall_before_it_is_a_price(
    text: str, stall: str, article: str, price: str | None
) -> None:
    (note,) = parse_note(text, KNOWN)

    assert (note.stall, note.article, note.price_yuan) == (stall, article, price)


@pytest.mark.parametrize(
    ("text", "price", "moq"),
    [
        ("茶台 10803元", "10803", None),
        ("10803元 茶台", "10803", None),
        ("茶台 单价10803", "10803", None),
        ("起订10803 茶台 3块", "3", 10803),
        ("货号8721B 茶台 3块", "3", None),
        ("雨伞 3块", "3", None),
        ("茶台 ¥8353", "8353", None),
        ("茶台 8353个 3块", "3", None),
    ],
)
def test_what_says_to_be_something_else_is_no_stall(text: str, price: str, moq: int | None) -> None:
    (note,) = parse_note(text, KNOWN)

    assert (note.stall, note.price_yuan, note.moq) == (None, price, moq)


@pytest.mark.parametrize("text", ["8353 盖碗 12块5", "盖碗12块5 8353", "微田伞业 直杆伞 15块"])
def test_four_plain_digits_and_a_name_of_two_stalls_are_doubted(text: str) -> None:
    (note,) = parse_note(text, KNOWN)

    assert "stall" in note.uncertain
    assert not note.certain


def test_a_stall_holds_for_the_lines_below_it_as_sure_as_it_is() -> None:
    sure, doubted = (
        parse_chat(f"鹿姐 {booth}\n马克杯8.5元 50起\n盖碗 12元", known=KNOWN) for booth in ("8721B", "8353")
    )

    assert [(line.stall, note.certain) for line in sure.lines for note in line.notes] == [("8721B", True)] * 2
    assert [(line.stall, note.certain) for line in doubted.lines for note in line.notes] == [("8353", False)] * 2


@pytest.mark.parametrize(
    "where",
    [
        "一区三楼8353 听林骨瓷",
        "8353 听林骨瓷（演示）",
        "8353，听林骨瓷",
        "听林骨瓷 一区三楼8353",
        "听林骨瓷（演示）8353",
        "D1-3F-8353 听林骨瓷",
    ],
)
@pytest.mark.parametrize("between", ["\n", " ", "，"])
def test_a_booth_and_the_name_of_its_stall_both_say_where_one_is(where: str, between: str) -> None:
    (note,) = parse_note(f"{where}{between}盖碗 12块5 起订50", KNOWN)

    assert (note.stall, note.article, note.rest) == ("D1-3F-8353", "盖碗", "")
    assert note.certain


def test_they_say_so_behind_the_goods_too() -> None:
    (note,) = parse_note("盖碗 12块5 8353 听林骨瓷", KNOWN)

    assert (note.stall, note.article, note.rest, note.certain) == ("D1-3F-8353", "盖碗", "", True)


def test_a_name_of_another_stall_than_the_booths_is_kept() -> None:
    (note,) = parse_note("8721B 听林骨瓷 盖碗 12块5", KNOWN)

    assert note.stall == "8721B"
    assert "听林骨瓷" in f"{note.article} {note.rest}"


def test_two_messages_about_one_article_doubt_its_stall_once() -> None:
    chat = parse_chat("8353 盖碗 12块5\n装箱48", known=KNOWN)

    assert [[doubt.code for doubt in note.doubts] for line in chat.lines for note in line.notes] == [
        ["note-stall-unsure"]
    ]


def test_what_may_be_a_booth_is_no_price_where_the_catalogue_has_none() -> None:
    (note,) = parse_note("某某伞业 10803")

    assert (note.price_yuan, note.certain) == (None, False)


@pytest.mark.parametrize(
    ("line", "unread"),
    [
        ("彩盒另加2块", True),
        ("含票加7个点", True),
        ("手提袋 12-18 看数量", True),
        ("开票加七个点", True),
        ("好的", False),
        ("马克杯8.5元", False),
        ("手提袋大号 1.2-1.8 看数量", False),
        ("鹿姐 8721B", False),
    ],
)
def test_a_line_with_figures_that_become_nothing_is_unread(line: str, unread: bool) -> None:
    assert [one.unread for one in parse_chat(line, known=KNOWN).lines] == [unread]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("样品押金50，月底前退", "月底"),
        ("押金50元 5月1日前退", "5月1日"),
        ("押金50，5/1前归还", "5/1"),
        ("20号之前还，押金50", "20号"),
        ("归还日期：2021-05-01 押金50", "2021-05-01"),
        ("押金50 明天还", "明天"),
    ],
)
def test_a_deposit_says_by_when_the_sample_goes_back(text: str, day: str) -> None:
    (note,) = parse_note(text)

    assert (note.article, note.deposit_fen, note.return_by) == ("", 5000, day)


@pytest.mark.parametrize("text", ["茶杯 3块 今天还有货", "茶杯 3块 7天内可退"])
def test_still_having_some_is_no_day_of_return(text: str) -> None:
    assert parse_note(text)[0].return_by is None


@pytest.mark.parametrize(
    "text",
    [
        "陈砚: 8353 晴雨两用伞 面议",
        "10773B 晴雨两用伞 面议",
        "8721B\n晴雨两用伞 价格面议",
        "8353 晴雨两用伞 待定",
        "晴雨两用伞\n面议",
    ],
)
def test_goods_whose_price_is_talked_over_are_logged(text: str) -> None:
    notes = [note for line in parse_chat(text, known=KNOWN).lines for note in line.notes]

    assert [(note.article, note.price_fen) for note in notes] == [("晴雨两用伞", None)]


@pytest.mark.parametrize("text", ["集合时间待定", "我们私聊", "面议", "我去询价"])
def test_talk_of_what_is_open_is_no_goods(text: str) -> None:
    assert [note for line in parse_chat(text, known=KNOWN).lines for note in line.notes] == []


@pytest.mark.parametrize(
    "remark", ["这家不错", "老板挺热情的", "质量可以", "不错", "他们家做工很好", "感觉有点贵", "OK", "这个真好看！"]
)
@pytest.mark.parametrize("sender", ["", "林栀: "])
def test_what_one_thinks_of_a_stall_is_no_article_and_a_deposit_is_of_the_one_before(remark: str, sender: str) -> None:
    chat = parse_chat(
        f"{sender}8721B 盖碗 12块5\n{sender}{remark}，押金100，4月30日前还", (Person("林栀", "B"),), known=KNOWN
    )

    (note,) = (note for line in chat.lines for note in line.notes)
    assert (note.article, note.price_fen, note.deposit_fen, note.return_by) == ("盖碗", 1250, 10_000, "4月30日")
    assert note.stall == "8721B"


@pytest.mark.parametrize(
    "article", ["好看的杯子", "好运盖碗", "OK绷", "贵妃镜", "家居拖鞋", "行李箱", "人偶", "棒球帽", "便宜坊烤鸭"]
)
def test_goods_whose_name_sounds_like_praise_keep_it(article: str) -> None:
    assert parse_note(f"这家不错，{article} 12块5")[0].article == article
