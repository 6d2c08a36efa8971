"""Words that many views share."""

ENTRIES: dict[str, tuple[str, str]] = {
    "common.error": ("错误  ", "Error  "),
    "common.did-you-mean": ("是不是：", "Did you mean:"),
    "common.code": ("代码  ", "Code  "),
    "common.next": ("接着  ", "Next  "),
    "common.line": ("行 {line}", "line {line}"),
    "common.written": ("写的是 {value}", "says {value}"),
    "common.more-problems": ("还有 {count} 处没列出来", "and {count} more"),
}
