"""What the market's calendar says against a trip."""

from __future__ import annotations

MARKET_PROBLEMS: dict[str, tuple[str, str]] = {
    "problem.appointment-outside-hours": (
        "预约“{value}”不在开门的时候（{hours}）：改时间，或问好那时有没有人",
        'the appointment "{value}" is outside the hours there ({hours}): move it, or ask whether somebody will be in',
    ),
    "problem.appointment-on-rest-day": (
        "预约“{value}”那天对方休息：改日子，或问好那天有没有人",
        'the appointment "{value}" is on a day of rest there: move it, or ask whether somebody will be in',
    ),
    "problem.must-never-opens": (
        "必去的 {value} {name}这几天都休息：换日子，或从 must 里拿掉",
        "{value} {name} is a must and rests on every day of the trip: move the trip, or take it out of the musts",
    ),
    "problem.closed-spring-festival": (
        (
            "春节市场休市：一般 {shuts} 起关门，{reopens} 开市；往年最早 {earliest}、最晚 {latest} 开市，"
            "当天开门的商位有 {fewest}%–{most}%。行程要避开这几天"
        ),
        (
            "the market is shut for the Spring Festival, usually from {shuts} until it reopens on {reopens}; past "
            "years reopened between {earliest} and {latest}, with {fewest}–{most} % of the stalls on the first day: "
            "plan outside it"
        ),
    ),
    "problem.near-spring-festival": (
        (
            "离春节休市很近：一般 {shuts} 起关门，{reopens} 开市（往年 {earliest} 到 {latest}）；"
            "前后有商位提早关或晚开，出发前打电话问"
        ),
        (
            "close to the Spring Festival closure, usually {shuts} to {reopens} (past years reopened {earliest} to "
            "{latest}): some stalls shut earlier or open later, so call before leaving"
        ),
    ),
}
