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
        "这 {count} 家别的名单里也有，或者后来改过、用过，留着：",
        (
            "{count:# is in another list, or was changed or used since, and stays"
            "|# are in another list, or were changed or used since, and stay}:"
        ),
    ),
    "imports.read": ("读入 {what}", "Read {what}"),
    "imports.sheet": ("工作表 {sheet}", "sheet {sheet}"),
    "imports.other-sheets": (
        "没读的工作表：{sheets}（用 --sheet 读）",
        "sheets not read: {sheets} (--sheet reads one)",
    ),
    "imports.and": ("、", ", "),
    "imports.rows": ("{rows} 行", "{rows:# row|# rows}"),
    "imports.seconds": ("{seconds} 秒", "{seconds} s"),
    "imports.nothing-new": ("和上次一样，什么都没改。", "All of it was known; nothing changed."),
    "imports.no-rows": ("表头下面一行都没有。", "There are no rows below the header."),
    "imports.kept-by-hand": (
        "有 {count} 处你亲手改过，没动；要覆盖就加 --force。",
        "Kept: {count:# field|# fields} that you edited by hand; --force overwrites them too.",
    ),
    "imports.dry-run": ("只是试读，什么都没存。会这样：", "A dry run; nothing was stored. It would be:"),
    "imports.column": ("列", "Column"),
    "imports.header": ("表头", "Header"),
    "imports.field": ("当作", "Taken for"),
    "imports.sample": ("例", "Sample"),
    "imports.left-out": ("不用", "left out"),
    "imports.line": ("行", "Line"),
    "imports.written": ("写的是", "Says"),
    "imports.why": ("为什么 / 应该怎样", "Why, and what would be right"),
    "imports.would-refuse": (
        "会退回 {refused} 行（好的 {good} 行会存）",
        "{refused:# row|# rows} would be refused ({good:# is|# are} good)",
    ),
    "imports.refused-rows": (
        "退回的 {refused} 行（好的 {good} 行已存）",
        "{refused:# refused row|# refused rows} ({good:# good one is|# good ones are} stored)",
    ),
    "imports.refused-rows-to": (
        "退回的 {refused} 行（好的 {good} 行已存；退回的写进了 {file}）",
        "{refused:# refused row|# refused rows} ({good:# good one is|# good ones are} stored; see {file})",
    ),
    "imports.would-doubt": (
        "会存，但有 {count} 处看着不对：",
        "{count:# thing looks|# things look} wrong in what would be stored:",
    ),
    "imports.unused": (
        "没用上的列：{columns}（要用就加 --map 列名=字段）",
        "columns not used: {columns} (--map HEADER=FIELD says what one is)",
    ),
    "imports.more-doubts": (
        "还有 {count} 处没列出来：加 --json 全部列出",
        "and {count} more; --json lists them all",
    ),
    "imports.twice-again": (
        "有 {count} 行和前面的同一商位：改商位号，或删掉一行；不改就再导，会盖掉前面那行。",
        "{count:# row is|# rows are} of a booth named before: mend the booth or delete one, or it replaces the other.",
    ),
    "imports.overwrote": (
        "退回的行里有 {count} 行是已有的商位，换掉了原来的内容：不对就撤回这次导入。",
        "{count:# of these rows is|# of these rows are} of known stalls and replaced what was there; see import undo.",
    ),
    "imports.would-overwrite": (
        "退回的行里有 {count} 行是已有的商位，会换掉原来的内容。",
        "{count:# of these rows is|# of these rows are} of known stalls and would replace what is there.",
    ),
    "imports.doubts": ("存了，但有 {count} 处看着不对：", "Stored, but {count:# thing looks|# things look} wrong:"),
    "imports.hint-again": ("改好再导：{command}", "correct them, then: {command}"),
    "imports.hint-undo": ("反悔：{command}", "changed your mind: {command}"),
    "imports.hint-rejects": (
        "加 {command} 把退回的行写进文件，改好再导",
        "add {command} to have the refused rows in a file to correct",
    ),
    "imports.which-column": ("哪一列是 {field}？", "Which column is {field}?"),
}
