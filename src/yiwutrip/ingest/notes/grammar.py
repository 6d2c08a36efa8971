"""The grammar of price notes: what a stretch of text says, by rules in the order in which they are tried."""

from __future__ import annotations

from enum import StrEnum

from yiwutrip.domain.said_times import SAID_DAY
from yiwutrip.domain.tokens import Grammar
from yiwutrip.ingest.notes.numbers import ENGLISH, HAN, HAN_DIGITS, PLAIN
from yiwutrip.ingest.notes.pieces import (
    AMOUNT,
    BOX,
    BOX_WEIGHT,
    COIN,
    CUR,
    EACH,
    ENOUGH,
    FEES,
    FOREIGN_AFTER,
    FOREIGN_BEFORE,
    INNER,
    IS,
    KILOS,
    LABEL,
    MEASURED,
    METRES,
    NUM,
    OF_ITS_KIND,
    OTHER_PRICES,
    PARTS,
    PIECE,
    QTY,
    ROUGHLY,
    SOLD_BY,
    STEP,
    SUM,
    UNIT,
    UNSPLIT,
    VAGUE,
    YUAN,
    L,
    N,
    R,
)


class Kind(StrEnum):
    """What a stretch of a note is about; TEXT belongs to the article's name, REST stays in the note as it is."""

    TEXT = "text"
    REST = "rest"
    NO_PRICE = "no_price"
    ILLEGIBLE = "illegible"
    RANGE = "range"
    FOREIGN = "foreign"
    TIER = "tier"
    PAIRS = "pairs"
    STEPS = "steps"
    PRICE = "price"
    LOT = "lot"
    LIVE = "live"
    DEPOSIT = "deposit"
    FEE = "fee"
    MOQ = "moq"
    CARTON = "carton"
    INNER = "inner"
    SIZE = "size"
    GROSS = "gross"
    WEIGHT = "weight"
    LEAD = "lead"
    RETURN = "return"
    UNIT = "unit"
    COUNT = "count"


_MEASURE = (
    "立方米?|方|cbm|m3|千瓦|瓦|k?w|毫升|升|ml|l|伏|v|英寸|寸|度|目|支纱|码|号色?|色|岁|层|匹|mah"
    "|毫安|毫米|mm|厘米|公分|cm|米|m|℃|#"
)
_UNREADABLE = r"[\dlIoOSBZ|]"

