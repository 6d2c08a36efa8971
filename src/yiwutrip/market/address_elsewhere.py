"""
Names of places that are not Yiwu: many have a market that calls itself 国际商贸城, 小商品城 or 义乌 something.

Sources: provinces, prefecture-level divisions of China and county-level towns known for a wholesale market (national
statistical division codes, 2023); states by their short names (ISO 3166-1) and cities abroad in which Chinese traders
keep malls. Names that are also goods or parts of an address (白银) stand only where what follows makes them towns.
"""

from __future__ import annotations

_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 "
    "云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)
_PREFECTURES = (
    "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 "
    "临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善 沈阳 大连 "
    "鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 "
    "齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 南京 无锡 徐州 常州 苏州 南通 "
    "连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 "
    "马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 "
    "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 "
    "日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 "
    "周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 长沙 株洲 "
    "湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 "
    "肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 "
    "百色 贺州 河池 来宾 崇左 海口 三亚 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 "
    "广安 达州 雅安 巴中 资阳 凉山 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 昆明 曲靖 玉溪 保山 昭通 "
    "丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则 昌都 林芝 西安 铜川 宝鸡 咸阳 渭南 "
    "延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 西宁 海东 格尔木 "
    "银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 喀什 和田 伊犁 塔城 "
    "阿勒泰 石河子"
)
_TOWNS = (
    "新沂 常熟 柯桥 即墨 晋江 石狮 海城 西柳 白沟 海宁 桐乡 诸暨 永康 东阳 兰溪 浦江 武义 磐安 路桥 温岭 慈溪 余姚 "
    "嵊州 织里 澄海 南海 顺德 虎门 大朗 邵东 凯里 都匀 满洲里 二连浩特 霍尔果斯 绥芬河 瑞丽 凭祥 东兴 张家港 江阴 "
    "昆山 邳州 沭阳 滕州 寿光 兰陵 郯城 莒南 临泉 界首 辛集 高碑店 普宁 陆丰 库尔勒 伊宁"
)
_STATES = (
    "日本 韩国 朝鲜 蒙古国 越南 老挝 柬埔寨 泰国 缅甸 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 东帝汶 印度 "
    "巴基斯坦 孟加拉国 孟加拉 斯里兰卡 尼泊尔 不丹 马尔代夫 阿富汗 伊朗 伊拉克 叙利亚 约旦 黎巴嫩 以色列 巴勒斯坦 "
    "沙特阿拉伯 沙特 也门 阿曼 阿联酋 卡塔尔 巴林 科威特 土耳其 塞浦路斯 格鲁吉亚 亚美尼亚 阿塞拜疆 哈萨克斯坦 "
    "乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 俄罗斯 白俄罗斯 乌克兰 摩尔多瓦 波兰 捷克 斯洛伐克 匈牙利 "
    "罗马尼亚 保加利亚 塞尔维亚 克罗地亚 斯洛文尼亚 波黑 黑山 北马其顿 阿尔巴尼亚 希腊 意大利 西班牙 葡萄牙 法国 "
    "德国 英国 爱尔兰 荷兰 比利时 卢森堡 瑞士 奥地利 丹麦 瑞典 挪威 芬兰 冰岛 爱沙尼亚 拉脱维亚 立陶宛 埃及 利比亚 "
    "突尼斯 阿尔及利亚 摩洛哥 苏丹 南苏丹 埃塞俄比亚 厄立特里亚 吉布提 索马里 肯尼亚 乌干达 卢旺达 布隆迪 坦桑尼亚 "
    "刚果 加蓬 喀麦隆 乍得 中非 尼日尔 尼日利亚 贝宁 多哥 加纳 科特迪瓦 布基纳法索 利比里亚 塞拉利昂 几内亚 "
    "塞内加尔 冈比亚 毛里塔尼亚 安哥拉 赞比亚 津巴布韦 马拉维 莫桑比克 博茨瓦纳 纳米比亚 南非 莱索托 马达加斯加 "
    "毛里求斯 美国 加拿大 墨西哥 危地马拉 洪都拉斯 萨尔瓦多 尼加拉瓜 哥斯达黎加 巴拿马 古巴 多米尼加 海地 牙买加 "
    "哥伦比亚 委内瑞拉 圭亚那 苏里南 厄瓜多尔 秘鲁 玻利维亚 巴西 巴拉圭 乌拉圭 阿根廷 智利 澳大利亚 新西兰 斐济 "
    "巴布亚新几内亚"
)
_ABROAD = (
    "东京 大阪 首尔 釜山 河内 胡志明 岘港 万象 金边 西哈努克 西港 曼谷 清迈 芭提雅 仰光 曼德勒 吉隆坡 槟城 雅加达 "
    "泗水 马尼拉 宿务 新德里 孟买 加尔各答 卡拉奇 拉合尔 伊斯兰堡 达卡 科伦坡 加德满都 喀布尔 德黑兰 巴格达 "
    "大马士革 安曼 贝鲁特 利雅得 吉达 萨那 马斯喀特 迪拜 阿布扎比 沙迦 阿治曼 多哈 麦纳麦 伊斯坦布尔 安卡拉 "
    "第比利斯 巴库 阿拉木图 阿斯塔纳 塔什干 比什凯克 杜尚别 莫斯科 圣彼得堡 符拉迪沃斯托克 海参崴 伊尔库茨克 "
    "新西伯利亚 明斯克 基辅 敖德萨 华沙 布拉格 布达佩斯 布加勒斯特 贝尔格莱德 雅典 罗马 米兰 普拉托 那不勒斯 "
    "马德里 巴塞罗那 里斯本 巴黎 汉堡 杜伊斯堡 法兰克福 柏林 伦敦 鹿特丹 开罗 亚历山大 的黎波里 阿尔及尔 "
    "卡萨布兰卡 喀土穆 亚的斯亚贝巴 内罗毕 蒙巴萨 坎帕拉 基加利 达累斯萨拉姆 金沙萨 布拉柴维尔 杜阿拉 拉各斯 "
    "阿布贾 科托努 洛美 阿克拉 阿比让 达喀尔 罗安达 卢萨卡 哈拉雷 马普托 约翰内斯堡 德班 开普敦 纽约 洛杉矶 "
    "拉斯维加斯 迈阿密 休斯敦 多伦多 温哥华 墨西哥城 巴拿马城 波哥大 加拉加斯 基多 瓜亚基尔 利马 圣保罗 里约热内卢 "
    "亚松森 蒙得维的亚 布宜诺斯艾利斯 圣地亚哥 伊基克 悉尼 墨尔本 奥克兰"
)


