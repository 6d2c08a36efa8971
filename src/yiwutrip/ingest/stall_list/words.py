"""
Cells that hold words: names, phones, yes and no, kinds.

Every reader in this and the sister modules (`amounts`, `times`, `parts`) takes a cell's text, stripped and not empty,
gives a value or None for "unknown", and raises `CellError` for what cannot be meant; nothing else, whatever the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from yiwutrip.domain.stall import Datum, StallKind
from yiwutrip.ingest.stall_list.faults import CellError

_SHOWN_CHARACTERS: Final = 60
LONGEST_CELL: Final = 500
LONGEST_NOTE: Final = 2_000
LONGEST_VALUE: Final = 100
_BAD_CHARACTER: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_SPACES: Final = re.compile(r"\s+")
_EXCEL_ERROR: Final = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_NOTHING: Final = re.compile(r"[-—/\\?]|--|——|暂?无|没有|未知|不详|待定|空|n/?a|none|null|nil|tbd")
_LONGEST_NOTHING: Final = 4
_PHONE_AS_NUMBER: Final = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_PHONE: Final = re.compile(r"(?<![\d.])(?:\+?\d{1,4}[\s-])?\(?\d(?:[\d-]|\s(?=\d)){5,16}\d")
_YES: Final = re.compile(r"yes|y|true|t|1|是|有|对|[√✓✔☑]|可以?|能|支持|需要?|要|已加入|已入驻")
_NO: Final = re.compile(
    r"no|n|false|f|0|否|不|不是|没有?|无|none|[×✗✘x]|不可以?|不能|不支持|不需要?|不要|无需|未加入|未入驻"
)
_KINDS: Final = (
    (
        StallKind.BOTH,
        re.compile(r"both|厂店一体|工贸(?:一体)?|工厂[和+]店铺?|自产自销|前店后厂|manufacturer[,&/ ]+trading company"),
    ),
    (
        StallKind.FACTORY,
        re.compile(r"factory|manufacturer|工厂|厂家?|生产(?:厂家|商|型|加工)?|源头(?:工厂|厂家)|工厂直营|厂家直销"),
    ),
    (
        StallKind.SHOP,
        re.compile(
            r"shop|store|trader|wholesaler|distributor|trading company"
            r"|[店商]铺|店|商户|批发商?|贸易(?:商|型|公司)?|经销(?:商|批发)?"
            r"|代理商?|招商代理|个体(?:户|经营|工商户)?"
        ),
    ),
)
_NO_KIND: Final = {"其他", "其它", "商业服务", "other", "others"}
"""What booking sites offer to those who are none of these."""

_DATUM_OF: Final = {
    **{re.sub(r"\W", "", datum.lower()): datum for datum in Datum},
    **dict.fromkeys(["gps", "wgs", "国际", "地球坐标"], Datum.WGS84),
    **dict.fromkeys(["gcj", "火星", "火星坐标", "高德", "腾讯", "amap", "tencent"], Datum.GCJ02),
    **dict.fromkeys(["bd", "百度", "baidu", "百度坐标"], Datum.BD09),
}


def plain(text: str) -> str:
    """Half-width digits and letters, lower case, no blanks at the ends: for comparing, not for keeping."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def shortened(value: str) -> str:
    """A cell as a person is shown it: on one line, cut where it is long, nothing in it that a terminal would obey."""
    shown = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(value[:200].split()))
    return shown if len(shown) <= _SHOWN_CHARACTERS else shown[: _SHOWN_CHARACTERS - 1] + "…"


def says_nothing(text: str) -> bool:
    """Whether the cell says in a word that it says nothing."""
    return len(text) <= _LONGEST_NOTHING and _NOTHING.fullmatch(plain(text)) is not None


def checked(text: str, limit: int) -> str:
    """The text, if it is no longer than that and nothing in it is broken."""
    if len(text) > limit:
        raise CellError("text-too-long", limit=limit, length=len(text))
    # Printable is quick to see and leaves nothing to be searched for.
    if not text.isprintable() and _BAD_CHARACTER.search(text):
        raise CellError("damaged-character")
    if text[0] == "=":
        raise CellError("formula-cell")
    if text[0] == "#" and _EXCEL_ERROR.fullmatch(text):
        raise CellError("excel-error")
    return text


def short_words(text: str) -> str:
    """A cell that should hold a number, a time or a word: evened out for matching."""
    return plain(checked(text, LONGEST_VALUE)).replace("，", ",")


def read_text(text: str) -> str | None:
    """Text as it stands, on one line."""
    text = checked(text, LONGEST_CELL)
    if not text.isprintable() or "  " in text:
        text = _SPACES.sub(" ", text)
    return None if says_nothing(text) else text


def read_note(text: str) -> str:
    """Text that may be longer and keeps its lines."""
    return checked(text, LONGEST_NOTE)


def read_phone(text: str) -> str | None:
    """A phone number (or several) as text; what Excel made a rounded number of is a fault."""
    if _PHONE_AS_NUMBER.fullmatch(text):
        raise CellError("phone-as-number")
    return read_text(text)


def read_contact_phone(text: str) -> tuple[str | None, str | None]:
    """A person and a number in one cell, 张姐 13800000000, in either order; what is neither belongs to the person."""
    if _PHONE_AS_NUMBER.search(text):
        raise CellError("phone-as-number")
    numbers = _PHONE.findall(text)
    person = _PHONE.sub(" ", text).strip(" \t\n,，;；、/:：|()（）-")
    return read_text(person) if person else None, ", ".join(number.strip() for number in numbers) or None


def read_names(text: str) -> tuple[str, ...]:
    """Categories: several are separated by ``;`` (or by a line break)."""
    return _split(text, r"[;；|\n]")


def read_keywords(text: str) -> tuple[str, ...]:
    """Keywords: people also separate them by commas."""
    return _split(text, r"[;；|\n,，、]")


def _split(text: str, separators: str) -> tuple[str, ...]:
    parts = (_SPACES.sub(" ", part).strip() for part in re.split(separators, checked(text, LONGEST_NOTE)))
    return tuple(dict.fromkeys(part for part in parts if part and not says_nothing(part)))


def read_yes_no(text: str) -> bool | None:
    """是 or 否, in many words."""
    word = plain(text)
    if _YES.fullmatch(word):
        return True
    if _NO.fullmatch(word):
        return False
    if _NOTHING.fullmatch(word):
        return None
    raise CellError("not-yes-or-no")


def read_datum(text: str) -> Datum | None:
    """WGS-84, GCJ-02 or BD-09, or the map that the coordinates came from."""
    word = re.sub(r"[\W_]", "", short_words(text))
    if not word:
        return None
    if word not in _DATUM_OF:
        raise CellError("unknown-datum", allowed=", ".join(Datum))
    return _DATUM_OF[word]


def read_kind(text: str) -> StallKind | None:
    """Factory, shop, or both."""
    word = short_words(text)
    for kind, names in _KINDS:
        if names.fullmatch(word):
            return kind
    if says_nothing(word) or word in _NO_KIND:
        return None
    raise CellError("unknown-kind", allowed=", ".join(StallKind))
