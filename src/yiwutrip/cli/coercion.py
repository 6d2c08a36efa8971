"""
Words of the command line to the few plain types that our commands declare.

Typer would build a pydantic adapter for each parameter: 50 ms of import, and complaints in English only.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

from yiwutrip.cli.usage import CommandLineError

if TYPE_CHECKING:
    from typer._click import Context
    from typer.core import _TyperParameter
    from typer.models import ParameterInfo


class PlainCoercion:
    """Stands in for Typer's ``RuntimeParam``; str, int, float, bool, Path, enumerations, and lists of them."""

    def __init__(self, annotation: Any, info: ParameterInfo) -> None:  # noqa: ANN401  (Typer types it so)
        self.annotation = annotation
        self.info = info

    def coerce(self, value: Any, param: _TyperParameter, ctx: Context) -> Any:  # noqa: ANN401, ARG002  (Typer's shape)
        """
        The value as its declared type.

        Raises:
            CommandLineError: it is not one.

        """
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        name = _name_of(param)
        if get_origin(self.annotation) is list:
            return tuple(self._one(item, get_args(self.annotation)[0], name) for item in value)
        return self._one(value, self.annotation, name)

    def _one(self, value: Any, kind: Any, name: str) -> Any:  # noqa: ANN401
        if isinstance(kind, type) and isinstance(value, kind):
            return self._in_range(value, name)
        if kind is Path:
            return Path(value)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _choice(value, kind, name)
        if kind in {int, float}:
            return self._in_range(_number(value, kind, name), name)
        return value

    def _in_range(self, value: Any, name: str) -> Any:  # noqa: ANN401
        low, high = self.info.min, self.info.max
        if low is not None and value < low:
            raise CommandLineError("expects-at-least", name=name, value=value, least=low)
        if high is not None and value > high:
            raise CommandLineError("expects-at-most", name=name, value=value, most=high)
        return value


def _number(value: str, kind: type[int | float], name: str) -> int | float:
    try:
        number = kind(value)
    except ValueError:
        if kind is int:
            raise CommandLineError("expects-whole-number", name=name, value=value) from None
        raise CommandLineError("expects-number", name=name, value=value) from None
    if number != number or number in {float("inf"), float("-inf")}:  # noqa: PLR0124  (NaN is not itself)
        raise CommandLineError("expects-number", name=name, value=value)
    return number


def _choice(value: str, kind: type[Enum], name: str) -> Enum:
    for member in kind:
        if str(member.value).lower() == value.lower():
            return member
    choices = ", ".join(str(member.value) for member in kind)
    raise CommandLineError("expects-choice", name=name, value=value, choices=choices)


def _name_of(param: _TyperParameter) -> str:
    if param.param_type_name == "option":
        return param.opts[-1]
    return param.metavar or param.name.upper()
