"""Ways of writing notes that the given cases do not have, made up here; every figure of each is checked."""

from pathlib import Path

import pytest

from yiwutrip.ingest.notes import NoteReading, parse_note

# What is written; price in yuan, unit, MOQ, carton quantity, carton size in cm, gross weight in kg; - is not said.
CERTAIN = [
    ("16213 汝窑茶杯 12块5 起订50 一箱48 箱规60*40*35 毛重18kg 押金20", "12.5 - 50 48 60*40*35 18"),
    ("¥15/套,MOQ 200,装箱24套", "15 套 200 24 - -"),
    ("3.8一个 100起批", "3.8 个 100 - - -"),
    ("两块五", "2.5 - - - - -"),
    ("茶杯两块五一个", "2.5 个 - - - -"),
    ("八毛一个", "0.8 个 - - - -"),
    ("三毛五", "0.35 - - - - -"),
    ("一块二", "1.2 - - - - -"),
    ("12块8毛", "12.8 - - - - -"),
    ("十二块八", "12.8 - - - - -"),
    ("1块2毛5", "1.25 - - - - -"),
    ("3元5角", "3.5 - - - - -"),
    ("五百个", "- - - - - -"),
    ("每个3块8", "3.8 个 - - - -"),
    ("单价:3.80元/只 起订量:1000只 装箱数:200只/箱", "3.8 只 1000 200 - -"),
    ("3.8元/个 1000个起订 200个/箱 外箱尺寸50x40x30cm 毛重12.5公斤", "3.8 个 1000 200 50*40*30 12.5"),
    ("价格面议", "- - - - - -"),
    ("面议 MOQ500", "- - 500 - - -"),
    ("15元/个，包邮", "15 个 - - - -"),
    ("19.9包邮", "19.9 - - - - -"),
    ("12元/个 运费8元", "12 个 - - - -"),
    ("单价12 运费3", "12 - - - - -"),
    ("MOQ:1,000pcs", "- pcs 1000 - - -"),
    ("MOQ 1000 pcs, price RMB 3.5/pc, 100pcs/ctn, 50*40*30cm, G.W. 12kg", "3.5 pc 1000 100 50*40*30 12"),
    ("price: 3.5 yuan per piece, MOQ 500 sets", "3.5 piece 500 - - -"),
    ("1.2万个起订", "- 个 12000 - - -"),
    ("起订一百", "- - 100 - - -"),
    ("两百五十个起", "- 个 250 - - -"),
    ("至少100个", "- 个 100 - - -"),
    ("100个起拿 8块一个", "8 个 100 - - -"),
    ("一手10双 45一双", "45 双 - - - -"),
    ("中包12个，箱装144个，3.2元", "3.2 - - 144 - -"),
    ("60入 50*40*30 18KG 22元", "22 - - 60 50*40*30 18"),
    ("规格：500*400*300mm 毛重10kg 一箱20 35元", "35 - - 20 50*40*30 10"),
    ("外箱0.6*0.4*0.35m 一箱20个 35元/个", "35 个 - 20 60*40*35 -"),
    ("杯子 口径8.5cm 高10cm 350ml 9块9", "9.9 - - - - -"),
    ("304不锈钢保温杯500ml 28元", "28 - - - - -"),
    ("LED灯12V5W 6块一个", "6 个 - - - -"),
    ("USB3.0数据线 2.5元/条 500条起", "2.5 条 500 - - -"),
    ("2021新款茶具六件套 88元/套", "88 套 - - - -"),
    ("3号球 15元", "15 - - - - -"),
    ("XL码T恤 25一件 5件起批", "25 件 5 - - -"),
    ("样品费30 大货可退", "- - - - - -"),
    ("打样费200元，7天出样", "- - - - - -"),
    ("押金50元 5月1日前退", "- - - - - -"),
    ("零售价59 拿货价28", "28 - - - - -"),
    ("直播价39.9 供货价18.5 佣金20%", "18.5 - - - - -"),
    ("毛重18 净重17", "- - - - - 18"),
    ("G.W./N.W.: 18/17kg", "- - - - - 18"),
    ("毛重/净重 18/17kg", "- - - - - 18"),
    ("GW:18KGS NW:17KGS", "- - - - - 18"),
    ("18kg/箱 一箱24个", "- - - 24 - 18"),
    ("36斤一箱", "- - - - - 18"),
    ("箱规：60cm×40cm×35cm", "- - - - 60*40*35 -"),
    ("箱规 60 * 40 * 35", "- - - - 60*40*35 -"),
    ("长60宽40高35", "- - - - - -"),
    ("-3元", "- - - - - -"),
    ("0元", "- - - - - -"),
    ("1e308", "- - - - - -"),
    ("999999999999999元", "- - - - - -"),
    ("12元(不含税)", "12 - - - - -"),
    ("二区20门3楼12街16213 茶杯 12块5", "12.5 - - - - -"),
    ("D2-3F-16213 茶杯 12块5", "12.5 - - - - -"),
    ("香薰蜡烛🕯️ 8.8元/个 👍", "8.8 个 - - - -"),
    ("1. 茶杯 12元\n2. 茶壶 35元\n3. 茶盘 60元", "12 - - - - -"),
    ("茶杯\n价格：12.5元\n起订量：50个\n装箱：48个\n箱规：60*40*35cm\n毛重：18kg", "12.5 个 50 48 60*40*35 18"),
    ("品名：茶杯；单价：12.5；MOQ：50；装箱数：48；外箱：60*40*35；GW：18", "12.5 - 50 48 60*40*35 18"),
    ("一个8块2", "8.2 个 - - - -"),
    ("8.2/个", "8.2 个 - - - -"),
    ("8.2每个", "8.2 个 - - - -"),
    ("8.2块/个", "8.2 个 - - - -"),
    ("人民币8.2元", "8.2 - - - - -"),
    ("8.20RMB/PCS", "8.2 PCS - - - -"),
    ("0.35/pc FOB", "0.35 pc - - - -"),
    ("批发价3块", "3 - - - - -"),
    ("批发3块 零售5块", "3 - - - - -"),
    ("三块钱一个", "3 个 - - - -"),
    ("3块钱", "3 - - - - -"),
    ("一百二", "- - - - - -"),
    ("一百二一套", "120 套 - - - -"),
    ("两千三百块", "2300 - - - - -"),
    ("1万2千个起订", "- 个 12000 - - -"),
    ("5k起订", "- - 5000 - - -"),
    ("5000pcs起订", "- pcs 5000 - - -"),
    ("min order 500pcs", "- pcs 500 - - -"),
    ("500 pcs MOQ", "- pcs 500 - - -"),
    ("起批量：10件（每件24个）", "- 件 10 - - -"),
]
DOUBTED = [
    ("$1.5/pc", "- pc - - - -"),
    ("¥3.5-4.2/个", "- 个 - - - -"),
    ("3到5块", "- - - - - -"),
    ("30元/打", "2.5 打 - - - -"),
    ("36一打", "3 打 - - - -"),
    ("240元/箱 24个/箱", "10 个 - 24 - -"),
    ("24个一箱，240一箱", "10 个 - 24 - -"),
    ("¥1O.5/个", "- 个 - - - -"),
    ("l2.5元", "- - - - - -"),
    ("内盒6个 一箱12盒", "- - - 12 - -"),
    ("A4纸 80克 500张/包 22元/包 5包/箱", "22 包 - 5 - -"),
    ("四件套 128", "128 - - - - -"),
    ("100个以上3.5，500个以上3.2", "3.5 个 - - - -"),
    ("100个3.5元，500个3.2元，1000个3元", "3.5 个 100 - - -"),
    ("1-99个 5元；100-499个 4.5元；≥500个 4元", "5 个 1 - - -"),
    ("≥100 ¥3.5 ≥500 ¥3.2", "3.5 - - - - -"),
    ("12.5 起订50", "12.5 - 50 - - -"),
    ("茶杯 12.5 起订50", "12.5 - 50 - - -"),
    ("茶杯12.5", "12.5 - - - - -"),
    ("茶杯 12.5", "12.5 - - - - -"),
    ("箱规60x40x35cm/48个", "- - - 48 60*40*35 -"),
    ("MOQ 0", "- - - - - -"),
    ("含税12元，不含税11元", "12 - - - - -"),
    ("起订量：3箱 一箱48个", "- 箱 3 48 - -"),
    ("商位16213：茶杯12块5，茶壶35块", "12.5 - - - - -"),
    ("茶杯12块5 茶壶35块", "12.5 - - - - -"),
]


