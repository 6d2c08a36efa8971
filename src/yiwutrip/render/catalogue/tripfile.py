"""The comments in a trip file that `trip new` writes."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "tripfile.assumptions": (
        "用自己的数字代替程序里假定的数字（步行速度等）。",
        "Your own numbers in the place of the assumed ones (walking speed and so on).",
    ),
    "tripfile.base": (
        "住的地方，也是直播的地方：名字和经纬度（WGS-84）。",
        "Where you sleep and broadcast: a name and a point (WGS-84 latitude and longitude).",
    ),
    "tripfile.budget": (
        '样品费和押金一共最多多少元；好物联盟的货 alliance = "skip" 不去走，"include" 也走。',
        (
            'Yuan at most for sample fees and deposits; alliance = "skip" leaves out what can be ordered from home,\n'
            '"include" walks to it too.'
        ),
    ),
    "tripfile.car": (
        "车能装多少公斤、多少升，装车要几分钟，停在哪里。",
        "What the car holds in kilograms and litres, the minutes that loading takes, and where it is parked.",
    ),
    "tripfile.commitments": (
        (
            "约定：到点必须到。kind 可写 event 活动、appointment 预约、livestream 直播、training 培训、rest 休息。\n"
            'who 不写就是所有人；setup_min 是提前布景的分钟；place 写 "base"、"car"、\n'
            '{{ district = "D1", gate = 17 }}、{{ stall = "D2-3F-16213" }} 或 {{ name = "…", lat = …, lon = … }}。'
        ),
        (
            "Commitments: nobody may be late for one. kind is event, appointment, livestream, training or rest.\n"
            'Without who, everyone goes; setup_min are minutes of preparation before; place is "base", "car",\n'
            '{{ district = "D1", gate = 17 }}, {{ stall = "D2-3F-16213" }} or {{ name = "…", lat = …, lon = … }}.'
        ),
    ),
    "tripfile.days": (
        "每天的安排：together 写一起走的半天（am 上午、pm 下午），其余分头走；meal = false 表示不安排吃饭。",
        "Each day: together names the half-days (am, pm) walked together, else you split; meal = false plans none.",
    ),
    "tripfile.head": (
        (
            "yiwutrip 行程文件。改好后运行：yiwutrip trip check 文件名，再 yiwutrip trip load 文件名。\n"
            "时间要带时区，例如 2021-04-14T09:00:00+08:00。# 后面的是说明，去掉 # 就生效。"
        ),
        (
            "A trip file of yiwutrip. After editing: yiwutrip trip check FILE, then yiwutrip trip load FILE.\n"
            "Times say their zone, like 2021-04-14T09:00:00+08:00. What follows a # is a comment."
        ),
    ),
    "tripfile.home": (
        "家在哪里，返程用。",
        "Where home is, for the drive back.",
    ),
    "tripfile.must": (
        "一定要去的商位，写商位代码（yiwutrip stall find 查得到）。",
        "Stalls that have to be visited, by code (yiwutrip stall find gives it).",
    ),
    "tripfile.people": (
        "谁去：名字、样品编号用的字母、能提多少公斤。",
        "Who goes: a name, the letter that heads their sample numbers, the kilograms they can carry.",
    ),
    "tripfile.trip": (
        (
            "从几时到市场，到几时必须上路回家。pace 可写 relaxed 慢、normal 正常、brisk 快；\n"
            "confidence 是希望准时的把握，0.95 就是 95%。"
        ),
        (
            "When you reach the market, and by when you are on the road home. pace is relaxed, normal or brisk;\n"
            "confidence is the wanted probability of being on time."
        ),
    ),
    "tripfile.wants": (
        "找什么：category 类目或 keyword 关键词，weight 是 1 到 10 的重要程度，at_least 至少几家，at_most 最多几家。",
        "What you look for: a category or a keyword, a weight from 1 to 10, at least and at most so many stalls.",
    ),
}
