"""Why something in a plan is so, by the code of a Reason."""

ENTRIES: dict[str, tuple[str, str]] = {}
