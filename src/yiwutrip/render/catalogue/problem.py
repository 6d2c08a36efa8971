"""What is wrong with an input, and what would be right; the place (file, line, column) is shown before the sentence."""

from __future__ import annotations

from yiwutrip.render.catalogue._address_problems import ADDRESS_PROBLEMS
from yiwutrip.render.catalogue._list_problems import LIST_PROBLEMS
from yiwutrip.render.catalogue._market_problems import MARKET_PROBLEMS
from yiwutrip.render.catalogue._note_problems import NOTE_PROBLEMS
from yiwutrip.render.catalogue._pack_problems import PACK_PROBLEMS

ENTRIES: dict[str, tuple[str, str]] = {
    **ADDRESS_PROBLEMS,
    **LIST_PROBLEMS,
    **MARKET_PROBLEMS,
    **NOTE_PROBLEMS,
    **PACK_PROBLEMS,
    # The trip file.
    "problem.address-without-district": (
        '地点写了门、楼或商位，没写是哪个区：加上 district，例如 district = "D2"',
        'the place says a gate, floor or booth but no district: add one, like district = "D2"',
    ),
    "problem.at-least-over-at-most": (
        "至少 {value} 家比最多 {at_most} 家还多：at_least 不能大于 at_most",
        "at least {value} is more than at most {at_most}: at_least must not exceed at_most",
    ),
    "problem.toml-not-text": (
        "不是文字文件：要一个用记事本能读的 TOML 文件",
        "this is no text: it takes a TOML file, which an editor can show",
    ),
    "problem.bad-toml": (
        "这一行读不懂：{value}。一行写一个 键 = 值，文字要加引号，括号要成对",
        "this line cannot be read: {value}. Write one key = value a line, text in quotes, brackets in pairs",
    ),
    "problem.car-not-parked": (
        '写了 "car"，但 [car] 里没写车停在哪：加上 parked = {{ district = "D1", gate = 17 }}',
        '"car" is meant, but [car] does not say where it is parked: add parked = {{ district = "D1", gate = 17 }}',
    ),
    "problem.commitment-ends-before-start": (
        "约定在 {value} 结束，不晚于开始的 {starts}：结束要在开始之后",
        "the commitment ends at {value}, not after its start at {starts}: the end has to come later",
    ),
    "problem.commitment-outside-trip": (
        "“{title}”的 {value} 不在行程之内：行程是 {starts} 到 {ends}",
        '{value} of "{title}" is outside the trip, which goes from {starts} to {ends}',
    ),
    "problem.control-character": (
        "文字里有看不见的控制字符：把这一项重新打一遍",
        "the text holds invisible control characters: type it again",
    ),
    "problem.day-outside-trip": (
        "{value} 不在行程之内：行程是 {starts} 到 {ends}",
        "{value} is outside the trip, which goes from {starts} to {ends}",
    ),
    "problem.day-twice": (
        "{value} 写了两次：一天只写一个 [[days]]",
        "{value} is there twice: write one [[days]] for each day",
    ),
    "problem.empty-text": (
        "{column} 是空的：写上内容，或者删掉这一行",
        "{column} is empty: fill it in or delete the line",
    ),
    "problem.half-a-point": (
        "只写了经度或纬度中的一个：lat 和 lon 要一起写",
        "only one of latitude and longitude is there: write both lat and lon",
    ),
    "problem.key-twice": (
        "这里的表或键前面已经有了：{value}。同一个名字只写一次，多个项目用 [[ ]]",
        "this table or key was there before: {value}. Write each name once; several items take [[ ]]",
    ),
    "problem.letter-twice": (
        "字母 {value} 已经给了{name}：每人一个不同的字母",
        "the letter {value} is {name}'s already: give everyone a letter of their own",
    ),
    "problem.meal-window-too-short": (
        "吃饭要 {minutes} 分钟，from 到 to 之间只有 {room} 分钟：放宽时间或缩短吃饭",
        "the meal takes {minutes} min, but from and to leave {room} min: widen the window or shorten the meal",
    ),
    "problem.missing-key": (
        "少了 {key}：加上 {key} = …",
        "{key} is missing: add {key} = …",
    ),
    "problem.missing-table": (
        "少了 {key} 这一段：照 trip new 写出的样子加上",
        "the section {key} is missing: add it the way trip new writes it",
    ),
    "problem.naive-datetime": (
        "{value} 没写时区：写成 {right}",
        "{value} does not say its time zone: write {right}",
    ),
    "problem.negative-number": (
        "{column} 是负数 {value}：要 {low} 或更大",
        "{column} is negative ({value}): it has to be {low} or more",
    ),
    "problem.nobody": (
        "who 是空的：写上字母，或者删掉这一行表示所有人",
        "who is empty: give letters, or delete the line to mean everyone",
    ),
    "problem.no-place": (
        "没写在哪里：写 district 和 gate，或 lat 和 lon，或 stall",
        "it does not say where: give district and gate, or lat and lon, or stall",
    ),
    "problem.not-a-choice": (
        "{column} 不能是“{value}”，可选：{allowed}",
        '{column} cannot be "{value}"; choices: {allowed}',
    ),
    "problem.not-a-clock-time": (
        '“{value}”不是一天里的时间：写成 "11:30" 这样',
        '"{value}" is no time of day: write it like "11:30"',
    ),
    "problem.not-a-date": (
        "“{value}”不是日期：写成 2021-04-14 这样",
        '"{value}" is no date: write it like 2021-04-14',
    ),
    "problem.not-a-letter": (
        "“{value}”不是一个字母：每人用 A 到 Z 中的一个",
        '"{value}" is not one letter: give each person one from A to Z',
    ),
    "problem.not-a-list": (
        '{column} 要写成列表，例如 ["am", "pm"] 或 ["A", "B"]，不能是“{value}”',
        '{column} has to be a list, like ["am", "pm"] or ["A", "B"], not "{value}"',
    ),
    "problem.not-a-list-of-tables": (
        "{key} 要用两层方括号：[[{key}]]，每项一段",
        "{key} takes double brackets: [[{key}]], one for each item",
    ),
    "problem.not-a-moment": (
        "“{value}”不是日期和时间：写成 2021-04-14T09:00:00+08:00 这样",
        '"{value}" is no date and time: write it like 2021-04-14T09:00:00+08:00',
    ),
    "problem.not-a-number": (
        "{column} 不是数字：“{value}”。只写数字，不加单位和引号",
        '{column} is no number: "{value}". Write digits alone, without unit or quotes',
    ),
    "problem.not-a-table": (
        "{column} 要写成几项：{{ 键 = 值, … }}，不能是“{value}”",
        '{column} has to be a table, {{ key = value, … }}, not "{value}"',
    ),
    "problem.not-text": (
        '{column} 要写文字，加上引号："{value}"',
        '{column} has to be text, in quotes: "{value}"',
    ),
    "problem.not-whole": (
        "{column} 要整数，不能是 {value}",
        "{column} has to be a whole number, not {value}",
    ),
    "problem.out-of-range": (
        "{column} 不能是 {value}：要在 {low} 到 {high} 之间",
        "{column} cannot be {value}: it has to be from {low} to {high}",
    ),
    "problem.place-mixed": (
        "一个地点写了几种写法：只留 district、stall、lat/lon 中的一种",
        "the place is given in more than one way: keep one of district, stall, lat/lon",
    ),
    "problem.text-too-long": (
        "{column} 有 {length} 个字，太长：最多 {limit} 个",
        "{column} has {length:# character|# characters}, too many: at most {limit}",
    ),
    "problem.too-many-people": (
        "人太多：最多 {limit} 人",
        "too many people: at most {limit}",
    ),
    "problem.trip-ends-before-start": (
        "行程在 {value} 结束，不晚于开始的 {starts}：把 ends 改到 starts 之后",
        "the trip ends at {value}, not after its start at {starts}: put ends after starts",
    ),
    "problem.trip-file-too-large": (
        "行程文件超过 {limit_kb} KB，不像是行程文件：检查是不是选错了文件",
        "the trip file is larger than {limit_kb} KB and hardly a trip file: see whether it is the right one",
    ),
    "problem.trip-too-long": (
        "行程到 {value}，超过 {limit} 天：分成几个行程",
        "the trip goes on until {value}, over {limit:# day|# days}: make several trips of it",
    ),
    "problem.two-at-once": (
        "{who} 同时有两个约定：“{value}”开始时，“{other}”要到 {until} 才结束。改时间，或用 who 分给不同的人",
        '{who} has two commitments at once: "{value}" starts while "{other}" goes on until {until}; move or share out',
    ),
    "problem.unknown-district": (
        "没有“{value}”这个区：可写 {allowed}",
        'there is no district "{value}": write one of {allowed}',
    ),
    "problem.unknown-key": (
        "不认识 {value}：是不是 {meant}？",
        "{value} is not known here: did you mean {meant}?",
    ),
    "problem.unknown-key-here": (
        "不认识 {value}：这里可以写 {allowed}",
        "{value} is not known here: possible are {allowed}",
    ),
    "problem.unknown-person": (
        "没有字母为 {value} 的人：[[people]] 里有 {known}",
        "nobody has the letter {value}: [[people]] has {known}",
    ),
    "problem.unknown-place": (
        '“{value}”不知道在哪：写 "base"、"car"，或 {{ district = "D1", gate = 17 }}',
        'nobody knows where "{value}" is: write "base", "car" or {{ district = "D1", gate = 17 }}',
    ),
    "problem.want-names-one": (
        "一个需求写一个 category 或一个 keyword：不能都写，也不能都不写",
        "a want names one category or one keyword: not both, not neither",
    ),
    "problem.year-out-of-range": (
        "{value} 的年份不对：要在 {low} 到 {high} 之间",
        "the year of {value} is wrong: it has to be from {low} to {high}",
    ),
    "problem.assumption-out-of-range": (
        "{column} 要在 {low} 到 {high} 之间，写的是 {value}",
        "{column} lies between {low} and {high}, not {value}",
    ),
    "problem.assumption-unknown": (
        "没有 {column} 这个设定：是不是 {right}",
        "there is no setting {column}: perhaps {right}",
    ),
    "problem.trip-stall-unknown": (
        "商位表里没有 {value}：先导入它所在的名单，或改掉",
        "the catalogue has no {value}: import the list that has it, or change it",
    ),
    "problem.trip-stall-unknown-similar": (
        "商位表里没有 {value}：是不是 {similar}",
        "the catalogue has no {value}: perhaps {similar}",
    ),
    "problem.want-is-keyword": (
        '没有一家的类目是“{value}”，但有 {count} 家的名字、关键词或备注里有：写成 keyword = "{value}"',
        'no stall is of the category "{value}", but its words are found in stalls ({count}): write keyword = "{value}"',
    ),
    "problem.want-unanswered": (
        "商位表里没有一家对得上“{value}”：换个说法（stall find 可以试），或导入卖它的名单",
        'no stall of the catalogue answers "{value}": try another word with stall find, or import a list that has it',
    ),
    "problem.visit-outside-trip": (
        "不在正用的行程“{trip}”之内（{starts} 到 {ends}）：用 --at 写对时间，或用 trip use 换行程",
        'outside "{trip}", the trip in use ({starts} to {ends}): say when with --at, or trip use another',
    ),
    "problem.note-stall-unknown-similar": (
        "没有商位 {value}，样品先不挂商位；相近的有：{similar}",
        "there is no stall {value}: the sample goes without one; similar: {similar}",
    ),
    "problem.note-stall-unknown": (
        "没有商位 {value}，样品先不挂商位：查到编号后用 sample edit 补上",
        "there is no stall {value}: the sample goes without one; say which with sample edit",
    ),
    "problem.photo-skipped": ("没有用：{why}", "left out: {why}"),
}
