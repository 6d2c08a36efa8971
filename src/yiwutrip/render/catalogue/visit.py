"""The day's log."""

ENTRIES: dict[str, tuple[str, str]] = {
    "visit.status-done": ("看过", "seen"),
    "visit.status-skipped": ("跳过", "skipped"),
    "visit.status-shut": ("没开门", "shut"),
    "visit.logged-done": ("看过 {stall}（{who}，{time}）", "Seen: {stall} ({who}, {time})"),
    "visit.logged-skipped": ("跳过 {stall}（{who}，{time}）", "Skipped: {stall} ({who}, {time})"),
    "visit.logged-shut": ("没开门：{stall}（{who}，{time}）", "Shut: {stall} ({who}, {time})"),
}
