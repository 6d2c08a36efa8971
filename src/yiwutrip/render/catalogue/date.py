"""Days and durations."""

ENTRIES: dict[str, tuple[str, str]] = {
    "date.full": ("{month}{day}日 {weekday}", "{weekday} {day} {month}"),
    "date.day": ("{month}{day}日", "{day} {month}"),
    "date.hours": ("{hours} 时 {minutes} 分", "{hours} h {minutes} min"),
    "date.minutes": ("{minutes} 分", "{minutes} min"),
    "date.seconds": ("{seconds} 秒", "{seconds} s"),
    "date.months": (
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        "January February March April May June July August September October November December",
    ),
    "date.weekdays": ("周一 周二 周三 周四 周五 周六 周日", "Mon Tue Wed Thu Fri Sat Sun"),
}
