"""Text of notes: made even, cut into lines and clauses, and what is left of it when everything is understood."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARS = 1000
"""A note of the aisle takes under two hundred characters; the rest of a longer one is kept but not read."""

_NOISE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_EVEN = str.maketrans({"￥": "¥", "。": ";", "；": ";", "、": ",", "×": "×", "✕": "×", "╳": "×", "＊": "*"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－~～〜", "-"))
_FREIGHT = re.compile(r"运费|邮费|首重|续重|快递|物流|freight|shipping", re.IGNORECASE)
_FREIGHT_SUM = re.compile(
    rf"(?:[补加付]\s*\d[\d.]*\s*[元块]?\s*)?(?:{_FREIGHT.pattern})(?:\s*[:=]?\s*\d[\d.]*(?:\s*(?:元|块))?)?\S*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^;\n]+?(?=,(?!\d{3}(?!\d))|[;\n]|$)|[^;\n]")
_ANEW = re.compile(
    r"\s(?=(?:单价|报价|价格|批发价|出厂价|供货价|拿货价|起订|起批|MOQ|装箱|箱规|外箱|毛重|[一每]箱)(?!数))",
    re.IGNORECASE,
)
"""Where a clause goes on about something else without a comma."""
_MONEY_BEFORE = re.compile(r"\d\s*(?:元|块)|¥\s*\d|价")
_IDLE = re.compile(
    r"\(?(?:的|了|个|样品?|箱|有|有?现货(?:供应)?|不?含税|含|这个|那个|这款|左右|可协商|预估|约|大概|起|啊|呢|吧|哦|哈|老板说|他说|包邮|不包邮"
    r"|一手|大货可退|可退|出样|打样|佣金|批发|零售|每件|fob|exw|pcs?|moq|元|块)++\)?",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"[\s,]*(?:多少钱|怎么[卖批]|什么价格?|啥价|价格多少|how\s+much(?:\s+is\s+it)?)(?:一?个|呢|[呀啊?])*$",
    re.IGNORECASE,
)
"""What is asked of an article is no part of its name."""
_REMARK = re.compile(
    r"(?:这|那|他|她|它|们|我|家|店里?|摊位?|个|款|边|里|种|批|些|东西|样子|款式|颜色|质量|品质|质感|做工|手感|价格|价钱|服务|态度|老板娘?|人|的|是|说|觉得|感觉|看着|看起来"
    r"|也|都|还|就|很|挺|真|太|蛮|好|更|最|比较|相当|非常|有点|特别|确实|不|没)*"
    r"(?:不错|可以|好看?|行|棒|赞|漂亮|精致|喜欢|便宜|实惠|划算|贵|一般|普通|差|粗糙|靠谱|热情|客气|实在|满意|收到|谢谢|知道|nice|good|great|ok(?:ay)?)"
    r"(?:的|了|啊|呀|哦|呢|吧|哈|嘛)*[!~.]*",
    re.IGNORECASE,
)
"""What somebody thinks of a stall or its goods; it names none."""
_NAMED = re.compile(r"(?:品名|名称|产品名称?|货品|商品|款名|article|item)\s*[:=]\s*([^\n;,|]{1,80})", re.IGNORECASE)
_EDGES = " \t\n,;:.·|/-_<>\"'“”‘’+=*#&~!?"


_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕"
    "丁任沈姚卢姜崔钟谭陆汪范廖贾夏付邹孟熊秦邱江尹薛"
)
_TRADER = re.compile(
    r".*(?:老板娘?|[姐哥总叔姨嫂]|经理|厂长|主任|店长|先生|女士|小姐|师傅|客服|业务员?|供应商|厂|店|公司|商行|批发部?)"
    rf"|[小阿老][{_SURNAMES}]|阿[\u4e00-\u9fff]|(?:mr|ms|mrs|miss|boss)\.?\s+\w+|.*\b(?:supplier|seller|factory|shop|boss|sales)",
    re.IGNORECASE,
)
"""How sellers are called in a chat; before a colon it is one of them who speaks, and not an article with its price."""


def is_trader(name: str) -> bool:
    """Whether somebody is called as sellers are: 鹿姐, 王老板, a factory."""
    return _TRADER.fullmatch(name.strip(_EDGES)) is not None


def even_out(text: str) -> str:
    """Full-width signs plain (NFKC), one kind of dash, separator and blank; the number of characters may change."""
    kept = "".join(c if c == "\n" or unicodedata.category(c) not in _NOISE else " " for c in text[:MAX_CHARS])
    plain = unicodedata.normalize("NFKC", kept.translate(_EVEN)).translate(_EVEN).translate(_DASHES)
    plain = re.sub(r"[^\S\n]+", " ", plain)
    # OCR and copied web pages set blanks inside prices: ¥ 14 .28
    plain = re.sub(r"(?<=\d)\s+\.(?=\d)|(?<=¥)\s*(?=\d)", lambda m: "." if "." in m.group() else "", plain)
    plain = re.sub(r"(?<=\d) \. (?=\d{1,2} ?[元块/])", ".", plain)
    plain = re.sub(r"(¥\d{1,6})\s*\.\s*(?=\d{1,2}(?!\d))", r"\1.", plain)
    return plain[: 2 * MAX_CHARS].strip()


def without_freight(text: str) -> tuple[str, list[str]]:
    """A text with its clauses about freight blotted out, for they hold no price; and those clauses."""
    taken: list[str] = []
    if not _FREIGHT.search(text):
        return text, taken

    def blot(match: re.Match[str]) -> str:
        clause = match.group()
        word = _FREIGHT_SUM.search(clause)
        if word is None:
            return clause
        start, end = word.span() if _MONEY_BEFORE.search(clause[: word.start()]) else (0, len(clause))
        if anew := _ANEW.search(clause, word.start()):
            end = min(end, anew.start())
        taken.append(clause[start:end])
        return clause[:start] + ";" * (end - start) + clause[end:]

    return _CLAUSE.sub(blot, text), taken


def article_and_rest(names: list[str], others: list[str]) -> tuple[str, str]:
    """
    The article's name and what else was not understood.

    Args:
        names: what lies between the words that were understood, in order.
        others: words that were recognised, but tell nothing that has a place.

    """
    parts = [part.strip(_EDGES) for name in names for part in re.split(r"[;\n,|]|\s{2,}", name)]
    said = [part for part in parts if part.strip("()[]{}") and not _IDLE.fullmatch(part)]
    named = next((part for part in said if _NAMED.search(part)), None)
    goods = (part for part in said if re.search(r"[A-Za-z\u3400-\u9fff]", part) and not _REMARK.fullmatch(part))
    holder = named or next(goods, None)
    article = "" if holder is None else _NAMED.sub(r"\1", holder)
    rest = [part for part in said if part is not holder] + [other.strip(_EDGES) for other in others]
    return re.sub(r"的$", "", _ASKING.sub("", article.strip(_EDGES))), "; ".join(part for part in rest if part)
