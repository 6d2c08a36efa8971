"""What went wrong and what would be right, by the code of a TripError."""

from yiwutrip.render.catalogue._list_errors import LIST_ERRORS
from yiwutrip.render.catalogue._photo_errors import PHOTO_ERRORS

ENTRIES: dict[str, tuple[str, str]] = {
    **LIST_ERRORS,
    **PHOTO_ERRORS,
    "error.assumptions-bad": (
        "速度和距离的设定有写错的，什么都没算。",
        "Some settings of speeds and distances are wrong; nothing was reckoned.",
    ),
    "error.backup-exists": (
        "{path} 已经有了，没有覆盖：换一个文件名",
        "{path} is there already and was not overwritten: give another name",
    ),
    "error.backup-is-database": (
        "{path} 就是正在用的数据库：要恢复的应当是一份备份",
        "{path} is the database in use: what is brought back has to be a backup",
    ),
    "error.backup-not-found": (
        "没有文件 {name}：检查路径；db backup 会说备份放在哪里",
        "there is no file {name}: check the path; db backup says where the backups are",
    ),
    "error.bad-sample-number": (
        "“{number}”不是样品编号：要写成 A-001 这样，一个大写字母、一横、数字",
        '"{number}" is no sample number: write one capital letter, a dash and digits, like A-001',
    ),
    "error.bad-trip-file": (
        "行程文件 {file} 有 {count} 处要改，什么都没有保存",
        "faults to be mended in the trip file {file}: {count}; nothing was stored",
    ),
    "error.cannot-write": (
        "{path} 写不进去：{why}；原来的文件没动",
        "{path} cannot be written: {why}; the old file is untouched",
    ),
    "error.conflict-not-found": (
        "没有这个冲突：{name}，可能已经选过了",
        "there is no such conflict: {name}; it may have been settled already",
    ),
    "error.disk-full": (
        "磁盘满了，{path} 没有写成，原来的文件没动；腾出空间再试",
        "the disk is full: {path} was not written and the old file is untouched; free some space and try again",
    ),
    "error.no-text": (
        "{name} 不是文字文件：把聊天复制到记事本里存好，再给那个文件",
        "{name} is no text: paste the chat into a text file, save it, and give that",
    ),
    "error.expects-number": ("{name} 要一个数字，写的是“{value}”。", "{name} takes a number, not “{value}”."),
    "error.expects-at-least": ("{name} 至少是 {least}，写的是 {value}。", "{name} is at least {least}, not {value}."),
    "error.expects-at-most": ("{name} 最多是 {most}，写的是 {value}。", "{name} is at most {most}, not {value}."),
    "error.expects-choice": (
        "{name} 只能是 {choices} 之一，写的是“{value}”。",
        "{name} is one of {choices}, not “{value}”.",
    ),
    "error.expects-pieces": (
        "{name} 要件数，“{value}”是箱：一箱几个乘好再写。",
        "{name} takes pieces, and “{value}” is cartons: multiply by what one holds.",
    ),
    "error.expects-weight": (
        "{name} 要重量，克或带单位，例如 500 或 14.5kg，写的是“{value}”。",
        "{name} takes a weight in grams or with its unit, like 500 or 14.5kg, not “{value}”.",
    ),
    "error.expects-whole-number": (
        "{name} 要一个整数，写的是“{value}”。",
        "{name} takes a whole number, not “{value}”.",
    ),
    "error.file-open-elsewhere": (
        "{path} 正在别的程序里打开；关掉 Excel 或 WPS 里的它再试",
        "{path} is open in another program; close it in Excel or WPS and try again",
    ),
    "error.folder-read-only": (
        "{path} 没有写入权限；用 --out 换一个能写的文件夹",
        "{path} may not be written; name a folder that you may write to with --out",
    ),
    "error.import-not-found": (
        "没有第 {name} 次导入，或者已经撤回了：用 import list 看有哪些",
        "there is no import {name}, or it was taken back already: import list shows them",
    ),
    "error.internal": (
        "程序出了意外（{kind}），这不是你的错。详情写在 {log}，反馈时请附上。",
        "Something unexpected happened ({kind}); it is not your fault. Details are in {log}; please send it along.",
    ),
    "error.interrupted": (
        "已停下。之前确认过的都存好了。",
        "Stopped. Everything confirmed before is kept.",
    ),
    "error.interrupted-unwritten": (
        "已停下，没有写 {path}。",
        "Stopped; {path} was not written.",
    ),
    "error.is-a-folder": (
        "{path} 是个文件夹，不能写成文件；换个名字，或移走它",
        "{path} is a folder where the file should go; move it away or choose another place",
    ),
    "error.itinerary-not-found": (
        "行程“{name}”还没有计划：先运行 plan make",
        'the trip "{name}" has no plan yet: run plan make first',
    ),
    "error.merge-same-file": (
        "{path} 就是正在用的数据库：要合并的应当是另一台设备的",
        "{path} is the database in use: merge the one of the other device",
    ),
    "error.no-browser": (
        "没有找到 Chrome、Edge 或 Chromium；装一个，或在浏览器里打开 html 再打印成 PDF（YIWUTRIP_BROWSER 可指定程序）",
        "no Chrome, Edge or Chromium here; install one (YIWUTRIP_BROWSER names it), or open the html and print to PDF",
    ),
    "error.bad-boxes-file": (
        "箱子文件 {file} 有 {count} 处要改",
        "faults to be mended in the boxes file {file}: {count}",
    ),
    "error.unknown-paper": (
        "没有 {name} 这种标签纸；可选：{known}",
        "there is no label paper called {name}; choose from {known}",
    ),
    "error.no-folder": (
        "文件夹 {path} 不存在；先建好它，或用 --out 换一个",
        "the folder {path} does not exist; make it first or name another with --out",
    ),
    "error.no-such-command": ("没有“{name}”这个命令。", "There is no command “{name}”."),
    "error.missing-command": (
        "少了命令；加 --help 看有哪些。",
        "A command is missing; add --help to see which there are.",
    ),
    "error.no-such-option": ("没有 {name} 这个选项。", "There is no option {name}."),
    "error.missing-parameter": ("少了 {name}，要写成：{usage}", "{name} is missing: write {usage}"),
    "error.option-needs-value": ("{name} 后面要写一个值。", "{name} needs a value after it."),
    "error.option-without-value": ("{name} 后面不用写值。", "{name} takes no value."),
    "error.extra-arguments": (
        "多了：{extra}。中间有空格的要加引号。",
        "Too many words: {extra}. Put quotes round what has spaces in it.",
    ),
    "error.no-trip": (
        "还没有选定行程：用 trip new 写一个，用 trip load 读入，或用 trip use 选一个",
        "no trip is in use: write one with trip new, load it with trip load, or choose one with trip use",
    ),
    "error.not-a-folder": (
        "{path} 是个文件，不是文件夹；用 --out 换一个文件夹",
        "{path} is a file, not a folder; name a folder with --out",
    ),
    "error.nothing-to-undo": (
        "没有可以撤销的操作",
        "there is nothing to take back",
    ),
    "error.pdf-failed": (
        "{program} 没有打印出 PDF：{why}；可在浏览器里打开 html 再打印成 PDF",
        "{program} printed no PDF: {why}; open the html in a browser and print it to PDF there",
    ),
    "error.place-unknown": (
        "有个地点没说清在哪：写上区和门，或写经纬度。",
        "A place does not say where it is: give a district and a gate, or latitude and longitude.",
    ),
    "error.sample-not-found": (
        "没有编号为 {name} 的样品：用 sample list 看有哪些",
        "there is no sample {name}: sample list shows them",
    ),
    "error.sample-number-taken": (
        "编号 {number} 已经有样品了：换一张标签，或用 sample edit 改那一个",
        "the number {number} has a sample already: take another label, or mend that one with sample edit",
    ),
    "error.person-not-found": ("行程里没有“{name}”这个人。", "Nobody on this trip has the letter {name}."),
    "error.day-not-in-trip": (
        "{day} 不在行程里：行程从 {starts} 到 {ends}。",
        "{day} is not a day of the trip, which goes from {starts} to {ends}.",
    ),
    "error.redo-outside-trip": (
        "行程是 {starts} 到 {ends}，那个时候没有可重排的；开始前用 plan make。",
        "The trip is from {starts} to {ends}; there is nothing to redo then. Before it begins, use plan make.",
    ),
    "error.stall-not-found": ("没有商位 {name}。", "There is no stall {name}."),
    "error.unknown-format": (
        "没有 {name} 这种格式；可选：{known}",
        "there is no format called {name}; choose from {known}",
    ),
    "error.store-cannot-open": (
        "打不开数据库 {path}：{detail}。看看路径对不对，有没有权限",
        "the database {path} cannot be opened: {detail}. See whether the path is right and you may use it",
    ),
    "error.store-damaged": (
        "数据库 {path} 坏了：{detail}。先复制一份留着，再用 db restore 从备份恢复",
        "the database {path} is damaged: {detail}. Keep a copy, then bring a backup back with db restore",
    ),
    "error.store-disk-fault": (
        "读写 {path} 时磁盘出错：{detail}。检查磁盘或网盘，已经确认的都还在",
        "the disk failed on {path}: {detail}. See to the disk or share; what was confirmed is kept",
    ),
    "error.store-foreign": (
        "{path} 是别的程序的数据库，不是本程序的，没有动它：换一个文件名",
        "{path} is another program's database and was left alone: give another file name",
    ),
    "error.store-full": (
        "磁盘满了，这一步没有保存，以前的都在：腾出空间再来一次（{path}）",
        "the disk is full; this step was not stored, what was before is kept: make room and try again ({path})",
    ),
    "error.store-is-a-folder": (
        "{path} 是文件夹：要写数据库文件的名字，例如 trip.db",
        "{path} is a folder: name a database file, like trip.db",
    ),
    "error.store-locked": (
        "数据库 {path} 正被另一个程序占用：等它做完，或关掉它再来一次",
        "another program holds the database {path}: wait for it or close it, then try again",
    ),
    "error.store-newer": (
        "数据库 {path} 是更新版本的程序建的（格式 {version}，本程序只懂到 {known}）：请升级程序，数据没有动",
        "the database {path} is of a newer version (schema {version}, known here {known}) and was left alone: upgrade",
    ),
    "error.store-no-folder": (
        "没有文件夹 {folder}：先建好它，或改一个路径",
        "there is no folder {folder}: make it first or give another path",
    ),
    "error.store-no-memory": (
        "内存不够，这一步没有保存：关掉些程序再来一次",
        "there is not enough memory; this step was not stored: close some programs and try again",
    ),
    "error.store-not-a-database": (
        "{path} 不是数据库：看看是不是写错了文件名，没有动它",
        "{path} is no database: see whether it is the right file; it was left alone",
    ),
    "error.store-read-only": (
        "{path} 只能读不能写：换一个能写的文件夹，或改它的权限",
        "{path} can be read but not written: take a folder that can be written, or change its permissions",
    ),
    "error.store-url-unsupported": (
        "不支持数据库地址 {url}：写文件路径，或 sqlite:///路径",
        "the database address {url} is not supported: give a path, or sqlite:///path",
    ),
    "error.store-value-too-big": (
        "这一项太大，存不下，什么都没有保存：把文字缩短",
        "a value is too big to be stored and nothing was: shorten the text",
    ),
    "error.trip-not-found": (
        "没有叫“{name}”的行程：用 trip list 看有哪些",
        'there is no trip "{name}": trip list shows them',
    ),
    "error.usage": ("命令写得不对：{message}", "The command line cannot be read: {message}"),
    "error.bad-now": (
        "环境变量 YIWUTRIP_NOW 要像 2021-04-14T09:00 这样写，现在是“{value}”。",
        "The variable YIWUTRIP_NOW is written like 2021-04-14T09:00, not “{value}”.",
    ),
    "error.value-cannot-be-stored": (
        "有一项存不下（{detail}），什么都没有保存：数字不要超过 18 位，文字里不要有残缺的字符",
        "a value cannot be stored ({detail}) and nothing was: at most 18 digits, no broken characters",
    ),
    # planning
    "error.no-people": (
        "没有人可以走：行程里至少写一个人。",
        "There is nobody to walk: the trip needs at least one person.",
    ),
    "error.trip-ends-first": (
        "行程在 {ends} 结束，不晚于开始的 {starts}。",
        "The trip ends at {ends}, not after its start at {starts}.",
    ),
    "error.trip-is-over": (
        "行程在 {ends} 已经结束，没有什么可重排的。",
        "The trip ended at {ends}; there is nothing left to plan.",
    ),
    "error.plan-check-failed": (
        "算出的行程没通过检查（{broken}），所以不用它。这是程序的错，请带上行程文件反馈。",
        "The plan did not pass its check ({broken}) and is not used. This is our fault; please send the trip file.",
    ),
    "error.advice-find-stall": (
        "编号像 D2-3F-16213，只写商位号也行；不知道编号就按名字、品类找：yiwutrip stall find",
        "A code is like D2-3F-16213; its booth number alone will do. To search: yiwutrip stall find",
    ),
    "error.folder-not-found": ("没有文件夹 {name}。", "There is no folder {name}."),
    "error.advice-new-stall": (
        "确实是新商位：加 --new-stall 存下，地址以后再补。",
        "If it is a new stall, add --new-stall; the rest of its address can follow.",
    ),
    "error.new-stall-nowhere": (
        "“{name}”里看不出是哪个区、哪个门或商位号：写成 D2-3F-16213 或“二区 3楼 20门 12街”。",
        "“{name}” does not say which district and which gate or booth: write D2-3F-16213 or D2 F3 gate 20.",
    ),
    "error.expects-yuan": (
        "{name} 要金额（元），最多两位小数，例如 12.5 或 12块5，写的是“{value}”。",
        "{name} takes an amount in yuan with at most two decimals, not “{value}”.",
    ),
    "error.expects-size": (
        "{name} 要长x宽x高（厘米），例如 60x40x35，写的是“{value}”。",
        "{name} takes length x width x height in cm, like 60x40x35, not “{value}”.",
    ),
    "error.expects-date": (
        "{name} 要日期，例如 2021-04-15、4月15日或 4/15，写的是“{value}”。",
        "{name} takes a date like 2021-04-15 or 4/15 (month/day), not “{value}”.",
    ),
    "error.expects-time": (
        "{name} 要时间，例如 14:20、下午2点或“4月15日 9点半”，写的是“{value}”。",
        "{name} takes a time like 14:20, 2 pm or “4/15 9:30”, not “{value}”.",
    ),
    "error.expects-letter": (
        "{name} 要一个人的字母（A、B …），写的是“{value}”。",
        "{name} takes one person's letter (A, B …), not “{value}”.",
    ),
    "error.expects-text": ("{name} 不能是空的。", "{name} must not be empty."),
    "error.text-too-long": (
        "{name} 有 {length} 个字，最多 {most} 个；长的写进 --note。",
        "{name} has {length:# character|# characters}, at most {most} fit; put the rest into --note.",
    ),
    "error.nothing-to-edit": (
        "没说要改什么；加 --help 看能改哪些。",
        "Nothing to change was said; add --help to see what can be.",
    ),
    "error.unknown-letter": (
        "这趟没有字母是 {letter} 的人；有：{known}。",
        "Nobody on this trip has the letter {letter}; there are: {known}.",
    ),
    "error.more-people-than-go": (
        "--people 写了 {asked}，这趟去的只有 {count} 个：{going}。",
        "--people says {asked}, but those on this trip are {count}: {going}.",
    ),
    "error.trip-new-needs-yes": (
        "没有终端，问不了话：加 --yes 就用选项里写的和默认值写文件；什么都没写。",
        "There is no terminal to ask at: add --yes to write from the options and defaults. Nothing was written.",
    ),
    "error.file-not-found": ("没有文件 {name}。", "There is no file {name}."),
    "error.file-is-a-folder": ("{name} 是文件夹，要的是文件。", "{name} is a folder; a file is wanted."),
    "error.file-unreadable": ("读不了 {name}：{detail}。", "{name} cannot be read: {detail}."),
    "error.photo-not-stored": (
        "照片存不进 {path}：{detail}。样品没有记。",
        "The photo cannot be stored in {path}: {detail}. The sample was not logged.",
    ),
    "error.not-a-photo": (
        "{name} 不是照片（认 JPEG、PNG、WebP、HEIC）。样品没有记。",
        "{name} is no photo (JPEG, PNG, WebP and HEIC are known). The sample was not logged.",
    ),
    "error.expects-mapping": (
        "{name} 要写成 表头=字段，例如 摊位号=booth，写的是“{value}”。",
        "{name} takes HEADER=FIELD, like stand=booth, not “{value}”.",
    ),
    "error.rejects-of-several": (
        "好几个文件都有退回的行，列不一样，写不进一个 {path}：一个一个导。好的行已经存了。",
        "Several lists have refused rows: import them one at a time to have those in {path}. The good rows are stored.",
    ),
    "error.bundled-file-not-found": (
        "程序没装全，少了 {name}：重新安装一次。",
        "The installation is not whole, {name} is missing: install it again.",
    ),
    "error.note-or-file": (
        "写一行，或用 --file 给一个文件，二选一。",
        "Write one note, or give a file with --file: one of the two.",
    ),
    "error.file-exists": (
        "{path} 已经有了：换个名字，或加 --force 覆盖。",
        "{path} is there already: take another name, or add --force to overwrite it.",
    ),
    "error.expects-hours": (
        "{name} 要写成 20:00-23:00，写的是“{value}”。",
        "{name} takes hours like 20:00-23:00, not “{value}”.",
    ),
    "error.expects-point": (
        "{name} 要写成 29.3350,120.1060（从地图抄的再加 高德、腾讯 或 百度），写的是“{value}”。",
        "{name} takes a point in China like 29.3350,120.1060 (GCJ-02 or BD-09 after it), not “{value}”.",
    ),
    "error.ends-before-start": (
        "行程 {ends} 结束，不晚于 {starts} 开始。",
        "The trip ends at {ends}, which is not after its start at {starts}.",
    ),
}
