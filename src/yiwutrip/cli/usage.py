"""Typer's own complaints, told in the user's language with a stable code."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from typer._click import exceptions as click_errors

from yiwutrip.cli.helptext import with_arguments
from yiwutrip.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from typer.exceptions import TyperException


class CommandLineError(UsageError):
    """The command line cannot mean that; ``similar`` is what may have been meant."""

    def __init__(self, code: str, /, *, similar: Sequence[str] = (), **params: object) -> None:
        super().__init__(code)
        self.params = params
        self.similar = tuple(similar)


def no_such_command(name: str, known: Iterable[str]) -> CommandLineError:
    """The error for a word that is no command here."""
    return CommandLineError("no-such-command", name=name, similar=get_close_matches(name, list(known)))


def translate(error: TyperException) -> CommandLineError:
    """The same complaint as one of ours."""
    match error:
        case click_errors.NoSuchOption():
            told = CommandLineError("no-such-option", name=error.option_name, similar=tuple(error.possibilities or ()))
        case click_errors.MissingParameter() if error.param is not None:
            told = CommandLineError("missing-parameter", name=_parameter_name(error.param), usage=_usage(error))
        case click_errors.BadOptionUsage() if "does not take a value" in error.message:
            told = CommandLineError("option-without-value", name=error.option_name)
        case click_errors.BadOptionUsage():
            told = CommandLineError("option-needs-value", name=error.option_name)
        case _:
            told = _translate_message(error)
    return told


def _translate_message(error: TyperException) -> CommandLineError:
    """Typer raises these as bare sentences."""
    if "unexpected extra argument" in error.message:
        return CommandLineError("extra-arguments", extra=error.message.partition("(s) (")[2].rstrip(")"))
    if error.message == "Missing command.":
        return CommandLineError("missing-command")
    return CommandLineError("usage", message=error.format_message())


def _usage(error: click_errors.MissingParameter) -> str:
    """How the command is written; that is the same in both languages."""
    return with_arguments(error.ctx.command, error.ctx) if error.ctx else ""


def _parameter_name(param: object) -> str:
    opts: Sequence[str] = getattr(param, "opts", ())
    metavar: str | None = getattr(param, "metavar", None)
    if getattr(param, "param_type_name", "") == "argument":
        return metavar or str(getattr(param, "name", "")).upper()
    return " / ".join(opts)
