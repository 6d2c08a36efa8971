"""
Names that stand in addresses: of the market and of Yiwu around it.

Sources: the names and aliases of the districts as addresses of market sites and shops write them (2026); sub-districts
and towns of Yiwu: the national statistical division codes (2023).
"""

from __future__ import annotations

TRADE_CITY = (
    r"国际商贸[城成诚]|国际商茂城|国际商贸(?:中心|市场|(?=\s*(?:[一二三四五六]|[1-6])\s*区))|国际商城|国际贸易城|国贸城|商贸城"
    r"|(?:国际)?小商品(?:批发)?(?:市场|[城成])|福田(?:国际)?(?:小商品)?(?:市场|商贸城)"
    r"|(?:futian\s+)?(?:[il1]nter?n[a-z]{2,8}|int['’]?l?\.?)\s*(?:trade|trading|commerce|business)"
    r"\s+(?:city|mart|market|cent(?:er|re)|town|mall)"
    r"|(?:small\s+)?commodit(?:y|ies)\s+(?:city|market|mart)|trade\s+(?:city|mart)"
    r"|(?:guo\s?ji\s?)?shang\s?mao\s?cheng|xiao\s?shang\s?pin\s?(?:cheng|shi\s?chang)"
    r"|futian\s+(?:wholesale\s+)?market|(?<=yiwu\s)(?:wholesale\s+)?market"
)
DIGITAL_TRADE_CENTRE = (
    r"(?:全球)?数(?:字)?贸(?:易)?(?:中心|港)"
    r"|(?:global\s+)?digital\s+trade\s+(?:cent(?:er|re)|hub|city|mart)|\bGDTC\b"
)
HUANGYUAN = (
    r"(?:篁园|皇园|黄园|簧园)(?:国际)?(?:服装|服饰)?(?:批发)?(?:市场|城)"
    r"|huang\s?yuan(?:\s+(?:clothing|garments?|apparel|fashion|clothes))?(?:\s+(?:wholesale\s+)?(?:market|mart|city))?"
)
BINWANG = r"宾王(?:异国风情)?(?:国际)?(?:服装)?(?:市场|夜市|商贸区|商贸城)|bin\s?wang\s+(?:night\s+)?(?:market|mart)"
SHENGCHAN = (
    r"(?:国际)?生产资料(?:批发)?(?:市场|城)"
    r"|(?:international\s+)?production\s+materials?\s+(?:market|mart|city)"
    r"|(?:international\s+)?(?:means\s+of\s+production|capital\s+goods)\s+(?:market|mart)"
)
BEIXIAZHU = r"北下朱(?!货运|物流)(?:微商|电商|网红|直播|新)?(?:小镇|村|社区|小区)?|bei\s?xia\s?zhu(?:\s+village)?"

YIWU = r"义乌|义务|义鸟|乂乌|\byi\s?wu\b"
ROUND_ABOUT = (
    r"中国|浙江省?|金华市?|\bchina\b|\bzhe\s?jiang\b|\bjin\s?hua\b|\bp\.?\s?r\.?\s?(?:of\s)?(?:china|c\b\.?)"
    r"|(?:福田|稠城|江东|稠江|北苑|后宅|城西|廿三里|佛堂|苏溪|上溪|大陈|义亭|赤岸)(?:街道|镇)"
)

QUARTERS_EN = (
    r"jiangdong|beiyuan|choujiang|houzhai|chengxi|nian?sanli|gansanli|fotang|suxi|shangxi|dachen|yiting|chi['’]?an"
    r"|changchun|yinhai|danxi|xiawang|qingkou|choucheng"
)
"""Sub-districts, towns and quarters of Yiwu in which none of the numbered districts lies."""

HARMLESS = (
    "在|位于|位|于|交叉口|交汇处|交界处|路口|地处|地址|店址|地点|位置|址|我|我们|我家|我司|你|请|到|去|来|送|送到|发|发到|寄|寄到|收|从|住|开在|就在"
    "|和|与|及|或|即|也|是|就|的|新|老|原|旧|现|现在|搬到|搬至|迁至|欢迎光临|欢迎来|经营|直销|批发|联系|电话|市|县|城|街道"
    "|店|店面|门店|新店|老店|总店|分店|本店|商铺|店铺|铺面|商位|摊位|档口|门市|厂|工厂|公司|展厅|样品间|市场|实体店|实体"
)
"""Words, joined by bars, that may stand right before a market's or a district's name without being part of it."""

HARMLESS_ENGLISH = frozenset(
    (
        *("of", "in", "at", "on", "to", "from", "is", "and", "the", "our", "please", "visit", "come", "new", "old"),
        *("yiwu", "zhejiang", "china", "city", "market", "mart", "wholesale", "international", "trade", "commodity"),
        *("no", "add", "address", "shop", "booth", "store", "stall", "factory", "company", "located"),
    )
)
"""Words before ``District 3`` that leave it a district of the market, where ``Changchun District 3`` is a quarter."""
