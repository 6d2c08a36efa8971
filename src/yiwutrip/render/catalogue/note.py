"""Samples logged from notes."""

ENTRIES: dict[str, tuple[str, str]] = {
    "note.untitled": ("没写名字的样品", "unnamed sample"),
    "note.nothing": ("没有看到样品。", "There is no sample in it."),
    "note.no-stall": ("（不知道哪家）", "(stall not known)"),
    "note.unsure": ("？请看一眼", "? please check"),
    "note.store": ("存下这 {count} 款？", "Store these {count}?"),
    "note.stored": ("存了 {count} 款", "{count} stored"),
    "note.not-stored": ("认出 {count} 款，没有存", "{count} understood, none stored"),
}
