"""``python -m yiwutrip``, and the console script."""

from __future__ import annotations

import sys
import warnings


def main() -> None:
    """Run the command line and leave with its exit code."""
    if not sys.warnoptions:
        # What libraries warn of (Pillow: odd metadata) is for their programmers; `python -W default` shows it.
        warnings.simplefilter("ignore")
    # Inside the function, so that a broken installation is reported by the frame that knows how to speak.
    from yiwutrip.cli.app import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