_LEFT_ALONE: tuple[tuple[Kind, str], ...] = (
    (
        Kind.RETURN,
        rf"(?<![\d.])(?P<by>{SAID_DAY})\s*(?:之前|以前|前)?\s*[要得]?(?:退|归还|还(?![有没是在可能会]))(?:[回还]|样品?|货)?",
    ),
    (Kind.RETURN, rf"(?:归还|退[回还]?|还)(?:期限?|日期|时间)?{IS}(?P<by>{SAID_DAY})(?!\d)(?:之前|以前|前)?"),
    (Kind.TEXT, r"(?<!\d)1[3-9]\d{9}(?!\d)|\d{10,}|0\d{2,3}-?\d{7,8}(?!\d)"),
    (Kind.TEXT, r"(?:19|20)\d\d(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?!\d)"),
    (Kind.TEXT, r"(?<![\d.:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d.]|\s*[;,/]\s*\d+\s*[:=])"),
    (
        Kind.TEXT,
        (
            r"(?:货号|款号|编号|型号|色号|条码|电话|手机|微信|QQ|tel|phone|wechat|model|item\s*no|art\.?\s*no)\.?\s*[:#]?\s*"
            r"(?=[A-Za-z-]*\d)[A-Za-z\d][\w/-]*#?"
        ),
    ),
    (
        Kind.REST,
        rf"{NUM}\s*元(?:店|区|专区|模式|系列|爆款)|一件代发(?!价)|(?:账期|质保|保修){IS}{NUM}\s*(?:天|个?月|年)",
    ),
    (Kind.REST, rf"{NUM}\s*天(?:内)?\s*(?:无理由|[可包]?退|包换|账期)[\u4e00-\u9fff]{{0,2}}"),
    (Kind.ILLEGIBLE, rf"{L}(?<![.;])\d{{1,5}}[;,·•]\d{{1,2}}\s*(?:{COIN})(?:{EACH})?"),
    (Kind.ILLEGIBLE, rf"{CUR}\s*\d{{1,3}}(?:\s[\d.](?![\d.])){{2,}}"),
    (Kind.ILLEGIBLE, rf"(?:{CUR}?\s*\d*\.?\[\?\]\d*\s*{COIN}?|{CUR}\s*\d+\.?\d*\?+)(?:{EACH})?"),
    (
        Kind.ILLEGIBLE,
        rf"{L}(?<!\.)(?=[\d.]*[lIoOSBZ|])(?=\D*\d){_UNREADABLE}+(?:\.{_UNREADABLE}+)?\s*(?:{COIN}|{YUAN})(?:{EACH})?",
    ),
    (
        Kind.ILLEGIBLE,
        rf"{CUR}\s*(?=[\d.]*[lIoOSBZ|])(?=\D*\d){_UNREADABLE}+(?:\.{_UNREADABLE}+)?(?![A-Za-z])(?:{EACH})?",
    ),
    (
        Kind.ILLEGIBLE,
        rf"(?<![\d.])(?=[\d.]*\?)(?=\??\d)[\d.?]{{2,}}\s*(?:{COIN}|{YUAN}|(?=/\s*{UNIT}))(?:{EACH})?|(?<![\d.])\d{{1,5}}{COIN}[lIoOSBZ](?![A-Za-z])",
    ),
    (Kind.MOQ, rf"{L}(?P<moq>(?=\d*[lIoOSBZ|])(?=\D*\d){_UNREADABLE}{{2,}})\s*(?P<unit>{UNIT})\s?(?:{ENOUGH})"),
    (Kind.REST, rf"{N}\s*%|[一二三四五六七八九十\d]+个?点税?|(?:样品|大货)单?\s*{QTY}\s*{PIECE}"),
    (Kind.REST, rf"{QTY}\s*{UNIT}?\s*的?倍数(?:下单|订|拿)?|(?:满|够)\s*{QTY}\s*{UNIT}?\s*包邮"),
    (Kind.REST, rf"{QTY}\s*{UNIT}\s*(?:以上|起)?包邮|{QTY}\s*(?:以上|起)包邮"),
    (Kind.PRICE, rf"(?P<loose>{N})\s*{COIN}?\s*包邮"),
    (Kind.PRICE, rf"(?:{AMOUNT}|(?P<loose>{N}))(?:{EACH})?\s*(?:{OF_ITS_KIND})(?!\s*[:=是]?\s*(?:{CUR}\s*)?\d)"),
    (Kind.REST, rf"材积{IS}{N}\s*才?|(?<![\d.*]){PLAIN}\s*/\s*{PLAIN}\s*(?:kgs?|公斤){R}"),
    (Kind.REST, rf"{L}qty{IS}{QTY}"),
    (Kind.REST, rf"(?:数量|库存|日产量?|月产量?|产能|销量|已售){IS}{QTY}\s*{UNIT}?"),
    (Kind.FOREIGN, rf"(?:{FOREIGN_BEFORE})\s*{NUM}\s*{COIN}?(?:{EACH})?"),
    (Kind.FOREIGN, rf"{NUM}\s*{COIN}?\s*(?:{FOREIGN_AFTER})(?:{EACH})?"),
    (
        Kind.NO_PRICE,
        (
            r"(?P<price>价格?\s*[:=]?\s*(?:私聊|询价|详谈|联系商家|待定|未定)|(?:价格?\s*[:=]?\s*)?(?:面议|电议)"
            r"|(?:price\s*)?(?:on\s+request|negotiable))|私聊|询价|详谈|联系商家|待定|未定"
        ),
    ),
    (Kind.LIVE, rf"(?:直播价|直播间价?|播价){IS}{SUM}"),
    (Kind.DEPOSIT, rf"(?:押金|deposit|押){IS}{SUM}"),
    (Kind.REST, rf"(?:定金|订金|预付){IS}(?:{AMOUNT}|{N}\s*%?)"),
    (Kind.FEE, rf"(?:{FEES}){IS}{SUM}(?:{EACH}|(?!\s*{UNIT}))"),
    (Kind.REST, rf"(?:{OTHER_PRICES}){IS}(?:{N}\s*[-~至到]\s*)?{SUM}(?:{EACH}|(?!\s*{UNIT}))"),
)

