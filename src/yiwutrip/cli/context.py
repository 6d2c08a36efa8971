"""The session of one command: the one place that wires stores, clock, language and output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from yiwutrip.cli import clock
from yiwutrip.cli.helptext import page_width
from yiwutrip.cli.language import VARIABLE as LANG_VARIABLE
from yiwutrip.cli.language import choose_language
from yiwutrip.cli.streams import wants_colour, wants_plain_glyphs
from yiwutrip.cli.usage import CommandLineError
from yiwutrip.cli.wiring import database_name, open_database, open_photos, open_pictures
from yiwutrip.domain.errors import ExitCode
from yiwutrip.domain.words import Lang
from yiwutrip.render.words import CatalogueWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from typing import TextIO

    import typer

    from yiwutrip.cli.progress import ProgressLine
    from yiwutrip.domain.errors import TripError
    from yiwutrip.domain.problems import Problem
    from yiwutrip.domain.words import Words
    from yiwutrip.export.pictures import SmallPictures
    from yiwutrip.render.lines import Line, Page
    from yiwutrip.render.view import View
    from yiwutrip.usecases.ports import Photos, Progress, Transactions

ResultT = TypeVar("ResultT")


class Session:
    """What a command has at hand. ``command`` is its words on the command line once they are known."""

    def __init__(self, argv: Sequence[str], environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.command = ""
        self.words: Words = CatalogueWords(choose_language(argv, environ))
        # Known before parsing, so that a usage error is told as asked; the parser confirms it.
        self.json = "--json" in argv
        self.quiet = "--quiet" in argv
        self.db: str | None = None
        self._transactions: Transactions | None = None
        self._progress: ProgressLine | None = None

    def choose(self, option: str, value: object) -> None:
        """
        Take a shared option.

        Raises:
            CommandLineError: a language that there is not.

        """
        if option == "lang":
            if str(value).lower() not in set(Lang):
                raise CommandLineError("expects-choice", name="--lang", value=value, choices=", ".join(Lang))
        elif option == "db":
            self.db = str(value)
        else:
            setattr(self, option, True)

    def check_environment(self) -> None:
        """
        Hold the variables to what they may say.

        Raises:
            CommandLineError: YIWUTRIP_LANG names a language that there is not.

        """
        said = self.environ.get(LANG_VARIABLE)
        if said and said.lower() not in set(Lang):
            raise CommandLineError("expects-choice", name=LANG_VARIABLE, value=said, choices=", ".join(Lang))

    @property
    def interactive(self) -> bool:
        """Whether somebody is there to be asked."""
        return sys.stdin.isatty() and sys.stderr.isatty() and not self.json

    def now(self) -> datetime:
        """The moment in market time."""
        return clock.now(self.environ)

    @property
    def database(self) -> str:
        """The database in use: a path, or a SQLAlchemy URL."""
        return database_name(self.db, self.environ)

    @property
    def store(self) -> Transactions:
        """The database, opened when it is first wanted."""
        if self._transactions is None:
            self._transactions = open_database(self)
        return self._transactions

    @property
    def photos(self) -> Photos:
        """The originals of the samples' photos."""
        return open_photos(self)

    @property
    def pictures(self) -> SmallPictures:
        """The samples' photos, small."""
        return open_pictures(self)

    def show(self, view: View[ResultT], result: ResultT, problems: Sequence[Problem] = ()) -> ExitCode:
        """Print a result in the form asked for; the exit code says whether there are problems to read."""
        if self.json:
            from yiwutrip.render.json_envelope import envelope  # noqa: PLC0415  (only where asked for)

            self._print_json(envelope(view.command, view.data(result), problems, self.words))
        else:
            self.print(view.lines(result, self.page(sys.stdout)))
        return ExitCode.PROBLEMS if problems else ExitCode.DONE

    def print(self, lines: Iterable[Line], stream: TextIO | None = None) -> None:
        """Print lines, folded where a terminal ends; with ``--quiet`` without the hints among them."""
        from yiwutrip.render.fold import folded  # noqa: PLC0415
        from yiwutrip.render.lines import Role  # noqa: PLC0415
        from yiwutrip.render.printer import print_lines  # noqa: PLC0415

        target = stream or sys.stdout
        shown = [one for one in lines if not (self.quiet and any(span.role is Role.HINT for span in one))]
        kept = list(folded(shown, self.page(target)))
        self._clear_progress()
        colour, plain = wants_colour(target, self.environ), wants_plain_glyphs(self.environ)
        print_lines(kept, target, colour=colour, plain=plain)

    def show_error(self, error: TripError) -> ExitCode:
        """Tell an error: on stderr, or as an envelope on stdout with ``--json``."""
        from yiwutrip.render.problems import error_lines, error_sentence  # noqa: PLC0415

        if self.json:
            from yiwutrip.render.json_envelope import error_envelope  # noqa: PLC0415

            self._print_json(error_envelope(self.command, error, error_sentence(error, self.words), self.words))
        else:
            if error.exit_code is ExitCode.INTERRUPTED and sys.stderr.isatty():
                # The terminal stands behind the question and the ^C.
                self._clear_progress()
                sys.stderr.write("\n")
            self.print(error_lines(error, self.page(sys.stderr)), sys.stderr)
        return error.exit_code

    def warn(self, key: str, /, **params: object) -> None:
        """One line on stderr that is no error."""
        if not self.quiet:
            from yiwutrip.render.lines import Role, line  # noqa: PLC0415

            self.print([line(self.words(key, **params), Role.WARN)], sys.stderr)

    def page(self, stream: TextIO) -> Page:
        """What to draw for: the terminal's width where the stream is one, no edge where nobody says how wide it is."""
        from yiwutrip.render.lines import Page  # noqa: PLC0415

        said = self.environ.get("COLUMNS")
        folds = bool(said) or stream.isatty()
        return Page(self.words, page_width(said or (None if folds else "100")), folds)

    def progress(self, key: str) -> Progress:
        """A line on stderr that says how far work has come; silent where nobody watches."""
        from yiwutrip.cli.progress import ProgressLine, silent  # noqa: PLC0415

        if self.quiet or self.json or not sys.stderr.isatty():
            return silent
        self._clear_progress()
        self._progress = ProgressLine(self.words(key), sys.stderr)
        return self._progress

    def _clear_progress(self) -> None:
        if self._progress is not None:
            self._progress.clear()

    def _print_json(self, value: object) -> None:
        from yiwutrip.render.json_envelope import dumps  # noqa: PLC0415

        self._clear_progress()
        encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
        sys.stdout.write(dumps(value, unicode=encoding in {"utf8", "utf8sig"}))


def session_of(ctx: typer.Context) -> Session:
    """The session of a command's context."""
    session = ctx.obj
    assert isinstance(session, Session)
    return session
