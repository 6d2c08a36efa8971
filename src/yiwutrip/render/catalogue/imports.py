"""What was loaded into the catalogue."""

ENTRIES: dict[str, tuple[str, str]] = {
    "imports.none": ("还没有导入过。", "Nothing was imported yet."),
    "imports.number": ("号", "No"),
    "imports.at": ("时间", "When"),
    "imports.added": ("新增", "Added"),
    "imports.updated": ("更新", "Updated"),
    "imports.unchanged": ("没变", "Same"),
    "imports.refused": ("退回", "Refused"),
    "imports.source": ("来源", "Source"),
    "imports.source-undone": ("{source}（已撤回）", "{source} (taken back)"),
    "imports.undone": (
        "已撤回第 {number} 次导入：去掉 {removed}，复原 {restored}",
        "Import {number} taken back: {removed} removed, {restored} as they were before",
    ),
    "imports.kept": (
        "这 {count} 家后来又改过，留着：",
        "{count} were changed since and stay:",
    ),
}
