"""How far a code is from the one that was meant."""

from __future__ import annotations

LONGEST = 64
"""Nothing longer is compared; no code is."""


def slips(typed: str, meant: str) -> int:
    """
    Letters left out, put in, mistaken or swapped with their neighbour: the optimal string alignment distance.

    (F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7, 1964.)
    """
    before: list[int] = []
    above = list(range(len(meant) + 1))
    for row, letter in enumerate(typed, start=1):
        line = [row]
        for column, other in enumerate(meant, start=1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == meant[column - 2] and typed[row - 2] == other
            line.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, line
    return above[-1]
