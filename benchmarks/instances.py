"""Public instances as problems: readers of the TOPTW and the MC-TOP-MTW files, and an invented market for growth."""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from yiwutrip.solver.problem import Group, Node, Problem, Route, Solution


@dataclass(frozen=True, slots=True)
class Instance:
    """A problem with the name and the node numbers that the file gives; times are tenths or hundredths."""

    name: str
    problem: Problem
    numbers: tuple[int, ...]

    @property
    def routes(self) -> int:
        """How many routes it has."""
        return len(self.problem.routes)

    def numbered(self, solution: Solution) -> list[list[int]]:
        """The solution in the numbers of the file, without the depot."""
        return [[self.numbers[s.node] for s in steps if s.node is not None] for steps in solution.routes]


def read_toptw(file: Path, routes: int) -> Instance:
    """
    Read a TOPTW file for so many routes.

    Distances are cut, not rounded, to one decimal (Solomon) or two (Cordeau); node 0 is the depot, its closing time the
    time limit.
    """
    rows = [line.split() for line in file.read_text(encoding="utf-8").splitlines()[2:] if line.strip()]
    scale = _scale(file.stem)
    travel = _travel([(float(row[1]), float(row[2])) for row in rows], scale)
    opens, closes = (_units(text, scale) for text in rows[0][-2:])
    nodes = tuple(
        Node(i, round(float(row[4])), _units(row[3], scale), {0: ((_units(row[-2], scale), _units(row[-1], scale)),)})
        for i, row in enumerate(rows[1:], start=1)
    )
    walks = tuple(Route(0, 0, 0, opens, closes) for _ in range(routes))
    return Instance(file.stem, Problem(travel, nodes, walks), tuple(int(row[0]) for row in rows[1:]))


def read_mctopmtw(file: Path) -> Instance:
    """
    Read an MC-TOP-MTW file (Souffriau et al. 2013): two windows per tour, a budget, ten category caps.

    Odd and even tours are two days: what opens when on which is the file's flag E.
    """
    head, depot, *rows = [line.split() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    name = file.stem.split("-")[-1]
    scale = _scale(name)
    travel = _travel([(float(row[1]), float(row[2])) for row in (depot, *rows)], scale)
    routes = int(head[0])
    return Instance(
        name,
        Problem(
            travel_s=travel,
            nodes=tuple(_mctopmtw_node(i, row, scale) for i, row in enumerate(rows, start=1)),
            routes=tuple(Route(r % 2, 0, 0, _units(depot[5], scale), _units(depot[6], scale)) for r in range(routes)),
            groups=tuple(Group(int(cap)) for cap in head[3:13]),
            resources=(round(float(head[2])),),
        ),
        tuple(int(row[0]) for row in rows),
    )


def _mctopmtw_node(i: int, row: Sequence[str], scale: int) -> Node:
    bounds = [_units(text, scale) for text in row[5:10]]
    quarters = tuple(pairwise(bounds))
    first, second = (0, 1) if row[10] == "1" else (1, 0)
    return Node(
        location=i,
        prize=round(float(row[4])),
        service_s=_units(row[3], scale),
        windows={first: (quarters[0], quarters[2]), second: (quarters[1], quarters[3])},
        groups=tuple(g for g, flag in enumerate(row[12:22]) if float(flag)),
        uses=(round(float(row[11])),),
    )


def market(candidates: int, routes: int = 2, seed: int = 1) -> Problem:
    """Invent a market: stalls scattered over a square, a minute a step, open for four hours or half of them."""
    random = np.random.default_rng(seed)
    place = random.integers(0, 1200, size=(candidates + 1, 2))
    travel = np.hypot(*(place[:, None, :] - place[None, :, :]).transpose(2, 0, 1)).astype(np.int32)
    opening = random.integers(0, 3, candidates)
    hours = {0: (0, 14_400), 1: (0, 7_200), 2: (7_200, 14_400)}
    nodes = tuple(
        Node(i + 1, int(prize), int(service), {0: (hours[int(kind)],)}, groups=(int(group),))
        for i, (prize, service, kind, group) in enumerate(
            zip(
                random.integers(1, 100, candidates),
                random.integers(300, 1500, candidates),
                opening,
                random.integers(0, 10, candidates),
                strict=True,
            )
        )
    )
    walks = tuple(Route(0, 0, 0, 0, 14_400) for _ in range(routes))
    return Problem(travel, nodes, walks, tuple(Group(6) for _ in range(10)))


def read_best_known(file: Path) -> dict[tuple[str, int], int]:
    """Best known profits by instance and number of routes."""
    with file.open(encoding="utf-8", newline="") as lines:
        return {(r["instance"], int(r["routes"])): int(float(r["best_known"])) for r in csv.DictReader(lines)}


def family(name: str) -> str:
    """Of which set an instance is: c1, c2, r1, r2, rc1, rc2, pr."""
    letters = name.rstrip("0123456789")
    return letters if letters == "pr" else name[: len(letters) + 1]


def _scale(name: str) -> int:
    return 100 if name.startswith("pr") else 10


def _units(text: str, scale: int) -> int:
    return round(float(text) * scale)


def _travel(places: list[tuple[float, float]], scale: int) -> NDArray[np.int32]:
    rows = [[math.floor(math.hypot(ax - bx, ay - by) * scale + 1e-9) for bx, by in places] for ax, ay in places]
    return np.asarray(rows, dtype=np.int32)
