"""Which stalls the search considers, and why the others are left out before it begins."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import LeftOut, Reason
from yiwutrip.domain.trip import AlliancePolicy, CommitmentKind
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.planner.wants import finder, own_terms, visit_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.planner.assumptions import PlanAssumptions
    from yiwutrip.planner.wants import Term


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A stall that may be visited; ``points`` is its own worth, without what its wants add.

    ``bonus`` weighs in the search alone: it keeps what was planned before.
    """

    stall: Stall
    wants: tuple[int, ...]
    terms: tuple[Term, ...]
    must: bool
    bonus: int = 0

    @property
    def points(self) -> int:
        """The sum of its terms."""
        return sum(term.points for term in self.terms)


@dataclass(frozen=True, slots=True)
class Field:
    """
    The stalls of a trip, sorted.

    Attributes:
        candidates: what the search may choose from.
        left_out: stalls that answer a want and that it may not, each with the reason.
        alliance: stalls whose goods can be ordered from home.
        outranked: stalls that others of the same want outrank.
        done: per want, stalls already visited on this trip or promised by an appointment.

    """

    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    alliance: tuple[Candidate, ...]
    outranked: tuple[Candidate, ...]
    done: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Log:
    """The visits, read once: what became of each stall on this trip, and what was seen on earlier ones."""

    now: dict[str, VisitStatus]
    before: frozenset[str]

    @classmethod
    def of(cls, trip: Trip, visits: Iterable[Visit]) -> Log:
        """What was not logged for this trip counts as seen on an earlier one."""
        now: dict[str, VisitStatus] = {}
        before = set()
        for visit in sorted(visits, key=lambda v: v.at):
            if visit.is_of(trip):
                now[visit.stall] = visit.status
            elif visit.status is VisitStatus.DONE:
                before.add(visit.stall)
        return cls(now, frozenset(before))


def appointments(trip: Trip) -> frozenset[str]:
    """Codes of the stalls at which the trip has an appointment or another commitment."""
    return frozenset(c.place.stall for c in trip.commitments if c.place.stall is not None)


def sort_stalls(trip: Trip, stalls: Iterable[Stall], visits: Sequence[Visit], assumed: PlanAssumptions) -> Field:
    """Sort the catalogue into candidates and stalls that are left out."""
    log, promised, must = Log.of(trip, visits), appointments(trip), frozenset(trip.must)
    done = [0] * len(trip.wants)
    candidates: list[Candidate] = []
    alliance: list[Candidate] = []
    left_out: list[LeftOut] = []
    wants_of = finder(trip.wants)
    for stall in stalls:
        wants = wants_of(stall)
        if not wants and stall.code not in must:
            continue
        if stall.code in promised or log.now.get(stall.code) is VisitStatus.DONE:
            for want in wants:
                done[want] += 1
            continue
        reason = _barred(trip, stall, log, must)
        if reason is not None:
            left_out.append(LeftOut(stall.code, reason))
            continue
        terms = own_terms(stall, seen_before=stall.code in log.before)
        candidate = Candidate(stall, wants, terms, stall.code in must)
        home = stall.alliance and trip.alliance is AlliancePolicy.SKIP and not candidate.must
        (alliance if home else candidates).append(candidate)
    chosen, outranked = _shortlist(trip, candidates, assumed)
    return Field(tuple(chosen), tuple(left_out), tuple(alliance), tuple(outranked), tuple(done))


def _barred(trip: Trip, stall: Stall, log: Log, must: frozenset[str]) -> Reason | None:
    logged = {VisitStatus.SHUT: "reported-shut", VisitStatus.SKIPPED: "skipped"}
    status = log.now.get(stall.code)
    if status in logged:
        return Reason(logged[status], {"stall": stall.code})
    if stall.address.district is None and stall.lat is None:
        return Reason("place-unknown", {"stall": stall.code})
    if stall.code in must or (stall.alliance and trip.alliance is AlliancePolicy.SKIP):
        return None
    if stall.appointment:
        return Reason("needs-appointment", {"kind": str(CommitmentKind.APPOINTMENT)})
    if stall.introduction:
        return Reason("needs-introduction", {})
    return None


def worth_alone(trip: Trip, candidate: Candidate, assumed: PlanAssumptions) -> int:
    """Points of a candidate if it were the first that answers its wants."""
    return candidate.points + sum(visit_points(trip.wants[w], 1, assumed) for w in candidate.wants)


def _shortlist(
    trip: Trip, candidates: list[Candidate], assumed: PlanAssumptions
) -> tuple[list[Candidate], list[Candidate]]:
    """
    Keep the musts and the best of each want, each hall and floor getting a share by the root of its size.

    What the search may look at stays the same from 1,500 stalls to 75,000, so planning takes as long.
    """
    if len(candidates) <= assumed.candidates:
        return candidates, []
    keep = {c.stall.code for c in candidates if c.must}
    room = max(0, assumed.candidates - len(keep))
    weights = [max(1, want.weight) * max(1, want.at_least) ** 0.5 for want in trip.wants]
    for w, weight in enumerate(weights):
        of_want = [c for c in candidates if w in c.wants and c.stall.code not in keep]
        keep |= _spread(trip, of_want, round(room * weight / sum(weights)), assumed)
    rest = [c for c in candidates if c.stall.code not in keep]
    keep |= _spread(trip, rest, assumed.candidates - len(keep), assumed)
    chosen = [c for c in candidates if c.stall.code in keep]
    return chosen, [c for c in candidates if c.stall.code not in keep]


def _spread(trip: Trip, candidates: list[Candidate], quota: int, assumed: PlanAssumptions) -> set[str]:
    halls: defaultdict[tuple[object, object], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        halls[candidate.stall.address.district, candidate.stall.address.floor].append(candidate)
    total = sum(len(hall) ** 0.5 for hall in halls.values())
    kept: set[str] = set()
    for _, hall in sorted(halls.items(), key=lambda item: str(item[0])):
        share = round(max(0, quota) * len(hall) ** 0.5 / total)
        hall.sort(key=lambda c: (-worth_alone(trip, c, assumed), c.stall.code))
        kept |= {c.stall.code for c in hall[:share]}
    return kept
