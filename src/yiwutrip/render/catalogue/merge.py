"""Bringing two devices' logs together."""

ENTRIES: dict[str, tuple[str, str]] = {
    "merge.conflict": (
        "{kind} {name} 的{field}：这边（ours）记的是 {ours}，那边（theirs）记的是 {theirs}",
        "{kind} {name}, {field}: this device (ours) said {ours}, the other (theirs) said {theirs}",
    ),
    "merge.conflicts": (
        "有 {count} 处两边说得不一样，都留着，等你选：",
        "Said differently: {count}; both versions are kept until you choose:",
    ),
    "merge.deleted": (
        "{kind} {name}：一边删了，另一边还在改，所以留着",
        "{kind} {name}: deleted on one side, edited on the other, so it stays",
    ),
    "merge.done": (
        "合并好了：新增 {added}，更新 {updated}，一样的 {same}。",
        "Merged: {added} added, {updated} updated, {same} the same.",
    ),
    "merge.kind-packing": ("装箱", "packing"),
    "merge.kind-photo": ("照片", "photo"),
    "merge.kind-plan": ("计划", "plan"),
    "merge.kind-sample": ("样品", "sample"),
    "merge.kind-stall": ("商位", "stall"),
    "merge.kind-trip": ("行程", "trip"),
    "merge.kind-visit": ("到访", "visit"),
    "merge.progress": ("照片拷过来", "Bringing photos"),
    "merge.no-conflicts": ("没有要选的，两边都一致。", "Nothing to choose; all devices agree."),
    "merge.nothing-new": (
        "对方没有新东西，{same} 条都一样。",
        "Nothing new there; {same:# record is|# records are} the same.",
    ),
    "merge.not-shown": ("；选定以前先显示那边的", "; until you choose, theirs is shown"),
    "merge.number": (
        "两台设备都用了编号 {name}：“{ours}”留用，另一款现在是“{theirs}”，请换标签",
        "two devices used the number {name}: “{ours}” keeps it, the other is “{theirs}” now; print a new label",
    ),
    "merge.settled": ("{name} 的{field}选好了。", "{field} of {name} is settled."),
    "merge.whether-deleted": ("去留", "whether it stays"),
    "merge.would": (
        "只是试合并，什么都没存。会新增 {added}，更新 {updated}，一样的 {same}。",
        "A dry run; nothing was stored. It would be {added} added, {updated} updated, {same} the same.",
    ),
}
