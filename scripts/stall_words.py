"""What the demonstration stalls sell and are called. Every name is put together here and belongs to nobody."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trade:
    """
    One sort of goods.

    Attributes:
        category: as the market's lists write it, broader ones after a semicolon.
        goods: things that such a stall has; a few become its keywords.
        sign: what ends its Chinese name, with the English.
        yuan: usual unit prices from the cheapest to the dearest.
        moq: usual least order in pieces.

    """

    category: str
    goods: tuple[str, ...]
    sign: tuple[tuple[str, str], ...]
    yuan: tuple[float, float]
    moq: int


def _trade(category: str, goods: str, sign: str, yuan: tuple[float, float], moq: int) -> Trade:
    pairs = tuple((zh, en) for zh, _, en in (part.partition("=") for part in sign.split("|")))
    return Trade(category, tuple(goods.split()), pairs, yuan, moq)


TRADES: dict[str, Trade] = {
    "flowers": _trade(
        "仿真花;工艺品、礼品", "仿真玫瑰 绢花 绿植墙 干花束 藤条 花盆", "花艺=Flowers|绢花=Silk Flowers", (1, 45), 100
    ),
    "toys": _trade("玩具", "积木 遥控车 毛绒公仔 泡泡机 拼图 水枪 盲盒", "玩具=Toys|童趣=Play", (2, 88), 120),
    "festive": _trade(
        "节庆用品;工艺品、礼品", "灯笼 春联 圣诞树 气球 彩带 派对帽", "节庆=Festive|喜品=Party", (0.5, 36), 200
    ),
    "jewellery": _trade(
        "饰品", "项链 耳环 手链 戒指 发夹 925银饰 胸针", "饰品=Jewellery|银饰=Silver|珠宝=Jewels", (1.2, 68), 60
    ),
    "hair": _trade("饰品;头饰", "发夹 发箍 发圈 抓夹 头饰套装", "发饰=Hair Ornaments|头饰=Headwear", (0.4, 12), 240),
    "ceramics": _trade(
        "陶瓷;日用百货",
        "餐具 马克杯 茶具 骨瓷 花瓶 饭碗 盖碗 釉下彩 粗陶 汤盆 咖啡杯",
        "瓷坊=Porcelain|陶品=Pottery|骨瓷=Bone China|陶艺=Ceramics|窑=Kiln",
        (3.5, 168),
        120,
    ),
    "crystal": _trade(
        "水晶玻璃;工艺品、礼品", "水晶杯 玻璃壶 密封罐 水晶摆件 烟灰缸 奖杯", "晶品=Crystal|玻璃=Glass", (4, 120), 60
    ),
    "crafts": _trade(
        "工艺品、礼品", "相框 木雕 树脂摆件 香薰 风铃 音乐盒 冰箱贴", "工艺=Crafts|摆件=Ornaments", (2, 96), 100
    ),
    "findings": _trade("饰品;饰品配件", "珠子 链条 龙虾扣 吊坠 水钻 包装袋", "配件=Findings|珠料=Beads", (0.1, 6), 500),
    "bags": _trade("箱包皮具", "双肩包 拉杆箱 收纳袋 钱包 腰包 化妆包", "箱包=Bags|皮具=Leather", (6, 138), 60),
    "umbrellas": _trade(
        "雨伞;日用百货",
        "三折伞 黑胶伞 全自动伞 透明伞 儿童伞 直杆伞 遮阳伞 雨披",
        "伞业=Umbrellas|伞坊=Umbrella House|雨具=Rainwear",
        (6.5, 48),
        300,
    ),
    "tools": _trade("五金、工具", "螺丝刀 卷尺 工具箱 扳手 手电钻 钳子", "五金=Hardware|工具=Tools", (1.5, 160), 100),
    "locks": _trade(
        "五金、工具;锁具", "挂锁 密码锁 门锁 儿童安全锁 指纹锁", "锁具=Locks|锁业=Lock Works", (2.5, 118), 100
    ),
    "electrical": _trade(
        "电工电气", "排插 开关 数据线 灯泡 延长线 补光灯", "电工=Electrical|微电=Sockets", (2, 78), 100
    ),
    "packing": _trade("包装", "礼品袋 礼盒 气泡柱 快递袋 标签 丝带", "包装=Packaging|礼袋=Gift Bags", (0.15, 12), 500),
    "kitchen": _trade(
        "五金厨卫;日用百货", "奶锅 沥水架 刀具 菜板 保温杯 削皮刀", "厨具=Kitchen|厨卫=Kitchen and Bath", (3, 88), 100
    ),
    "appliances": _trade(
        "小家电;家用电器",
        "榨汁杯 电动修眉刀 剃须刀 电炖盅 养生壶 挂烫机 小风扇 空气炸锅 加湿器",
        "电器=Appliances|小家电=Small Appliances|生活电器=Home Appliances",
        (8.6, 188),
        100,
    ),
    "electronics": _trade(
        "数码、电脑", "耳机 充电宝 手机壳 支架 音箱 数据线", "数码=Digital|电子=Electronics", (3, 128), 100
    ),
    "clocks": _trade("钟表;工艺品、礼品", "挂钟 座钟 手表 闹钟 计时器", "钟表=Clocks|时计=Timepieces", (8, 98), 60),
    "lamps": _trade("灯饰照明", "台灯 手电筒 露营灯 串灯 夜灯", "灯饰=Lighting|照明=Lamps", (3, 96), 100),
    "glasses": _trade("眼镜;服装配饰", "太阳镜 老花镜 镜框 防蓝光眼镜", "眼镜=Glasses|光学=Optics", (3, 45), 120),
    "stationery": _trade(
        "办公、文化", "中性笔 笔记本 贴纸 文件夹 彩铅 手账", "文具=Stationery|笔业=Pens", (0.3, 28), 300
    ),
    "sports": _trade("运动户外", "瑜伽垫 跳绳 哑铃 护膝 帐篷 折叠椅", "体育=Sports|户外=Outdoor", (2, 168), 60),
    "cosmetics": _trade(
        "美容护肤/彩妆", "口红 眼影 面膜 化妆刷 指甲油 美妆蛋", "彩妆=Make-up|美妆=Beauty", (1.5, 58), 120
    ),
    "trimmings": _trade("纺织、皮革", "纽扣 拉链 花边 织带 徽章 面料", "辅料=Trimmings|织带=Ribbons", (0.05, 18), 500),
    "combs": _trade(
        "个护/家清", "镜子 梳子 指甲钳 浴球 修眉剪", "镜梳=Mirrors and Combs|个护=Personal Care", (0.8, 22), 200
    ),
    "socks": _trade("内衣;袜子", "棉袜 船袜 丝袜 童袜 瑜伽袜", "袜业=Socks|针织=Knitwear", (0.9, 9), 300),
    "hats": _trade("服装配饰", "渔夫帽 棒球帽 毛线帽 手套 围巾", "帽业=Hats|围巾=Scarves", (2.5, 36), 120),
    "daily": _trade(
        "日用百货", "收纳盒 衣架 拖把 雨披 挂钩 保鲜膜 垃圾袋 一次性杯", "百货=Daily Goods|家居=Home", (0.5, 38), 200
    ),
    "towels": _trade("家纺;毛巾", "毛巾 浴巾 浴袍 方巾 干发帽", "毛巾=Towels|家纺=Home Textiles", (1.8, 42), 200),
    "shoes": _trade("鞋", "凉拖 帆布鞋 童鞋 棉拖 运动鞋", "鞋业=Shoes|鞋服=Footwear", (6, 78), 60),
    "underwear": _trade("内衣", "文胸 内裤 睡衣 保暖内衣 家居服", "内衣=Underwear|家居服=Homewear", (3, 58), 120),
    "belts": _trade("纺织、皮革;服装配饰", "皮带 腰带 扣头 背带", "皮带=Belts|皮革=Leather", (4, 48), 120),
    "paintings": _trade("家饰", "油画 装饰画 十字绣 挂毯 画框", "画艺=Paintings|家饰=Decoration", (12, 168), 30),
    "imports": _trade("进口商品", "咖啡 红酒 橄榄油 巧克力 坚果 香皂", "进口=Imports|食品=Foods", (5, 188), 24),
    "bedding": _trade("家纺", "四件套 枕头 毛毯 婚庆用品 蚊帐", "床品=Bedding|喜铺=Wedding", (15, 188), 30),
    "pets": _trade("宠物及园艺", "猫砂盆 狗窝 牵引绳 猫抓板 喂食器", "宠物=Pets|园艺=Garden", (3, 98), 60),
    "curtains": _trade("纺织、皮革;家纺", "窗帘 面料 桌布 沙发垫 酒店用品", "窗帘=Curtains|布艺=Fabrics", (6, 128), 60),
    "car": _trade("汽车用品", "脚垫 手机支架 香水 遮阳挡 行车记录仪", "车品=Car Goods|汽配=Car Parts", (3, 138), 60),
    "baby": _trade("母婴用品", "奶瓶 围兜 湿巾 婴儿玩具 学步鞋", "母婴=Baby|婴童=Infants", (2, 88), 60),
    "smart": _trade(
        "数码、电脑;家用电器", "智能手环 摄像头 扫地机 翻译机 智能插座", "智能=Smart|科技=Tech", (25, 388), 30
    ),
    "machines": _trade(
        "机械及行业设备", "封口机 打标机 缝纫机 包装机 喷码机", "机械=Machines|设备=Equipment", (80, 2800), 1
    ),
    "women": _trade("女装", "连衣裙 T恤 卫衣 牛仔裤 针织衫", "女装=Womenswear|服饰=Fashion", (15, 98), 30),
    "men": _trade("男装", "夹克 衬衫 休闲裤 卫衣 羽绒服", "男装=Menswear|服饰=Clothing", (18, 138), 30),
    "children": _trade("童装", "童裙 童T恤 校服 连体衣 童外套", "童装=Childrenswear|童衣=Kidswear", (9, 68), 30),
    "live": _trade(
        "日用百货;直播货源", "爆款收纳 网红零食 清洁神器 一次性用品 家居小件", "供应链=Supply|好物=Goods", (0.9, 39), 50
    ),
    "services": _trade("其他分类", "外贸代理 报关 物流 拍摄 代运营", "外贸=Trading|服务=Services", (50, 500), 1),
}

SYLLABLES: tuple[tuple[str, str], ...] = tuple(
    (part[0], part[1:])
    for part in (
        "青qing 禾he 半ban 亩mu 云yun 岫xiu 竹zhu 里li 瑞rui 玉yu 澄cheng 心xin 山shan 止zhi 棠tang 下xia 恒heng 序xu "
        "眉mei 间jian 朝zhao 露lu 小xiao 满man 川chuan 稳wen 晴qing 雨yu 巷xiang 鹤he 鸣ming 纸zhi 微wei 光guang "
        "松song 白bai 鹭lu 荷he 塘tang 秋qiu 水shui 石shi 溪xi 木mu 禄lu 欣xin 柚you 橘ju 星xing "
        "麦mai 田tian 初chu 墨mo 枕zhen 河he 蓝lan 桥qiao 枫feng 林lin 望wang 舒shu 听ting 泉quan "
        "拾shi 穗sui 燕yan 归gui 桐tong 花hua 沐mu 风feng"
    ).split()
)

PEOPLE: tuple[str, ...] = tuple(
    "何姐 小沈 许工 阿良 钟老板 老罗 吕姐 小方 宋姐 金老板 "
    "阿坤 周厂长 贺经理 老易 小唐 小邱 阿丁 柳姐 方叔 小骆".split()
)

FLOOR_TRADES: dict[tuple[str, int], str] = {
    ("D1", 1): "flowers toys toys toys festive",
    ("D1", 2): "jewellery jewellery jewellery hair hair",
    ("D1", 3): "ceramics ceramics ceramics crystal crafts crafts findings",
    ("D1", 4): "ceramics crafts crafts festive lamps",
    ("D1E", 1): "jewellery findings",
    ("D1E", 2): "jewellery jewellery hair",
    ("D1E", 3): "jewellery findings crafts",
    ("D1E", 4): "jewellery paintings",
    ("D2", 1): "bags bags umbrellas umbrellas daily packing",
    ("D2", 2): "tools tools locks electrical packing lamps",
    ("D2", 3): "appliances appliances kitchen kitchen electronics clocks daily",
    ("D2", 4): "lamps kitchen appliances tools",
    ("D2", 5): "services tools",
    ("D3", 1): "glasses stationery stationery packing",
    ("D3", 2): "stationery sports sports",
    ("D3", 3): "cosmetics cosmetics trimmings trimmings",
    ("D3", 4): "cosmetics combs trimmings",
    ("D3", 5): "paintings crafts",
    ("D4", 1): "socks socks hats",
    ("D4", 2): "daily daily towels hats",
    ("D4", 3): "shoes trimmings belts underwear",
    ("D4", 4): "hats underwear shoes",
    ("D4", 5): "paintings",
    ("D5", 1): "imports",
    ("D5", 2): "bedding bedding pets",
    ("D5", 3): "curtains curtains daily",
    ("D5", 4): "car car lamps",
    ("D5", 5): "services crafts",
    ("D6", 1): "jewellery toys crafts",
    ("D6", 2): "cosmetics baby combs",
    ("D6", 3): "smart appliances bags",
    ("D6", 4): "electronics machines smart",
    ("HUANGYUAN", 1): "women men",
    ("HUANGYUAN", 2): "men",
    ("HUANGYUAN", 3): "women",
    ("HUANGYUAN", 4): "women men",
    ("HUANGYUAN", 5): "children",
    ("BINWANG", 1): "live daily women",
    ("SHENGCHAN", 1): "machines packing",
    ("SHENGCHAN", 2): "machines packing",
    ("SHENGCHAN", 3): "trimmings",
    ("BEIXIAZHU", 1): "live live daily",
}
"""What a floor sells, weighted by repetition: the market's own boards (docs/market.md)."""

