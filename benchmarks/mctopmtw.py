"""
The search on public MC-TOP-MTW instances.

    python benchmarks/mctopmtw.py DIR --routes 1,2,3,4 --seconds 1 --seeds 1,2,3 --out FILE.csv
"""

from harness import arguments, numbers, run
from instances import read_mctopmtw


def main() -> None:
    """Run it."""
    options = arguments("The search on MC-TOP-MTW instances (Souffriau et al. 2013).").parse_args()
    if options.peer:
        raise SystemExit("no routing library can express caps, a budget and several windows at once")
    only = set(options.only.split(",")) - {""}
    wanted = set(numbers(options.routes))
    files = [file for file in sorted(options.folder.glob("MCTOPMTW-*.txt")) if int(file.stem.split("-")[1]) in wanted]
    run(options, (read_mctopmtw(file) for file in files if not only or file.stem.split("-")[-1] in only))


if __name__ == "__main__":
    main()
