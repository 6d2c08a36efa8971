"""`yiwutrip pack`: samples into boxes, boxes into the car."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("pack", noun=False)


@verb(app, "pack")
def pack(
    ctx: typer.Context,
    boxes: Annotated[Path | None, typer.Option(metavar="FILE", help="help.opt-boxes")] = None,
) -> ExitCode:
    """Pack the samples of the trip in use."""
    from yiwutrip.cli.files import read_bytes  # noqa: PLC0415
    from yiwutrip.ingest.boxes_file import read_boxes  # noqa: PLC0415
    from yiwutrip.render.pack import PACK  # noqa: PLC0415
    from yiwutrip.usecases.pack import pack_log  # noqa: PLC0415

    session = session_of(ctx)
    at_hand = read_boxes(read_bytes(boxes), str(boxes)) if boxes else ()
    packed = pack_log(at_hand, session.now(), session.store)
    session.show(PACK, packed)
    fits = packed.packing.car is None or packed.packing.car.fits
    return ExitCode.DONE if fits and not packed.packing.unpacked else ExitCode.PROBLEMS
