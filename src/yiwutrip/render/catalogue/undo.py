"""Taking actions back."""

ENTRIES: dict[str, tuple[str, str]] = {
    "undo.done": ("已撤回 {time} 的 {verb}：{subject}", "Taken back: {verb} of {time}: {subject}"),
    "undo.would": ("会撤回 {time} 的 {verb}：{subject}", "Would take back: {verb} of {time}: {subject}"),
}
