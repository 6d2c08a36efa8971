"""
The search on public TOPTW instances.

    python benchmarks/toptw.py DIR --routes 1,2,3,4 --seconds 1 --seeds 1,2,3 --out FILE.csv [--peer pyvrp]
"""

from harness import arguments, numbers, run
from instances import read_toptw


def main() -> None:
    """Run it."""
    options = arguments("The search on TOPTW instances (Solomon, Cordeau).").parse_args()
    only = set(options.only.split(",")) - {""}
    files = [file for file in sorted(options.folder.glob("*.txt")) if not only or file.stem in only]
    run(options, (read_toptw(file, routes) for file in files for routes in numbers(options.routes)))


if __name__ == "__main__":
    main()