FLOOR_COUNTS: dict[tuple[str, int], int] = {
    ("D1", 1): 110, ("D1", 2): 110, ("D1", 3): 170, ("D1", 4): 30,
    ("D1E", 1): 20, ("D1E", 2): 25, ("D1E", 3): 15, ("D1E", 4): 10,
    ("D2", 1): 130, ("D2", 2): 110, ("D2", 3): 150, ("D2", 4): 30, ("D2", 5): 8,
    ("D3", 1): 60, ("D3", 2): 60, ("D3", 3): 60, ("D3", 4): 15, ("D3", 5): 8,
    ("D4", 1): 60, ("D4", 2): 80, ("D4", 3): 60, ("D4", 4): 50, ("D4", 5): 8,
    ("D5", 1): 20, ("D5", 2): 35, ("D5", 3): 30, ("D5", 4): 25, ("D5", 5): 8,
    ("D6", 1): 25, ("D6", 2): 20, ("D6", 3): 20, ("D6", 4): 12,
    ("HUANGYUAN", 1): 10, ("HUANGYUAN", 2): 10, ("HUANGYUAN", 3): 10, ("HUANGYUAN", 4): 8, ("HUANGYUAN", 5): 8,
    ("BINWANG", 1): 12,
    ("SHENGCHAN", 1): 6, ("SHENGCHAN", 2): 6, ("SHENGCHAN", 3): 4,
    ("BEIXIAZHU", 1): 30,
}  # fmt: skip
"""How many demonstration stalls each floor gets: 1,678."""
