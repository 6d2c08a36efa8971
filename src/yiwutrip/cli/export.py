"""`yiwutrip export`: the plan for the phone's calendar and map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("export", noun=False)


@verb(app, "export")
def export(
    ctx: typer.Context,
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="help.arg-plan-format")],
    day: Annotated[str | None, typer.Option(metavar="DATE", help="help.opt-day")] = None,
    who: Annotated[str | None, typer.Option(metavar="L", help="help.opt-plan-who")] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", show_default=True, help="help.opt-out")] = Path(),
) -> ExitCode:
    """Write the plan for another program."""
    from yiwutrip.cli.files import make_folder  # noqa: PLC0415
    from yiwutrip.cli.planned import asked_of  # noqa: PLC0415
    from yiwutrip.export.files import write_file  # noqa: PLC0415
    from yiwutrip.export.plan import PlannedTrip  # noqa: PLC0415
    from yiwutrip.export.registry import plan_exporter  # noqa: PLC0415
    from yiwutrip.render.written import Written, written_view  # noqa: PLC0415
    from yiwutrip.usecases.make_plan import earlier_plans, show_plan  # noqa: PLC0415

    session = session_of(ctx)
    exporter = plan_exporter(format_.lower())
    plan = show_plan(session.store)
    earlier = earlier_plans(plan.trip.name, session.store)
    part = PlannedTrip(plan.trip, plan.itinerary, plan.stalls, earlier=earlier).part(*asked_of(plan.trip, day, who))
    make_folder(out)
    path = write_file(out / f"plan.{exporter.EXTENSION}", exporter.export(part, session.words))
    stops = sum(len(route.stops) for route in part.itinerary.routes)
    return session.show(written_view("export", "plan.written"), Written((path,), stops))
