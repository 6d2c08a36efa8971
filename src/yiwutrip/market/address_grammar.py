"""The grammar: which patterns say which part of an address, in the order in which they are tried."""

from __future__ import annotations

from enum import StrEnum

from yiwutrip.market import address_names as names
from yiwutrip.market.address_text import ENGLISH_NUMBER, HAN_NUMBER


class Kind(StrEnum):
    """What a stretch of text is about."""

    YIWU = "yiwu"
    ROUND_ABOUT = "round_about"
    OUTSIDE = "outside"
    OTHER_PLACE = "other_place"
    ROAD = "road"
    NOISE = "noise"
    TRADE_CITY = "trade_city"
    MARKET = "market"
    DISTRICT = "district"
    DISTRICT_EAST = "district_east"
    PHASE = "phase"
    ZONE = "zone"
    BUILDING = "building"
    FLOOR = "floor"
    FLOOR_RANGE = "floor_range"
    BASEMENT = "basement"
    GROUND = "ground"
    GATE = "gate"
    GATE_RANGE = "gate_range"
    GATE_SIDE = "gate_side"
    GATE_NAME = "gate_name"
    GATE_UNREADABLE = "gate_unreadable"
    STREET = "street"
    STREET_NAME = "street_name"
    STREET_UNREADABLE = "street_unreadable"
    UNIT = "unit"
    BOOTH = "booth"
    LABEL = "label"


# Han characters count as letters for \b, so the edges of Latin words are spelt out.
_L = r"(?<![A-Za-z\d])"
_R = r"(?![A-Za-z\d])"
_N = rf"(?:(?<!\d)\d{{1,3}}(?!\d)|{HAN_NUMBER})"
_E = rf"(?:(?<!\d)\d{{1,3}}(?!\d)|{ENGLISH_NUMBER})"
_ORDINAL = rf"(?:\s?(?:st|nd|rd|th){_R}(?!\.|\s*\d))?"
_NO = r"\s*\.?\s*(?:no\.?(?![a-z])|num\.?(?![a-z])|number|nr\.?(?![a-z])|#|№|号)?\s*[:#.=]?\s*"
_HASH = r"\s*(?:号|#)?\s*"
_SIDE = "东南|西南|东北|西北|东|西|南|北"
_SIDE_EN = "north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west|north|south|east|west"
_SHOP = "商位|摊位|铺位|店铺|商铺|铺面|店面|档口|展位|门市部?|商店|店|铺|摊"
_SHOP_EN = rf"{_L}(?:booth|shop|stall|store|stand|counter)s?(?![a-z])"
_S = "s?"
_NOT_GATE = r"(?!店|面|诊|牌|类|市(?!场)|县|峡|里|街|路|村|外|头)"
_PART_FOLLOWS = r"(?!\s*(?:号|#)?\s*[门楼街区层单期栋幢座])"
# A booth as signs have it: prefix of zone or floor, three to six digits, a half (A, B), sub-booths (-2).
_TAIL = rf"(?:[-/、&](?!\d{{1,2}}F{_R})(?:\d{{1,6}}[A-Za-z]?|[A-Za-z]){_R}{_PART_FOLLOWS})*"
_SUFFIX = rf"(?:[A-Za-z]{{1,2}}{_R})?"
_PREFIX = r"(?:[A-Za-z]{1,2}\d{0,2}F?-|[A-Za-z]\d?F-?|\d{1,2}F-?|[A-Za-z]{1,2}(?=\d{4}))"
_NOT_MEASURE = r"(?!\s*(?:年|月|日|元|块|个|件|米|公里|平|克|kg|cm|mm|%|\.\d))"
_BARE_CODE = (
    rf"{_L}(?:(?:\d{{4,5}}|10[1-4]\d{{3}}){_SUFFIX}{_TAIL}|{_PREFIX}\d{{3,6}}{_SUFFIX}{_TAIL}){_R}"
    rf"{_PART_FOLLOWS}{_NOT_MEASURE}"
)
# Behind a label anything with a digit in it will do.
_ANY_CODE = (
    rf"(?!\d{{1,3}}\s?(?:st|nd|rd|th){_R})(?!\d{{1,2}}\s?/?F{_R}(?!-))(?=[A-Za-z/-]{{0,6}}\d)"
    rf"[A-Za-z\d](?:[A-Za-z\d]|[-/](?=[A-Za-z\d])){{0,24}}{_R}{_PART_FOLLOWS}"
)

