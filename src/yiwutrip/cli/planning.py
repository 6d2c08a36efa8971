"""What is said while a plan is searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.cli.context import Session
    from yiwutrip.usecases.ports import Progress


def planning_progress(session: Session) -> Progress:
    """The line that says how far the search is, and before it why a first search begins late or a search is slow."""
    from yiwutrip.solver.kernel_cache import Readiness, readiness  # noqa: PLC0415

    now = readiness()
    if now is Readiness.NO_COMPILER:
        session.warn("plan.no-compiler")
    progress = session.progress("plan.progress")
    if now is Readiness.COLD:
        progress(0.0, 1.0, session.words("plan.compiling"))
    return progress
