"""``python -m yiwutrip``, and the console script."""

from __future__ import annotations

import sys
import warnings

INTERRUPTED = 130
"""Ctrl-C before there is anything that could speak."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    if not sys.warnoptions:
        # What libraries warn of (Pillow: odd metadata) is for their programmers; `python -W default` shows it.
        warnings.simplefilter("ignore")
    try:
        # Inside the function, so that a broken installation is reported by the frame that knows how to speak.
        from yiwutrip.cli.app import run  # noqa: PLC0415

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