_SIZES_AND_WEIGHTS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.SIZE,
        (
            r"(?P<what>箱规|外箱(?:规格|尺寸|包装)?|纸箱(?:规格|尺寸)?|箱子|装箱尺寸|包装尺寸|产品尺寸|产品规格|尺寸|规格"
            rf"|{L}(?:(?:carton|ctn|outer\s*box)s?\s*(?:size|meas(?:urements?)?|dim(?:ension)?s?)?|meas\.?|size))?{IS}"
            rf"(?<![\dA-Za-z.])(?P<x>\d{{1,5}}(?:\.\d{{1,3}})?)\s*(?P<first>{METRES})?\s*[*×xX]\s*"
            rf"(?P<y>\d{{1,5}}(?:\.\d{{1,3}})?)\s*(?:{METRES})?\s*[*×xX]\s*"
            rf"(?P<z>\d{{1,5}}(?:\.\d{{1,3}})?)(?![\d.])\s*(?P<last>(?:{METRES}){R})?"
        ),
    ),
    (
        Kind.SIZE,
        (
            rf"(?P<what>外箱|箱子|纸箱|箱规)?\s*长\s*(?P<x>{PLAIN})\s*(?P<first>{METRES})?[\s,]*宽\s*(?P<y>{PLAIN})\s*(?:{METRES})?[\s,]*"
            rf"高\s*(?P<z>{PLAIN})(?!\d)\s*(?P<last>(?:{METRES}){R})?"
        ),
    ),
    # Names of models and materials: M8*20, SC63*100, 58*40, DN15, XX-2000型, A6, 304不锈钢, 6204轴承, 1.5千瓦.
    (Kind.TEXT, rf"{L}(?<!\.)\d+(?:\.\d+)?\s*(?:{METRES})?\s*[*×xX]\s*\d+(?:\.\d+)?\s*(?:(?:{METRES}){R})?"),
    (
        Kind.TEXT,
        rf"{L}(?!(?:MOQ|GW|NW|RMB|CNY|PCS|CTNS?)\s*\d)[A-Za-z]{{1,6}}-?\d[\dA-Za-z]*(?:[-*×x.]\d[\dA-Za-z]*)*[型号]?",
    ),
    (
        Kind.GROSS,
        rf"(?:毛重?|G\.?\s?W\.?)\s*/\s*(?:净重|N\.?\s?W\.?){IS}(?P<kg>{N})\s*(?:kgs?|公斤)?\s*/\s*{PLAIN}\s*(?P<unit>(?:{KILOS}){R})?",
    ),
    (
        Kind.GROSS,
        (
            rf"(?:{BOX_WEIGHT}){IS}"
            rf"(?P<kg>{N})\s*(?P<unit>(?:{KILOS}){R})?(?![\d.]|{UNIT}|\s{PIECE}|\s*{COIN})(?:\s*/\s*箱)?"
        ),
    ),
    (
        Kind.GROSS,
        rf"(?P<kg>{N})\s*(?P<unit>kgs?|公斤|千克|斤)?\s*(?:G\.?\s?[MW]\.?{R}|毛重|gross{R})(?!\s*[:=]?\s*约?\d)",
    ),
    (Kind.GROSS, rf"(?P<kg>{N})\s*(?P<unit>kgs?|公斤|千克|斤)\s*(?:/|一|每)\s*箱"),
    (Kind.REST, rf"(?:净重?|{L}N\.?\s?W\.?|单重|克重|自重|单[件个只套]毛?重量?){IS}{N}\s*(?:(?:{KILOS}){R})?"),
    (Kind.REST, rf"{N}\s*(?:kgs?|公斤|千克)?\s*N\.?\s?[MW]\.?{R}"),
    (Kind.MOQ, rf"(?P<moq>{N})\s*(?P<unit>{MEASURED})(?:{ENOUGH})"),
    (Kind.WEIGHT, rf"(?:重量?{IS})?(?P<kg>{N})\s*(?P<unit>(?:{KILOS}){R})"),
    (Kind.TEXT, rf"{N}(?:\s*[-~]\s*{PLAIN})?\s*(?:{_MEASURE}){R}|{L}(?:set|pack)s?\s+of\s+\d{{1,3}}(?!\d)"),
    (
        Kind.TEXT,
        rf"[一二两三四五六七八九十\d]{{1,4}}(?:{PIECE}(?:装(?!一?箱)|套)|{PARTS}|色(?!\d))",
    ),
    (
        Kind.LEAD,
        rf"(?:交期|货期|交货期?|工期|lead\s*time){IS}(?P<days>{NUM})\s*(?P<span>天|日|周|个?星期|个?月|days?|weeks?)?",
    ),
    (
        Kind.LEAD,
        rf"(?P<days>{NUM})\s*(?P<span>天|周|个?星期|个月)(?:内|左右|后)?\s*(?:发货|出货|交货|交期|可发)?(?!\s*(?:打样|出样|到样))",
    ),
)

