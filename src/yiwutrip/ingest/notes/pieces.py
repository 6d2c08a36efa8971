"""Pieces that the rules of the note grammar are put together from."""

from __future__ import annotations

from yiwutrip.ingest.notes.numbers import HAN, PLAIN

L = r"(?<![A-Za-z\d])"
R = r"(?![A-Za-z])"
N = rf"(?<![\d.])(?<!^-)(?<!\s-){PLAIN}"
NUM = rf"(?:{N}|{HAN})"
QTY = rf"(?:{N}(?:\s?(?:万(?:\d千?)?|千|[wk](?![A-Za-z])))?|{HAN}|半(?=[打箱]))"

PIECE = (
    rf"(?:(?:pcs?|pieces?|sets?|pairs?|dozens?|doz|dz|ea){R}"
    r"|[个只件套双条张片台把支盒打对副瓶袋卷本串枚顶辆床组粒颗朵束幅罐桶根捆扎筒盏份枝板]|包(?!邮))"
)
BOX = rf"(?:箱|(?:ctns?|cartons?){R}(?!:?\d))"
UNIT = rf"(?:{PIECE}|{BOX})"
INNER = "(?:中包|中盒|内盒|小盒|盒|袋|包)"

PARTS = "[头格孔合角边脚轮段档级代针排维层]"
"""What an article has several of: 一套5头 is a set of five, not one for five yuan."""

MEASURED = rf"(?:米|码|公斤|千克|斤|kgs?{R}|平方米?|平米|吨)"
SOLD_BY = rf"(?:{MEASURED}|款|面|块|座|尊)"
"""What a price may be for beside pieces; counted things are not counted in these."""

COIN = "(?:元|圆|块钱?)"
CUR = r"(?:¥|(?:RMB|CNY)\s?|人民币)"
YUAN = rf"(?:RMB|CNY|yuan){R}"
_DIGITS_OF_COINS = "[一二三四五六七八九零][一二三四五六七八九]?"
UNSPLIT = r"\d{1,9}(?:\.\d{1,6})?"
"""A number without commas between thousands, for rows in which a comma parts the steps: 10个12,100个11."""

_TENTH = "(?:毛(?![重巾绒线衣毯刷笔孩皮料利毡边])|角(?![钢色落度架阀磨铁码尺形状星]))"
_COUNTS_ELSE = rf"(?![\d.]|\s?[-*xX×~至到]|\s*(?:{UNIT}|天|%|折|[万千百十]))"

AMOUNT = (
    rf"(?:{CUR}\s*(?P<yuan>{NUM})(?!\d|\.?\[)\s*{COIN}?"
    rf"|(?P<ahead>{N})\s?¥(?!\s*\d)"
    rf"|(?P<coins>{QTY})\s*{COIN}(?:(?P<jiao>\d{{1,2}}|{_DIGITS_OF_COINS})(?:{_TENTH}(?P<cents>[\d一二三四五六七八九])?分?钱?|{_COUNTS_ELSE}))?"
    rf"|(?P<rmb>{QTY})\s*{YUAN}"
    rf"|(?P<mao>{N}|{HAN}(?=毛)|(?<![\u4e00-\u9fff]){HAN}){_TENTH}(?P<fen>[\d一二三四五六七八九](?!{UNIT}))?分?钱?"
    r"|(?P<hundredths>\d|[一二两三四五六七八九])分钱)"
)
"""Money that shows itself to be money: ¥12.5, 12块5, 8毛, 30 RMB; not the digits that count something: 8块 2个."""

_PLAIN_OR_THOUSANDS = r"(?:\d{1,3}(?:,\d{3})+(?!\d|\s*(?:及?以上|起|[-~]))|\d{1,9})(?:\.\d{1,6})?"
BARE = rf"(?P<bare>(?<![\d.]){_PLAIN_OR_THOUSANDS})(?![\d.]|\s*(?:%|折|天|个?点))"
SUM = rf"(?:{AMOUNT}|{BARE})"
"""Money where a word before says that it is."""

