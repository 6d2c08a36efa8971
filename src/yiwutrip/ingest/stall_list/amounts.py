"""Cells that hold amounts: prices, pieces, minutes, ratings, degrees."""

from __future__ import annotations

import re
from typing import Final

from yiwutrip.ingest.notes.note import parse_note
from yiwutrip.ingest.notes.numbers import HAN, value_of
from yiwutrip.ingest.notes.reading import DOZENS
from yiwutrip.ingest.stall_list.faults import CellError
from yiwutrip.ingest.stall_list.words import says_nothing, short_words

_DEAREST_FEN: Final = 10_000_000_00
_MOST_PIECES: Final = 1_000_000_000
_NO_PRICE: Final = re.compile(
    r"面议|面谈|面洽|另议|议价|询价|咨询|联系|电议|价格?[见看]|待定|不定|电话|登录"
    r"|negotiable|contact|call|ask|inquir|enquir|quote|on request|tbd"
)
_BLANKS: Final = re.compile(r"\s+")
_NUMBER: Final = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)"
# Matched against text without blanks, so that nothing in these can be read in two ways.
_UNITS: Final = "个|件|只|套|双|条|支|把|包|盒|台|米|对|顶|副|枚|张|块|片|瓶|本|pcs?|pieces?|sets?|pairs?|units?"
_PRICE: Final = re.compile(
    rf"(?:约|大约|参考价?|批发价?|单价|价格|出厂价|rmb|cny|cn¥|¥|:)*{_NUMBER}(?:rmb|cny|元|块钱?|yuan|¥)?"
    rf"(?:起|以上|左右|/?(?:一|每|per)?(?:{_UNITS}))*"
)
_TIERS: Final = re.compile(r"[\d.,]+(?:元)?(?:\s*/\s*[\d.,]+(?:元)?)+")
DASH: Final = re.compile(r"\s*(?:--?|~|–|—|至|到|\bto\b)\s*", re.IGNORECASE)
_COUNT: Final = re.compile(
    rf"(?:≥|>=|>|约|大约|最少|至少|起订量?|moq|:)*{_NUMBER}(万|千|k)?(?:{_UNITS}|/?天|/?日|/?day)*"
    r"(?:起订?|起批|以上|起|\+)?"
)
_SPOKEN_WORD: Final = re.compile(r"[块毛角打]|doz|dz")
_LONGEST_SPOKEN: Final = 20
_OF_DOZENS: Final = {"note-price-divided", "note-price-part-of-a-fen"}
_COUNT_IN_A_CARTON: Final = re.compile(
    rf"(?:一|1|one)(?:箱|cartons?|ctns?)(?:起订?|起批)?[(,]?(?:每箱|一箱|装)?(\d{{1,6}})(?:{_UNITS})装?\)?(?:起订?|起批)?"
)
_COUNT_IN_DOZENS: Final = re.compile(
    rf"(?:起订量?|起批量?|moq|最少|至少|:)*(\d{{1,6}}|{HAN})(?:打|dozens?|doz|dz)(?:起订?|起批|以上|起)?"
)
_COUNT_IN_WORDS: Final = re.compile(rf"(?:起订量?|起批量?|最少|至少|:)*({HAN})(?:{_UNITS})?(?:起订?|起批|以上|起)?")
_TENS: Final = {"万": 10_000, "千": 1_000, "k": 1_000, None: 1}


def read_price(text: str) -> tuple[int | None, int | None]:
    """
    A price or a range of prices in yuan: lowest and highest, in fen.

    A price that is to be talked about (面议) is unknown, and so is the 0 that some lists put in its place.
    """
    words = short_words(text).replace("。", ".")
    if says_nothing(words) or not words.strip("0."):
        return None, None
    if _TIERS.fullmatch(words):
        # 0.35/0.32/0.28: what it costs by the piece, the hundred and the thousand.
        tiers = sorted(fen for part in words.split("/") if (fen := _price_fen(part)) is not None)
        return (tiers[0], tiers[-1]) if tiers else (None, None)
    prices = [_price_fen(part) for part in DASH.split(words, maxsplit=1)]
    if None in prices:
        if _NO_PRICE.search(words) and not re.search(r"\d", words):
            return None, None
        raise CellError("bad-price")
    low, high = prices[0], prices[-1]
    assert low is not None
    assert high is not None
    if low > high:
        raise CellError("price-range-upside-down")
    return low, high