_TIER_SEPARATOR = (
    rf"(?:\s*[:=,]\s*|\s+(?={CUR}|{N}\s*{COIN})|(?<=[个只件套双条张片台把支盒包打对副瓶箱])\s*|(?<=[a-z])\s+)"
)
_PRICES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.RANGE,
        rf"(?:{LABEL})?{CUR}?\s*(?P<low>{N})\s*{COIN}?\s*[-~至到]\s*{CUR}?\s*(?P<high>{PLAIN})\s*(?:{COIN}|{YUAN})(?:{EACH})?",
    ),
    (Kind.RANGE, rf"(?:{LABEL})?{CUR}\s*(?P<low>{NUM})\s*[-~至到]\s*{CUR}?\s*(?P<high>{PLAIN})(?:{EACH})?"),
    (Kind.RANGE, rf"(?P<low>{N})\s*[-~至到]\s*(?P<high>{PLAIN})\s*(?:/|一|每)\s*(?P<per>{PIECE})"),
    (Kind.RANGE, r"(?<=\s)(?P<low>\d{1,5}\.\d{1,2})-(?P<high>\d{1,5}(?:\.\d{1,2})?)(?=[\s,;]|$)"),
    (
        Kind.RANGE,
        rf"(?:{LABEL})?{QTY}\s*{COIN}[\d一二三四五六七八九半]?\s*[-至到]\s*{QTY}\s*{COIN}(?:[\d一二三四五六七八九半](?!{UNIT}))?(?:{EACH})?",
    ),
    (
        Kind.RANGE,
        rf"(?:{LABEL})?{HAN_DIGITS}?[十百千]?{HAN_DIGITS}{{2}}[十百千万]?(?:{COIN}|[毛角])钱?(?:{EACH})?",
    ),
    (
        Kind.PAIRS,
        rf"(?:{N}\s*{UNIT}?\s*[-:=]\s*{PLAIN}\s*{COIN}?\s*[;,，/\s]\s*)+{N}\s*{UNIT}?\s*[-:=]\s*{PLAIN}(?![\d.]|\s*{UNIT})\s*{COIN}?",
    ),
    (
        Kind.PAIRS,
        rf"(?:{QTY}\s*{UNIT}\s*[:/]?\s*{CUR}?{UNSPLIT}(?!\d|\s*[-*×])\s*{COIN}?[\s,;/]+)+{QTY}\s*{UNIT}\s*[:/]?\s*{CUR}?{PLAIN}(?![\d.]|\s*(?:{UNIT}|[-*×%天]))\s*{COIN}?",
    ),
    (Kind.STEPS, rf"(?:{STEP}[\s,;/]*){{2,}}(?!\s*{CUR})"),
    (
        Kind.TIER,
        (
            rf"(?P<from>{QTY})\s*(?:{UNIT})?\s*[-~至到]\s*(?P<to>{QTY})\s*(?P<unit>{UNIT})?{_TIER_SEPARATOR}"
            rf"(?:{LABEL})?{SUM}(?!\s*[-~]\s*\d)(?:{EACH})?"
        ),
    ),
    (
        Kind.TIER,
        rf"(?:大于|超过)?(?P<over>{QTY})\s*(?P<unit>{UNIT})?\s*(?:及?以上|↑|\+)\s*[:=,]?\s*(?:{LABEL})?{SUM}(?:{EACH})?",
    ),
    (
        Kind.TIER,
        rf"(?:≥|>=?|大于|超过|满)\s*(?P<over>{QTY})\s*(?P<unit>{UNIT})?\s*[:=,]?\s*(?:{LABEL})?{SUM}(?:{EACH})?",
    ),
    (Kind.TIER, rf"(?P<over>{QTY})\s*\+\s*(?P<unit>{UNIT})\s*[:=,]?\s*(?:{LABEL})?{SUM}(?:{EACH})?"),
    (Kind.TIER, rf"(?P<moq>{QTY})\s*(?P<unit>{UNIT})起(?:批|订|拿)?[:=]?{SUM}(?!\s*(?:{UNIT}|一|/))(?:{EACH})?"),
    (Kind.TIER, rf"{AMOUNT}(?:{EACH})?\s*\(\s*(?P<over>{QTY})\s*(?P<unit>{UNIT})?\s*(?:及?以上|起)\s*\)"),
    (Kind.LOT, rf"(?P<count>(?!(?:1|一)\D){QTY})(?P<unit>{UNIT}){AMOUNT}"),
    (Kind.PRICE, rf"{ROUGHLY}?(?:{LABEL})?{AMOUNT}{VAGUE}?(?:{EACH})?(?P<up>起(?![订批购拿拍发卖做印售定步]))?"),
    (Kind.PRICE, rf"{ROUGHLY}?{LABEL}{SUM}(?!\s*[-~]\s*\d){VAGUE}?(?:{EACH}|(?!\s*{UNIT}))"),
    (Kind.PRICE, rf"{LABEL}(?P<loose>{HAN})(?=[\s,;]|$)"),
    (Kind.PRICE, rf"(?P<hundredths>\d|[一二两三四五六七八九])分(?:{EACH})"),
)

