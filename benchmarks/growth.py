"""
What ten times the candidates cost: time per iteration and quality at 50, 500 and 5,000.

    python benchmarks/growth.py [--seconds 2] [--routes 2]
"""

import argparse
import time

from instances import market
from yiwutrip.solver.check import check
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations, Seconds


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description="Thread seconds per iteration and quality as the candidates grow.")
    parser.add_argument("--sizes", default="50,500,5000")
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--routes", type=int, default=2)
    options = parser.parse_args()
    solve(market(10), Iterations(10), seed=1)
    print("candidates  set up, s  us/iteration  times  prize  prize in 10x the time")
    before = 0.0
    for size in (int(text) for text in options.sizes.split(",")):
        problem = market(size, options.routes)
        clock = time.thread_time
        began = clock()
        solve(problem, Iterations(0), seed=1)
        ready = clock() - began
        short = solve(problem, Seconds(ready + options.seconds), seed=1, clock=clock)
        long = solve(problem, Seconds(ready + 10 * options.seconds), seed=1, clock=clock)
        if check(problem, short) or check(problem, long):
            raise SystemExit(f"a solution for {size} candidates does not hold")
        each = 1e6 * (short.seconds - ready) / max(1, short.iterations)
        times = f"{each / before:5.1f}" if before else "     "
        print(f"{size:10} {ready:10.2f} {each:13.1f} {times} {short.prize:6} {long.prize:6}", flush=True)
        before = each


if __name__ == "__main__":
    main()