def _one_of(*names: str) -> str:
    """A pattern of all the names, the longer before those that they begin with; first letters are looked at first."""
    every = sorted(" ".join(names).split(), key=len, reverse=True)
    return f"(?=[{''.join(sorted({name[0] for name in every}))}])(?:{'|'.join(every)})"


PROVINCES_ZH = _one_of(_PROVINCES)
OUTSIDE_ZH = _one_of(_PROVINCES, _PREFECTURES, _TOWNS)
ABROAD_ZH = _one_of(_STATES, _ABROAD)
OUTSIDE_EN = (
    r"beijing|tianjin|shanghai|chongqing|hebei|shanxi|liaoning|jilin|heilongjiang|jiangsu|anhui|fujian|jiangxi|shandong|henan"
    r"|hubei|hunan|guangdong|hainan|sichuan|guizhou|yunnan|shaanxi|gansu|qinghai|guangxi|xinjiang|hong\s?kong|taiwan|macau"
    r"|chengdu|kunming|shenyang|changsha|wuhan|zhengzhou|shijiazhuang|xi['’]an|nanjing|suzhou|wuxi|xuzhou|xinyi|hangzhou"
    r"|ningbo|wenzhou|shaoxing|keqiao|linyi|jinan|qingdao|hefei|xiamen|quanzhou|jinjiang|nanchang|guangzhou|shenzhen|dongguan"
    r"|foshan|zhongshan|shantou|nanning|guiyang|lanzhou|urumqi|harbin|dalian|haicheng|xiliu|taiyuan|yongkang|dongyang|haining"
    r"|changshu|liuzhou|zunyi|zhuhai|huizhou|chenghai|jieyang|puning|baigou|manzhouli|khorgos|horgos|kashgar|kashi"
)
ABROAD_EN = (
    r"dubai|sharjah|ajman|abu\s+dhabi|u\.?a\.?e|emirates|saudi\s+arabia|riyadh|jeddah|doha|qatar|kuwait|bahrain|oman|muscat"
    r"|iran|te?hran|iraq|baghdad|amman|lebanon|beirut|turkey|istanbul|israel|pakistan|karachi|lahore|india|mumbai"
    r"|new\s+delhi|kolkata|bangladesh|dhaka|sri\s+lanka|colombo|nepal|kathmandu|japan|tokyo|osaka|korea|seoul|busan"
    r"|vietnam|hanoi|ho\s+chi\s+minh|saigon|laos|vientiane|cambodia|phnom\s+penh|sihanoukville|thailand|bangkok"
    r"|myanmar|yangon|malaysia|kuala\s+lumpur|singapore|indonesia|jakarta|surabaya|philippines|manila|cebu"
    r"|kazakhstan|almaty|uzbekistan|tashkent|kyrgyzstan|bishkek|tajikistan|dushanbe|russia|moscow|st\.?\s+petersburg"
    r"|ukraine|odes+a|kyiv|kiev|belarus|minsk|poland|warsaw|wolka\s+kosowska|czech|prague|hungary|budapest|romania|bucharest"
    r"|bulgaria|serbia|belgrade|greece|athens|italy|prato|spain|madrid|barcelona|portugal|lisbon|france"
    r"|germany|hamburg|duisburg|united\s+kingdom|netherlands|rotterdam|egypt|cairo|algeria|algiers|morocco"
    r"|casablanca|tunisia|libya|tripoli|sudan|khartoum|ethiopia|addis\s+ababa|kenya|nairobi|mombasa|uganda|kampala|tanzania"
    r"|dar\s+es\s+salaam|nigeria|lagos|ghana|accra|togo|benin|cotonou|ivory\s+coast|abidjan|senegal|dakar|cameroon"
    r"|douala|congo|kinshasa|angola|luanda|zambia|lusaka|zimbabwe|harare|mozambique|maputo|south\s+africa|johannesburg|durban"
    r"|cape\s+town|u\.?s\.?a|new\s+york|los\s+angeles|miami|houston|canada|toronto|vancouver|mexico|panama|colon\s+free\s+zone"
    r"|colombia|bogota|venezuela|caracas|ecuador|guayaquil|peru|brazil|sao\s+paulo|paraguay|ciudad\s+del\s+este|uruguay"
    r"|argentina|buenos\s+aires|chile|iquique|australia|sydney|melbourne|new\s+zealand|auckland"
)
