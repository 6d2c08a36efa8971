"""`yiwutrip plan next`, `risk` and `redo`: a plan on its way."""

from __future__ import annotations

from typing import Annotated

import typer

from yiwutrip.cli import values
from yiwutrip.cli.command import verb
from yiwutrip.cli.completion import stall_codes
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

Now = Annotated[str | None, typer.Option("--now", metavar="T", help="help.opt-now")]


def add_follow(app: typer.Typer) -> None:
    """Add these verbs to the noun."""
    verb(app, "next")(_next)
    verb(app, "risk")(_risk)
    verb(app, "redo")(_redo)


def _next(
    ctx: typer.Context,
    who: Annotated[str | None, typer.Option(metavar="L", help="help.opt-plan-who", envvar="YIWUTRIP_WHO")] = None,
    now: Now = None,
) -> ExitCode:
    """Say where to go next."""
    from yiwutrip.cli.moments import moment_said  # noqa: PLC0415
    from yiwutrip.domain.way import say_way  # noqa: PLC0415
    from yiwutrip.render.plan_next import NEXT, NextShown  # noqa: PLC0415
    from yiwutrip.render.plan_shown import PlanShown  # noqa: PLC0415
    from yiwutrip.usecases.follow_plan import what_is_next  # noqa: PLC0415

    session = session_of(ctx)
    at = moment_said(session, now, "--now") if now else session.now()
    ahead = what_is_next(values.letter(who, "--who") if who else None, at, session.store)
    plan = PlanShown(ahead.plan.trip, ahead.plan.itinerary, ahead.plan.stalls)
    return session.show(NEXT, NextShown(plan, ahead.next, at, say_way(ahead.way, session.words)))


def _risk(
    ctx: typer.Context,
    runs: Annotated[
        int, typer.Option(metavar="N", min=100, max=200_000, show_default=True, help="help.opt-runs")
    ] = 10_000,
) -> ExitCode:
    """Simulate the plan and say how likely each commitment is reached in time."""
    from yiwutrip.render.plan_risk import RISK, RiskShown  # noqa: PLC0415
    from yiwutrip.usecases.follow_plan import risk_of_plan  # noqa: PLC0415

    session = session_of(ctx)
    plan, risk = risk_of_plan(runs, session.now(), session.store)
    session.show(RISK, RiskShown(plan.trip, risk, plan.stalls))
    return ExitCode.PROBLEMS if risk.below(plan.trip.confidence) else ExitCode.DONE


def _redo(
    ctx: typer.Context,
    now: Now = None,
    at: Annotated[
        str | None, typer.Option(metavar="STALL", help="help.opt-plan-at", autocompletion=stall_codes)
    ] = None,
    who: Annotated[str | None, typer.Option(metavar="L", help="help.opt-redo-who")] = None,
    seconds: Annotated[
        float, typer.Option(metavar="S", min=0.1, max=600, show_default=True, help="help.opt-seconds")
    ] = 0.8,
    seed: Annotated[int, typer.Option(metavar="N", min=0, show_default=True, help="help.opt-seed")] = 1,
    iterations: Annotated[int | None, typer.Option(metavar="N", min=1, help="help.opt-iterations")] = None,
) -> ExitCode:
    """Plan the rest again from here and now."""
    from yiwutrip.cli.moments import moment_said  # noqa: PLC0415
    from yiwutrip.cli.planning import planning_progress  # noqa: PLC0415
    from yiwutrip.planner.redo import Slip  # noqa: PLC0415
    from yiwutrip.render.plan_redo import REDO, RedoShown  # noqa: PLC0415
    from yiwutrip.usecases.follow_plan import redo_plan  # noqa: PLC0415
    from yiwutrip.usecases.make_plan import PlanAsked  # noqa: PLC0415

    session = session_of(ctx)
    moment = moment_said(session, now, "--now") if now else session.now()
    slip = Slip(moment, at, values.letters(who))
    planning_progress(session)
    again = redo_plan(slip, PlanAsked(seconds, seed, iterations).stop, seed, session.store)
    session.show(REDO, RedoShown(again, moment.date()))
    return ExitCode.PROBLEMS if again.plan.itinerary.unmet else ExitCode.DONE
