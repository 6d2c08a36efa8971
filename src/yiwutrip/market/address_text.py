"""Text as people type it, made even before the grammar reads it."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARS = 1000
"""An address of the market takes under a hundred characters; a longer text is something else, and is not read."""

# 搂 is no traditional character but the commonest slip for 楼.
_TRADITIONAL = str.maketrans(
    "義烏國際貿區門樓層號單東連廣場鋪攤負幣兩萬與長賓數園產館專業開臺灣側裝飾棟幾龍鎮鄉縣聯廈農貨運輸類務網電話錢莊橋頭濱搂",
    "义乌国际贸区门楼层号单东连广场铺摊负币两万与长宾数园产馆专业开台湾侧装饰栋几龙镇乡县联厦农货运输类务网电话钱庄桥头滨楼",
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－~～〜", "-"))
# Zero-width and other format characters (Cf) come along with pasted text; so do controls and lone surrogates.
_NOISE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_DIGIT = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"廿": 20, "卅": 30}

_SPELT = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6} | {
    "yi": 1, "er": 2, "san": 3, "si": 4, "wu": 5, "liu": 6, "qi": 7, "ba": 8, "jiu": 9, "shi": 10,
}  # fmt: skip
"""Roman and pinyin numbers, which the grammar asks for by name and never takes for English words."""
PINYIN_NUMBER = "(?:yi|er|san|si|wu|liu|qi|ba|jiu|shi)"

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_DECADES = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_ORDINAL_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_WORDS = (
    dict(zip(_UNITS, range(1, 10), strict=True))
    | dict(zip(_TEENS, range(10, 20), strict=True))
    | dict(zip(_DECADES, range(20, 100, 10), strict=True))
    | dict(zip(_ORDINAL_UNITS, range(1, 10), strict=True))
    | dict(zip(_ORDINAL_TEENS, range(10, 20), strict=True))
    | {decade[:-1] + "ieth": 20 + 10 * index for index, decade in enumerate(_DECADES)}
)

HAN_NUMBER = "[〇零一二两三四五六七八九十百廿卅]{1,6}"
_WORD = "(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_DECADE, _UNIT = (f"(?:{'|'.join(words)})" for words in (_DECADES, [*_ORDINAL_UNITS, *_UNITS]))
# "District four, third floor" is two numbers and "twenty-third" one. The first letters are looked at first: trying all
# the words at every place of a text is half the cost of reading it.
ENGLISH_NUMBER = rf"(?=[efnost])(?:{_DECADE}[\s-]{_UNIT}|{_WORD})(?![a-z])"


LETTER_FOR_DIGIT = str.maketrans("OQILZSB", "0011258")
"""Letters, in capitals, that are typed or read for the digits that they look like."""
_PART_ZH = r"(?:\s*(?:号|#))?\s*(?:大?门|[楼层街区]|单元)"
_PART_EN = r"(?:gate|door|floor|street|district|unit)\s*(?:no\.?|\#)?\s*[:.]?\s*"
_SPACED_OUT = re.compile(r"(?:\S ){8,}\S")
"""Every character by itself, as old scans have it."""
_SLIP = re.compile(
    r"(?<![A-Za-z\d])(?=[OIl]*\d)(?=\d*[OIl])(?P<zh>[\dOIl]{2,3})(?=" + _PART_ZH + ")"
    r"|(?<![A-Za-z])(?:" + _PART_EN + r")(?P<en>(?=[OIl]*\d)(?=\d*[OIl])[\dOIl]{2,3})(?![A-Za-z\d])",
    re.IGNORECASE,
)


def digits_for_letters(text: str) -> tuple[str, list[tuple[str, str]]]:
    """
    A text with the letters that stand in numbers of gates, floors and streets made digits: 2O号门, Gate 3l.

    Returns:
        The text, as long as it was, and each number as written beside what it was taken for.

    """
    slips: list[tuple[str, str]] = []

    def mended(match: re.Match[str]) -> str:
        written = match["zh"] or match["en"]
        slips.append((written, written.upper().translate(LETTER_FOR_DIGIT)))
        return match.group().removesuffix(written) + slips[-1][1]

    return _SLIP.sub(mended, text), slips


def even_out(text: str) -> str:
    """
    One way of writing what can be written in several.

    Full-width and circled digits become plain ones (NFKC), traditional characters simplified ones, every dash and tilde
    a hyphen, a run of blanks one, characters that all stand apart one run; controls, zero-width characters and lone
    surrogates go, line ends stay.
    """
    kept = (
        text
        if text.isprintable()
        else "".join(
            char if char == "\n" or unicodedata.category(char) not in _NOISE else _replacement(char) for char in text
        )
    )
    plain = unicodedata.normalize("NFKC", kept).translate(_TRADITIONAL).translate(_DASHES).replace("号们", "号门")
    lines = re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", plain)).strip()
    return lines.replace(" ", "") if _SPACED_OUT.fullmatch(lines) else lines


def _replacement(char: str) -> str:
    return "" if unicodedata.category(char) == "Cf" else "\n" if char == "\r" else " "


def number(text: str) -> int | None:
    """The value of ``12``, ``十二``, ``一〇一``, ``twelfth``, ``twenty-first``, ``IV`` or ``san``; else None."""
    text = text.strip().lower()
    if text in _SPELT:
        return _SPELT[text]
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 9 else None
    if re.fullmatch(HAN_NUMBER, text):
        return _han_number(text)
    parts = re.split(r"[\s-]+", text)
    if not all(part in _WORDS for part in parts):
        return None
    values = [_WORDS[part] for part in parts]
    if len(values) == 2 and not (values[0] >= 20 and values[1] < 10):
        return None
    return sum(values)


def _han_number(text: str) -> int:
    if not any(char in "十百廿卅" for char in text):
        return int("".join(str(_DIGIT[char]) for char in text))
    total, digit = 0, None
    for char in text:
        if char in _DIGIT:
            digit = _DIGIT[char]
        elif char in _TENS:
            total, digit = total + _TENS[char], None
        else:
            total, digit = total + (1 if digit is None else digit) * (10 if char == "十" else 100), None
    return total + (digit or 0)
