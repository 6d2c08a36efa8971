"""Numbers as notes have them: ``1,200.00``, ``1.2万``, ``五百``, ``两百五``, ``12块5``; exact, never floats."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

_DIGIT = {
    char: value
    for value, chars in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_SCALE = {"十": 10, "百": 100, "千": 1000}
_LATIN_SCALE = {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000}

HAN = "[零〇一二两三四五六七八九十百千万]{1,9}"
_WORDS = {
    word: value
    for value, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
_NAMED = {"半": Fraction(1, 2)} | {word: Fraction(value) for word, value in _WORDS.items()}
ENGLISH = f"(?:{'|'.join(_WORDS)})"
HAN_DIGITS = "[一二两三四五六七八九]"
_ABOUT = re.compile(f"(?:^|[十百千万]){HAN_DIGITS}{{2}}(?:$|[十百千万])")
PLAIN = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,9})(?:\.\d{1,6})?"


def value_of(text: str) -> Fraction | None:
    """
    The exact value of a number as written, None for what is no number.

    ``一百二`` is 120 and ``一万二`` 12,000, as they are spoken; ``1.2万`` and ``3k`` are scaled. ``三四``
    and ``十二三`` are rough and have none.
    """
    text = re.sub(r"[\s,]", "", text.lower())
    if plain := re.fullmatch(r"(\d{1,12}(?:\.\d{1,6})?)([万千kw]?)", text, re.ASCII):
        return Fraction(Decimal(plain[1])) * _LATIN_SCALE.get(plain[2], 1)
    if text in _NAMED:
        return _NAMED[text]
    if mixed := re.fullmatch(r"(\d{1,6}(?:\.\d{1,4})?)万(\d)千?", text, re.ASCII):
        return Fraction(Decimal(mixed[1])) * 10_000 + int(mixed[2]) * 1000
    if _ABOUT.search(text):
        return None
    if text and all(char in _DIGIT or char in _SCALE or char == "万" for char in text):
        return _spoken(text)
    return None


def _spoken(text: str) -> Fraction | None:
    if not any(char in _SCALE or char == "万" for char in text):
        return Fraction(int("".join(str(_DIGIT[char]) for char in text)))
    total = section = 0
    digit: int | None = None
    last_scale = 1
    after_zero = False
    for char in text:
        if char in _DIGIT:
            digit, after_zero = _DIGIT[char], char in "零〇"
        elif char == "万":
            total, section, digit, last_scale = (section + (digit or 0) or 1) * 10_000, 0, None, 10_000
        else:
            section += (1 if digit is None else digit) * _SCALE[char]
            digit, last_scale = None, _SCALE[char]
    if digit and not after_zero and last_scale >= 100 and text[-2] not in "零〇":
        return Fraction(total + section + digit * last_scale // 10)
    return Fraction(total + section + (digit or 0))


def whole(value: Fraction | None) -> int | None:
    """A count: whole and at least 1, else None."""
    return int(value) if value is not None and value.denominator == 1 and value >= 1 else None


def fen(yuan: Fraction) -> Fraction:
    """Yuan in fen, exact."""
    return yuan * 100


def money(whole_yuan: str, jiao: str | None, cents: str | None) -> Fraction | None:
    """
    Yuan of ``12块5`` (12.5), ``8块05`` (8.05), ``3块2毛5`` (3.25).

    Args:
        whole_yuan: what stands before 块 or 元.
        jiao: one digit after it is tenths, two are hundredths.
        cents: a digit after 毛 or 角.

    """
    yuan = value_of(whole_yuan)
    if yuan is None:
        return None
    if jiao:
        digits = re.sub("[零〇一二两三四五六七八九]", lambda match: str(_DIGIT[match.group()]), jiao)
        yuan += Fraction(int(digits), 10 ** len(digits))
    if cents:
        yuan += (value_of(cents) or Fraction(0)) / 100
    return yuan


def exact_text(yuan: Fraction) -> str:
    """Yuan as a decimal that reads back exactly, or as a fraction where none does (a dozen divided)."""
    scaled = yuan * 1_000_000
    if scaled.denominator != 1:
        return f"{yuan.numerator}/{yuan.denominator}"
    return format((Decimal(int(scaled)) / 1_000_000).normalize(), "f")
