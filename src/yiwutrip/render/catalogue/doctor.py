"""What `db doctor` found: a line for each thing it looked at."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "doctor.backup": (
        "有 {count} 份备份，最新的是 {newest}",
        "backups: {count}, the newest {newest}",
    ),
    "doctor.backup-none": (
        "还没有备份：每天第一次改动前会自动备份，也可以运行 db backup",
        "no backup yet: one is made before each day's first change, or run db backup",
    ),
    "doctor.foreign-keys": (
        "各表之间的引用都对得上",
        "every row that another one names is there",
    ),
    "doctor.foreign-keys-bad": (
        "有 {count} 处引用对不上（{detail}）：用 db restore 从备份恢复",
        "rows that name others that are not there: {count} ({detail}); bring a backup back with db restore",
    ),
    "doctor.integrity": (
        "文件完好",
        "the file is whole",
    ),
    "doctor.integrity-bad": (
        "文件有 {count} 处损坏（{detail}）：先复制一份留着，再用 db restore 从备份恢复",
        "the file is damaged; places: {count} ({detail}). Keep a copy, then bring a backup back with db restore",
    ),
    "doctor.journal": (
        "每条记录都有来历，可以一步步撤销",
        "the journal accounts for every record",
    ),
    "doctor.journal-bad": (
        "有 {count} 条记录和操作日志对不上（{detail}）：文件可能被别的程序改过，用 db restore 从备份恢复",
        "records on which the journal disagrees: {count} ({detail}); edited by another program? Use db restore",
    ),
    "doctor.numbers": (
        "样品编号没有重复，也不会重复",
        "no sample number is or will be given out twice",
    ),
    "doctor.numbers-bad": (
        "有 {count} 个编号超出了计数（{detail}）：用 db restore 从备份恢复",
        "numbers beyond the counter: {count} ({detail}); bring a backup back with db restore",
    ),
    "doctor.photos": (
        "照片都在",
        "every photo is there",
    ),
    "doctor.photos-bad": (
        "少了 {count} 张照片（{detail}）：从手机或备份把文件放回数据库旁边的照片文件夹",
        "photos missing: {count} ({detail}); put the files back into the photo folder beside the database",
    ),
    "doctor.schema": (
        "数据库格式是最新的（{version}）",
        "the schema is the newest ({version})",
    ),
    "doctor.schema-bad": (
        "数据库格式有 {count} 处不对（{detail}），应为格式 {version}：用 db restore 从备份恢复",
        "the schema differs from version {version}; places: {count} ({detail}). Bring a backup back with db restore",
    ),
    "doctor.versions": (
        "两台设备的改动都对得上",
        "what is shown follows from what the devices said",
    ),
    "doctor.versions-bad": (
        "有 {count} 条记录显示的内容对不上改动（{detail}）：文件可能被别的程序改过，用 db restore 从备份恢复",
        "records that show what nobody said: {count} ({detail}); did another program change the file? Use db restore",
    ),
}
