"""What is assumed about walking, riding and looking because nobody has published it; the user may change each."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from math import isfinite
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.problems import Problem
from yiwutrip.domain.trip import Pace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance


def _between(default: float, low: float, high: float) -> float:
    """Declare an assumption with the bounds beyond which a value must be a slip of the pen."""
    value: float = field(default=default, metadata={"low": low, "high": high})
    return value


@dataclass(frozen=True, slots=True)
class Assumptions:
    """
    Named guesses with units in their names; a trip file overrides them in its ``[assumptions]`` table.

    Attributes:
        aisle_mps: walking speed indoors among other buyers, metres a second. A buyer's blog of 2011 took 12 minutes for
            one aisle of D1 from end to end, which the docks make about 560 to 700 m long: 0.8 to 1.0.
        outdoor_mps: walking speed between buildings.
        stairs_s: seconds for one floor up or down, the way to the escalator and the wait for a lift included.
        street_pitch_m: metres from one street (街) to the next. D4 has 30 streets between docks 472 m apart.
        facade_m: metres from a door to the first street.
        detour: road or pavement metres for each metre of the straight line.
        ride_mps: a taxi's speed in town, metres a second (18 km/h: the roads jam around 15:00 and 17:30).
        ride_wait_s: seconds to find a taxi or wait for the shuttle, and to get in and out.
        ride_min_m: nobody takes a car for less than this straight line.
        road_mps: speed on the road beyond the town, metres a second (79 km/h).
        town_m: metres of a ride at the speed in town; what is beyond goes at that of the road.
        relaxed: a relaxed pace walks and looks at this many times the normal speed.
        brisk: a brisk pace likewise.
        visit_min: minutes at an ordinary stall at a normal pace.
        factory_visit_min: minutes at a factory's own stall, where terms are talked over.
        walk_spread: sigma of the lognormal factor on walking seconds when days are simulated.
        visit_spread: likewise on visit minutes.

    """

    aisle_mps: float = _between(0.9, 0.4, 3.0)
    outdoor_mps: float = _between(1.2, 0.4, 3.0)
    stairs_s: float = _between(45.0, 0.0, 900.0)
    street_pitch_m: float = _between(14.0, 3.0, 30.0)
    facade_m: float = _between(15.0, 0.0, 200.0)
    detour: float = _between(1.3, 1.0, 3.0)
    ride_mps: float = _between(5.0, 1.0, 30.0)
    ride_wait_s: float = _between(480.0, 0.0, 7200.0)
    ride_min_m: float = _between(1000.0, 0.0, 20_000.0)
    road_mps: float = _between(22.0, 3.0, 40.0)
    town_m: float = _between(6000.0, 0.0, 200_000.0)
    relaxed: float = _between(0.8, 0.5, 1.0)
    brisk: float = _between(1.2, 1.0, 3.0)
    visit_min: float = _between(15.0, 1.0, 240.0)
    factory_visit_min: float = _between(20.0, 1.0, 240.0)
    walk_spread: float = _between(0.2, 0.0, 1.5)
    visit_spread: float = _between(0.35, 0.0, 1.5)

    @classmethod
    def with_overrides(cls, overrides: Mapping[str, float]) -> Assumptions:
        """
        The defaults with the user's values in their place.

        Raises:
            BadInputError: ``assumptions-bad``; its problems name every unknown name and every value out of bounds.

        """
        check_numbers(overrides, bounds_of(cls))
        return cls(**{name: float(value) for name, value in overrides.items()})

    def speed_factor(self, pace: Pace) -> float:
        """How many times faster than normal this pace walks and looks."""
        return {Pace.RELAXED: self.relaxed, Pace.NORMAL: 1.0, Pace.BRISK: self.brisk}[pace]


def bounds_of(kind: type[DataclassInstance]) -> dict[str, tuple[float, float]]:
    """The least and most that each number of a class may be; fields that are no plain number are left out."""
    return {item.name: (item.metadata["low"], item.metadata["high"]) for item in fields(kind) if "low" in item.metadata}


def check_numbers(overrides: Mapping[str, float], bounds: Mapping[str, tuple[float, float]]) -> None:
    """
    Hold numbers against what there is.

    Raises:
        BadInputError: ``assumptions-bad``; its problems name every unknown name and every value out of bounds.

    """
    problems = tuple(_faults(overrides, bounds))
    if problems:
        raise BadInputError("assumptions-bad", problems=problems)


def _faults(overrides: Mapping[str, object], bounds: Mapping[str, tuple[float, float]]) -> list[Problem]:
    problems = []
    for name, value in overrides.items():
        if name not in bounds:
            near = get_close_matches(name, bounds, n=1) or [", ".join(bounds)]
            problems.append(Problem("assumption-unknown", column=name, value=str(value), params={"right": near[0]}))
            continue
        low, high = bounds[name]
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not isfinite(float(str(value))) or not low <= float(str(value)) <= high:
            params = {"low": f"{low:g}", "high": f"{high:g}"}
            problems.append(Problem("assumption-out-of-range", column=name, value=str(value), params=params))
    return problems
