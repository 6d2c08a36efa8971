"""
Names that stand in addresses: of the market, of Yiwu around it, and of places elsewhere that are called the same.

Sources: the names and aliases of the districts as addresses of market sites and shops write them (2026); sub-districts
and towns of Yiwu, provinces and larger cities of China: the national statistical division codes (2023).
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

_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 "
    "四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)
_CITIES = (
    "成都 昆明 沈阳 长沙 武汉 郑州 石家庄 西安 南京 苏州 无锡 常州 徐州 新沂 南通 连云港 淮安 盐城 "
    "扬州 镇江 泰州 宿迁 常熟 杭州 宁波 温州 嘉兴 湖州 绍兴 柯桥 衢州 舟山 台州 丽水 临沂 济南 青岛 "
    "淄博 潍坊 烟台 济宁 即墨 合肥 芜湖 蚌埠 阜阳 亳州 安庆 福州 厦门 泉州 晋江 石狮 漳州 莆田 南昌 "
    "赣州 九江 上饶 洛阳 南阳 商丘 信阳 宜昌 襄阳 荆州 株洲 湘潭 衡阳 岳阳 常德 邵阳 广州 深圳 东莞 "
    "佛山 中山 珠海 汕头 惠州 南宁 柳州 桂林 海口 三亚 贵阳 遵义 大理 拉萨 兰州 西宁 银川 乌鲁木齐 "
    "哈尔滨 长春 大连 海城 西柳 鞍山 太原 大同 包头 呼和浩特 保定 白沟 唐山 邯郸 廊坊 沧州 绵阳 德阳 "
    "南充 宜宾 泸州 永康 东阳 兰溪 浦江 诸暨 满洲里 霍尔果斯 迪拜 莫斯科 华沙"
)
PROVINCES_ZH = "|".join(_PROVINCES.split())
_OUTSIDE = sorted((_PROVINCES + " " + _CITIES).split(), key=len, reverse=True)
OUTSIDE_ZH = f"(?=[{''.join(sorted({name[0] for name in _OUTSIDE}))}])(?:{'|'.join(_OUTSIDE)})"
OUTSIDE_EN = (
    r"beijing|tianjin|shanghai|chongqing|hebei|shanxi|liaoning|jilin|heilongjiang|jiangsu|anhui|fujian|jiangxi|shandong|henan"
    r"|hubei|hunan|guangdong|hainan|sichuan|guizhou|yunnan|shaanxi|gansu|qinghai|guangxi|xinjiang|hong\s?kong|taiwan"
    r"|chengdu|kunming|shenyang|changsha|wuhan|zhengzhou|shijiazhuang|xi['’]an|nanjing|suzhou|wuxi|xuzhou|xinyi|hangzhou"
    r"|ningbo|wenzhou|shaoxing|keqiao|linyi|jinan|qingdao|hefei|xiamen|quanzhou|jinjiang|nanchang|guangzhou|shenzhen|dongguan"
    r"|foshan|zhongshan|shantou|nanning|guiyang|lanzhou|urumqi|harbin|dalian|haicheng|xiliu|taiyuan|dubai|moscow|warsaw"
)

QUARTERS_EN = (
    r"jiangdong|beiyuan|choujiang|houzhai|chengxi|nian?sanli|gansanli|fotang|suxi|shangxi|dachen|yiting|chi['’]?an"
)
"""Sub-districts and towns of Yiwu in which none of the numbered districts lies."""

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
