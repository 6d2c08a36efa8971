"""The rules that find a place in an address: the markets, the town, what lies elsewhere, and the district."""

from __future__ import annotations

from yiwutrip.market import address_names as names
from yiwutrip.market.address_elsewhere import ABROAD_EN, ABROAD_ZH, OUTSIDE_EN, OUTSIDE_ZH, PROVINCES_ZH
from yiwutrip.market.address_kinds import Kind
from yiwutrip.market.address_pieces import (
    DISTRICT_EN,
    FLOOR_EN,
    HAN_DIGIT,
    NO,
    ORDINAL,
    PART_FOLLOWS,
    SHOP,
    STREET_EN,
    E,
    L,
    N,
    R,
)
from yiwutrip.market.address_text import PINYIN_NUMBER

_PLACE_ENDS = (
    "市场|中心|商城|广场|大厦|大楼|产业园|工业园|园区|工业区|小区|公寓|社区|新村|家园|花园|家居城|家具城|建材城|装饰城|轻纺城|农贸城|"
    "汽车城|珠宝城|服装城|城市馆|博览馆|会展馆|宿舍|仓库|物流园|创业园|电商园|村(?!口)"
)
_OURS = "义乌|义务|国际|商贸|小商品|福田|篁园|宾王|生产资料|数贸|全球|江北下朱|北下朱|中国|浙江|金华|进口"
_PLACE_CHAR = rf"(?:(?![区门楼街号幢栋期层]|{_OURS})[\u4e00-\u9fff])"
_ROAD_CHAR = r"(?:(?![区门楼街城市号])[\u4e00-\u9fff])"

_BORROWED = "义乌|国际商贸|小商品|商贸城|中国(?:国际|义乌|小商品|商贸|商城)"
_ELSEWHERE = (
    rf"(?:{OUTSIDE_ZH})(?:省|市(?!场)|(?=国际|商贸|{_BORROWED}|[区县镇]|分?店|[^\u4e00-\u9fff]|$|{OUTSIDE_ZH}))"
    rf"|(?:{ABROAD_ZH})(?:市(?!场)|(?=国际|商贸|{_BORROWED}|分?店|[^\u4e00-\u9fff]|$|{ABROAD_ZH}))"
    rf"|(?:{PROVINCES_ZH}){_ROAD_CHAR}{{2,3}}?(?={_BORROWED})|(?:{ABROAD_ZH}){_ROAD_CHAR}{{2,6}}?(?={_BORROWED})"
    r"|(?<![\u4e00-\u9fff])(?!义乌|金华|超市|门市|浙江)[\u4e00-\u9fff]{2,4}?(?:市(?![场区])|县|自治州)"
    rf"|(?<=省)(?!义乌|金华)[\u4e00-\u9fff]{{2,4}}?市(?!场)|{L}(?=[a-z])(?:{OUTSIDE_EN}|{ABROAD_EN}){R}(?!\s+(?:road|rd|street|st|avenue|square|tower|building){R})"
)

PLACES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.NOISE,
        (
            r"(?<!\d)(?:(?:\+|00)?86[- ]?)?"
            r"(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\(?0?\d{2,3}\)?[- ](?:\d{7,8}|\d{4}[- ]\d{4}))(?!\d)"
            r"|\d{7,}|(?:qq|wechat|whatsapp|[vw]x|tel|fax|phone|mob(?:ile)?|微信号?|短号|电话|手机|传真)\s*[:.]?\s*\+?\d[\d-]{4,}"
            r"|[\w.-]+@[\w.-]+|(?:https?://|www\.)[\w./-]+"
            r"|(?<!\d)32[12]\d{3}(?!\d)|(?:邮编|邮政编码|post\s?code|zip(?:\s?code)?)\s*:?\s*\d{6}"
            r"|[GSgs]?\d{2,3}\s*(?:省道|国道|县道)"
        ),
    ),
    (
        Kind.MARKET,
        (
            rf"(?P<D6>{names.DIGITAL_TRADE_CENTRE})|(?P<HUANGYUAN>{names.HUANGYUAN})|(?P<BINWANG>{names.BINWANG})"
            rf"|(?P<SHENGCHAN>{names.SHENGCHAN})|(?P<RIVER>江北下朱(?!货运|物流)村?)|(?P<BEIXIAZHU>{names.BEIXIAZHU})"
        ),
    ),
    (Kind.TRADE_CITY, names.TRADE_CITY),
    (
        Kind.ROUND_ABOUT,
        r"(?:国际)?(?:购物)?旅游(?:购物)?区|进口(?:商品)?(?:城|馆)|futian\s+(?:sub-?district|street)",
    ),
    (Kind.YIWU, rf"(?:{names.YIWU})(?:市(?!场)|办事处|分公司)?(?!购)"),
    (Kind.ROUND_ABOUT, names.ROUND_ABOUT),
    (Kind.OUTSIDE, _ELSEWHERE),
    (
        Kind.OTHER_PLACE,
        (
            rf"{_PLACE_CHAR}{{1,8}}?(?:{_PLACE_ENDS})"
            rf"|{L}(?:industrial|logistics?|furniture|(?:home\s+)?furnishings?|household|appliances?|freight|cargo|bonded|economic|development|technology|residential|food"
            rf"|vegetables?|fruits?|agricultural|farm(?:ers?)?|grain|flower|cars?|second-?hand|building\s+materials?)\s+(?:[a-z]+\s+){{0,2}}?"
            rf"(?:park|zone|cent(?:er|re)|market|city|area|port|hub|mall){R}"
            rf"|{L}(?:{names.QUARTERS_EN}){R}|{L}[a-z]{{3,}}\s+village{R}"
            r"|(?:福田|银海|长春)(?=\s*(?:[一二三四五六七八九十]|\d{1,2})\s*区)"
        ),
    ),
    (
        Kind.ROAD,
        (
            rf"(?:商城|{_ROAD_CHAR}{{1,6}}?|城[东西南北中店][东西南北]?|[东西南北中]城[东西南北中]?)(?:路|大道)\s*(?:\d{{1,4}}(?!\d)\s*号?{PART_FOLLOWS})?"
            r"|(?:no\.?\s*)?\d{0,5}\s*,?\s*(?<![A-Za-z])[A-Za-z]{3,}\s+(?:(?:north|south|east|west|middle)\s+)?"
            rf"(?:road|rd\.?|avenue|boulevard){R}(?:\s*,?\s*(?:no\.?\s*)?\d{{1,4}}(?!\d|\s*[#-]?\s*(?:gate|street|floor|th|st|nd|rd)))?"
        ),
    ),
)

