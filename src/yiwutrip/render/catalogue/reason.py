"""Why something in a plan is so, and what would have to give, by the code of a Reason."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    # what could not be kept
    "reason.must": ("必去的 {stall}", "the must {stall}"),
    "reason.at-least": ("“{want}”至少 {at_least} 家，排了 {got} 家", "at least {at_least} for {want}: {got} planned"),
    "reason.commitment": ("约定“{title}”（{who}）", "the commitment {title} ({who})"),
    "reason.meal": ("{date} {who} 的饭", "the meal of {who} on {date}"),
    "reason.together": ("{date} {who} 同行", "walking together on {date} ({who})"),
    "reason.on-time": ("“{title}”（{who}）按 {asked} 的把握准时", "being on time for {title} ({who}) with {asked}"),
    # why a commitment, a meal or a meeting cannot be kept
    "reason.conflict": (
        "和“{with}”排不开：把其中一个挪开，或换一个人去",
        "it cannot be reached from or before {with}: move one of the two, or send someone else",
    ),
    "reason.starts-too-soon": (
        "人还没到：行程要开始得更早，或它要晚些",
        "nobody can be there yet: the trip has to start earlier, or this later",
    ),
    "reason.no-time-to-eat": (
        "约定占满了吃饭的时间：要空出 {minutes} 分钟",
        "commitments fill the time for it: {minutes} free minutes are needed",
    ),
    "reason.no-way-to-meet": (
        "碰不到一起又都赶得上后面的约定：分开走",
        "they cannot meet and still reach what comes next: they walk apart",
    ),
    "reason.too-uncertain": (
        "之前一家不去也只有 {reached} 的把握：早点出发，或把它挪晚",
        "even without a visit before it, it is {reached}: leave earlier, or move it later",
    ),
    # why a stall is left out
    "reason.not-in-catalogue": (
        "目录里没有 {stall}：先导入它，或改正编号",
        "{stall} is not in the catalogue: import it, or correct its code",
    ),
    "reason.place-unknown": (
        "不知道它在哪：补上区和门，或经纬度",
        "nobody knows where it is: add a district and a gate, or coordinates",
    ),
    "reason.reported-shut": ("去过，关着门", "it was found shut"),
    "reason.skipped": ("这次说了不去", "it was passed over on this trip"),
    "reason.needs-appointment": (
        "要先预约：约好后写进 [[commitments]]，或列为必去",
        "it needs an appointment: make one and write it under [[commitments]], or make it a must",
    ),
    "reason.needs-introduction": (
        "要熟人介绍：有人引见就列为必去",
        "it needs an introduction: make it a must once somebody introduces you",
    ),
    "reason.order-from-home": (
        "好物联盟有货：回家下单，省 {minutes} 分",
        "in the supply alliance: order from home, saves {minutes} min",
    ),
    "reason.outranked": ("同类里有更值得的", "others that answer the same want are worth more"),
    "reason.want-full": (
        "“{want}”最多 {at_most} 家，已经满了：要去就调高 at_most",
        "{want} is full at {at_most}: raise at_most to see it",
    ),
    "reason.closed-all-days": ("行程这几天都不开门", "it is shut on every day of the trip"),
    "reason.closes-first": (
        "到的时候已经关门，差 {minutes} 分",
        "it closes {minutes} min before one could be there and look",
    ),
    "reason.too-close-to-closing": (
        "赶得到，但关门前留不出余地，差 {minutes} 分",
        "it can be reached, but too close to closing: {minutes} min of room are missing",
    ),
    "reason.short-of-time": (
        "{date} 赶“{before}”差 {minutes} 分",
        "{minutes} min short before {before} on {date}",
    ),
    "reason.short-of-stall": (
        "{date} 差 {minutes} 分：去了它，{stall} 就关门了",
        "{minutes} min short on {date}: {stall} would have shut by then",
    ),
    "reason.short-of-meal": ("{date} 差 {minutes} 分就过了饭点", "{minutes} min short before the meal on {date}"),
    "reason.longer-than-open": (
        "要看 {minutes} 分，比它一次开门的时间还长：把 visit_min 改小",
        "a visit takes {minutes} min, longer than it is ever open: make its visit_min less",
    ),
    "reason.short-of-meeting": ("{date} 会合前差 {minutes} 分", "{minutes} min short before meeting on {date}"),
    "reason.short-of-day": ("{date} 差 {minutes} 分", "{minutes} min short on {date}"),
    "reason.over-budget": (
        "样品预算差 {short} 元：加预算，或少去一家",
        "{short} yuan over the budget for samples: raise it, or visit one less",
    ),
    "reason.car-too-heavy": (
        "车上重量差 {short} 公斤：寄走一些，或少去一家",
        "{short} kg more than the car may carry: send some by post, or visit one less",
    ),
    "reason.car-full": (
        "车里差 {short} 升：寄走一些，或少去一家",
        "{short} l more than the car holds: send some by post, or visit one less",
    ),
    "reason.too-heavy": (
        "一家的样品就有 {weight} 公斤，谁也背不动：调高 carry_kg，或让对方寄",
        "its samples weigh {weight} kg, more than anybody can carry: raise carry_kg, or have them sent",
    ),
    "reason.others-worth-more": (
        "排得进，但步行、背重不够，或别家更值得",
        "there is time, but not for the walk or the load, or others are worth more",
    ),
    "reason.too-few-stalls": (
        "目录里合适的只有 {found} 家能去：多导入一些，或调低 at_least",
        "the catalogue has only {found} that can be visited: import more, or lower at_least",
    ),
    # what a stall is worth
    "reason.term-plain": ("一家商位", "a stall"),
    "reason.term-rating": ("评分", "its rating"),
    "reason.term-factory": ("工厂直销", "a factory's own"),
    "reason.term-ships-single": ("一件代发", "ships single pieces"),
    "reason.term-seen-before": ("以前去过", "seen on an earlier trip"),
    "reason.term-not-below-zero": ("不低于零", "not below zero"),
    "reason.term-want": ("“{want}”权重 {weight}，第 {nth} 家", "{want}, weight {weight}, number {nth}"),
    # what is said of one stall
    "reason.not-wanted": (
        "需求里没有它：写进 [[wants]] 或 [[must]]",
        "no want asks for it: add it under [[wants]] or [[must]]",
    ),
    "reason.planned": ("已经排进去了", "it is in the plan"),
    "reason.done": ("这次已经去过", "it was visited on this trip"),
    "reason.bound-time": ("赶“{before}”", "in time for {before}"),
    "reason.bound-meeting": ("赶会合", "in time to meet"),
    "reason.bound-visit": ("赶 {stall} 关门前", "before {stall} shuts"),
    "reason.bound-meal": ("赶饭点", "in time to eat"),
    "reason.bound-parting": ("赶分头走", "before parting"),
    "reason.bound-door": ("赶关门前", "before the door shuts"),
    "reason.bound-day": ("赶当天收工", "before the day ends"),
    "reason.bound-budget": ("样品预算", "budget for samples"),
    "reason.bound-car": ("车上还能装", "room left in the car"),
    "reason.bound-want": ("“{want}”的家数", "visits for {want}"),
}
