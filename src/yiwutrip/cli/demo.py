"""`yiwutrip demo`: the whole story on the bundled data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("demo", noun=False)


@verb(app, "demo")
def demo(
    ctx: typer.Context,
    out: Annotated[Path, typer.Option(metavar="DIR", show_default=True, help="help.opt-demo-out")] = Path(
        "yiwutrip-demo"
    ),
    seconds: Annotated[
        float, typer.Option(metavar="S", min=0.1, max=600, show_default=True, help="help.opt-seconds")
    ] = 5,
    seed: Annotated[int, typer.Option(metavar="N", min=0, show_default=True, help="help.opt-seed")] = 1,
    iterations: Annotated[int | None, typer.Option(metavar="N", min=1, help="help.opt-iterations")] = None,
) -> ExitCode:
    """Tell the whole story on the bundled data."""
    from yiwutrip.cli.demo_run import run_demo  # noqa: PLC0415
    from yiwutrip.usecases.make_plan import PlanAsked  # noqa: PLC0415

    return run_demo(session_of(ctx), out, PlanAsked(seconds, seed, iterations))
