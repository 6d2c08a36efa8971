"""
Write docs/cli.md from the commands themselves, in English.

    python scripts/make_cli_docs.py            write docs/cli.md anew
    python scripts/make_cli_docs.py --check    change nothing; exit 1 where the page is stale
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from typer.core import TyperGroup

from yiwutrip.cli.app import COMMANDS, PROGRAM, root_command
from yiwutrip.cli.command import SharedOption
from yiwutrip.cli.helptext import option_names
from yiwutrip.domain.errors import ExitCode
from yiwutrip.render.words import english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer._click import Command

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
HEAD = """# The command line

<!-- Written by scripts/make_cli_docs.py from the code; do not edit. -->

Every command takes these after its verb as well as before its noun:
"""
TAIL = """## Exit codes

| code | means |
|---|---|
"""
MEANINGS = {
    ExitCode.DONE: "done",
    ExitCode.FAILED: "failed",
    ExitCode.USAGE: "the command line cannot mean that",
    ExitCode.PROBLEMS: "done, with problems that should be read",
    ExitCode.NOT_FOUND: "no such stall, trip, sample, import or file",
    ExitCode.BAD_INPUT: "a file or a value cannot be used",
    ExitCode.INTERRUPTED: "interrupted",
}
WORDS = english()


def page() -> str:
    """The whole page."""
    root = root_command()
    parts = [HEAD, "\n".join(_options(root, shared=True)), ""]
    for name in COMMANDS:
        parts.extend(_section(root.load(name), name))
    rows = [f"| {code.value} | {MEANINGS[code]} |" for code in ExitCode]
    return "\n".join([*parts, TAIL + "\n".join(rows)]) + "\n"


def _section(command: Command, name: str) -> Iterator[str]:
    yield f"## `{PROGRAM} {name}`\n"
    yield _text(command.help) + "\n"
    if isinstance(command, TyperGroup):
        for verb, one in command.commands.items():
            yield f"### `{_usage(one, f'{name} {verb}')}`\n"
            yield from _body(one)
    else:
        yield f"`{_usage(command, name)}`\n"
        yield from _body(command, with_help=False)


def _body(command: Command, *, with_help: bool = True) -> Iterator[str]:
    if with_help:
        yield _text(command.help) + "\n"
    rows = [*_arguments(command), *_options(command, shared=False)]
    if rows:
        yield "\n".join(rows) + "\n"


def _usage(command: Command, path: str) -> str:
    names = []
    for param in command.params:
        if param.param_type_name == "argument":
            name = param.metavar or param.name.upper()
            name += "..." if param.nargs == -1 else ""
            names.append(name if param.required else f"[{name}]")
    return " ".join([PROGRAM, path, *names])


def _arguments(command: Command) -> Iterator[str]:
    for param in command.params:
        if param.param_type_name == "argument":
            yield f"- `{param.metavar or param.name.upper()}`: {_text(getattr(param, 'help', None))}"


def _options(command: Command, *, shared: bool) -> Iterator[str]:
    for param in command.params:
        if param.param_type_name == "option" and isinstance(param, SharedOption) is shared and param.name != "help":
            default = param.default
            shown = getattr(param, "show_default", False) and default is not None and not isinstance(default, bool)
            text = _text(getattr(param, "help", None)) + (WORDS("help.default", value=default) if shown else "")
            yield f"- `{option_names(param)}`: {text}"


def _text(key: str | None) -> str:
    return WORDS(key) if key else ""


def main() -> int:
    """Write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    text = page()
    if check:
        stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text
        print("docs/cli.md is stale: run python scripts/make_cli_docs.py" if stale else "docs/cli.md is as the code")
        return int(stale)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
