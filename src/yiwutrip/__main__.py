"""``python -m yiwutrip``, and the console script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Inside the function, so that a broken installation is reported by the frame that knows how to speak.
    from yiwutrip.cli.app import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
