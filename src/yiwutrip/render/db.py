"""What `yiwutrip db` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.render.cells import cut, wrap
from yiwutrip.render.lines import Line, Page, Role, argument, hints, line, paths
from yiwutrip.render.plain_data import plain
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from yiwutrip.usecases.upkeep import Finding, Health, Restored


def _path_data(url: str) -> dict[str, str]:
    return {"database": url}


def _path_lines(url: str, page: Page) -> Iterator[Line]:  # noqa: ARG001  (a path is the same in every language)
    yield line(url, Role.PATH)


def _backup_data(path: Path) -> dict[str, str]:
    return {"backup": str(path)}


def _backup_lines(path: Path, page: Page) -> Iterator[Line]:
    yield line(page.words("db.backed-up"))
    yield from paths([path])
    yield from hints(page, f"yiwutrip db restore {argument(path)}")


def _restore_data(restored: Restored) -> dict[str, str | None]:
    return {"restored": str(restored.source), "kept": str(restored.kept) if restored.kept else None}


def _restore_lines(restored: Restored, page: Page) -> Iterator[Line]:
    yield line(page.words("db.restored", path=restored.source))
    if restored.kept:
        yield line(page.words("db.kept"))
        yield from paths([restored.kept])
        yield from hints(page, f"yiwutrip db restore {argument(restored.kept)}")


def _doctor_data(health: Health) -> dict[str, object]:
    findings = [{"code": one.code, "sound": one.sound, **plain(one.params)} for one in health.findings]
    return {"database": str(health.path), "sound": health.sound, "findings": findings, "counts": plain(health.counts)}


def _doctor_lines(health: Health, page: Page) -> Iterator[Line]:
    yield line(page.words("db.examined", path=health.path))
    for finding in health.findings:
        yield from _finding_lines(finding, page)
    counts = health.counts
    yield line(page.words("db.counts", **{name: counts[name] for name in ("stalls", "trips", "visits", "samples")}))
    if health.sound:
        yield line(page.words("db.sound"), Role.GOOD)
    else:
        yield from hints(page, "yiwutrip db backup", "yiwutrip db restore FILE")


def _finding_lines(finding: Finding, page: Page) -> Iterator[Line]:
    mark, role = ("√", Role.PLAIN) if finding.sound else ("×", Role.ERROR)
    if finding.code == "backup-none":
        # No fault, but nothing to tick off either.
        mark, role = "·", Role.WARN
    text = page.words(f"doctor.{finding.code}", **_shortened(finding.params))
    for number, part in enumerate(wrap(text, page.room - 4)):
        yield line(f"  {mark if number == 0 else ' '} {part}", role)


def _shortened(params: Mapping[str, object]) -> dict[str, object]:
    """The names of photos are 64 letters long; the first few tell them apart, the JSON has them whole."""
    said = dict(params)
    if "detail" in said:
        said["detail"] = ", ".join(cut(name, 24) for name in str(said["detail"]).split(", "))
    return said


PATH: View[str] = View("db path", _path_data, _path_lines)
BACKUP: View[Path] = View("db backup", _backup_data, _backup_lines)
RESTORE: View[Restored] = View("db restore", _restore_data, _restore_lines)
DOCTOR: View[Health] = View("db doctor", _doctor_data, _doctor_lines)
