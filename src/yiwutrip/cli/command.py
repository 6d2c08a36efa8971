"""Our commands and groups: shared options before and after the verb, our help, our complaints, loaded lazily."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command
from typer.models import OptionInfo

from yiwutrip.cli.coercion import PlainCoercion
from yiwutrip.cli.helptext import help_page, page_width
from yiwutrip.cli.usage import no_such_command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typer._click import Command, Context, HelpFormatter
    from typer._click.core import Parameter
    from typer._click.shell_completion import CompletionItem

SHARED = {
    "db": ("PATH", "help.opt-db"),
    "lang": ("zh|en", "help.opt-lang"),
    "json": (None, "help.opt-json"),
    "quiet": (None, "help.opt-quiet"),
}
"""Options of every command and group: metavar (None for a flag) and help."""


class SharedOption(TyperOption):
    """One of the options that every command takes; what is said nearest to the verb counts."""

    shared = True


def _remember(ctx: Context, param: Parameter, value: object) -> object:
    if value is not None and value is not False:
        ctx.obj.choose(param.name, value)
    return value


def _shared_options() -> list[Parameter]:
    from typer._coercion import resolve_type_descriptor  # noqa: PLC0415  (internal, kept beside its use)

    options: list[Parameter] = []
    for name, (metavar, text) in SHARED.items():
        kind: type = bool if metavar is None else str
        options.append(
            SharedOption(
                param_decls=[name, f"--{name}"],
                type_descriptor=resolve_type_descriptor(kind, OptionInfo()),
                is_flag=metavar is None,
                default=False if metavar is None else None,
                metavar=metavar,
                help=text,
                callback=_remember,
                expose_value=False,
            )
        )
    return options


def _prepare(command: Command) -> None:
    """Give a command the shared options and every parameter our coercion."""
    command.params = [*command.params, *_shared_options()]
    for param in command.params:
        assert isinstance(param, TyperOption | TyperArgument)
        descriptor = param.type_descriptor
        coercion = PlainCoercion(descriptor.annotation, descriptor.parameter_info)
        param._runtime_param = coercion  # type: ignore[assignment]  # noqa: SLF001  (same shape, without pydantic)


def _write_help(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    formatter.write(help_page(command, ctx, ctx.obj.words, page_width()) + "\n")


def _in_words(items: list[CompletionItem], ctx: Context) -> list[CompletionItem]:
    """What Tab offers, with our help in the reader's language beside it, as zsh and fish show it."""
    for item in items:
        key = "help.opt-help" if item.value == "--help" else item.help
        if key and key.startswith("help."):
            item.help = ctx.obj.words(key)
    return items


class OurCommand(TyperCommand):
    """A verb."""

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Options that go on from what is typed."""
        return _in_words(super().shell_complete(ctx, incomplete), ctx)

    def __init__(self, name: str | None, **settings: Any) -> None:  # noqa: ANN401  (Typer's own settings)
        super().__init__(name, **settings)
        _prepare(self)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write our help page."""
        _write_help(self, ctx, formatter)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: Context | None = None,
        **extra: Any,  # noqa: ANN401  (Typer's own settings)
    ) -> Context:
        """Parse, having told the session which command it is: an envelope names it even when parsing fails."""
        if parent is not None:
            parent.obj.command = " ".join([*parent.command_path.split(" ")[1:], info_name or ""])
        return super().make_context(info_name, args, parent, **extra)


class OurGroup(TyperGroup):
    """A noun, or the program itself."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  (Typer's own settings)
        super().__init__(**settings)
        _prepare(self)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write our help page."""
        _write_help(self, ctx, formatter)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options that go on from what is typed."""
        return _in_words(super().shell_complete(ctx, incomplete), ctx)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """
        The command that the first word names.

        Raises:
            CommandLineError: there is none of that name; says which may have been meant.

        """
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise no_such_command(args[0], self.commands)
        return super().resolve_command(ctx, args)


class LazyGroup(OurGroup):
    """The program: knows each command's name and help, and imports a command's module only when it is called."""

    def __init__(self, modules: Mapping[str, str], **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**settings)
        self._modules = modules
        for name in modules:
            self.commands[name] = TyperCommand(name, help=f"help.{name}")

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Replace the stub by the real command, then go on."""
        if args[0] in self._modules:
            self.load(args[0])
        return super().resolve_command(ctx, args)

    def load(self, name: str) -> Command:
        """Import the module that holds this command."""
        command = get_command(import_module(self._modules[name]).app)
        command.name = name
        self.commands[name] = command
        return command


def new_app(name: str, *, noun: bool = True) -> typer.Typer:
    """
    A Typer application for one noun, or for one command that has no noun.

    Its help is ``help.<name>`` in the catalogue, and a verb's is ``help.<name>-<verb>``.
    """
    app = typer.Typer(
        name=name,
        cls=OurGroup,
        help=f"help.{name}",
        no_args_is_help=noun,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    if noun:
        app.callback()(_nothing)
    return app


def _nothing() -> None:
    """Make a noun with one verb a group all the same."""


def verb(app: typer.Typer, name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as a verb of a noun, or as the command itself where the names are the same."""
    noun = app.info.name
    key = f"help.{name}" if noun == name else f"help.{noun}-{name}"
    return app.command(name, cls=OurCommand, help=key)
