"""The same seed and iterations give the same solution, compiled or not."""

import os
import subprocess
import sys
from pathlib import Path

from yiwutrip.solver.jit import compiled

PROGRAM = """
from tests.solver.worlds import line, node, walk
from dataclasses import replace
from yiwutrip.solver.jit import compiled
from yiwutrip.solver.problem import Drop, Group, Meal, Problem
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations
route = replace(walk(latest_end_s=9000), meal=Meal(900, 2000, 5000), drop=Drop(0, 60), carry_g=9)
nodes = tuple(
    replace(node(1 + i % 7, prize=1 + i % 5, first=300 * (i % 4), last=6000), groups=(i % 2,), load_g=i % 4, uses=(i,))
    for i in range(14)
)
problem = Problem(line(8), nodes, (route, walk(latest_end_s=5000)), (Group(5), Group(4, (0, 9, 12))), (60,))
solved = solve(problem, Iterations(60), seed=3)
print(compiled())
print(solved.prize, solved.walk_s, solved.routes)
"""


def _run(**environment: str) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(Path.cwd())]), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    first, *rest = done.stdout.splitlines()
    return first, "\n".join(rest)


def test_plain_python_finds_what_compiled_code_finds() -> None:
    plain, found_plain = _run(NUMBA_DISABLE_JIT="1")
    _, found = _run()

    assert plain == "False"
    assert found == found_plain


def test_here_the_kernels_are_compiled() -> None:
    assert compiled() == (os.environ.get("NUMBA_DISABLE_JIT", "0") in {"", "0"})
