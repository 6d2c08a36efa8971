"""Doubts about an address: what speaks against it, and what would settle it. Merged into ``problem``'s entries."""

from __future__ import annotations

ADDRESS_PROBLEMS: dict[str, tuple[str, str]] = {
    "problem.address-too-long": (
        "地址有 {chars} 个字，太长：最多 {most} 个",
        "the address has {chars:# character|# characters}, too many: at most {most}",
    ),
    "problem.address-outside": (
        "“{value}”不在这几个市场里：地址要写国际商贸城一区到六区、篁园、宾王、生产资料市场或北下朱",
        '"{value}" is in none of the markets: say district 1 to 6, Huangyuan, Binwang, Shengchan or Beixiazhu',
    ),
    "problem.address-not-understood": (
        "“{value}”里没读出地址：写成“二区3楼20门12街16213”这样",
        'no address was found in "{value}": write it like "District 2, Floor 3, Gate 20, Street 12, Booth 16213"',
    ),
    "problem.address-district-not-said": (
        "没写是哪个区：前面加上“二区”这样的",
        'the district is not said: add one, like "District 2"',
    ),
    "problem.address-no-such-district": (
        "没有“{value}”：国际商贸城只有一区到六区和一区东",
        'there is no "{value}": the trade city has districts 1 to 6 and 1 East',
    ),
    "problem.address-town-not-said": (
        "没写义乌，别的城市也有国际商贸城：先当作{district}，请核对",
        "Yiwu is not said, and other towns have a trade city too: taken for {district}, please check",
    ),
    "problem.address-place-unsure": (
        "前面的地名不认识，不一定是义乌的{district}：请核对",
        "the name before it is not known, this may not be {district} in Yiwu: please check",
    ),
    "problem.address-building": (
        "市场各区没有楼栋和房号：“{value}”可能是旁边的写字楼或小区，请核对",
        'the halls have no numbered buildings or rooms: "{value}" may be an office or a flat beside them, please check',
    ),
    "problem.address-village": (
        "写的是{value}村：如果是北下朱直播村就对，请核对",
        "{value} is the village: right if the livestream village Beixiazhu is meant, please check",
    ),
    "problem.address-phase": (
        "“{value}”是期，不是区，一期可以有几个区：写成第几区",
        '"{value}" is a building phase, and one phase can hold several districts: say which district',
    ),
    "problem.address-letter-zone": (
        "“{value}”是字母区，没写第几区：写成“二区F区”这样",
        '"{value}" is a letter zone without its district: write it like "District 2, Zone F"',
    ),
    "problem.address-said-twice": (
        "{what}前后不一样：{values}。只留对的一个",
        "the {what} is said in two ways: {values}. Keep the right one",
    ),
    "problem.address-gate-not-of-district": (
        "{gate}号门不在{district}，是{belongs}的：区或门有一个写错了",
        "gate {gate} is not in {district} but in {belongs}: the district or the gate is wrong",
    ),
    "problem.address-gate-range": (
        "“{value}”写了几个门，说不准是 {first} 号还是 {last} 号：写最近的一个门",
        '"{value}" names several gates, {first} to {last}: write the nearest one',
    ),
    "problem.address-gate-of-a-side": (
        "“{value}”是东西南北的门，不是{gate}号门：请到场看门牌",
        '"{value}" is a gate of one side and not gate {gate}: look at the sign when there',
    ),
    "problem.address-gate-unreadable": (
        "“{value}”不像门号：写成“20门”这样",
        '"{value}" does not look like a gate: write it like "Gate 20"',
    ),
    "problem.address-street-unreadable": (
        "“{value}”不像街号：街号是 1 到 30，五位数是商位号",
        '"{value}" does not look like a street: streets are 1 to 30, five digits are a booth',
    ),
    "problem.address-booth-unclear": (
        "“{value}”不一定是商位号，可能是楼号或区号：商位号一般是四到六位数字",
        '"{value}" may be a booth, a building or a zone: booths mostly have four to six digits',
    ),
    "problem.address-booth-not-of-district": (
        "商位号 {booth} 应在{belongs}，不在{district}：区或商位号有一个写错了",
        "booth {booth} should be in {belongs}, not in {district}: the district or the booth is wrong",
    ),
    "problem.address-booth-not-of-floor": (
        "商位号 {booth} 应在 {belongs} 楼，不是 {floor} 楼：楼层或商位号有一个写错了",
        "booth {booth} should be on floor {belongs}, not {floor}: the floor or the booth is wrong",
    ),
    "problem.address-no-such-floor": (
        "{district}没有 {value} 楼：核对楼层",
        "{district} has no floor {value}: check the floor",
    ),
    "problem.address-no-such-street": (
        "{district}没有 {street} 街，只到 {last} 街：核对街号",
        "{district} has no street {street}, the last is {last}: check the street",
    ),
    "problem.address-street-not-at-gate": (
        "{gate}门进去不是 {street} 街：单号门进小号街，双号门进大号街，核对门和街",
        "gate {gate} does not lead to street {street}: odd gates open into low streets, even into high: check both",
    ),
    "problem.address-booth-not-at-gate": (
        "商位号 {booth} 应在 {belongs} 门附近，离 {gate} 门很远：门或商位号有一个写错了",
        "booth {booth} should be near gate {belongs}, far from gate {gate}: the gate or the booth is wrong",
    ),
    "problem.address-booth-not-in-street": (
        "商位号 {booth} 应在 {belongs} 街附近，不是 {street} 街：街或商位号有一个写错了",
        "booth {booth} should be near street {belongs}, not {street}: the street or the booth is wrong",
    ),
    "problem.address-east-by-booth": (
        "写的是一区，但六位商位号 {value} 只有一区东才有：先当作一区东，请核对",
        "District 1 is said, but the six-digit booth {value} exists only in 1 East: taken for 1 East, please check",
    ),
    "problem.address-booth-looks-like": (
        "商位号“{value}”里像是把数字打成了字母：是不是 {right}？",
        'the booth "{value}" seems to have a letter for a digit: is it {right}?',
    ),
    "problem.address-number-looks-like": (
        "“{value}”像是把数字打成了字母：先当作 {right}，请核对",
        '"{value}" seems to have a letter for a digit: taken for {right}, please check',
    ),
    "problem.address-floor-range": (
        "“{value}”写了几层，说不准是哪一层：只写一层",
        '"{value}" names several floors: write the one',
    ),
    "problem.address-floor-or-basement": (
        "“{value}”可能是几楼，也可能是负几楼：地下写成“负1楼”",
        '"{value}" may be a floor or a basement: write a basement as "B1"',
    ),
    "problem.address-near": (
        "写的是“{value}”，不一定在里面：写商位自己的门、街和商位号",
        'it says "{value}", which need not be inside: give the gate, street and booth of the stall itself',
    ),
}
