"""``python -m yiwutrip``, and the console script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    sys.stdout.write("")


if __name__ == "__main__":
    main()