DISTRICTS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.DISTRICT_EAST,
        (
            r"第?(?:一|(?<!\d)1)\s*区[\s(-]*东\)?(?!\s*(?:大?门|大门|南|北|方|边|面|侧|辅|头|街))(?:扩(?:区|建|市场)?|区|市场)?"
            r"|东一区|东扩(?:区|市场)|"
            rf"{L}(?:{DISTRICT_EN}|area|zone)\s*\.?\s*(?:no\.?)?\s*(?:1|one){R}[\s,(-]*east{R}(?!\s*gate)\)?"
            rf"|{L}east\s+(?:(?:zone|part|area|wing|side)\s+)?(?:of\s+)?(?:{DISTRICT_EN}|area|zone)\s*1{R}|{L}D?1E{R}"
        ),
    ),
    (
        Kind.DISTRICT_RANGE,
        (
            rf"(?<![\dA-Za-z])(?<!{HAN_DIGIT})(?P<n1>[1-6一二三四五六])\s*区?\s*[-至到、和&/]\s*(?P<n2>[1-6一二三四五六])\s*区(?!域)"
            rf"|{L}{DISTRICT_EN}{NO}(?P<n3>[1-6])\s*(?:-|to|and|&|/)\s*(?P<n4>[1-6]){R}(?!\s*(?:{FLOOR_EN}|/?F{R}|gate|{STREET_EN}))"
        ),
    ),
    (
        Kind.DISTRICT,
        (
            rf"第?\s*(?P<n1>{N})\s*(?:号)?\s*区(?!域)"
            rf"|{L}(?:{DISTRICT_EN}|area|zone|section|sector){NO}(?P<n2>{E}|I{{1,3}}|IV|VI?){R}(?:\s*/\s*[A-H]{R}(?!\s*\d))?"
            rf"|{L}(?:no\.?\s*)?(?P<n3>{E}){ORDINAL}\s*#?\s*(?:{DISTRICT_EN}|area|zone){R}"
            rf"|{L}D\.?(?P<n4>[1-6]){R}(?!-\d{{3}})|{L}(?P<n5>[1-6]|{PINYIN_NUMBER})\s*qu{R}"
        ),
    ),
    (Kind.PHASE, rf"第?\s*(?P<n1>{N})\s*期|{L}phase{NO}(?P<n2>{E}|I{{1,3}}){R}"),
    (
        Kind.ZONE,
        (
            rf"{L}(?P<n1>[A-Za-z])\s*区|{L}(?:area|zone|block|section|district|hall)\s*(?P<n2>[A-Z]){R}"
            rf"|{L}(?P<n3>[A-Z])\s*(?:zone|area|block){R}"
        ),
    ),
    (
        Kind.BUILDING,
        (
            rf"(?P<n1>{N}|{L}[A-Z]\d{{0,3}})\s*(?:号楼|幢|栋|座)(?:\s*(?P<n2>\d{{1,4}}(?:-\d{{1,4}})?)\s*号?(?:{SHOP})?{PART_FOLLOWS})?"
            rf"|{L}(?:building|bldg\.?|tower|warehouse|room|rm\.?|apt\.?|suite){NO}(?P<n3>\d{{1,4}}[A-Z]?|[A-Z]){R}"
            rf"|(?P<n4>\d{{3,4}})室"
        ),
    ),
)
