"""Pieces of patterns that the rules for places and for the parts within them share."""

from __future__ import annotations

from yiwutrip.market.address_text import ENGLISH_NUMBER, HAN_NUMBER

# Han characters count as letters for \b, so the edges of Latin words are spelt out.
L = r"(?<![A-Za-z\d])"
R = r"(?![A-Za-z\d])"
HAN_DIGIT = "[〇零一二两三四五六七八九十百廿卅]"
N = rf"(?:(?<!\d)\d{{1,3}}(?!\d)|{HAN_NUMBER})"
E = rf"(?:(?<!\d)\d{{1,3}}(?!\d)|{ENGLISH_NUMBER})"
ORDINAL = rf"(?:\s?(?:st|nd|rd|th){R}(?!\.|\s*\d))?"
NO = r"\s*\.?\s*(?:no\.?(?![a-z])|num\.?(?![a-z])|number|nr\.?(?![a-z])|#|№|号)?\s*[:#.=]?\s*"
HASH = r"\s*(?:号|#)?\s*"
SIDE = "东南|西南|东北|西北|东|西|南|北"
SIDE_EN = "north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west|north|south|east|west"
SHOP = "商位|摊位|铺位|店铺|商铺|铺面|店面|档口|展位|门市部?|商店|店|铺|摊"
# With the slips that people make in them: Distrct, Streat, Flor.
DISTRICT_EN = r"(?:di[st]{1,2}r?i?c?t?s?)"
STREET_EN = "(?:str[eai]{1,3}ts?)"
FLOOR_EN = "(?:fl(?:oo?|ou)rs?|level|flr|storey)"
SHOP_EN = rf"{L}(?:booth|shop|stall|store|stand|counter)s?(?![a-z])"
S = "s?"
NOT_GATE = r"(?!店|面|诊|牌|类|市(?!场)|县|峡|里|街|路|村|外|头)"
PART_FOLLOWS = r"(?!\s*(?:号|#)?\s*[门楼街区层单期栋幢座])"
# A booth as signs have it: prefix of zone or floor, three to six digits, a half (A, B), sub-booths (-2).
SPELT_TO = r"(?:\s(?:to|thru|through)\s(?=\d{4}))"
TO = rf"(?:号?-{{1,3}}|\s-\s(?=\d{{4,6}}[A-Za-z]?(?!\d|-))|\s?[至到]\s?|{SPELT_TO})"
TAIL = rf"(?:(?:[/、&]|{TO})(?!\d{{1,2}}F{R})(?:\d{{1,6}}[A-Za-z]?|[A-Za-z]){R}{PART_FOLLOWS})*"
SUFFIX = rf"(?:[A-Za-z]{{1,2}}{R})?"
PREFIX = r"(?:[A-Za-z]{1,2}\d{0,2}F?-|[A-Za-z]\d?F-?|\d{1,2}F-?|[A-Za-z]{1,2}(?=\d{4}))"
NOT_MEASURE = r"(?!\s*(?:年|月|日|元|块|个|件|米|公里|平|克|kg|cm|mm|%|\.\d))"
BARE_CODE = (
    rf"{L}(?:(?:\d{{4,5}}|10[1-4]\d{{3}}|\d{{6}}(?=\s*(?:号(?![门楼])|{SHOP}))){SUFFIX}{TAIL}|{PREFIX}\d{{3,6}}{SUFFIX}{TAIL}){R}"
    rf"{PART_FOLLOWS}{NOT_MEASURE}"
)
# Behind a label anything with a digit in it will do.
ANY_CODE = (
    rf"(?!\d{{1,3}}\s?(?:st|nd|rd|th){R})(?!\d{{1,2}}\s?/?F{R}(?!-))(?=[A-Za-z/-]{{0,6}}\d)"
    rf"[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])|/(?=(?:\d{{1,6}}(?!F)[A-Za-z]?|[A-Za-z]){R})){{0,24}}(?:{SPELT_TO}\d{{4,6}}[A-Za-z]?)?{R}{PART_FOLLOWS}"
)