EACH = rf"\s*(?:(?:/|per\s+|a\s+)\s*1?|[一每](?!\s*(?:箱\s*|{UNIT})(?:\d|{HAN}{UNIT})))\s*(?P<per>{UNIT}|{SOLD_BY})"
ROUGHLY = r"(?:(?:大概|大约|差不多|不到|将近|接近|估计|约合?|approx(?:imately)?\.?|about|around|roughly)是?\s*)"
VAGUE = r"(?:\s*(?:左右|上下|多点?(?!\d)|出头|以内|以下|\?))"
"""Words before and after a sum that make it a rough one."""
IS = r"\s*(?:是|为|要|约)?\s*[:=]?\s*"

STEP = rf"{CUR}\s*{PLAIN}\s*(?:≥|>=?)?\s*{PLAIN}(?:\s*[-~至到]\s*{PLAIN})?\s*(?:{UNIT})(?:及?以上|起)?"
"""A price with the quantity after it, as shops on the web set them: ¥15.00 1-49件."""

OF_ITS_KIND = (
    "(?:一口|打包|整批|最终|成交|实在?|净|裸|特|现|统一?|均|优惠|折后|折扣|批|清仓|处理|促销"
    "|会员|老?客户?|熟人|友情|内部|同行|代理商?|工?厂|大货)价"
)
"""What a price is called that is the price all the same, before the sum or behind it: 一口价68, 68元一口价."""
PRICES = (
    rf"{OF_ITS_KIND}|"
    "预估到手单?价|到手价|新人价|活动价|券后价?|首件价?|一件代发价|代发价|出厂(?:参考)?价|批发价|拿货价?|进货价|供货价|单价|报价|价格|底价|最低价|(?:不含|未|含)税价?"
    rf"|成本价?|(?:大货|批发)(?=\s*[:=]?\s*\d)|售价|卖价|(?:还|谈|砍|讲|降|给|做|便宜)到|{L}(?:unit\s+)?price|(?<![讲还涨降比砍议询半溢])价(?![值位钱])"
)
OTHER_PRICES = (
    "(?:建议)?零售价?|吊牌价|合计|总计|总价|总共|一共|共计|共|总额|金额|小计|(?:另|外|再|多)?加收?|原价|市场价|模具费|开模费|起订金额|起批金额|加工费|印刷费|贴标费|版费|满|"
    "运费|邮费|快递费?|物流费?"
)
FEES = (
    r"样品[费价]|打样费|样费|拿样费|样品(?=\s*[:=]?\s*\d)"
    r"|打样(?=\s*[:=]?\s*\d[\d.]*\s*(?:元|块))|sample\s+(?:fee|charge|cost)s?|samples?(?=\s*[:=]\s*¥?\d)"
)
LABEL = rf"(?P<label>{PRICES}){IS}"

COUNTED = rf"{COIN}|{UNIT}|[万千百十天周月年米厘毫克斤公以起入款色号寸]"
"""What follows a number that counts, and is not a line's own number or a booth."""

FOREIGN_BEFORE = (
    r"(?:US|HK|NT|AU|CA|SG|[ACSU])?\$|€|£|(?<![A-Za-z])(?:USD|EUR|GBP|HKD|TWD|JPY|KRW|AUD|CAD|RUB|THB)"
    "|美元|美金|欧元|港[币元]|英镑|新?台币|日[元币]|韩[元币]|卢布|泰铢"
)
FOREIGN_AFTER = (
    rf"(?:USD|EUR|GBP|HKD|TWD|JPY|KRW|AUD|CAD|RUB|THB|dollars?|euros?){R}|[$€£](?!\s*\d)"
    "|美元|美金|刀(?!片|具|叉)|欧元?|港[币元]|英镑|新?台币|日[元币]|韩[元币]|卢布|泰铢"
)

METRES = "cm|mm|m|厘米|公分|毫米|米|inch(?:es)?|英寸|寸"
BOX_WEIGHT = (
    rf"毛重|[一1整每]?箱毛?重量?|[一1整每]箱(?=[是为约:=\s]*\d[\d.]*\s*(?:kgs?|公斤|千克|斤){R})"
    rf"|(?<![\d\u4e00-\u9fff])毛(?=\s*\d)|{L}(?:G\.?\s?W\.?|G\.?\s?M\.?|gross(?:\s+weight)?)"
)
KILOS = "kgs?|公斤|千克|斤|g|克"
ENOUGH = "(?>起?混批|起(?:订量?|批量?|购|拍|发货?|卖|做|拿|印|售|定)?|可批|就批)"
