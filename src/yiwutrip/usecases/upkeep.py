"""What the use cases need of the database's file beyond its contents: copies and health."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing that `db doctor` looked at; its sentence is ``doctor.<code>``, filled from ``params``.

    Attributes:
        code: in kebab case: ``integrity``, ``foreign-keys``, ``schema``, ``numbers``, ``journal``, ``versions``,
            ``photos``, ``backup``; with ``-bad`` behind it where something is wrong.
        sound: False where something is wrong.

    """

    code: str
    sound: bool
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Health:
    """What `db doctor` found; ``counts`` are rows by table."""

    path: Path
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return all(finding.sound for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Restored:
    """``kept`` is the copy of what was there before, None where there was nothing."""

    source: Path
    kept: Path | None


class Upkeep(Protocol):
    """Looks after one database's file."""

    def backup(self, target: Path | None = None) -> Path:
        """
        Copy the database, whole and consistent, while others may write; to the backups' folder unless said.

        Raises:
            StoreError: ``backup-exists``, or the target cannot be written.

        """
        ...

    def backups(self) -> list[Path]:
        """The copies in the backups' folder, the newest last."""
        ...

    def restore(self, source: Path) -> Restored:
        """
        Bring a copy back; what was there is copied to the backups' folder first.

        Raises:
            StoreError: the source is missing, damaged, newer, or no database of ours; nothing was changed.

        """
        ...

    def doctor(self) -> Health:
        """Look at everything that can be wrong with the file; changes nothing."""
        ...
