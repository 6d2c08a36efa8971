"""Words that many views share."""

ENTRIES: dict[str, tuple[str, str]] = {
    "common.error": ("错误  ", "Error  "),
    "common.did-you-mean": ("是不是：", "Did you mean:"),
    "common.write-code": ("是它就写 {code}", "If so, write {code}"),
    "common.code": ("代码  ", "Code  "),
    "common.next": ("接着  ", "Next  "),
    "common.line": ("行 {line}", "line {line}"),
    "common.written": ("写的是 {value}", "says {value}"),
    "common.more-problems": ("还有 {count} 处没列出来", "and {count} more"),
    "common.money": ("{yuan} 元", "¥{yuan}"),
    "common.yes": ("是", "yes"),
    "common.no": ("否", "no"),
    "common.choose": ("选哪个？", "Which one?"),
    "common.yes-no": ("（y 是 / n 否）", "(y/n)"),
}
