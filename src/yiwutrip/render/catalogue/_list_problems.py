"""What is wrong with a row of a stall list, and what would be right."""

from __future__ import annotations

LIST_PROBLEMS: dict[str, tuple[str, str]] = {
    "problem.bad-booth": (
        "“{value}”不像商位号：照招牌上写，例如 16213 或 22298A",
        '"{value}" is no booth number: write it as on the sign, like 16213 or 22298A',
    ),
    "problem.bad-clock-time": (
        "“{value}”不是时间：写成 9:00 或 17:30 这样",
        '"{value}" is no time of day: write it like 9:00 or 17:30',
    ),
    "problem.bad-count": (
        "“{value}”不是件数：写 1 或更大的整数，例如 50；按箱的写上一箱多少个，例如“1箱(48个)”",
        '"{value}" is no number of pieces: write one, like 50, or what a carton holds: 1 carton (48 pcs)',
    ),
    "problem.count-left-out": (
        "“{value}”不是件数，这一格没存：写 1 或更大的整数，例如 50；按箱的写上一箱多少个，例如“1箱(48个)”",
        '"{value}" is no number of pieces, left out: write one, like 50, or what a carton holds: 1 carton (48 pcs)',
    ),
    "problem.bad-date": (
        "“{value}”不是日期：写成 2026-11-23 这样",
        '"{value}" is no date: write it like 2026-11-23',
    ),
    "problem.bad-degrees": (
        "“{value}”不是经纬度：写小数的度，例如 29.3350",
        '"{value}" is no coordinate: write degrees with decimals, like 29.3350',
    ),
    "problem.bad-floor": (
        "“{value}”不是楼层：写 3、3F 或 三楼，地下一层写 -1",
        '"{value}" is no floor: write 3, 3F or -1 for the basement',
    ),
    "problem.bad-gate": (
        "“{value}”不是门号：写数字，例如 20，或门的名字，例如 西门",
        '"{value}" is no gate: write its number, like 20, or its name',
    ),
    "problem.bad-hours": (
        "“{value}”不是营业时间：写成 9:00-17:00 这样",
        '"{value}" are no opening hours: write them like 9:00-17:00',
    ),
    "problem.bad-minutes": (
        "“{value}”不是分钟数：写 1 到 600 的整数",
        '"{value}" are no minutes: write a whole number from 1 to 600',
    ),
    "problem.bad-price": (
        "“{value}”不是价格：写元，例如 12.5 或 3.5-5；没有价格就空着或写 面议",
        '"{value}" is no price: write yuan, like 12.5 or 3.5-5; leave it empty where there is none',
    ),
    "problem.bad-rating": (
        "“{value}”不是评分：写 0 到 5",
        '"{value}" is no rating: write 0 to 5',
    ),
    "problem.bad-street": (
        "“{value}”不是街号：写数字，例如 12，或街的名字，例如 中街",
        '"{value}" is no street: write its number, like 12, or its name',
    ),
    "problem.bad-unit": (
        "“{value}”不是单元号：写数字，例如 4",
        '"{value}" is no unit: write its number, like 4',
    ),
    "problem.bad-weekday": (
        "“{value}”不是星期：写 周一;周日，或 1;7",
        '"{value}" are no weekdays: write Mon;Sun or 1;7 (Monday is 1)',
    ),
    "problem.booth-as-number": (
        "表格把商位号变成了 {value}：把这一列设成文本，重新填",
        "the spreadsheet made {value} of the booth number: set the column to text and type it again",
    ),
    "problem.closes-before-opens": (
        "{closes} 关门，却要 {opens} 才开门：把两个时间改对",
        "it closes at {closes} but opens at {opens}: set the two times right",
    ),
    "problem.damaged-character": (
        "这一格有坏了的或看不见的字符：重新打一遍；整列都这样就换个编码，例如 --encoding gb18030",
        "the cell holds broken or invisible characters: type it again; if all do, try --encoding gb18030",
    ),
    "problem.date-in-booth": (
        "表格把商位号变成了日期 {value}：把这一列设成文本，重新填",
        "the spreadsheet made a date of the booth number ({value}): set the column to text and type it again",
    ),
    "problem.excel-error": (
        "这一格是表格的错误值 {value}：填上真正的内容，或空着",
        "the cell holds a spreadsheet error, {value}: fill it in or leave it empty",
    ),
    "problem.formula-cell": (
        "这一格是没算出结果的公式 {value}：在表格里复制后“粘贴为数值”，再存一次",
        "the cell holds a formula without its result, {value}: copy and paste as values, then save again",
    ),
    "problem.half-row": (
        "文件到这一行断了，后面的格没有了：重新导出整个文件",
        "the file breaks off in this row: export it again, whole",
    ),
    "problem.lat-lon-swapped": (
        "纬度不会是 {value}：经纬度大概写反了，义乌是 lat 29.3、lon 120.1",
        "no latitude is {value}: latitude and longitude are probably swapped; Yiwu is lat 29.3, lon 120.1",
    ),
    "problem.no-booth-or-gate": (
        "没有商位号，也没有门：两个里填一个，不然找不到",
        "there is neither booth nor gate: fill in one of them, or nobody finds it",
    ),
    "problem.no-district": (
        "看不出是哪个区：填上 district，例如 D2 或 二区",
        "nothing tells the district: fill it in, like D2",
    ),
    "problem.no-place-column": (
        "没有一列像是地址、商位号或门：用 --map 列名={field} 指出来",
        "no column looks like addresses, booths or gates: name it with --map HEADER={field}",
    ),
    "problem.not-yes-or-no": (
        "“{value}”不是“是”或“否”：写 是、否、yes、no、1、0",
        '"{value}" is neither yes nor no: write yes, no, 1 or 0',
    ),
    "problem.phone-as-number": (
        "表格把电话变成了 {value}，后几位没了：把这一列设成文本，重新填",
        "the spreadsheet made {value} of the phone number and lost its end: set the column to text and type it again",
    ),
    "problem.price-out-of-range": (
        "价格 {value} 太大或不到一分钱：写元，最多 {most}",
        "the price {value} is too large or under a fen: write yuan, at most {most}",
    ),
    "problem.price-range-upside-down": (
        "最低价比最高价还高（{value}）：把两个价格改对",
        "the lowest price is above the highest ({value}): set the two right",
    ),
    "problem.stall-renamed": (
        "{stall} 原来叫“{was}”，这份名单叫“{value}”，已换成新的：换了人家，还是有一边写错了？",
        '{stall} was "{was}" and is "{value}" in this list, which was taken: a new trader, or is one of them wrong?',
    ),
    "problem.stall-twice": (
        "{value} 在第 {first} 行已有，内容不一样：两行留一行，或改成各自的商位号",
        "{value} is on line {first} already and says something else: keep one of the two or mend the booth",
    ),
    "problem.too-many-cells": (
        "这一行有 {count} 格，比表头多：有逗号的内容要加引号",
        "the row has {count:# cell|# cells}, more than the header: put quotes round text with commas",
    ),
    "problem.unknown-datum": (
        "没有“{value}”这种坐标系：写 {allowed}",
        'there is no datum "{value}": write {allowed}',
    ),
    "problem.unknown-kind": (
        "“{value}”不是商位的类型：写 {allowed}（工厂、店铺、厂店一体）",
        '"{value}" is no kind of stall: write {allowed}',
    ),
    "problem.which-column": (
        "不止一列像是 {field}，选一列：{answers}",
        "more than one column may be {field}; choose one: {answers}",
    ),
    "problem.edit-no-value": (
        "“{column}”后面没有值：写成 字段=值，例如 moq=50",
        '"{column}" has no value: write FIELD=VALUE, like moq=50',
    ),
    "problem.edit-unknown-field": (
        "没有“{column}”这个字段：写成 字段=值，字段是 {right}",
        'there is no field "{column}": write FIELD=VALUE with one of {right}',
    ),
    "problem.edit-fixed-field": (
        "“{column}”是商位的位置，不能改：搬了家就是另一个商位",
        '"{column}" is where the stall is and cannot be changed: at another place it is another stall',
    ),
}
