"""`yiwutrip plan`: plan the trip in use, and read the plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli import values
from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.completion import stall_codes
from yiwutrip.cli.context import session_of
from yiwutrip.cli.plan_follow import add_follow
from yiwutrip.domain.errors import ExitCode

app = new_app("plan")

Day = Annotated[str | None, typer.Option(metavar="DATE", help="help.opt-day")]
Who = Annotated[str | None, typer.Option(metavar="L", help="help.opt-plan-who")]


@verb(app, "make")
def make(
    ctx: typer.Context,
    seconds: Annotated[
        float, typer.Option(metavar="S", min=0.1, max=3600, show_default=True, help="help.opt-seconds")
    ] = 5,
    seed: Annotated[int, typer.Option(metavar="N", min=0, show_default=True, help="help.opt-seed")] = 1,
    iterations: Annotated[int | None, typer.Option(metavar="N", min=1, help="help.opt-iterations")] = None,
    people: Annotated[int | None, typer.Option(metavar="N", min=1, help="help.opt-people")] = None,
) -> ExitCode:
    """Plan the trip in use."""
    from yiwutrip.cli.enough import enough_at_ctrl_c  # noqa: PLC0415
    from yiwutrip.cli.planning import planning_progress  # noqa: PLC0415
    from yiwutrip.render.plan import MAKE, PlanAskedFor  # noqa: PLC0415
    from yiwutrip.usecases.make_plan import PlanAsked, make_plan  # noqa: PLC0415

    session = session_of(ctx)
    with enough_at_ctrl_c() as enough:
        asked = PlanAsked(seconds, seed, iterations, people, enough.is_set)
        plan = make_plan(asked, session.now(), session.store, planning_progress(session))
    if enough.is_set():
        session.warn("plan.stopped")
    session.show(MAKE, PlanAskedFor(plan))
    return ExitCode.PROBLEMS if plan.itinerary.unmet else ExitCode.DONE


@verb(app, "show")
def show(
    ctx: typer.Context,
    day: Day = None,
    who: Who = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="DIR", help="help.opt-html")] = None,
    open_it: Annotated[bool, typer.Option("--open", help="help.opt-open")] = False,
    ways: Annotated[bool, typer.Option("--ways", help="help.opt-ways")] = False,
) -> ExitCode:
    """Show the plan: all of it, or one day of it."""
    from yiwutrip.render.plan import SHOW, PlanAskedFor  # noqa: PLC0415
    from yiwutrip.usecases.log_visit import check_letters  # noqa: PLC0415
    from yiwutrip.usecases.make_plan import show_plan  # noqa: PLC0415

    session = session_of(ctx)
    if html is not None or open_it:
        from yiwutrip.cli.planned import SheetAsked, write_sheet  # noqa: PLC0415

        return write_sheet(session, SheetAsked("plan show", day, who, html or Path(), open_it=open_it))
    plan = show_plan(session.store)
    check_letters(values.letters(who), plan.trip)
    asked = values.trip_day(day, "--day", plan.trip) if day is not None else None
    if not ways:
        return session.show(SHOW, PlanAskedFor(plan, asked, values.letters(who)))
    from yiwutrip.usecases.follow_plan import ways_of  # noqa: PLC0415

    asked = asked or plan.trip.starts.date()
    return session.show(SHOW, PlanAskedFor(plan, asked, values.letters(who), ways_of(plan)))


@verb(app, "why")
def why(
    ctx: typer.Context,
    stall: Annotated[str, typer.Argument(metavar="STALL", help="help.arg-stall", autocompletion=stall_codes)],
) -> ExitCode:
    """Say why a stall is in the plan, or is not."""
    from yiwutrip.render.plan_why import WHY  # noqa: PLC0415
    from yiwutrip.usecases.explain_stall import explain_stall  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(WHY, explain_stall(stall, session.now(), session.store))


add_follow(app)
