"""The program: its commands, and the one place where a run begins and ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from typer._click.exceptions import NoArgsIsHelpError
from typer._click.utils import _expand_args
from typer.exceptions import Abort, Exit, TyperException

from yiwutrip.cli.command import LazyGroup
from yiwutrip.cli.completion import answer_shell
from yiwutrip.cli.context import Session
from yiwutrip.cli.streams import make_streams_forgiving, silence_broken_pipe
from yiwutrip.cli.usage import CommandLineError, translate
from yiwutrip.domain.errors import ExitCode, InterruptedByUserError, TripError

if TYPE_CHECKING:
    from typer._click.core import Parameter

PROGRAM = "yiwutrip"
COMMANDS = {
    "demo": "yiwutrip.cli.demo",
    "stall": "yiwutrip.cli.stall",
    "import": "yiwutrip.cli.imports",
    "trip": "yiwutrip.cli.trip",
    "plan": "yiwutrip.cli.plan",
    "visit": "yiwutrip.cli.visit",
    "sample": "yiwutrip.cli.sample",
    "pack": "yiwutrip.cli.pack",
    "manifest": "yiwutrip.cli.manifest",
    "labels": "yiwutrip.cli.labels",
    "sheet": "yiwutrip.cli.sheet",
    "export": "yiwutrip.cli.export",
    "undo": "yiwutrip.cli.undo",
    "merge": "yiwutrip.cli.merge",
    "conflict": "yiwutrip.cli.conflict",
    "db": "yiwutrip.cli.db",
}
"""Each command and the module that holds it, in the order of the help page: the order of a trip."""


def root_command() -> LazyGroup:
    """The program as Typer sees it."""
    return LazyGroup(
        COMMANDS,
        name=PROGRAM,
        help="help.root",
        epilog="help.root-epilog",
        no_args_is_help=True,
        params=_root_options(),
    )


def _root_options() -> list[Parameter]:
    from typer._coercion import resolve_type_descriptor  # noqa: PLC0415
    from typer.core import TyperOption  # noqa: PLC0415
    from typer.main import get_install_completion_arguments  # noqa: PLC0415
    from typer.models import OptionInfo  # noqa: PLC0415

    version = TyperOption(
        param_decls=["version", "--version"],
        type_descriptor=resolve_type_descriptor(bool, OptionInfo()),
        is_flag=True,
        default=False,
        is_eager=True,
        expose_value=False,
        help="help.opt-version",
        callback=_print_version,
    )
    install, show = get_install_completion_arguments()
    for option, key in ((install, "help.opt-install-completion"), (show, "help.opt-show-completion")):
        assert isinstance(option, TyperOption)
        option.help = key
    return [version, install, show]


def _print_version(ctx: object, param: object, value: object) -> None:  # noqa: ARG001  (Typer's shape)
    if value:
        from yiwutrip import __version__  # noqa: PLC0415

        sys.stdout.write(f"{PROGRAM} {__version__}\n")
        raise Exit(ExitCode.DONE)


def run(argv: list[str]) -> int:
    """Do what the command line says; returns the exit code. Nothing but that leaves this function."""
    make_streams_forgiving()
    session = Session(argv, os.environ)
    try:
        code = _run(argv, session)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has seen enough (`| head`); the work itself is done.
        silence_broken_pipe()
        return ExitCode.DONE
    except KeyboardInterrupt:
        return session.show_error(InterruptedByUserError())
    return code


def _run(argv: list[str], session: Session) -> int:
    try:
        session.check_environment()
        return _invoke(argv, session)
    except Exit as left:
        return left.exit_code
    except NoArgsIsHelpError as error:
        if not session.json:
            sys.stderr.write(error.message + "\n")
            return ExitCode.USAGE
        told: TripError = CommandLineError("missing-command")
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  (the last net: no traceback reaches a user)
        told = _as_ours(error, argv)
    return session.show_error(told)


def _as_ours(error: Exception, argv: list[str]) -> TripError:
    match error:
        case TripError():
            return error
        case TyperException():
            return translate(error)
        case Abort() | EOFError():
            return InterruptedByUserError()
        case _:
            from yiwutrip.cli.faults import internal_error  # noqa: PLC0415  (only when something broke)

            return internal_error(error, argv)


def _invoke(argv: list[str], session: Session) -> int:
    # Typer's own main() would swallow Ctrl-C and a closed pipe, and print in English; these are its three steps.
    root = root_command()
    if os.name == "nt":
        argv = _expand_args(argv)
    if answer_shell(root, PROGRAM, session):
        return ExitCode.DONE
    with root.make_context(PROGRAM, list(argv), obj=session) as ctx:
        return int(root.invoke(ctx) or ExitCode.DONE)
