"""What to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import StopKind
from yiwutrip.planner.progress import of_its_days, standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yiwutrip.domain.itinerary import Itinerary, Stop
    from yiwutrip.domain.visit import Visit


_WAITED_FOR = {StopKind.COMMITMENT, StopKind.END}
"""What begins when it begins, however early one is there: it is the arrival that can slip, not the beginning."""


@dataclass(frozen=True, slots=True)
class NextStop:
    """
    Where to go, how, by when.

    Attributes:
        under_way: where the person is now, if the plan or the log says so.
        stop: where to go next, None where the trip is over.
        leave_at: when one can set out; ``arrive`` is then.
        latest_start: later than this something after it breaks.
        late_s: behind the plan, negative for ahead; ``slack_s`` is what is left before something breaks.
        then: the stop after.
        meeting: the next meeting with others on the same day.
        wall: the next commitment.

    """

    who: str
    under_way: Stop | None
    stop: Stop | None
    leave_at: datetime
    arrive: datetime | None
    latest_start: datetime | None
    late_s: int
    slack_s: int | None
    then: Stop | None
    meeting: Stop | None
    wall: Stop | None


def next_stop(plan: Itinerary, visits: Sequence[Visit], now: datetime, who: str) -> NextStop:
    """
    The next thing to do for one person: the first stop of the plan that is still to come.

    The way to it is the plan's leg; where stops in between were passed over it may differ a little until `redo`.
    """
    here = standing(*of_its_days(plan, visits), now, who)
    # What is neither visited, eaten nor promised is no destination: a route's start is where one already is.
    ahead = [stop for stop in here.ahead if stop.kind is not StopKind.START]
    stop = ahead[0] if ahead else None
    leave_at = here.free_at
    if stop is None:
        return NextStop(who, here.under_way, None, leave_at, None, None, 0, None, None, None, None)
    arrive = leave_at + timedelta(seconds=stop.leg.seconds if stop.leg else 0)
    waited_for = stop.kind in _WAITED_FOR
    slips_from = stop.arrive if waited_for else stop.start
    behind_s = int((arrive - slips_from).total_seconds())
    behind_s = behind_s if waited_for else max(0, behind_s)
    return NextStop(
        who=who,
        under_way=here.under_way,
        stop=stop,
        leave_at=leave_at,
        arrive=arrive,
        latest_start=slips_from + timedelta(seconds=stop.slack_s),
        late_s=int((arrive - stop.arrive).total_seconds()),
        slack_s=stop.slack_s - behind_s,
        then=ahead[1] if len(ahead) > 1 else None,
        meeting=next((s for s in ahead if s.kind is StopKind.END and s.meets), None),
        wall=next((s for s in ahead if s.kind is StopKind.COMMITMENT), None),
    )
