"""Run engines over instances, verify every solution, write a row a run, and sum up by family."""

import argparse
import csv
import json
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from instances import Instance, family, read_best_known
from peers import PEERS
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import Solution
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations, Seconds

COLUMNS = (
    "engine",
    "instance",
    "routes",
    "seconds",
    "seed",
    "profit",
    "best_known",
    "gap_percent",
    "elapsed_s",
    "solution",
)


def arguments(what: str) -> argparse.ArgumentParser:
    """Make the options that the benchmarks share."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the instances")
    parser.add_argument("--routes", default="1,2,3,4", help="numbers of routes, separated by commas")
    parser.add_argument("--seconds", default="1", help="time limits, separated by commas")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--out", type=Path, required=True, help="the CSV file to write, a row a run")
    parser.add_argument("--best-known", type=Path, help="default: best_known.csv in DIR")
    parser.add_argument("--only", default="", help="instances, separated by commas; default: all")
    parser.add_argument("--peer", choices=sorted(PEERS), action="append", default=[], help="run a library beside ours")
    parser.add_argument("--cpu", action="store_true", help="our seconds are those of the thread: for a busy machine")
    return parser


def numbers(text: str) -> list[int]:
    """Split whole numbers at commas."""
    return [int(part) for part in text.split(",")]


def run(options: argparse.Namespace, instances: Iterable[Instance]) -> None:
    """Run everything that is asked for; print each run and a summary, write the CSV."""
    best_known = read_best_known(options.best_known or options.folder / "best_known.csv")
    gaps: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with options.out.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        _warm_up()
        for instance in instances:
            best = best_known.get((instance.name, instance.routes))
            for engine in ("yiwutrip", *options.peer):
                for seconds in options.seconds.split(","):
                    for seed in numbers(options.seeds):
                        solution, elapsed = _timed(options, engine, instance, float(seconds), seed)
                        row = [engine, *_row(instance, seconds, seed, solution, best)]
                        row.insert(8, f"{elapsed:.3f}")
                        table.writerow(row)
                        file.flush()
                        print(*row[:-1], flush=True)
                        if best:
                            gaps[engine, seconds, family(instance.name)].append(100 * (best - solution.prize) / best)
    _summarise(gaps)


def _timed(
    options: argparse.Namespace, engine: str, instance: Instance, seconds: float, seed: int
) -> tuple[Solution, float]:
    """Solve, and end the benchmark if the solution does not hold."""
    began = time.perf_counter()
    solution = _solve(options, engine, instance, seconds, seed)
    elapsed = time.perf_counter() - began
    broken = check(instance.problem, solution)
    if broken:
        raise SystemExit(f"{engine} on {instance.name}, {instance.routes} routes: {broken}")
    return solution, elapsed


def _row(instance: Instance, seconds: str, seed: int, solution: Solution, best: int | None) -> list[object]:
    gap = f"{100 * (best - solution.prize) / best:.4f}" if best else ""
    known = best if best is not None else ""
    shown = json.dumps(instance.numbered(solution), separators=(",", ":"))
    return [instance.name, instance.routes, seconds, seed, solution.prize, known, gap, shown]


def _solve(options: argparse.Namespace, engine: str, instance: Instance, seconds: float, seed: int) -> Solution:
    if engine in PEERS:
        return PEERS[engine](instance.problem, seconds, seed)
    clock = time.thread_time if options.cpu else time.perf_counter
    return solve(instance.problem, Seconds(seconds), seed, clock=clock)


def _warm_up() -> None:
    """Compile, or load from the cache, before the first clock starts."""
    from instances import market  # noqa: PLC0415 - next to its only use

    solve(market(10), Iterations(10), seed=1)


def _summarise(gaps: dict[tuple[str, str, str], list[float]]) -> None:
    print("\nmean gap to the best known, in percent")
    print(f"{'engine':10} {'seconds':>7} {'family':>6} {'runs':>5} {'gap':>8}")
    for (engine, seconds, name), values in sorted(gaps.items()):
        print(f"{engine:10} {seconds:>7} {name:>6} {len(values):5} {sum(values) / len(values):8.3f}")
    for engine, seconds in sorted({key[:2] for key in gaps}):
        values = [value for key, row in gaps.items() if key[:2] == (engine, seconds) for value in row]
        print(f"{engine:10} {seconds:>7} {'all':>6} {len(values):5} {sum(values) / len(values):8.3f}")