MORE = Path(__file__).with_name("notes_more.tsv")
"""Notes in the ways of the market, of shops on the web and of scanned lists; what each says was decided beforehand."""


def figures(note: NoteReading) -> str:
    carton = "*".join(f"{side:g}" for side in note.carton_cm or ())
    gross = None if note.gross_g is None else f"{note.gross_g / 1000:g}"
    return " ".join(str(f or "-") for f in (note.price_yuan, note.per, note.moq, note.carton_qty, carton, gross))


@pytest.mark.parametrize(("text", "want"), CERTAIN)
def test_what_is_plain_is_read_and_certain(text: str, want: str) -> None:
    note = parse_note(text)[0]

    assert figures(note) == want
    assert note.certain


@pytest.mark.parametrize(("text", "want"), DOUBTED)
def test_what_is_doubtful_is_read_with_its_doubt(text: str, want: str) -> None:
    note = parse_note(text)[0]

    assert figures(note) == want
    assert note.doubts
    assert not note.certain


def more() -> list[tuple[str, str, str]]:
    lines = MORE.read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [(raw.replace("\\n", "\n"), want, certain) for raw, want, certain in rows]


@pytest.mark.parametrize(("text", "want", "certain"), more())
def test_more_notes(text: str, want: str, certain: str) -> None:
    """A ``?`` stands for a figure that may be guessed, but not be called certain; no word for either."""
    note = parse_note(text)[0]
    names = ("price_yuan", "per", "moq", "carton_qty", "carton_cm", "gross_g")

    for name, got, wanted in zip(names, figures(note).split(), want.split(), strict=True):
        assert got == wanted or (wanted == "?" and (got == "-" or name in note.uncertain)), name
    assert certain in {"", "yes" if note.certain else "no"}


