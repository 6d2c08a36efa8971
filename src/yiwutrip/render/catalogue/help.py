"""The help pages; the first line of a command's help stands in the list of commands."""

ENTRIES: dict[str, tuple[str, str]] = {
    "help.usage": ("用法  ", "Usage  "),
    "help.command-metavar": ("命令 ...", "COMMAND ..."),
    "help.options-metavar": ("[选项]", "[OPTIONS]"),
    "help.arguments": ("参数", "Arguments"),
    "help.commands": ("命令", "Commands"),
    "help.options": ("选项", "Options"),
    "help.shared": ("每个命令都有", "Every command takes"),
    "help.default": ("（默认 {value}）", " (default {value})"),
    "help.root": (
        "义乌选品：排行程、记样品、出清单。",
        "Sourcing trips through the Yiwu market: plan the days, log the samples, print the manifest.",
    ),
    "help.root-epilog": (
        "先看一遍：yiwutrip demo",
        "See it all once: yiwutrip demo",
    ),
    "help.opt-help": ("看这一页", "Show this page"),
    "help.opt-version": ("看版本", "Show the version"),
    "help.opt-install-completion": (
        "给现在的终端装上按 Tab 补全",
        "Install completion by Tab for the shell in use",
    ),
    "help.opt-show-completion": ("把补全脚本打出来", "Print the completion script"),
    "help.opt-db": (
        "用哪个数据库：文件，或 SQLAlchemy 网址",
        "Which database: a file, or a SQLAlchemy URL",
    ),
    "help.opt-lang": ("用哪种语言：中文或英文", "Which language: Chinese or English"),
    "help.opt-json": ("结果打成 JSON，给程序看", "Print the result as JSON, for programs"),
    "help.opt-quiet": ("只打结果：不说进度，不提示下一步", "Results only: no progress, no hints"),
    "help.db": ("数据库：在哪、备份、体检", "The database: where it is, back it up, check it"),
    "help.db-path": ("说出数据库在哪", "Say where the database is"),
}
