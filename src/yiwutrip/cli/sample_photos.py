"""`yiwutrip sample photos`: attach a folder of photos to samples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yiwutrip.cli.command import verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwutrip.cli.context import Session
    from yiwutrip.domain.problems import Problem
    from yiwutrip.usecases.attach_photos import PhotoSeen


def add_photos(app: typer.Typer) -> None:
    """Add the verb to the noun."""
    verb(app, "photos")(_photos)


def _photos(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="help.arg-photo-folder")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.opt-photos-dry-run")] = False,
) -> ExitCode:
    """Attach photos to samples."""
    from yiwutrip.cli.wiring import keep_photo  # noqa: PLC0415
    from yiwutrip.ingest.photos import find_photos  # noqa: PLC0415
    from yiwutrip.render.sample_photos import PHOTOS, PhotosShown  # noqa: PLC0415
    from yiwutrip.usecases.attach_photos import attach_photos  # noqa: PLC0415

    session = session_of(ctx)
    seen, problems = _read(find_photos(folder), session)
    photos, untitled = list(seen), session.words("note.untitled")
    result = attach_photos(photos, session.now(), untitled, session.store, dry_run=True)
    if not dry_run and result.attached:
        # Originals before the log that names them: one too many costs less than one that is missing.
        tell, new = session.progress("note.keeping"), {attached.photo for attached in result.attached}
        for count, one in enumerate(new, start=1):
            keep_photo(session, seen[one].read_bytes(), seen[one])
            tell(count, len(new), one.file)
        result = attach_photos(photos, session.now(), untitled, session.store)
    return session.show(PHOTOS, PhotosShown(result, len(photos), dry_run, tuple(problems)), problems)


def _read(paths: Sequence[Path], session: Session) -> tuple[Mapping[PhotoSeen, Path], list[Problem]]:
    """Look at every photo; what is none is a problem."""
    from yiwutrip.cli.files import read_bytes  # noqa: PLC0415
    from yiwutrip.domain.errors import TripError  # noqa: PLC0415
    from yiwutrip.domain.problems import Problem  # noqa: PLC0415
    from yiwutrip.ingest.photos import read_photo  # noqa: PLC0415
    from yiwutrip.render.problems import error_sentence  # noqa: PLC0415
    from yiwutrip.usecases.attach_photos import PhotoSeen  # noqa: PLC0415

    tell = session.progress("note.looking")
    seen: dict[PhotoSeen, Path] = {}
    problems = []
    for count, path in enumerate(paths, start=1):
        tell(count, len(paths), path.name)
        try:
            read = read_photo(read_bytes(path), path.name)
        except TripError as error:
            why = error_sentence(error, session.words)
            problems.append(Problem("photo-skipped", file=path.name, params={"why": why}))
            continue
        seen[PhotoSeen(path.name, read.sha256, read.taken_at, read.numbers)] = path
    return seen, problems