@pytest.mark.parametrize(
    ("text", "price", "moq"),
    [
        ("保温杯 35 起订24", "35", 24),
        ("马克杯 7 起订100 一箱48", "7", 100),
        ("马克杯 12 起批50", "12", 50),
        ("马克杯 6.5起订48", "6.5", 48),
        ("马克杯6.5起订48", "6.5", 48),
        ("马克杯 6.5起批48个", "6.5", 48),
        ("茶杯 7起订100", "7", 100),
        ("茶杯 7 起订 100", "7", 100),
        ("茶杯 7 起订：100", "7", 100),
        ("茶杯 7 起订量100", "7", 100),
        ("茶杯 7 起批量 100", "7", 100),
        ("茶杯 7 起100", "7", 100),
        ("茶杯 7起100", "7", 100),
        ("茶杯 7 混批100", "7", 100),
        ("茶杯 7 起拿100", "7", 100),
        ("茶杯 7/起订100", "7", 100),
        ("茶杯 7-起订100", "7", 100),
        ("茶杯 35 起订一百", "35", 100),
        ("茶杯 35 起订2箱", "35", 2),
        ("茶杯 35 起订24个 60个/箱", "35", 24),
        ("茶杯 1,200 起订24 毛重12kg", "1200", 24),
        ("茶杯 十二 起订24", "12", 24),
        ("7 起订100", "7", 100),
        ("茶杯 50起 7", "7", 50),
        ("茶杯 50起批 7.5", "7.5", 50),
        ("茶杯 7 100起批", "7", 100),
    ],
)
def test_a_number_before_a_least_order_is_taken_for_the_price_and_doubted(text: str, price: str, moq: int) -> None:
    (note,) = parse_note(text)

    assert (note.price_yuan, note.moq) == (price, moq)
    assert note.article in {"", text.split(maxsplit=1)[0].rstrip("0123456789.起订")}
    assert "price_fen" in note.uncertain


@pytest.mark.parametrize("text", ["茶杯 50起7块", "茶杯 50起批7块", "茶杯 50 起批 7元", "50起 茶杯 7元一个"])
def test_money_behind_a_least_order_is_the_price(text: str) -> None:
    (note,) = parse_note(text)

    assert (note.price_yuan, note.moq, note.certain) == ("7", 50, True)


@pytest.mark.parametrize(
    "text", ["茶杯 7 起订100 12块", "茶杯 12 3.8元", "茶杯 3.8元 12", "茶杯 7 起订100 6.5", "茶杯 3.8元/个，起订50，24"]
)
def test_a_number_that_stands_alone_beside_the_price_is_named(text: str) -> None:
    (note,) = parse_note(text)

    assert not note.certain
    assert "note-number-unread" in {doubt.code for doubt in note.doubts}


