"""
Days cut into stretches by their walls.

A stretch is one person's, or the pair's, time between two fixed points. Where a half-day is marked as together, all
walk as one; a commitment of some of them in it parts them there and they meet there again. Where a day turns from apart
to together at 13:00 they meet, and where it turns from together to apart they part, at a point that suits all: the car,
the middle of what they look for, where they already are, or where they must go next.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import Reason, Unmet
from yiwutrip.domain.trip import CommitmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from yiwutrip.planner.spots import Travel
    from yiwutrip.planner.walls import Presence, Wall

MAX_EXTRA_S = 900
"""A point to meet that costs this much more than the quickest one is not worth its comfort."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    A walk between two fixed points, on the trip's clock.

    Attributes:
        who: letters, ascending.
        start_s: earliest departure.
        end_s: by then one has to be at ``end``.
        wall: the commitment at its end, None for the night or a meeting.
        meets: who else comes to its end by another way, or parts there.

    """

    day: int
    who: tuple[str, ...]
    start_s: int
    start: int
    end_s: int
    end: int
    wall: Wall | None = None
    meets: tuple[str, ...] = ()

    def leads_to(self, other: Stretch) -> bool:
        """Whether somebody goes on from its end into the other at once."""
        over_s = self.end_s if self.wall is None else self.wall.end_s
        there = (self.day, over_s, self.end) == (other.day, other.start_s, other.start)
        return there and not set(self.who).isdisjoint(other.who)

    def parts_into(self, other: Stretch) -> bool:
        """Whether some of its people go on without the rest, from a point that is theirs to choose."""
        return self.wall is None and self.leads_to(other) and set(other.who) < set(self.who)


@dataclass(frozen=True, slots=True)
class Day:
    """
    What is fixed of a day before it is cut.

    Attributes:
        begins: where and when each person's day begins.
        together: whether the morning and the afternoon are.
        half_s: where they part, on the trip's clock.
        ends_s: those who have not departed are back at ``night`` by then.
        walls: of this day, by time.
        points: spots that suit as a meeting point, the best first.

    """

    index: int
    date: date
    begins: Mapping[str, Presence]
    together: tuple[bool, bool]
    half_s: int
    ends_s: int
    night: int
    walls: tuple[Wall, ...]
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CutDay:
    """The stretches of a day in order of their start, and what could not be arranged."""

    stretches: tuple[Stretch, ...]
    unmet: tuple[Unmet, ...]


def cut_day(day: Day, travel: Travel) -> CutDay:
    """Cut a day; every stretch can be walked in its time, since the walls were accepted and meetings fit between."""
    knife = _Knife(day, travel)
    knife.run()
    ordered = sorted(knife.cut, key=lambda s: (s.start_s, s.who))
    return CutDay(tuple(ordered), tuple(knife.unmet))


_Group = frozenset[str]


@dataclass(slots=True)
class _Knife:
    """The state while a day is cut: who is walking with whom, since when and from where."""

    day: Day
    travel: Travel
    cut: list[Stretch] = field(default_factory=list)
    unmet: list[Unmet] = field(default_factory=list)
    free: dict[_Group, tuple[int, int]] = field(default_factory=dict)
    events: list[tuple[int, int, int, Wall | int | None]] = field(default_factory=list)
    order: Iterator[int] = field(default_factory=count)
    pending: list[Wall] = field(default_factory=list)

    def run(self) -> None:
        day = self.day
        for letter, begin in day.begins.items():
            self.free[frozenset({letter})] = (begin.at_s, begin.spot)
        self.pending = list(day.walls)
        for wall in day.walls:
            self._push(wall.arrive_s, _WALL, wall)
        self._plan_company(min(begin.at_s for begin in day.begins.values()))
        while self.events:
            at_s, kind, _, what = heappop(self.events)
            if kind == _WALL and not isinstance(what, int | None):
                self._reach(what)
            elif kind == _JOIN and isinstance(what, int | None):
                self._join(at_s, what)
            elif kind == _PART:
                self._part(at_s)
        self._night()

    def _plan_company(self, first_s: int) -> None:
        """Note when people are to meet and to part."""
        day = self.day
        if first_s < day.half_s:
            if day.together[0]:
                self._push(first_s, _JOIN, None)
            if day.together[0] != day.together[1]:
                self._push(day.half_s, _JOIN if day.together[1] else _PART, None)
        elif day.together[1]:
            self._push(first_s, _JOIN, None)

    def _push(self, at_s: int, kind: int, what: Wall | int | None) -> None:
        heappush(self.events, (at_s, kind, next(self.order), what))

    def _is_together(self, at_s: int) -> bool:
        return self.day.together[0 if at_s < self.day.half_s else 1]

    def _close(self, group: _Group, end_s: int, end: int, wall: Wall | None, meets: frozenset[str]) -> None:
        start_s, start = self.free.pop(group)
        who = tuple(sorted(group))
        self.cut.append(Stretch(self.day.index, who, start_s, start, end_s, end, wall, tuple(sorted(meets))))

    def _reach(self, wall: Wall) -> None:
        """Bring those who have the commitment to it; the others of their group part from them there."""
        attending = frozenset(wall.who)
        self.pending.remove(wall)
        for group in [g for g in self.free if g & attending]:
            came, others = group & attending, group - attending
            if others:
                start = self.free[group]
                if self._can_accompany(others, wall):
                    self._close(group, wall.arrive_s, wall.spot, None, frozenset())
                    start = (wall.arrive_s, wall.spot)
                self.free.pop(group, None)
                self.free[came] = self.free[others] = start
            self._close(came, wall.arrive_s, wall.spot, wall, attending - came)
            if wall.kind is CommitmentKind.DEPARTURE:
                continue
            self.free[came] = (wall.end_s, wall.spot)
            if others and self._is_together(wall.end_s) and wall.end_s < self.day.ends_s:
                self._push(wall.end_s, _JOIN, wall.spot)

    def _can_accompany(self, others: _Group, wall: Wall) -> bool:
        """Whether those who do not have a commitment can go along to it and still reach their own."""
        due = [w for w in self.pending if others & set(w.who)]
        return all(wall.arrive_s + self.travel.seconds(wall.spot, w.spot) <= w.arrive_s for w in due)

    def _join(self, at_s: int, wanted: int | None) -> None:
        """Bring everybody together, as soon as the last of them is free."""
        if not self._is_together(at_s) or len(self.free) <= 1:
            return
        free_s = max(start_s for start_s, _ in self.free.values())
        if free_s > at_s:
            self._push(free_s, _JOIN, wanted)
            return
        here = {spot for _, spot in self.free.values()}
        idle = all(start_s == at_s for start_s, _ in self.free.values())
        met = (at_s, here.pop()) if idle and len(here) == 1 else self._meeting(at_s, wanted)
        if met is None:
            everyone = sorted(letter for group in self.free for letter in group)
            what = Reason("together", {"who": " ".join(everyone), "date": self.day.date.isoformat()})
            self.unmet.append(Unmet(what, Reason("no-way-to-meet", {})))
            return
        meet_s, spot = met
        everyone_set = frozenset(letter for group in self.free for letter in group)
        for group, (start_s, start) in list(self.free.items()):
            if start == spot and start_s >= at_s:
                self.free.pop(group)
            else:
                self._close(group, meet_s, spot, None, everyone_set - group)
        self.free[everyone_set] = (meet_s, spot)

    def _meeting(self, at_s: int, wanted: int | None) -> tuple[int, int] | None:
        """Where and when all can be together, and still reach what comes next."""
        here = [spot for _, spot in self.free.values()]
        choices = ([] if wanted is None else [wanted]) + [*self.day.points, *here, *self._next_spots()]
        possible = []
        for spot in choices:
            ways = [start_s + self.travel.seconds(start, spot) for start_s, start in self.free.values()]
            meet_s = max(at_s, *ways)
            if self._can_go_on(meet_s, spot):
                possible.append((meet_s, spot))
        return self._best(possible)

    def _part(self, at_s: int) -> None:
        """Let a group go its several ways."""
        for group in [g for g in self.free if len(g) > 1]:
            start_s, start = self.free[group]
            if start_s < at_s:
                choices = [*self.day.points, start, *self._next_spots()]
                ways = [(start_s + self.travel.seconds(start, spot), spot) for spot in choices]
                met = self._best([(max(at_s, s), spot) for s, spot in ways if self._can_go_on(max(at_s, s), spot)])
                part_s, spot = met if met is not None else (start_s, start)
                self._close(group, part_s, spot, None, frozenset())
                self.free[group] = (part_s, spot)
            held = self.free.pop(group)
            for letter in group:
                self.free[frozenset({letter})] = held

    @staticmethod
    def _best(possible: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """The first that is hardly later than the soonest."""
        soonest = min((meet_s for meet_s, _ in possible), default=0)
        return next(((meet_s, spot) for meet_s, spot in possible if meet_s <= soonest + MAX_EXTRA_S), None)

    def _next_spots(self) -> list[int]:
        return [wall.spot for wall in self.pending[:1]]

    def _can_go_on(self, at_s: int, spot: int) -> bool:
        """Whether every commitment still to come can be reached from there."""
        return all(at_s + self.travel.seconds(spot, wall.spot) <= wall.arrive_s for wall in self.pending)

    def _night(self) -> None:
        """Bring everybody home."""
        for group, (start_s, start) in sorted(self.free.items(), key=lambda item: sorted(item[0])):
            home_s = max(self.day.ends_s, start_s + self.travel.seconds(start, self.day.night))
            if start != self.day.night or start_s < self.day.ends_s:
                self._close(group, home_s, self.day.night, None, frozenset())


_WALL, _JOIN, _PART = 0, 1, 2
