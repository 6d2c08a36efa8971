"""What went wrong and what would be right, by the code of a TripError."""

ENTRIES: dict[str, tuple[str, str]] = {
    # the command line
    "error.no-such-command": ("没有“{name}”这个命令。", "There is no command “{name}”."),
    "error.missing-command": (
        "少了命令；加 --help 看有哪些。",
        "A command is missing; add --help to see which there are.",
    ),
    "error.no-such-option": ("没有 {name} 这个选项。", "There is no option {name}."),
    "error.missing-parameter": ("少了 {name}。", "{name} is missing."),
    "error.option-needs-value": ("{name} 后面要写一个值。", "{name} needs a value after it."),
    "error.option-without-value": ("{name} 后面不用写值。", "{name} takes no value."),
    "error.extra-arguments": (
        "多了：{extra}。中间有空格的要加引号。",
        "Too many words: {extra}. Put quotes round what has spaces in it.",
    ),
    "error.expects-whole-number": (
        "{name} 要一个整数，写的是“{value}”。",
        "{name} takes a whole number, not “{value}”.",
    ),
    "error.expects-number": ("{name} 要一个数字，写的是“{value}”。", "{name} takes a number, not “{value}”."),
    "error.expects-at-least": ("{name} 至少是 {least}，写的是 {value}。", "{name} is at least {least}, not {value}."),
    "error.expects-at-most": ("{name} 最多是 {most}，写的是 {value}。", "{name} is at most {most}, not {value}."),
    "error.expects-choice": (
        "{name} 只能是 {choices} 之一，写的是“{value}”。",
        "{name} is one of {choices}, not “{value}”.",
    ),
    "error.usage": ("命令写得不对：{message}", "The command line cannot be read: {message}"),
    "error.bad-now": (
        "环境变量 YIWUTRIP_NOW 要像 2021-04-14T09:00 这样写，现在是“{value}”。",
        "The variable YIWUTRIP_NOW is written like 2021-04-14T09:00, not “{value}”.",
    ),
    # the program itself
    "error.interrupted": (
        "已停下。之前确认过的都存好了。",
        "Stopped. Everything confirmed before is kept.",
    ),
    "error.internal": (
        "程序出了意外（{kind}），这不是你的错。详情写在 {log}，反馈时请附上。",
        "Something unexpected happened ({kind}); it is not your fault. Details are in {log}; please send it along.",
    ),
    # files
    "error.bad-trip-file": (
        "行程文件 {file} 有 {count} 处要改，什么都没有保存",
        "the trip file {file} has {count} faults to be mended; nothing was stored",
    ),
    # the market
    "error.assumptions-bad": (
        "速度和距离的设定有写错的，什么都没算。",
        "Some settings of speeds and distances are wrong; nothing was reckoned.",
    ),
    "error.place-unknown": (
        "有个地点没说清在哪：写上区和门，或写经纬度。",
        "A place does not say where it is: give a district and a gate, or latitude and longitude.",
    ),
    # what is not there
    "error.stall-not-found": ("没有商位 {name}。", "There is no stall {name}."),
    "error.unknown-format": (
        "没有 {name} 这种格式；可选：{known}",
        "there is no format called {name}; choose from {known}",
    ),
    "error.no-folder": (
        "文件夹 {path} 不存在；先建好它，或用 --out 换一个",
        "the folder {path} does not exist; make it first or name another with --out",
    ),
    "error.not-a-folder": (
        "{path} 是个文件，不是文件夹；用 --out 换一个文件夹",
        "{path} is a file, not a folder; name a folder with --out",
    ),
    "error.is-a-folder": (
        "{path} 是个文件夹，不能写成文件；换个名字，或移走它",
        "{path} is a folder where the file should go; move it away or choose another place",
    ),
    "error.folder-read-only": (
        "{path} 没有写入权限；用 --out 换一个能写的文件夹",
        "{path} may not be written; name a folder that you may write to with --out",
    ),
    "error.file-open-elsewhere": (
        "{path} 正在别的程序里打开；关掉 Excel 或 WPS 里的它再试",
        "{path} is open in another program; close it in Excel or WPS and try again",
    ),
    "error.disk-full": (
        "磁盘满了，{path} 没有写成，原来的文件没动；腾出空间再试",
        "the disk is full: {path} was not written and the old file is untouched; free some space and try again",
    ),
    "error.cannot-write": (
        "{path} 写不进去：{why}；原来的文件没动",
        "{path} cannot be written: {why}; the old file is untouched",
    ),
    "error.no-browser": (
        "没有找到 Chrome、Edge 或 Chromium；装一个，或在浏览器里打开 html 再打印成 PDF（YIWUTRIP_BROWSER 可指定程序）",
        "no Chrome, Edge or Chromium here; install one (YIWUTRIP_BROWSER names it), or open the html and print to PDF",
    ),
    "error.pdf-failed": (
        "{program} 没有打印出 PDF：{why}；可在浏览器里打开 html 再打印成 PDF",
        "{program} printed no PDF: {why}; open the html in a browser and print it to PDF there",
    ),
}