@pytest.mark.parametrize("text", ["7元3个", "10元3件", "3个10元", "10个 47元", "一箱24个240块", "茶杯 5000个240块"])
def test_the_sum_for_a_lot_is_never_certainly_the_price_of_one(text: str) -> None:
    note = parse_note(text)[0]

    assert note.price_yuan is None or "price_fen" in note.uncertain
    assert not note.certain


@pytest.mark.parametrize("text", ["0元", "-3元", "1e308", "0.001元", "MOQ 0", "999999999999999元", "¥0.00/个"])
def test_an_absurd_figure_is_no_figure(text: str) -> None:
    note = parse_note(text)[0]

    assert note.price_fen is None
    assert note.moq is None


def test_a_price_of_parts_of_a_fen_is_rounded_kept_exact_and_doubted() -> None:
    (note,) = parse_note("螺钉 0.048元一个")

    # 4.8 fen, rounded half up.
    assert (note.price_fen, note.price_yuan) == (5, "0.048")
    assert "price_fen" in note.uncertain


def test_a_dozen_that_does_not_divide_is_exact_as_a_fraction() -> None:
    (note,) = parse_note("袜子 10元/打")

    # 10 yuan / 12 = 5/6 yuan = 83.3 fen.
    assert (note.price_fen, note.price_yuan) == (83, "5/6")


def test_tiers_are_kept_in_order_and_the_first_is_taken_and_said() -> None:
    (note,) = parse_note("杯子 ≥500个 4元；1-99个 5元；100-499个 4.5元")

    assert [(tier.at_least, tier.at_most, tier.price_fen) for tier in note.tiers] == [
        (1, 99, 500),
        (100, 499, 450),
        (500, None, 400),
    ]
    assert note.price_fen == 500
    assert [(doubt.code, doubt.value) for doubt in note.doubts] == [("note-tiers", "1-99个 5元")]


@pytest.mark.parametrize(
    ("text", "stall", "article"),
    [
        ("16213 汝窑茶杯 12块5", "16213", "汝窑茶杯"),
        ("16213: 汝窑茶杯 12块5", "16213", "汝窑茶杯"),
        ("22298A 茶杯 12块5", "22298A", "茶杯"),
        ("D2-3F-16213 茶杯 12块5", "D2-3F-16213", "茶杯"),
        ("商位16213：茶杯12块5", "16213", "茶杯"),
        ("二区20门3楼12街16213 茶杯 12块5", "16213", "茶杯"),
        ("义乌国际商贸城二区20号门3楼12街16213，茶杯，12块5", "16213", "茶杯"),
        ("6204轴承8块2一个", None, "6204轴承"),
        ("2021新款茶具 88元", None, "2021新款茶具"),
        ("12000 个起订 茶杯 3元", None, "茶杯"),
        ("3 球阀 304不锈钢DN15 10个 47元 15天", None, "球阀 304不锈钢DN15"),
        ("品名：茶杯 规格：大号 价格：12元", None, "茶杯 规格:大号"),
    ],
)
def test_the_stall_stands_before_the_article(text: str, stall: str | None, article: str) -> None:
    note = parse_note(text)[0]

    assert (note.stall, note.article) == (stall, article)


def test_a_four_digit_booth_may_be_a_year_or_a_model() -> None:
    (note,) = parse_note("4642 相框 12块")

    assert note.stall == "4642"
    assert "stall" in note.uncertain


def test_money_that_is_not_the_price_has_its_own_place() -> None:
    (note,) = parse_note("茶壶 供货价35 直播价99 押金50 样品费20 模具费3000 运费8 交期两周")

    assert (note.price_fen, note.live_price_fen, note.deposit_fen, note.fee_fen) == (3500, 9900, 5000, 2000)
    assert note.lead_days == 14
    assert "3000" in note.rest
    assert "运费8" in note.rest


def test_what_is_not_understood_stays() -> None:
    (note,) = parse_note("茶杯 12块5 可定制logo 找小陈 颜色问一下")

    assert note.raw == "茶杯 12块5 可定制logo 找小陈 颜色问一下"
    assert "可定制logo 找小陈 颜色问一下" in note.rest
