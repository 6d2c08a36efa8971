"""What is wrong with the file of boxes. Merged into ``problem``'s entries."""

from __future__ import annotations

PACK_PROBLEMS: dict[str, tuple[str, str]] = {
    "problem.boxes-none": (
        "没有写箱子：每个箱子写一段 [[boxes]]，里面 size_cm = [60, 40, 40]",
        "there are no boxes: write a [[boxes]] section for each, with size_cm = [60, 40, 40]",
    ),
    "problem.box-unknown-key": (
        "看不懂“{value}”：一段 [[boxes]] 里只写 size_cm、limit_kg、count、place",
        '"{value}" is not known: a [[boxes]] section says size_cm, limit_kg, count and place',
    ),
    "problem.box-no-size": (
        "没写尺寸：写上 size_cm = [60, 40, 40]，内径长宽高，厘米",
        "the size is missing: say size_cm = [60, 40, 40], length, width, height inside in cm",
    ),
    "problem.box-bad-size": (
        "尺寸写成“{value}”：要写内径长宽高三个数，厘米，都大于 0、不超过 {most_cm}，如 [60, 40, 40]",
        'the size is "{value}": say length, width, height inside in cm, above 0 up to {most_cm}, as [60, 40, 40]',
    ),
    "problem.box-bad-limit": (
        "限重写成“{value}”：只写公斤数，不加引号，大于 0、不超过 {most_kg}",
        'the limit is "{value}": say kilograms without quotes, above 0 and up to {most_kg}',
    ),
    "problem.box-bad-count": (
        "个数写成“{value}”：写 1 到 {most} 的整数",
        'the count is "{value}": say a whole number from 1 to {most}',
    ),
    "problem.box-bad-place": (
        '位置写成“{value}”：写一句话，加引号，如 place = "后备箱左下"',
        'the place is "{value}": say it in quotes, as place = "boot, left"',
    ),
}