_PLACE_ENDS = (
    "市场|中心|商城|广场|大厦|大楼|产业园|工业园|园区|工业区|小区|公寓|社区|新村|家园|花园|家居城|家具城|建材城|装饰城|轻纺城|农贸城|"
    "汽车城|珠宝城|服装城|城市馆|博览馆|会展馆|宿舍|仓库|物流园|创业园|电商园|村(?!口)"
)
_OURS = "义乌|义务|国际|商贸|小商品|福田|篁园|宾王|生产资料|数贸|全球|江北下朱|北下朱|中国|浙江|金华|进口"
_PLACE_CHAR = rf"(?:(?![区门楼街号幢栋期层]|{_OURS})[\u4e00-\u9fff])"
_ROAD_CHAR = r"(?:(?![区门楼街城市号])[\u4e00-\u9fff])"

_ELSEWHERE = (
    rf"(?:{names.OUTSIDE_ZH})(?:省|市(?!场)|(?=国际|商贸|小商品|义乌|[区县镇]|[^\u4e00-\u9fff]|$|{names.OUTSIDE_ZH}))"
    r"|(?<![\u4e00-\u9fff])(?!义乌|金华|超市|门市|浙江)[\u4e00-\u9fff]{2,4}?(?:市(?![场区])|县|自治州)"
    rf"|(?<=省)(?!义乌|金华)[\u4e00-\u9fff]{{2,4}}?市(?!场)|{_L}(?=[a-z])(?:{names.OUTSIDE_EN}){_R}"
)

_PLACES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.NOISE,
        (
            r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)|\d{7,}"
            r"|(?<!\d)32[12]\d{3}(?!\d)|(?:邮编|邮政编码|post\s?code|zip(?:\s?code)?)\s*:?\s*\d{6}"
            r"|[GSgs]?\d{2,3}\s*(?:省道|国道|县道)"
        ),
    ),
    (
        Kind.MARKET,
        (
            rf"(?P<D6>{names.DIGITAL_TRADE_CENTRE})|(?P<HUANGYUAN>{names.HUANGYUAN})|(?P<BINWANG>{names.BINWANG})"
            rf"|(?P<SHENGCHAN>{names.SHENGCHAN})|(?P<RIVER>江北下朱村?)|(?P<BEIXIAZHU>{names.BEIXIAZHU})"
        ),
    ),
    (Kind.TRADE_CITY, names.TRADE_CITY),
    (
        Kind.ROUND_ABOUT,
        r"(?:国际)?(?:购物)?旅游(?:购物)?区|进口(?:商品)?(?:城|馆)|futian\s+(?:sub-?district|street)",
    ),
    (Kind.YIWU, rf"(?:{names.YIWU})(?:市(?!场))?(?!购)"),
    (Kind.ROUND_ABOUT, names.ROUND_ABOUT),
    (Kind.OUTSIDE, _ELSEWHERE),
    (
        Kind.OTHER_PLACE,
        (
            rf"{_PLACE_CHAR}{{1,8}}?(?:{_PLACE_ENDS})"
            rf"|{_L}(?:industrial|logistics?|furniture|freight|cargo|bonded|economic|development|technology|residential|food"
            rf"|vegetables?|cars?|second-?hand|building\s+materials?)\s+(?:[a-z]+\s+){{0,2}}?"
            rf"(?:park|zone|cent(?:er|re)|market|city|area|port|hub|mall){_R}"
            r"|(?:福田|银海|长春)(?=\s*(?:[一二三四五六七八九十]|\d{1,2})\s*区)"
        ),
    ),
    (
        Kind.ROAD,
        (
            rf"(?:商城|{_ROAD_CHAR}{{1,6}}?|城[东西南北中店][东西南北]?)(?:路|大道)\s*(?:\d{{1,4}}(?!\d)\s*号?{_PART_FOLLOWS})?"
            r"|(?:no\.?\s*)?\d{0,5}\s*,?\s*(?<![A-Za-z])[A-Za-z]{3,}\s+(?:(?:north|south|east|west|middle)\s+)?"
            rf"(?:road|rd\.?|avenue|boulevard){_R}(?:\s*,?\s*(?:no\.?\s*)?\d{{1,4}}(?!\d|\s*[#-]?\s*(?:gate|street|floor|th|st|nd|rd)))?"
        ),
    ),
)