_LEAST = rf"(?P<moq>(?!\d+\.\d+(?![\d\s]*[万千wk])){QTY})"
_COUNTED_ONLY = rf"{QTY}(?![\d.]|\s*(?:{COIN}|{YUAN}|毛(?!重)|角|[/一每]\s*{UNIT}(?!\s*[:=]?\s*\d)))"
"""A number that is no money; behind 起订 it is the least order, whatever number stands before."""

_QUANTITIES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.MOQ,
        rf"(?:(?<=[\d元块])|(?<=[\d元块]\s))起[购拍卖拿做印售发]?\s*(?P<moq>{QTY})\s*(?P<unit>{UNIT})?(?=[\s,;]|$)",
    ),
    (Kind.MOQ, rf"(?P<whole>整)\s*(?P<unit>箱)\s*(?:{ENOUGH})(?=[\s,;]|$)"),
    (Kind.UNIT, rf"(?:计价单位|单位){IS}(?P<per>{UNIT})"),
    # 7 起订100 is a price and a least order, 50起 7 and 50起7元 a least order and a price.
    (
        Kind.MOQ,
        rf"{_LEAST}(?:(?:{ENOUGH})(?!量?[:=]?{_COUNTED_ONLY})|\s+(?:{ENOUGH})(?!量?\s*[:=]?\s*{_COUNTED_ONLY}))",
    ),
    (
        Kind.MOQ,
        rf"{_LEAST}\s*(?P<unit>{UNIT})(?:(?:{ENOUGH})|\s+(?:{ENOUGH})(?!\s*[:=]?\s*(?:\d|[一二两三四五六七八九十百])))",
    ),
    (Kind.MOQ, rf"{_LEAST}\s*(?P<unit>{UNIT})?\s*min(?:imum)?{R}(?!\s*[.:]?\s*(?:\d|order))"),
    (
        Kind.MOQ,
        (
            rf"(?:(?:最小|最低)?(?:起?混批量?|起订量?|起批量?|起购量?|起拍量?|起定量?|订量)\s*(?:\(?MOQ\)?)?|MOQ|{L}min(?:imum|\.)?\s*(?:order)?\s*(?:qty|quantity)?"
            rf"|(?:至少|最少|最低)(?:订|要|拿|起)?){IS}(?P<moq>{QTY}|{ENGLISH}(?=\s+{UNIT}))(?:\s*[-~至到]\s*(?P<upto>{QTY}))?(?!\d|\.\d|\s*(?:{COIN}|{YUAN}))\s*(?P<unit>{UNIT}|{SOLD_BY})?(?:起订?)?"
        ),
    ),
    (
        Kind.CARTON,
        (
            rf"(?:装箱数?量?|箱装数?量?|箱数|入数|装数|每箱|一箱|整箱|1箱"
            rf"|[外大]箱(?=[:=]?\d{{1,4}}(?![\d.]|\s*[*×xX]))|{L}ctns?(?=:?\d)|{L}qty\s*/\s*ctn){IS}(?P<qty>{QTY})(?!\d|\s*[*×xX])\s*(?P<unit>{PIECE})?(?!\s*(?:{COIN}|kg|公斤|斤))"
        ),
    ),
    (Kind.CARTON, rf"(?P<qty>{QTY})\s*(?P<unit>{PIECE}|[面座尊架])\s*(?:/|一|每|(?:per|a)\s+|装?一?)\s*{BOX}"),
    (Kind.CARTON, rf"(?P<bare>{N})\s*装(?=[\s,;/]|$)"),
    (Kind.CARTON, rf"(?P<bare>{N})\s*(?:/|per\s+)\s*(?:ctns?|cartons?){R}"),
    (
        Kind.CARTON,
        rf"(?:(?<=[/每一1]箱)|(?<=1\scarton)|(?<=one\scarton)|(?<=1\sctn))\s*\(\s*(?P<qty>{QTY})\s*(?P<unit>{PIECE})\s*装?\)",
    ),
    (Kind.CARTON, rf"(?P<qty>{QTY})\s*(?P<unit>{PIECE})?\s*入(?:箱)?"),
    (
        Kind.INNER,
        rf"(?:每|一|1)\s*{INNER}{IS}(?P<qty>{QTY})\s*(?P<unit>{PIECE})(?!\s*(?:(?:{ENOUGH})(?!\s*\d)|{COIN}))",
    ),
    (Kind.INNER, rf"(?:中包装?|内盒装?|内装){IS}(?P<qty>{QTY})\s*(?P<unit>{PIECE})?"),
    (Kind.INNER, rf"(?P<qty>{QTY})\s*(?P<unit>{PIECE})\s*(?:/|一|每)\s*{INNER}"),
    (Kind.MOQ, rf"(?P<moq>{QTY})\s*(?P<unit>{UNIT})\s*\(?MOQ(?!\s*[:=]?\s*\d)"),
    (Kind.MOQ, rf"(?P<from>{QTY})\s*[-~至到]\s*(?P<to>{QTY})\s*(?P<unit>{UNIT})"),
    (Kind.PRICE, rf"(?:每|一|1|单)\s*(?P<per>{UNIT})\s*{SUM}(?!\s*(?:{UNIT}|{PARTS}|{KILOS}))"),
    (Kind.PRICE, rf"每\s*(?P<per>{MEASURED})\s*{SUM}"),
    (Kind.PRICE, rf"(?P<loose>{N}|{HAN}(?=一{UNIT}))(?:{EACH})"),
    (Kind.COUNT, rf"(?P<count>{QTY})\s*(?P<unit>{UNIT})"),
)

GRAMMAR = Grammar((*_LEFT_ALONE, *_SIZES_AND_WEIGHTS, *_PRICES, *_QUANTITIES))
