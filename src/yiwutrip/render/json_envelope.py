"""The envelope that every ``--json`` prints; its keys are a contract (docs/cli.md)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from yiwutrip.render.problems import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwutrip.domain.errors import TripError
    from yiwutrip.domain.problems import Problem
    from yiwutrip.domain.words import Words

VERSION = 1


def envelope(command: str, data: object, problems: Sequence[Problem], words: Words) -> dict[str, Any]:
    """A result; ``problems`` are what the user should read although the command did its work."""
    return {
        "yiwutrip": VERSION,
        "command": command,
        "data": data,
        "problems": [problem_data(problem, words) for problem in problems],
    }


def error_envelope(command: str, error: TripError, message: str, words: Words) -> dict[str, Any]:
    """An error, with the faults behind it and the names that may have been meant."""
    said: dict[str, Any] = {"code": error.code, "message": message}
    similar = getattr(error, "similar", ())
    if similar:
        said["similar"] = list(similar)
    return {
        "yiwutrip": VERSION,
        "command": command,
        "error": said,
        "problems": [problem_data(problem, words) for problem in error.problems],
    }


def problem_data(problem: Problem, words: Words) -> Mapping[str, object]:
    """One problem; places that are not known are left out."""
    place = {"file": problem.file, "line": problem.line, "column": problem.column, "value": problem.value}
    said = {key: value for key, value in place.items() if value is not None}
    return {"code": problem.code, "message": problem_sentence(problem, words), **said}


def dumps(value: object, *, unicode: bool) -> str:
    """
    JSON as text, one value a line for people who read it all the same.

    Without ``unicode`` everything beyond ASCII is escaped, which every encoding carries whole.
    """
    return json.dumps(value, ensure_ascii=not unicode, indent=2) + "\n"
