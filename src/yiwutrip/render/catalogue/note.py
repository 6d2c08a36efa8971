"""Samples logged from notes."""

ENTRIES: dict[str, tuple[str, str]] = {
    "note.untitled": ("没写名字的样品", "unnamed sample"),
    "note.nothing": ("没有看到样品。", "There is no sample in it."),
    "note.no-stall": ("（不知道哪家）", "(stall not known)"),
    "note.guessed": ("（猜的：刚看过这家）", "(a guess: just visited)"),
    "note.guessed-note": ("商位是猜的（没写，按刚看过的记）", "the stall is a guess (none was said; just visited)"),
    "note.unread": ("没看懂、没有记的 {count} 行：", "{count:# line|# lines} not understood and not taken:"),
    "note.kept": ("留在备注里：{text}", "kept in its note: {text}"),
    "note.unsure": ("？请看一眼", "? please check"),
    "note.store": ("存下这 {count} 款？", "Store these {count}?"),
    "note.stored": ("存了 {count} 款", "{count} stored"),
    "note.not-stored": ("认出 {count} 款，没有存", "{count} understood, none stored"),
    "note.keeping": ("存照片", "Keeping photos"),
    "note.looking": ("看照片", "Looking at photos"),
    "note.photos": (
        "看了 {count} 张照片，{known} 张以前就有",
        "{count:# photo|# photos} looked at, {known} of them known before",
    ),
    "note.no-photos": (
        "这个文件夹里没有照片（认 JPEG、PNG、WebP、HEIC）。",
        "There are no photos in this folder (JPEG, PNG, WebP, HEIC).",
    ),
    "note.photo-count": ("{count} 张", "{count:# photo|# photos}"),
    "note.photo-by-label": ("有标签", "its label"),
    "note.photo-by-series": ("紧跟在标签后面拍的", "taken right after its label"),
    "note.photo-by-time": ("按时间", "nearest in time"),
    "note.photo-by-visit": ("那时正在看这家", "the stall visited then"),
    "note.photo-off": ("，差 {off}", ", {off} apart"),
    "note.made": ("新记的样品", "new sample"),
    "note.unplaced": (
        "{count} 张不知道放哪：没有标签，前后 15 分钟没记样品，也没在看摊",
        "{count} could not be placed: no label, no sample logged within 15 minutes, and no visit then",
    ),
    "note.photos-dry": ("只是试看，什么都没存。", "A dry run; nothing was stored."),
}
