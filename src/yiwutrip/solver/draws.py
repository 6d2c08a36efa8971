"""
Random numbers that are the same on every machine, compiled or not.

Marsaglia's xorshift128 (Xorshift RNGs, Journal of Statistical Software 8(14), 2003): four words of 32 bits, worked
on in 64 so that no operation overflows.
"""

from __future__ import annotations

from yiwutrip.solver.jit import Ints, inlined

MASK = 0xFFFFFFFF
ALWAYS = MASK
UNIT = 1.0 / 4294967296.0


@inlined
def draw(words: Ints) -> int:
    """Take 32 random bits."""
    t = words[0] & MASK
    t ^= (t << 11) & MASK
    t ^= t >> 8
    words[0] = words[1]
    words[1] = words[2]
    words[2] = words[3]
    w = words[3] & MASK
    w ^= (w >> 19) ^ t
    words[3] = w
    return w


@inlined
def below(words: Ints, n: int) -> int:
    """Take a whole number from 0 to n - 1."""
    return (draw(words) * n) >> 32


@inlined
def unit(words: Ints) -> float:
    """Take a number from 0 (inclusive) to 1 (exclusive)."""
    return draw(words) * UNIT


def seeded(seed: int, many: int) -> list[int]:
    """Make so many first words, signed, from any integer by the mixing steps of splitmix64."""
    words = []
    state = (seed * 2 + 1) % 2**64
    for _ in range(many):
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        words.append((z ^ (z >> 31)) & MASK)
    return [word - 2**32 if word >= 2**31 else word for word in words]
