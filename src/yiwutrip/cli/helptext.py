"""The help pages: plain text in the user's language, without Rich (50 ms) and aligned by cells."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from typer.core import TyperGroup, TyperOption

from yiwutrip.render.cells import cell_len, pad, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from typer._click import Command, Context
    from typer._click.core import Parameter

    from yiwutrip.domain.words import Words

WIDEST = 100
NAME_CELLS = 26


def page_width(columns: str | None = None) -> int:
    """Cells a line: the terminal's, or 100 where there is none; never less than 40 nor more than 120."""
    said = columns if columns is not None else os.environ.get("COLUMNS")
    width = int(said) if said and said.isdigit() else shutil.get_terminal_size((WIDEST, 24)).columns
    return max(40, min(120, width))


def help_page(command: Command, ctx: Context, words: Words, width: int) -> str:
    """The whole help page of a command or a group of them."""
    return "\n".join(_page(command, ctx, words, min(width, WIDEST)))


def _page(command: Command, ctx: Context, words: Words, width: int) -> Iterator[str]:
    label = words("help.usage")
    yield label + _usage(command, ctx, words)
    if command.help:
        yield ""
        for paragraph in words(command.help).split("\n"):
            yield from wrap(paragraph, width)
    yield from _section(words("help.arguments"), _rows(command, ctx, words, "argument"), width)
    if isinstance(command, TyperGroup):
        rows = [(name, words(one.help or "")) for name, one in command.commands.items() if not one.hidden]
        yield from _section(words("help.commands"), [(name, text.split("\n")[0]) for name, text in rows], width)
    own = _rows(command, ctx, words, "option", shared=False)
    yield from _section(words("help.options"), own, width)
    yield from _section(words("help.shared"), _rows(command, ctx, words, "option", shared=True), width)
    if command.epilog:
        yield ""
        yield from words(command.epilog).split("\n")


def with_arguments(command: Command, ctx: Context) -> str:
    """``yiwutrip stall show CODE``: a command with the arguments that it takes."""
    pieces = [ctx.command_path]
    for param in command.params:
        if param.param_type_name == "argument":
            name = _argument_name(param)
            pieces.append(name if param.required else f"[{name}]")
    return " ".join(pieces)


def _usage(command: Command, ctx: Context, words: Words) -> str:
    pieces = [with_arguments(command, ctx)]
    if isinstance(command, TyperGroup):
        pieces.append(words("help.command-metavar"))
    pieces.append(words("help.options-metavar"))
    return " ".join(pieces)


def _argument_name(param: Parameter) -> str:
    name = param.metavar or str(param.name).upper()
    return f"{name}..." if param.nargs == -1 else name


def _rows(
    command: Command, ctx: Context, words: Words, kind: str, *, shared: bool | None = None
) -> list[tuple[str, str]]:
    rows = []
    for param in command.get_params(ctx):
        if param.param_type_name != kind or getattr(param, "hidden", False):
            continue
        is_shared = bool(getattr(param, "shared", False)) or param.name == "help"
        if shared is not None and is_shared is not shared:
            continue
        rows.append((option_names(param), _text(param, words)))
    return rows


def option_names(param: Parameter) -> str:
    """``--district D``, ``--alliance / --no-alliance``; of an argument its name."""
    if not isinstance(param, TyperOption):
        return _argument_name(param)
    names = ", ".join(param.opts)
    if param.secondary_opts:
        names += " / " + ", ".join(param.secondary_opts)
    return names if param.is_flag or param.name == "help" else f"{names} {param.metavar or str(param.name).upper()}"


def _text(param: Parameter, words: Words) -> str:
    key = "help.opt-help" if param.name == "help" else str(getattr(param, "help", None) or "")
    text = words(key) if key else ""
    default = param.default
    if default is not None and not isinstance(default, bool) and getattr(param, "show_default", False):
        text += words("help.default", value=default)
    return text


def _section(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    column = min(max(cell_len(name) for name, _ in rows), NAME_CELLS) + 4
    for name, text in rows:
        first, *more = wrap(text, width - column)
        if cell_len(name) + 4 > column:
            yield f"  {name}"
            more = [first, *more]
        else:
            yield pad(f"  {name}", column) + first
        for one in more:
            yield " " * column + one