_DISTRICTS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.DISTRICT_EAST,
        (
            r"第?(?:一|(?<!\d)1)\s*区[\s(-]*东\)?(?!\s*(?:大?门|大门|南|北|方|边|面|侧|辅|头|街))(?:扩(?:区|建|市场)?|区|市场)?"
            r"|东一区|东扩(?:区|市场)|"
            rf"{_L}(?:district|area|zone|dist\.?)\s*(?:no\.?)?\s*(?:1|one){_R}[\s,(-]*east{_R}(?!\s*gate)\)?"
            rf"|{_L}east\s+(?:of\s+)?(?:district|area|zone)\s*1{_R}|{_L}D?1E{_R}"
        ),
    ),
    (
        Kind.DISTRICT,
        (
            rf"第?\s*(?P<n1>{_N})\s*(?:号)?\s*区(?!域)"
            rf"|{_L}(?:districts?|dist\.?|area|zone|section|sector){_NO}(?P<n2>{_E}){_R}(?:\s*/\s*[A-H]{_R})?"
            rf"|{_L}(?P<n3>{_E}){_ORDINAL}\s*(?:district|area|zone){_R}"
            rf"|{_L}D(?P<n4>[1-6]){_R}(?!-\d{{3}})"
        ),
    ),
    (Kind.PHASE, rf"第?\s*(?P<n1>{_N})\s*期|{_L}phase{_NO}(?P<n2>{_E}|i{{1,3}}){_R}"),
    (
        Kind.ZONE,
        (
            rf"{_L}(?P<n1>[A-Za-z])\s*区|{_L}(?:area|zone|block|section|district|hall)\s*(?P<n2>[A-Z]){_R}"
            rf"|{_L}(?P<n3>[A-Z])\s*(?:zone|area|block){_R}"
        ),
    ),
    (
        Kind.BUILDING,
        (
            rf"(?P<n1>{_N}|{_L}[A-Z]\d?)\s*(?:号楼|幢|栋|座)(?:\s*(?P<n2>\d{{1,4}}(?:-\d{{1,4}})?)\s*号?(?:{_SHOP})?{_PART_FOLLOWS})?"
            rf"|{_L}(?:building|bldg\.?|tower|warehouse|room|rm\.?|apt\.?|suite){_NO}(?P<n3>\d{{1,4}}[A-Z]?|[A-Z]){_R}"
            rf"|(?P<n4>\d{{3,4}})室"
        ),
    ),
)

