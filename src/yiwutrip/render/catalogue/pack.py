"""箱 and the car."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "pack.none-with-us": (
        "样品都还了或都还没拿到，没有要装的。",
        "Every sample is returned or not here yet: nothing to pack.",
    ),
    "pack.nothing": ("还没有样品可装。", "There are no samples to pack yet."),
    "pack.box": ("箱 {number}", "Box {number}"),
    "pack.kinds": ("{count} 款", "{count:# sample|# samples}"),
    "pack.fragile": ("易碎，立放，上面不压", "fragile, upright, nothing on top"),
    "pack.bottom-up": ("从下往上装：先列的先放", "from the bottom up: the first goes in first"),
    "pack.basis-samples": (
        "还没装箱（或箱子多大没有记下）：这里只算样品本身的体积；先用 yiwutrip pack 装箱",
        "Not packed yet, or no sizes of boxes are in the log: these litres are of the samples alone; run yiwutrip pack",
    ),
    "pack.basis-changed": (
        "装箱以后有改动：箱子按记下的算，散放的按样品体积算；再用 yiwutrip pack 装一次",
        "Changed since it was packed: boxes count as they were, loose samples by themselves; run yiwutrip pack again",
    ),
    "pack.and-unweighed": ("（另 {count} 款未称）", " (and {count} not weighed)"),
    "pack.only-unweighed": ("{count} 款未称", "{count} not weighed"),
    "pack.unpacked": ("没装进箱的 {count} 款", "Not in any box: {count}"),
    "pack.size-unknown": (
        "没量尺寸：用 yiwutrip sample edit {number} --size-cm 长x宽x高 补上",
        "not measured: say it with yiwutrip sample edit {number} --size-cm LxWxH",
    ),
    "pack.too-large": ("没有哪个箱子装得下，要单独带", "larger than any box: carry it by itself"),
    "pack.too-heavy": ("超过箱子的限重，要单独带", "heavier than any box may be: carry it by itself"),
    "pack.no-room": ("箱子不够了，再找一个", "no box has room left: find one more"),
    "pack.sum": ("共 {boxes} 箱；再省也不会少于 {least} 箱", "{boxes:# box|# boxes}; fewer than {least} is impossible"),
    "pack.sum-least": ("共 {boxes} 箱，不能再省", "{boxes:# box|# boxes}; fewer is impossible"),
    "pack.sum-short": (
        "共 {boxes} 箱；全都装箱至少要 {least} 箱",
        "{boxes:# box|# boxes}; all of it needs at least {least}",
    ),
    "pack.loading": (
        "装车顺序 {boxes}（重的先放，易碎的最后）",
        "Load {boxes} (heavy first, fragile last)",
    ),
    "pack.car-fits": (
        "装得下：{kg}、{litres} L，车能装 {most_kg}、{most_litres} L",
        "It fits: {kg} and {litres} L of {most_kg} and {most_litres} L",
    ),
    "pack.car-fits-known": (
        "已知的装得下：{kg}、{litres} L，车能装 {most_kg}、{most_litres} L",
        "What is known fits: {kg} and {litres} L of {most_kg} and {most_litres} L",
    ),
    "pack.car-over": (
        "装不下：{kg}、{litres} L，车只能装 {most_kg}、{most_litres} L",
        "Too much for the car: {kg} and {litres} L; it takes {most_kg} and {most_litres} L",
    ),
    "pack.car-unweighed": (
        "{count} 款未称，不在重量里",
        "{count:# sample is|# samples are} not weighed and not in the weight",
    ),
    "pack.car-unmeasured": (
        "{count} 款没量尺寸，不在体积里",
        "{count:# sample is|# samples are} not measured and not in the volume",
    ),
    "pack.post": ("寄走箱 {box}：约 {cost}", "post box {box}: about {cost}"),
    "pack.post-sample": ("寄走样品 {sample}：约 {cost}", "post sample {sample}: about {cost}"),
    "pack.leave-sample": ("留下样品 {sample}（已淘汰，没押金）", "leave sample {sample} (rejected, no deposit)"),
    "pack.way-out-cost": ("这样最省：约 {cost}，其余装得下", "That is the cheapest: about {cost}, and the rest fits"),
    "pack.way-out-short": ("就算全寄走也装不下：约 {cost}", "Even posting all of it is not enough: about {cost}"),
}
