"""The work of `sample add`: options to a sample, one use case, the answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from yiwutrip.cli import values
from yiwutrip.cli.files import is_picture, read_bytes
from yiwutrip.cli.sample_options import read_options
from yiwutrip.cli.wiring import keep_photo
from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.sample import Quote, SampleTaken
from yiwutrip.render.sample_added import ADD
from yiwutrip.usecases.log_sample import log_sample
from yiwutrip.usecases.resolve_stall import UnknownStallError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from yiwutrip.cli.context import Session
    from yiwutrip.domain.errors import ExitCode
    from yiwutrip.domain.stall import Stall


def log(session: Session, options: Mapping[str, object]) -> ExitCode:
    """
    Log one sample.

    Args:
        session: of the command.
        options: the parameters of `sample add` by name.

    """
    at = _moment(session, str(options["at"])) if options["at"] is not None else session.now()
    said = read_options(options, at.date(), at.date())
    who = values.letter(str(options["who"]), "--who") if options["who"] else None
    photos = _keep_photos(session, options["photo"])
    taken = SampleTaken(quote=Quote(**said.quote), who=who, photos=photos, **said.sample)
    new_stall = _new_stall(str(options["stall"])) if options["new_stall"] else None
    try:
        logged = log_sample(taken, at, session.store, new_stall)
    except UnknownStallError as error:
        error.advice = "error.advice-new-stall"
        raise
    if options["at"] is None:
        # Who logs at home what was taken on the trip need not be told that it is over.
        logged = replace(logged, problems=())
    return session.show(ADD, logged, logged.problems)


def _keep_photos(session: Session, said: object) -> tuple[str, ...]:
    """Store the originals before the sample that names them: a photo too many costs less than one that is missing."""
    paths = [Path(str(path)) for path in said] if isinstance(said, list | tuple) else []
    contents = [(read_bytes(path), path) for path in paths]
    for content, path in contents:
        if not is_picture(content):
            raise BadInputError("not-a-photo", name=str(path))
    return tuple(dict.fromkeys(keep_photo(session, content, path) for content, path in contents))


def _moment(session: Session, text: str) -> datetime:
    from yiwutrip.cli.moments import moment_said  # noqa: PLC0415  (who stands at the stall says no time)

    return moment_said(session, text, "--at")


def _new_stall(text: str) -> Stall:
    from yiwutrip.usecases.new_stall import new_stall  # noqa: PLC0415  (reads the market's booths; rarely wanted)

    return new_stall(text)