_GATES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.GATE_RANGE,
        (
            rf"(?P<n1>{_N}){_HASH}门?\s*[-至到、/,和&]\s*(?P<n2>{_N}){_HASH}门{_NOT_GATE}"
            rf"|{_L}gates?{_NO}(?P<n3>\d{{1,3}})\s*(?:-|/|&|to|and|,(?=\s*\d{{1,3}}\s*,))\s*(?P<n4>\d{{1,3}})(?!\s*(?:\d|st|nd|rd|th|/?F{_R}|fl|str))"
        ),
    ),
    (
        Kind.GATE_SIDE,
        (
            rf"(?P<s1>{_SIDE})\s*(?P<n1>{_N}){_HASH}大?门{_NOT_GATE}"
            rf"|{_L}(?:gate|door){_NO}(?P<s2>{_SIDE_EN}|[NSEW])\.?\s*[-#]?\s*(?P<n2>\d{{1,3}}){_R}"
            rf"|{_L}(?P<s3>{_SIDE_EN})\s*(?:gate|door){_NO}(?P<n3>{_E}){_R}"
            rf"|{_L}(?P<s4>{_SIDE_EN})\s*(?P<n4>\d{{1,3}}){_ORDINAL}\s*(?:gate|door){_R}"
        ),
    ),
    (
        Kind.GATE_NAME,
        (
            rf"(?P<s1>(?:{_SIDE}|正|中|主|侧|后|前)大?门){_NOT_GATE}"
            rf"|(?P<s2>(?:{_SIDE})?\s*(?:连接体|连廊|连体)(?:大?门)?)(?!街)"
            rf"|{_L}(?P<s3>{_SIDE_EN}|main|middle)\s*(?:gate|entrance|door){_R}"
            rf"|{_L}gate\s*[:#]?\s*(?P<s4>{_SIDE_EN}|main|middle|link|connecting|connection){_R}"
            rf"|{_L}(?P<s5>connect(?:ing|ion)?|link)\s*(?:body|corridor|building|hall)?\s*gate{_R}"
        ),
    ),
    (
        Kind.GATE,
        (
            rf"第?\s*(?P<n1>{_N}){_HASH}(?:大门|门){_NOT_GATE}"
            rf"|{_L}(?:gates?|doors?|entrance){_NO}(?P<n2>{_E}){_R}(?!\s?(?:st|nd|rd|th){_R})"
            rf"|{_L}(?:gate|door){_NO}(?P<n3>{_E}){_ORDINAL}"
            rf"|{_L}(?:no\.?\s*)?(?P<n4>{_E}){_ORDINAL}[\s#-]*(?:gate|door){_R}(?!\s*(?:no\.?|#)\s*\d)"
            rf"|{_L}G(?P<n5>\d{{1,3}}){_R}(?!-)"
        ),
    ),
    (
        Kind.GATE_UNREADABLE,
        rf"(?:{_L}[A-Za-z][A-Za-z\d]{{0,15}}|[?_*]{{1,8}}|\d{{4,9}})\s*(?:号|#)?\s*门{_NOT_GATE}",
    ),
)