def _price_fen(text: str) -> int | None:
    match = _PRICE.fullmatch(_BLANKS.sub("", text))
    if match is None:
        return _spoken_fen(text)
    number = match[1].replace(",", "")
    if len(number) > 15:
        raise CellError("price-out-of-range", most=_DEAREST_FEN // 100)
    yuan = float(number)
    fen = round(yuan * 100)
    if fen > _DEAREST_FEN or (fen == 0 and yuan > 0):
        raise CellError("price-out-of-range", most=_DEAREST_FEN // 100)
    return fen


def _spoken_fen(text: str) -> int | None:
    """三块五, 12块5, 36元/打: a price as it is said or by the dozen, as notes are read; None where a doubt is left."""
    if len(text) > _LONGEST_SPOKEN or not _SPOKEN_WORD.search(text):
        return None
    notes = parse_note(text)
    if len(notes) != 1 or notes[0].article or notes[0].rest:
        return None
    (note,) = notes
    by_the_dozen = (note.per or "").lower() in DOZENS and {d.code for d in note.doubts} <= _OF_DOZENS
    return note.price_fen if note.certain or by_the_dozen else None


def read_count(text: str) -> int | None:
    """A number of pieces, 1 or more: ``50``, ``1,200``, ``50个起``, ``1.2万``, ``五十个``, ``5打``, ``一箱(48个)``."""
    words = short_words(text)
    if says_nothing(words) or (_NO_PRICE.search(words) and not re.search(r"\d", words)):
        return None
    words = _BLANKS.sub("", words)
    match = _COUNT.fullmatch(words)
    if match is None:
        return _spoken_count(words)
    if len(match[1]) > 15:
        raise CellError("bad-count")
    number = float(match[1].replace(",", "")) * _TENS[match[2]]
    count = round(number)
    if abs(number - count) > 1e-6 or not 1 <= count <= _MOST_PIECES:
        raise CellError("bad-count")
    return count


def _spoken_count(words: str) -> int:
    """Counts in words, in dozens, and in one carton that says what it holds."""
    dozens = _COUNT_IN_DOZENS.fullmatch(words)
    factor = 12 if dozens else 1
    match = dozens or _COUNT_IN_A_CARTON.fullmatch(words) or _COUNT_IN_WORDS.fullmatch(words)
    value = value_of(match[1]) if match else None
    if value is None or not 1 <= value * factor <= _MOST_PIECES:
        raise CellError("bad-count")
    return int(value * factor)


def read_minutes(text: str) -> int | None:
    """Minutes of a visit, 1 to 600."""
    words = short_words(text)
    if says_nothing(words):
        return None
    match = re.fullmatch(r"(\d{1,3})(?:\.0+)?\s*(?:分钟?|min(?:utes?)?|m)?", words)
    if match is None or not 1 <= int(match[1]) <= 600:
        raise CellError("bad-minutes")
    return int(match[1])


def read_rating(text: str) -> float | None:
    """0 to 5."""
    words = short_words(text)
    if says_nothing(words):
        return None
    match = re.fullmatch(r"(\d(?:\.\d{1,6})?)\s*(?:分|星|stars?|/\s*5)?", words)
    if match is None or float(match[1]) > 5:
        raise CellError("bad-rating")
    return float(match[1])


def read_degrees(text: str) -> float | None:
    """Latitude or longitude in degrees."""
    words = short_words(text)
    if says_nothing(words):
        return None
    match = re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{1,15})?", words.removesuffix("°"))
    if match is None or abs(float(match[0])) > 180:
        raise CellError("bad-degrees")
    return float(match[0])
