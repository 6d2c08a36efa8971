"""Pieces that the rules of the note grammar are put together from."""

from __future__ import annotations

from yiwutrip.ingest.notes.numbers import HAN, PLAIN

L = r"(?<![A-Za-z\d])"
R = r"(?![A-Za-z])"
N = rf"(?<![\d.])(?<!^-)(?<!\s-){PLAIN}"
NUM = rf"(?:{N}|{HAN})"
QTY = rf"(?:{N}(?:\s?(?:万(?:\d千?)?|千|[wk](?![A-Za-z])))?|{HAN})"

PIECE = (
    rf"(?:(?:pcs?|pieces?|sets?|pairs?|dozens?|doz|dz|ea){R}"
    r"|[个只件套双条张片台把支盒包打对副瓶袋卷本串枚顶辆床组粒颗朵束幅罐桶])"
)
BOX = rf"(?:箱|(?:ctns?|cartons?){R})"
UNIT = rf"(?:{PIECE}|{BOX})"
INNER = "(?:中包|中盒|内盒|小盒|盒|袋|包)"

COIN = "(?:元|圆|块钱?)"
CUR = r"(?:¥|(?:RMB|CNY)\s?|人民币)"
YUAN = rf"(?:RMB|CNY|yuan){R}"
_DIGITS_OF_COINS = "[一二三四五六七八九零][一二三四五六七八九]?"
_COUNTS_ELSE = rf"(?![\d.]|\s?[-*xX×~至到]|\s*(?:{UNIT}|天|%|折|[万千百十]))"

AMOUNT = (
    rf"(?:{CUR}\s*(?P<yuan>{NUM})(?!\d|\.?\[)\s*{COIN}?"
    rf"|(?P<coins>{QTY})\s*{COIN}(?:(?P<jiao>\d{{1,2}}|{_DIGITS_OF_COINS})(?:[毛角](?P<cents>[\d一二三四五六七八九])?分?|{_COUNTS_ELSE}))?"
    rf"|(?P<rmb>{QTY})\s*{YUAN}"
    rf"|(?P<mao>{N}|{HAN}(?=毛)|(?<![\u4e00-\u9fff]){HAN})\s*[毛角](?P<fen>[\d一二三四五六七八九](?!{UNIT}))?分?)"
)
"""Money that shows itself to be money: ¥12.5, 12块5, 8毛, 30 RMB; not the digits that count something: 8块 2个."""

_PLAIN_OR_THOUSANDS = r"(?:\d{1,3}(?:,\d{3})+(?!\d|\s*(?:及?以上|起|[-~]))|\d{1,9})(?:\.\d{1,6})?"
BARE = rf"(?P<bare>(?<![\d.]){_PLAIN_OR_THOUSANDS})(?![\d.]|\s*(?:%|折|天))"
SUM = rf"(?:{AMOUNT}|{BARE})"
"""Money where a word before says that it is."""

EACH = rf"\s*(?:(?:/|每|per\s+|a\s+)\s*1?|一(?!\s*(?:箱\s*|{UNIT})\d))\s*(?P<per>{UNIT})"
IS = r"\s*(?:是|为|要|约)?\s*[:=]?\s*"

PRICES = (
    "预估到手价|到手价|新人价|活动价|券后价?|首件价?|出厂(?:参考)?价|批发价|拿货价|进货价|供货价|单价|报价|价格|底价|最低价|含税价|不含税价?"
    rf"|成本价?|{L}(?:unit\s+)?price|价"
)
OTHER_PRICES = (
    "(?:建议)?零售价?|吊牌价|原价|市场价|模具费|开模费|起订金额|起批金额|加工费|印刷费|贴标费|版费|满|"
    "运费|邮费|快递费?|物流费?"
)
FEES = r"样品费|打样费|样费|拿样费|sample\s+(?:fee|charge|cost)s?"
LABEL = rf"(?P<label>{PRICES}){IS}"

COUNTED = rf"{COIN}|{UNIT}|[万千百十天周月年米厘毫克斤公以起入款色号寸]"
"""What follows a number that counts, and is not a line's own number or a booth."""

METRES = "cm|mm|m|厘米|公分|毫米|米"
KILOS = "kgs?|公斤|千克|斤|g|克"
ENOUGH = "起(?:订量?|批量?|购|拍|发货?|卖|做|拿|印|售|定)?|可批|就批"
