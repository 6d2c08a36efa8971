"""The evening's prompt."""

ENTRIES: dict[str, tuple[str, str]] = {
    "log.welcome": (
        "一行记一款，记一行存一行。? 一项一项问，只写商位也行；undo 撤回上一款；空行或 q 结束。",
        "One sample a line, each stored at once. ? or a stall alone asks step by step; undo; an empty line or q ends.",
    ),
    "log.prompt": ("{stall} 第 {count} 款> ", "{stall} #{count}> "),
    "log.perhaps": ("{stall}（猜的）", "{stall} (a guess)"),
    "log.somewhere": ("没说哪家", "no stall"),
    "log.ask": ("{what}（没有就回车）：", "{what} (Enter for none): "),
    "log.not-understood": (
        "没看懂“{said}”。照平时写的就行，例如 {example}",
        "“{said}” is not understood; write it as usual, like {example}",
    ),
    "log.stall-now": ("接下来都算 {stall}", "From now on: {stall}"),
    "log.undone": ("撤回了 {number}，剩 {total} 款", "{number} taken back, {total} left"),
    "log.nothing-to-undo": (
        "上一步不是在这里记的，这里不撤。要撤用 yiwutrip undo",
        "What was done last was not logged here; yiwutrip undo takes it back",
    ),
    "log.lost": ("没有存：{said}", "Not stored: {said}"),
    "log.done": ("这回记了 {count} 款，都存好了；一共 {total} 款", "{count} logged and stored; {total} in all"),
    "log.interrupted": (
        "停下了。确认过的 {count} 款都存好了；一共 {total} 款",
        "Stopped. {count:The one that was confirmed is|All # that were confirmed are} stored; {total} in all",
    ),
}
