"""The database's file, its copies and its health."""

ENTRIES: dict[str, tuple[str, str]] = {
    "db.backed-up": ("已备份到", "Copied to"),
    "db.counts": (
        "商位 {stalls}，行程 {trips}，到访 {visits}，样品 {samples}（含删掉的）",
        "stalls {stalls}, trips {trips}, visits {visits}, samples {samples} (with those deleted)",
    ),
    "db.examined": ("检查 {path}", "Examined {path}"),
    "db.kept": ("原来的数据库留在", "What was there before is kept in"),
    "db.restored": ("已从 {path} 恢复", "Brought back from {path}"),
    "db.sound": ("一切正常。", "All is well."),
}
