"""The way between two places in words: what a walker does, one step after another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.phrasing import say_district

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.words import Words


class WayKind(StrEnum):
    """
    What a walker does in one step; the sentence is ``way.<kind>``, with ``-at`` where a gate says where.

    ABOUT is a gate that nobody stated and the booth's number tells.
    """

    UP = "up"
    DOWN = "down"
    HALL = "hall"
    FORECOURT = "forecourt"
    LEAVE = "leave"
    RIDE = "ride"
    WALK = "walk"
    RIGHT = "right"
    LEFT = "left"
    STREET = "street"
    ACROSS = "across"
    ALONG = "along"
    GATE = "gate"
    ABOUT = "about"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class WayStep:
    """
    One step of a way.

    Attributes:
        floor: where the stairs lead.
        district: where a hall, forecourt, ride or walk leads; None for a place outside the markets.
        gate: where one turns, leaves or arrives.
        street: the street that one goes into or along; 0 for the middle street (中街).

    """

    kind: WayKind
    floor: int | None = None
    district: District | None = None
    gate: int | None = None
    street: int | None = None


def say_way(steps: Sequence[WayStep], words: Words) -> str:
    """``上3楼，过连接体到二区，29门右转12街``; one that needs no step is empty."""
    return words("way.comma").join(_say(step, words) for step in steps)


def _say(step: WayStep, words: Words) -> str:
    params: dict[str, object] = {}
    if step.floor is not None:
        params["floor"] = words("place.basement" if step.floor < 0 else "place.floor", floor=abs(step.floor))
    if step.district is not None:
        params["district"] = say_district(Address(district=step.district), words)
    if step.street is not None:
        params["street"] = words("place.street", street=step.street) if step.street else words("place.middle-street")
    if step.gate is not None:
        params["gate"] = words("place.door", gate=step.gate)
    key = f"way.{step.kind}"
    if step.kind in (WayKind.RIDE, WayKind.WALK) and step.district is None:
        key += "-away"
    elif step.gate is not None and step.kind not in (WayKind.GATE, WayKind.ABOUT, WayKind.LEAVE):
        key += "-at"
    return words(key, **params)