_PARTS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.BASEMENT,
        (
            rf"(?:负|地下第?)\s*(?P<n1>{_N})?\s*[楼层室]|(?<![A-Za-z\d\u4e00-\u9fff])-\s?(?P<n2>[12])\s*(?:楼|层|F{_R})"
            rf"|{_L}(?:floor|level)\s*:?\s*(?:-|B)\s?(?P<n3>[12]){_R}|{_L}B(?P<n4>[12])\s*(?:楼|层|F{_R}|floor|(?![A-Za-z\d-]))"
            rf"|{_L}basement(?:\s*(?:floor|level))?(?:\s*(?P<n5>[12]){_R})?"
        ),
    ),
    (
        Kind.GROUND,
        rf"首层|底层|底楼|{_L}ground\s*(?:floor|level){_R}|{_L}G\s?/\s?F{_R}",
    ),
    (
        Kind.FLOOR_RANGE,
        (
            rf"(?P<n1>{_N})\s*[楼层]?\s*[-至到、,和&]\s*(?P<n2>{_N})\s*[楼层]"
            rf"|{_L}(?P<n3>\d{{1,2}}){_ORDINAL}\s*(?:-|to|and|&)\s*(?P<n4>\d{{1,2}}){_ORDINAL}\s*(?:floor|fl){_S}{_R}"
        ),
    ),
    (
        Kind.FLOOR,
        (
            r"(?P<dash>(?<=[\u4e00-\u9fff])-)\s?(?P<n0>[12])\s*[楼层](?!.*-)"
            rf"|第?\s*(?P<n1>{_N})\s*(?:楼(?!梯)|层)"
            rf"|{_L}(?:floors?|level|fl\.?|storey){_NO}(?P<n2>{_E})(?:\s?F)?{_ORDINAL}{_R}"
            rf"|{_L}(?P<n3>{_E}){_ORDINAL}\s*[-/]?\s*(?:floor|fl\.?|flr|level|storey){_R}"
            rf"|{_L}(?P<n4>\d)\s?/?\s?F(?![A-Za-z])(?!-?\d{{3}})|{_L}F\s?(?P<n5>\d){_R}(?!-\d{{3}})"
        ),
    ),
    (
        Kind.STREET,
        (
            rf"第?\s*(?P<n1>{_N}){_HASH}街(?!道)"
            rf"|{_L}(?:streets?|aisle|lane|str\.?|st\.?){_NO}(?P<n2>{_E}){_ORDINAL}{_R}"
            rf"|{_L}(?P<n3>{_E}){_ORDINAL}[\s-]*(?:street|aisle|lane){_R}"
            rf"|{_L}(?P<n4>\d{{1,2}})(?:(?:st|nd|rd|th)\s*|\s+)(?:st|str)\.?{_R}|{_L}S(?P<n5>\d{{1,2}}){_R}(?!-)"
        ),
    ),
    (
        Kind.STREET_NAME,
        (
            rf"(?P<s1>中(?:间|央|心)?大?街)|(?<=[门楼区元层])\s*(?P<s2>(?:(?![区门楼号街])[\u4e00-\u9fff]){{1,6}}街)(?!道)"
            rf"|{_L}(?P<s3>middle|central|center|centre)\s*(?:street|st\.?|str\.?){_R}"
            rf"|{_L}(?:street|str\.?){_NO}(?P<s4>middle|mid|central|center|centre){_R}"
        ),
    ),
    (
        Kind.STREET_UNREADABLE,
        (
            rf"{_L}(?P<s1>[A-Za-z])\s*街(?!道)|(?P<s3>(?:{_SIDE})\s*{_N})\s*街(?!道)|{_L}street\s*[:#]?\s*(?P<s2>[A-Z]){_R}(?=\s*(?:[,;.]|$))"
            rf"|(?P<n1>\d{{4,6}}[A-Za-z]?)\s*号?街(?!道)"
        ),
    ),
    (
        Kind.UNIT,
        rf"第?\s*(?P<n1>{_N})\s*单元|{_L}units?{_NO}(?P<n2>{_E}){_R}|{_L}(?P<n3>{_E}){_ORDINAL}\s*unit{_R}",
    ),
    (
        Kind.BOOTH,
        (
            rf"(?:{_SHOP_EN}{_NO}|(?:{_SHOP})(?:号码?|编号)?\s*[:#]?\s*|{_L}no(?![a-z])\.?{_NO}|#\s*)(?P<labelled>{_ANY_CODE})\s*号?(?:{_SHOP})?"
            rf"|(?P<bare>{_BARE_CODE})(?P<mark>(?:\s*号)?\s*(?:{_SHOP}|\s{_SHOP_EN}(?!{_NO}\d)|#)|\s*号{_PART_FOLLOWS})?"
            rf"|(?P<small>(?<![\d.])\d{{1,3}}[A-Z]?(?:-\d{{1,3}})?)\s*(?:号\s*(?:{_SHOP})?|{_SHOP}|#){_PART_FOLLOWS}"
            rf"|{_L}(?P<letter>[A-Za-z]\d{{1,4}}[A-Za-z]?(?:-\d{{1,3}})?|[A-Za-z]-\d{{1,3}})(?:\s*号?\s*(?:{_SHOP}))?{_R}{_PART_FOLLOWS}"
            rf"|{_L}(?P<garbled>(?=\d*[OoIlQ])(?=(?:[A-Za-z]*\d){{3}})[\dOoIlQ]{{4,6}}){_R}"
        ),
    ),
    (
        Kind.LABEL,
        rf"{_L}(?:gate|street|booth|floor|district)\s*(?=,|;|$)",
    ),
)

RULES = (*_PLACES, *_DISTRICTS, *_GATES, *_PARTS)
