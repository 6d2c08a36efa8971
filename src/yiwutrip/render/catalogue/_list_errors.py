"""Why a stall list could not be read at all."""

from __future__ import annotations

LIST_ERRORS: dict[str, tuple[str, str]] = {
    "error.bad-json": (
        "{file} 第 {line} 行的 JSON 读不懂：要一个由 {{…}} 组成的列表",
        "line {line} of {file} is no JSON that can be read: a list of {{…}} objects is wanted",
    ),
    "error.binary-file": (
        "{file} 不是文本，也不是 Excel 文件：要 csv、xlsx、xls 或 json",
        "{file} is neither text nor a workbook: csv, xlsx, xls or json is wanted",
    ),
    "error.damaged-workbook": (
        "{file} 坏了，或不是 Excel 文件：用 Excel 或 WPS 打开它，另存一份再来",
        "{file} is damaged or no workbook: open it in Excel or WPS, save a copy and try that",
    ),
    "error.empty-file": (
        "{file} 是空的：看看是不是选错了文件",
        "{file} is empty: see whether it is the right file",
    ),
    "error.file-changed": (
        "读 {file} 的时候有人改了它，什么都没有保存：等它存好再来一次",
        "{file} was changed while it was being read; nothing was stored: let it be saved, then try again",
    ),
    "error.file-protected": (
        "{file} 有密码：在 Excel 或 WPS 里去掉密码，另存一份",
        "{file} has a password: take it off in Excel or WPS and save a copy",
    ),
    "error.file-too-large": (
        "{file} 有 {size_mb} MB，最多 {limit_mb} MB：分成几个文件，或只留要用的列",
        "{file} has {size_mb} MB, at most {limit_mb} MB can be read: split it or keep only the columns that matter",
    ),
    "error.bad-edit": ("没有改：下面的写不进去", "nothing was changed: what follows cannot go in"),
    "error.list-unsure": (
        "{file} 有些列看不准，什么都没有保存：照下面用 --map 说清楚",
        "some columns of {file} are unclear and nothing was stored: settle them with --map as below",
    ),
    "error.markup-file": (
        "{file} 其实是网页，不是 Excel 文件：用 Excel 或 WPS 打开它，另存为 xlsx 再来",
        "{file} is a web page under another name: open it in Excel or WPS, save it as xlsx and try that",
    ),
    "error.no-objects": (
        "{file} 里没有商位的列表：要 [{{…}}, {{…}}] 这样的 JSON",
        "{file} holds no list of stalls: JSON like [{{…}}, {{…}}] is wanted",
    ),
    "error.no-such-column": (
        "没有“{name}”这一列：有 {allowed}",
        'there is no column "{name}": there are {allowed}',
    ),
    "error.not-a-file": (
        "{file} 不是普通文件：要 csv、xlsx、xls 或 json 文件",
        "{file} is no regular file: csv, xlsx, xls or json is wanted",
    ),
    "error.not-a-list-file": (
        "{file} 是压缩包或别的文档，不是 Excel 表：解压或另存成 xlsx 再来",
        "{file} is an archive or another document, no workbook: unpack it or save it as xlsx",
    ),
    "error.sheet-not-found": (
        "没有叫“{name}”的工作表",
        'there is no sheet "{name}"',
    ),
    "error.sheet-too-large": (
        "{file} 的表有 {rows} 行、{columns} 列，太大：删掉远处的空行空列，或另存成 csv",
        "too much in the sheet of {file} (rows: {rows}, columns: {columns}): delete far cells or save it as csv",
    ),
    "error.unknown-encoding": (
        "没有“{name}”这种文字编码：写 utf-8、gb18030 或 utf-16",
        'there is no text encoding "{name}": write utf-8, gb18030 or utf-16',
    ),
    "error.unknown-field": (
        "--map 里没有“{name}”这个字段：应为 {right}",
        '--map knows no field "{name}": meant is {right}',
    ),
    "error.unpacks-too-large": (
        "{file} 展开后超过 {limit_mb} MB，不像是商位表，没有读它",
        "{file} unpacks to more than {limit_mb} MB and is hardly a stall list; it was not read",
    ),
}
