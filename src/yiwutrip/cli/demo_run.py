"""The work of `demo`: a database of its own, the story, the papers, and what to open."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from yiwutrip.cli.bundled import bundled
from yiwutrip.cli.files import make_folder, read_bytes
from yiwutrip.cli.manifest_files import ManifestPaper, write_manifest
from yiwutrip.cli.planned import planned_trip
from yiwutrip.cli.planning import planning_progress
from yiwutrip.cli.stall_import import ListRows
from yiwutrip.export.files import write_file
from yiwutrip.export.registry import plan_exporter
from yiwutrip.export.sheet import export_sheet
from yiwutrip.ingest.stall_list import read_stall_list
from yiwutrip.ingest.trip_file.read import read_trip
from yiwutrip.render.demo import DEMO, DemoShown, plan_text
from yiwutrip.render.json_envelope import dumps, envelope
from yiwutrip.render.plan import MAKE, PlanAskedFor
from yiwutrip.usecases.demo import tell_demo
from yiwutrip.usecases.gather_manifest import gather_manifest
from yiwutrip.usecases.pack import pack_log

if TYPE_CHECKING:
    from pathlib import Path

    from yiwutrip.cli.context import Session
    from yiwutrip.domain.errors import ExitCode
    from yiwutrip.usecases.make_plan import PlanAsked, TripPlan

DATABASE = "demo.db"


def run_demo(session: Session, folder: Path, asked: PlanAsked) -> ExitCode:
    """
    Tell the story in a folder.

    Args:
        session: of the command; its database is not touched.
        folder: made where it is missing; the demonstration in it is told anew.
        asked: how long to search, and the seed.

    """
    make_folder(folder)
    session.db = str(_fresh_database(folder))
    source = bundled("trip.toml")
    trip = read_trip(read_bytes(source), source.name)
    rows = ListRows(read_stall_list(bundled("stalls.csv")))
    told = tell_demo(rows, trip, asked, session.store, planning_progress(session))
    pack_log((), trip.ends, session.store)
    manifest = gather_manifest(trip.name, trip.ends, session.store)
    wanted = ManifestPaper(("html", "xlsx", "csv", "json"), folder)
    written = write_manifest(manifest, wanted, session.words, session.pictures)
    papers = [*_write_plan(session, told.plan, folder), *_write_sheet(session, folder), *written.files]
    return session.show(DEMO, DemoShown(told, folder, tuple(papers)))


def _fresh_database(folder: Path) -> Path:
    """The demonstration's own file, without what an earlier telling left in it."""
    path = folder / DATABASE
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()
    return path


def _write_plan(session: Session, plan: TripPlan, folder: Path) -> list[Path]:
    asked = PlanAskedFor(plan)
    text = plan_text(asked, session.words)
    data = dumps(envelope(MAKE.command, MAKE.data(asked), (), session.words), unicode=True)
    return [
        write_file(folder / "plan.txt", text.encode(errors="replace")),
        write_file(folder / "plan.json", data.encode(errors="replace")),
        write_file(folder / "trip.toml", plan.trip.source.encode(errors="replace")),
    ]


def _write_sheet(session: Session, folder: Path) -> list[Path]:
    """Each day's sheet, and the plan for the phone's calendar."""
    planned = planned_trip(session)
    calendar = plan_exporter("calendar")
    return [
        write_file(folder / "sheet.html", export_sheet(planned, session.words)),
        write_file(folder / f"plan.{calendar.EXTENSION}", calendar.export(planned, session.words)),
    ]
