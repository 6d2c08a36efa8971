"""Ways of writing addresses that the given cases do not have, made up here; every part of each is checked."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwutrip.domain.address import Address, District
from yiwutrip.market.address import parse_address
from yiwutrip.market.address_facts import GATES, TRADE_CITY

# What is written, and district, floor, gate, street, unit, booth as they must be read; - is what was not said.
WRITTEN = [
    ("义乌国际商贸城一区东区11门1楼2街", "D1E 1 11 2 - -"),
    ("义乌国际商贸城一区东扩3门2楼", "D1E 2 3 - - -"),
    ("国际商贸城1区东4门3楼103089", "D1E 3 4 - - 103089"),
    ("义乌市国际商贸城东扩区102187", "D1E - - - - 102187"),
    ("Yiwu International Trade City District 1 East, Gate 7, 2F, 102187A", "D1E 2 7 - - 102187A"),
    ("East of District 1, Yiwu International Trade City, 3rd floor, booth 103659B", "D1E 3 - - - 103659B"),
    ("义乌国际商贸城二区F区20门3楼12街16213", "D2 3 20 12 - 16213"),
    ("义乌国际商贸城二区20号门三楼十二街16213号", "D2 3 20 12 - 16213"),
    ("义乌国际商贸城二区二十号门三楼十二街16213号", "D2 3 20 12 - 16213"),
    ("国际商贸城第二区第20号门第3层第12街16213-16215号商位", "D2 3 20 12 - 16213-16215"),
    ("义乌国际商贸城2区20-21号门3F12街16213/16214", "D2 3 - 12 - 16213,16214"),
    ("义乌国际商贸城2区 20、21门 3楼 16213、16214、16215", "D2 3 - - - 16213,16214,16215"),
    ("義烏國際商貿城二區20號門3樓12街16213", "D2 3 20 12 - 16213"),
    ("义乌国际商贸城二区２０号门３楼１２街１６２１３", "D2 3 20 12 - 16213"),
    ("地址：浙江省义乌市国际商贸城三区59门三楼2街27449号店面", "D3 3 59 2 - 27449"),
    ("联系地址:义乌国际商贸城四区75号门1楼8街30472A 电话:0579-85123456 手机 13812345678", "D4 1 75 8 - 30472A"),
    ("义乌国际商贸城四区负一楼", "D4 -1 - - - -"),
    ("义乌国际商贸城三区B1层65门L1-1033", "D3 -1 65 - - L1-1033"),
    ("District 3, Floor B1, Gate 65, Street 2, Booth L1-1033", "D3 -1 65 2 - L1-1033"),
    ("District 4, Floor 3, Gate 75, Street X, Booth X3F-013A", "D4 3 75 - - X3F-013A"),
    ("District 5, Floor 5, Gate , Street , Booth 5F009-5F010-10", "D5 5 - - - 5F009-5F010-10"),
    ("District 5, Floor 5, Gate 103, Street 1, Booth 70521-31", "D5 5 103 1 - 70521-31"),
    ("District 2, Floor 2, Gate 22, Street , Booth 13001-18", "D2 2 22 - - 13001-18"),
    ("District 1, Floor 2, Gate East11, Street 2, Booth 102399", "D1E 2 11 2 - 102399"),
    ("District 1, Floor 2, Gate East 11, Street 2, Booth 102399", "D1E 2 11 2 - 102399"),
    ("District 4, Floor 2, Gate North 5, Street 20, Booth 36297A", "D4 2 - 20 - 36297A"),
    ("District 4, Floor 2, Gate North5, Street 20, Booth 36297A", "D4 2 - 20 - 36297A"),
    ("No. 16213, 12th Street, Gate 20, 3/F, District 2, International Trade City, Yiwu", "D2 3 20 12 - 16213"),
    ("Shop 16213, Street 12, Gate No. 20, third floor, Zone 2, Futian Market, Yiwu", "D2 3 20 12 - 16213"),
    ("Booth#16213 St.12 Gate#20 F3 District Two Yiwu International Trade Mart", "D2 3 20 12 - 16213"),
    ("Gate No. 21, 3rd floor, Yiwu International Trade Mart District 2", "D2 3 21 - - -"),
    ("Yiwu Futian Market Zone 2 Gate 21 3F 16455", "D2 3 21 - - 16455"),
    ("Stall 27449, 2nd St, 3F, Gate 59, Area 3, Yiwu Int'l Trade City", "D3 3 59 2 - 27449"),
    (
        "Yiwu International Trade Center, Section 4, Gate 80, 2nd floor, street 20, shop no. 35386B",
        "D4 2 80 20 - 35386B",
    ),
    ("F3, Gate 59, D3, Yiwu market, 27449", "D3 3 59 - - 27449"),
    ("3楼12街16213，20号门，国际商贸城二区，义乌", "D2 3 20 12 - 16213"),
    ("二区20门3楼12街16213", "D2 3 20 12 - 16213"),
    ("2区20门16213", "D2 - 20 - - 16213"),
    ("二区3楼", "D2 3 - - - -"),
    ("D2-3F-16213", "D2 3 - - - 16213"),
    ("D1E-2F-102187A", "D1E 2 - - - 102187A"),
    ("D2 3F G20 S12 16213", "D2 3 20 12 - 16213"),
    ("数贸中心3楼2单元4街83302", "D6 3 - 4 2 83302"),
    ("义乌全球数贸中心188号门4F-84556", "D6 4 188 - - 84556"),
    ("义乌国际商贸城六区（全球数贸中心）1楼71441", "D6 1 - - - 71441"),
    ("全球数贸中心市场板块2楼3街82694", "D6 2 - 3 - 82694"),
    ("义乌国际商贸城六区157号门1楼1单元2街71455", "D6 1 157 2 1 71455"),
    ("Yiwu Global Digital Trade Centre, Gate 161, 1st floor, Unit 2, Street 3, No. 71528", "D6 1 161 3 2 71528"),
    ("篁园市场1楼Y1-0455A", "HUANGYUAN 1 - - - Y1-0455A"),
    ("义乌市篁园市场五楼3门5街Y5-0395", "HUANGYUAN 5 3 5 - Y5-0395"),
    ("篁园服装城二楼", "HUANGYUAN 2 - - - -"),
    ("Huangyuan Clothing Market 3rd floor gate 6", "HUANGYUAN 3 6 - - -"),
    ("义乌宾王夜市", "BINWANG - - - - -"),
    ("宾王市场3楼12号", "BINWANG 3 - - - 12"),
    ("义乌国际生产资料市场1楼3号门6街10123", "SHENGCHAN 1 3 6 - 10123"),
    ("Yiwu International Production Materials Market, 2nd floor", "SHENGCHAN 2 - - - -"),
    ("义乌市北下朱88幢", "BEIXIAZHU - - - - 88幢"),
    ("义乌北下朱村12栋3号", "BEIXIAZHU - - - - 12栋3号"),
    ("北下朱电商小镇25幢5单元", "BEIXIAZHU - - - 5 25幢"),
    ("Beixiazhu village building 12, Yiwu", "BEIXIAZHU - - - - 12"),
    ("义乌国际商贸城一区3楼中街6789", "D1 3 - - - 6789"),
    ("义乌国际商贸城三区西大门3楼", "D3 3 - - - -"),
    ("国际商贸城四区西门1楼3街 义乌", "D4 1 - 3 - -"),
    ("义乌国际商贸城一区东大门1楼", "D1 1 - - - -"),
    ("国际商贸城五区进口馆1楼", "D5 1 - - - -"),
    ("义乌进口商品城101门1楼60567", "- 1 101 - - 60567"),
    ("义乌小商品城四区2楼", "D4 2 - - - -"),
    ("义乌小商品市场三区3楼化妆品27449", "D3 3 - - - 27449"),
    ("福田市场二区30号门3楼8街16926", "D2 3 30 8 - 16926"),
    ("福田二区30号门3楼8街16926", "D2 3 30 8 - 16926"),
    ("浙江义乌福田市场一区12号门3楼6710", "D1 3 12 - - 6710"),
    ("义乌国际商贸城二区，五金，16门", "D2 - 16 - - -"),
    ("商位号：22298A", "- - - - - 22298A"),
    ("22298A", "- - - - - 22298A"),
    ("1783O", "- - - - - 1783O"),
    ("I7830", "- - - - - I7830"),
    ("义乌国际商贸城二区17830号店 2021年入驻", "D2 - - - - 17830"),
    ("义乌国际商贸城3区4楼28500-28501", "D3 4 - - - 28500-28501"),
    ("义乌国际商贸城4区 1F 76门 10街 31062A/B", "D4 1 76 10 - 31062A/B"),
    ("义乌国际商贸城4区1F76门10街31062A", "D4 1 76 10 - 31062A"),
    ("义乌商贸城 4 区 1 楼 76 号 门 10 街 31062", "D4 1 76 10 - 31062"),
    ("义乌国际商贸城三区3楼66号门 9街 28115号（近66号门）", "D3 3 66 9 - 28115"),
    ("二区F3-20门-16213", "D2 3 20 - - 16213"),
    ("义乌市国际商贸城四区92号门附近", "D4 - 92 - - -"),
    ("Yiwu International Trade City District 2 Gate 26", "D2 - 26 - - -"),
    ("Yiwu International Trade City, 1st-5th Floor, District 5", "D5 - - - - -"),
    ("义乌国际商贸城五区1-4楼", "D5 - - - - -"),
    ("义乌市稠州北路1399号 国际商贸城四区", "D4 - - - - -"),
    ("义乌市福田路105号国际商贸城二区20门", "D2 - 20 - - -"),
    ("Futian Road 105, Yiwu International Trade City District 2 gate 20", "D2 - 20 - - -"),
    ("义乌市银海路399号国际商贸城一区", "D1 - - - - -"),
    ("义乌国际商贸城三区 61,62门间 3楼", "D3 3 - - - -"),
    ("yiwu international trade city district 4 gate 87 3f", "D4 3 87 - - -"),
    ("YIWU INTERNATIONAL TRADE CITY DISTRICT 4 GATE 87 3F 17-STREET 44088", "D4 3 87 17 - 44088"),
    ("4th District, 3rd Floor, 87 Gate, 17 Street, 44088 Booth", "D4 3 87 17 - 44088"),
    ("义乌国际商贸城二区4楼电商中心", "D2 4 - - - -"),
    ("义乌国际商贸城二区4楼29号门19249", "D2 4 29 - - 19249"),
    ("中国义乌国际商贸城E区9街9110", "- - - 9 - 9110"),
    ("义乌国际商贸城H区27449", "- - - - - 27449"),
    ("浙江省义乌市国际商贸城3区1楼51门 1街-21120", "D3 1 51 1 - 21120"),
    ("国际商贸城二区B1", "D2 -1 - - - -"),
    ("国际商贸城二区 -1楼 义乌", "D2 -1 - - - -"),
    ("义乌国际商贸城二区地下一层", "D2 -1 - - - -"),
    ("义乌国际商贸城二区 basement", "D2 -1 - - - -"),
    ("Ground floor, District 3, gate 52, Yiwu trade city", "D3 1 52 - - -"),
    ("G/F, District 3, gate 52, Yiwu trade city", "D3 1 52 - - -"),
    ("义乌国际商贸城一区西大门2楼3街", "D1 2 - 3 - -"),
    ("义乌国际商贸城一区东辅房1楼", "D1 1 - - - -"),
    ("义乌国际商贸城一区东1楼2街", "D1E 1 - 2 - -"),
    ("义乌国际商贸城一区东南大门1楼", "D1 1 - - - -"),
    ("义乌篁园服装市场北大门1楼3街", "HUANGYUAN 1 - 3 - -"),
    ("义乌篁园服装市场-1楼", "HUANGYUAN 1 - - - -"),
    ("义乌篁园服装市场负一楼2街", "HUANGYUAN -1 - 2 - -"),
    ("义乌国际商贸城四区北1门3楼25街", "D4 3 - 25 - -"),
    ("义乌国际商贸城四区北二门3楼25街", "D4 3 - 25 - -"),
    ("义乌国际商贸城四区南1号大门3楼25街", "D4 3 - 25 - -"),
    ("义乌国际商贸城四区西3门1楼", "D4 1 - - - -"),
    ("义乌国际商贸城五区北连接体门2楼3街", "D5 2 - 3 - -"),
    ("义乌国际商贸城五区连接体2楼3街", "D5 2 - 3 - -"),
    ("义乌国际商贸城二区西一门", "D2 - - - - -"),
    ("义乌国际商贸城二区1楼连接体F1-004A", "D2 1 - - - F1-004A"),
    ("义乌国际商贸城三区52门3楼3080A", "D3 3 52 - - 3080A"),
    ("义乌国际商贸城四区81门3楼中街", "D4 3 81 - - -"),
    ("义乌国际商贸城四区3楼B街", "D4 3 - - - -"),
    ("义乌国际商贸城四区76门4楼N街", "D4 4 76 - - -"),
    ("义乌国际商贸城四区76门4楼0街", "D4 4 76 - - -"),
    ("义乌国际商贸城四区0门4楼3街", "D4 4 - 3 - -"),
    ("义乌国际生产资料市场12门2楼3街", "SHENGCHAN 2 12 3 - -"),
    ("义乌宾王市场5门2楼", "BINWANG 2 5 - - -"),
    ("义乌宾王商贸区", "BINWANG - - - - -"),
    ("义乌农贸城2楼", "- 2 - - - -"),
    ("义乌国际商贸城六区", "D6 - - - - -"),
    ("义乌市幸福湖路100号全球数贸中心", "D6 - - - - -"),
    ("义乌市福田街道全球数贸中心1号楼", "D6 - - - - -"),
    ("义乌市国际商贸城3区51门1街2楼23789A，23789B", "D3 2 51 1 - 23789A,23789B"),
    ("义乌国际商贸城二区22门2楼13001-18", "D2 2 22 - - 13001-18"),
    ("义乌市国际商贸城二区F2-13001", "D2 2 - - - F2-13001"),
    ("国际商贸城三区H3-27449", "D3 3 - - - H3-27449"),
    ("Yiwu International Trade City G2-15818", "- 2 - - - G2-15818"),
    ("义乌国际商贸城二区2楼G区15818", "D2 2 - - - 15818"),
    ("义乌国际商贸城 2区2楼 G区 26号门 8街 15818A 商位", "D2 2 26 8 - 15818A"),
    ("义乌国际商贸城三区25012－1", "D3 - - - - 25012-1"),
    ("浙江省金华市义乌市国际商贸城一区一楼A区1街0083号", "D1 1 - 1 - 0083"),
    ("中国浙江义乌国际商贸城一区3楼D区6710号摊位", "D1 3 - - - 6710"),
    ("义乌福田市场一期二楼", "D1 2 - - - -"),
    ("义乌国际商贸城二期三楼", "- 3 - - - -"),
    ("义乌国际商贸城三期市场76门2楼19街", "- 2 76 19 - -"),
    ("义乌国际商贸城三期四区76门2楼19街", "D4 2 76 19 - -"),
    ("义乌国际商贸城一期一区10门", "D1 - 10 - - -"),
    ("义乌国际商贸城二期F区2楼", "- 2 - - - -"),
    ("Phase 2, Yiwu International Trade City, Gate 26", "- - 26 - - -"),
    ("International Trade City Phase I, Yiwu", "D1 - - - - -"),
    ("浙江义乌小商品城国际商贸城2区4楼19290", "D2 4 - - - 19290"),
    ("义乌中国小商品城福田市场3区", "D3 - - - - -"),
    ("中国小商品城篁园市场2楼", "HUANGYUAN 2 - - - -"),
    ("中国小商品城宾王市场", "BINWANG - - - - -"),
    ("中国小商品城四区", "D4 - - - - -"),
    ("义乌小商品批发市场二区", "D2 - - - - -"),
    ("Yiwu small commodity market district 3", "D3 - - - - -"),
    ("Yiwu market district 3 gate 60", "D3 - 60 - - -"),
    ("Futian Market District 3", "D3 - - - - -"),
    ("China Commodity City, District 5, Yiwu", "D5 - - - - -"),
    ("No.18 Futian Road, District 2, Yiwu International Trade City", "D2 - - - - -"),
    ("Yiwu International Trade Mart, Zone F, Floor 2", "- 2 - - - -"),
    ("Yiwu International Trade City, District 4, Gate 80-81, 3rd Floor", "D4 3 - - - -"),
    ("Gate 20/21, 3F, District 2, Yiwu International Trade City", "D2 3 - - - -"),
    ("Gates 20 & 21, District 2, Yiwu", "D2 - - - - -"),
    ("D2, F3, Gate 21, Street 5, Booth 16455", "D2 3 21 5 - 16455"),
    ("D2 3F 16455", "D2 3 - - - 16455"),
    ("Dist.2 3/F Gate.21 St.5 No.16455 Yiwu", "D2 3 21 5 - 16455"),
    ("2nd District 3rd Floor 21st Gate 5th Street 16455 Yiwu International Trade City", "D2 3 21 5 - 16455"),
    ("Second District, third floor, twenty-first gate, fifth street, 16455, Yiwu Trade City", "D2 3 21 5 - 16455"),
    ("Yiwu International Trade City Area 2 Floor 3 Gate 21 Street 5 Booth 16455, 16456", "D2 3 21 5 - 16455,16456"),
    ("Booth No.: 16455/16456, 3rd Floor, District 2, Yiwu International Trade City", "D2 3 - - - 16455,16456"),
    ("Booth: 16455-16457, District 2", "D2 - - - - 16455-16457"),
    ("booth no 16455 gate no 21 district no 2 floor no 3 yiwu international trade city", "D2 3 21 - - 16455"),
    ("ROOM 16455 FLOOR 3 DISTRICT 2 YIWU INTERNATIONAL TRADE CITY", "D2 3 - - - 16455"),
    ("District 1 Gate East 7, Yiwu International Trade City", "D1E - 7 - - -"),
    ("Yiwu International Trade City East District 1, Gate 7", "D1E - 7 - - -"),
    ("Yiwu International Trade City, District 1-East, 2F", "D1E 2 - - - -"),
    ("Yiwu International Trade City District 1 (East)", "D1E - - - - -"),
    ("Yiwu Huangyuan Garment Market, Floor 4, Gate 14, Street 9", "HUANGYUAN 4 14 9 - -"),
    ("Huangyuan Market 4F Yiwu", "HUANGYUAN 4 - - - -"),
    ("Yiwu Binwang Night Market", "BINWANG - - - - -"),
    ("Yiwu Production Material Market Floor 2", "SHENGCHAN 2 - - - -"),
    ("Beixiazhu, Yiwu", "BEIXIAZHU - - - - -"),
    ("Bei Xia Zhu village, Yiwu", "BEIXIAZHU - - - - -"),
    ("义乌北下朱网红直播小镇", "BEIXIAZHU - - - - -"),
    ("义乌市北下朱村A区12栋", "BEIXIAZHU - - - - 12栋"),
    ("义乌国际商贸城（福田市场）二区", "D2 - - - - -"),
    ("义乌福田国际商贸城二区", "D2 - - - - -"),
    ("义乌市稠州北路国际商贸城一区", "D1 - - - - -"),
    ("义乌市福田街道银海路国际商贸城三区", "D3 - - - - -"),
    ("义乌市商城大道国际商贸城五区", "D5 - - - - -"),
    ("义乌国际商贸城二区25号门旁", "D2 - 25 - - -"),
    ("义乌国际小商品城三区", "D3 - - - - -"),
    ("义乌国际商贸城三区63号门2楼5街25001AB", "D3 2 63 5 - 25001AB"),
    ("义乌国际商贸城三区63号门2楼5街25001A、B", "D3 2 63 5 - 25001A,B"),
    ("义乌国际商贸城三区63号门2楼5街25001、02、03号", "D3 2 63 5 - 25001,02,03"),
    ("District 3, Floor 2, Gate 63, Street 5, Booth 25001、25002", "D3 2 63 5 - 25001,25002"),
    ("ADD:NO.25001,5 STREET,2 FLOOR,63 GATE,3 DISTRICT,YIWU INTERNATIONAL TRADE CITY", "D3 2 63 5 - 25001"),
    ("international trade city 3 district 63 gate 2 floor 5 street 25001 yiwu", "D3 2 63 5 - 25001"),
    ("【店面地址】义乌国际商贸城三区63门2楼5街25001", "D3 2 63 5 - 25001"),
]

ELSEWHERE = [
    "义乌副食品市场2楼",
    "义乌物资市场三区",
    "义乌装饰城二区",
    "义乌国际博览中心二区",
    "中国义乌小商品城",
    "义乌市小商品市场",
    "Yiwu Futian Market",
    "Futian District, Yiwu",
    "义乌国际商贸城二区对面",
    "义乌国际商贸城附近福田二区10栋",
    "义乌市国际商贸城旁长春四区8幢",
    "义乌市诚信二区46栋",
    "义乌市江东南路端头一区",
    "义乌市义东工业区二区",
    "义乌市苏溪镇好派路一区",
    "义乌港三区",
    "义乌国际陆港物流园二区B座",
    "义乌国际家居城二区3楼",
    "义乌国际家具市场三区",
    "义乌华丰市场二区",
    "义乌梅湖二手车市场二区",
    "义乌三挺路夜市二区",
    "Yiwu Furniture Market District 2",
    "Yiwu International Logistics Center, Zone 3",
    "Zone 2, Yiwu Industrial Park",
    "Yiwu Free Trade Zone, Building 3",
    "Futian Second District, building 25, Yiwu",
    "District 2, Futian, Yiwu, Building 25",
    "成都市金牛区国际商贸城三区",
    "成都荷花池国际商贸城2区3楼",
    "武汉汉口北国际商品交易中心二区",
    "郑州华南城二区",
    "石家庄南三条国际商贸城一区",
    "昆明螺蛳湾国际商贸城二区3楼12街",
    "河北白沟国际商贸城二区",
    "徐州国际商贸城四区2楼",
    "广西南宁国际商贸城三区",
    "柳州义乌国际商贸城二区",
    "贵阳西南国际商贸城二区3楼",
    "西南国际商贸城二区",
    "湖南邵东国际商贸城三区",
    "重庆朝天门国际商贸城二区",
    "赣州国际商贸城",
    "长春义乌国际商贸城",
    "International Trade City, Chengdu, District 3, Gate 5",
    "沈阳五爱市场二区3楼",
    "广州市白云区三元里国际商贸城二区3楼",
    "临沂国际商贸城3区2楼",
    "临沂义乌商贸城二区",
    "新疆乌鲁木齐义乌国际商贸城二区3楼",
    "义乌市银海一区12栋3单元",
    "义乌市长春二区25栋",
    "义乌市福田三区46幢2单元",
    "义乌家具市场二区3楼",
    "义乌国际物流中心三区15号",
    "义乌市江东货运市场2区",
    "义乌市稠江街道杨村三区12幢",
    "义乌市贝村路955号",
    "Building 5, Yinhai District 1, Yiwu",
    "Futian Er Qu Building 12, Yiwu",
    "Yiwu furniture market zone 2",
    "义乌市丹溪三区",
    "义乌市宗塘二区8栋2单元",
    "义乌站前三区",
    "义乌市北苑工业区二区",
    "义乌稠城街道化工路二区",
    "义乌市五爱二区21-2号",
    "义乌国际商贸城对面银海二区15栋",
    "Room 3012, Floor 3, No. 98 Gongren Road, Yiwu",
]

NEVER_CERTAIN = [
    "国际商贸城三区",
    "国贸城三区 2楼",
    "义乌国际商贸城二区59门",
    "义乌国际商贸城二区3楼27449",
    "义乌国际商贸城二区2楼16213",
    "义乌国际商贸城二区20门 District 3",
    "义乌国际商贸城二区20门3楼 Gate 21, 3rd floor",
    "义乌国际商贸城二区20门3楼2楼",
    "义乌国际商贸城二区45门3楼16023",
    "义乌国际商贸城二区21门3楼11街",
    "义乌国际商贸城二区9楼",
    "义乌国际商贸城二区3楼25街",
    "义乌国际商贸城三期",
    "义乌国际商贸城F区",
    "义乌国际商贸城二区B168",
    "义乌国际商贸城二区3楼 1783O",
    "义乌国际商贸城四区北5号门",
    "Yiwu International Trade City District 4 North Gate 2",
    "义乌国际商贸城二区FUTIAN门",
    "义乌国际商贸城二区?号门",
    "义乌国际商贸城二区B街",
    "义乌国际商贸城八区",
    "义乌国际商贸城二区0门3楼",
    "义乌国际商贸城二区20门旁边",
    "near District 2, Yiwu International Trade City",
    "义乌国际商贸城二区1-3楼",
    "16213",
    "20门3楼12街",
    "",
]


def parts(address: Address) -> str:
    said = (address.district, address.floor, address.gate, address.street, address.unit, address.booth)
    return " ".join("-" if part is None else str(part) for part in said)


@pytest.mark.parametrize(("text", "want"), WRITTEN)
def test_every_part_is_read(text: str, want: str) -> None:
    assert parts(parse_address(text).address) == want


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_place_elsewhere_gets_no_district(text: str) -> None:
    reading = parse_address(text)

    assert reading.address.district is None
    assert not reading.certain
    assert reading.problems


@pytest.mark.parametrize("text", NEVER_CERTAIN)
def test_a_doubt_is_never_certain_and_says_why(text: str) -> None:
    reading = parse_address(text)

    assert not reading.certain
    assert reading.problems


@pytest.mark.parametrize(
    ("text", "gate", "street"),
    [
        ("义乌国际商贸城四区北5号门2楼", "北5号门", None),
        ("South Gate 2, District 4, Yiwu International Trade City", "南2门", None),
        ("义乌国际商贸城二区连接体门3楼", "连接体门", None),
        ("义乌国际商贸城五区南连接体3楼", "南连接体门", None),
        ("义乌国际商贸城一区北大门1楼2街", "北大门", None),
        ("Yiwu International Trade City District 1 North Gate", "北门", None),
        ("义乌国际商贸城二区23门1楼中街", None, "中街"),
        ("District 2, Floor 3, Gate 29, Street Middle, Booth 17269", None, "中街"),
        ("义乌国际商贸城一区10门1楼东辅房街", None, "东辅房街"),
        ("义乌国际商贸城四区3楼连接体街", None, "连接体街"),
        ("义乌国际商贸城二区20-21号门3楼", "20-21门", None),
    ],
)
def test_gates_and_streets_with_names_keep_them(text: str, gate: str | None, street: str | None) -> None:
    address = parse_address(text).address

    assert (address.gate_name, address.street_name) == (gate, street)
    assert gate is None or address.gate is None
    assert street is None or address.street is None


def test_what_the_booth_number_tells_is_inferred_and_not_said() -> None:
    reading = parse_address("义乌国际商贸城16213")

    assert reading.address == Address(booth="16213")
    assert (reading.inferred.district, reading.inferred.floor) == (District.D2, 3)
    assert reading.best.district is District.D2


def test_what_the_gate_tells_is_inferred_and_not_said() -> None:
    reading = parse_address("义乌商贸城59门")

    assert reading.address == Address(gate=59)
    assert reading.inferred == Address(district=District.D3)


def test_a_letter_typed_for_a_digit_is_named() -> None:
    (problem,) = (p for p in parse_address("二区3楼 1783O").problems if p.code == "address-booth-looks-like")

    assert problem.params["right"] == "17830"


def test_one_text_in_both_languages_says_it_once() -> None:
    both = parse_address("义乌国际商贸城二区20号门3楼12街16213 (No. 16213, Street 12, 3/F, Gate 20, District 2, Yiwu)")

    assert both.address == parse_address("义乌国际商贸城二区20号门3楼12街16213").address
    assert both.certain


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    """Addresses of the trade city as a list would have them."""
    district = draw(st.sampled_from(TRADE_CITY))
    low, high = GATES[district][0], GATES[district][-1]
    number = st.integers(100_000, 104_999) if district is District.D1E else st.integers(10_000, 84_999)
    booth = st.builds(lambda n, half: f"{n}{half}", number, st.sampled_from(["", "A", "B", "-1", "-12"]))
    return Address(
        district=district,
        floor=draw(st.none() | st.sampled_from([-1, 1, 2, 3, 4, 5])),
        gate=draw(st.none() | st.integers(low, high)),
        street=draw(st.none() | st.integers(1, 30)),
        unit=draw(st.none() | st.integers(1, 6)) if district is District.D6 else None,
        booth=draw(st.none() | booth if district is not District.D1E else st.none()),
    )


def chinese(address: Address) -> str:
    return "义乌国际商贸城" + address.canonical()


def glued_chinese(address: Address) -> str:
    return "义乌国际商贸城" + address.canonical().replace(" ", "")


def english(address: Address) -> str:
    names = {District.D1E: "District 1 East"}
    pieces = [f"Booth {address.booth}"] if address.booth else []
    pieces += [f"Street {address.street}"] if address.street is not None else []
    pieces += [f"Unit {address.unit}"] if address.unit is not None else []
    pieces += [f"Gate {address.gate}"] if address.gate is not None else []
    pieces += [] if address.floor is None else ["Basement" if address.floor < 0 else f"Floor {address.floor}"]
    assert address.district is not None
    pieces.append(names.get(address.district, f"District {address.district[1:]}"))
    return ", ".join([*pieces, "Yiwu International Trade City"])


@settings(deadline=None, max_examples=200)
@given(addresses(), st.sampled_from([chinese, glued_chinese, english]))
def test_a_written_address_reads_back(address: Address, write: Callable[[Address], str]) -> None:
    assert parse_address(write(address)).address == address


@settings(deadline=None)
@given(addresses())
def test_full_width_and_line_breaks_change_nothing(address: Address) -> None:
    text = chinese(address)
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)

    assert parse_address(wide).address == address
    assert parse_address(text.replace(" ", "\r\n")).address == address
