"""From an older version to the newest; the only place that imports Alembic, and only when there is something to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from sqlalchemy import Connection

STEPS = Path(__file__).with_name("migrations")


def migrate(path: Path, target: int, steps: Path = STEPS, *, timeout_s: float = 20.0) -> None:
    """
    Take the database of that path to version ``target``, all or nothing.

    Everything happens in one transaction (SQLite's DDL is transactional if the driver leaves it alone), foreign keys
    off, because making a table anew would delete its children by cascade; they are checked before the commit.

    Raises:
        sqlite3.DatabaseError: what SQLite says; nothing was changed.

    """
    raw = sqlite3.connect(path, timeout=timeout_s, isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("PRAGMA synchronous = FULL")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            # Another process may have done it while this one waited.
            if version < target:
                _run(connection, version, target, steps)
            connection.commit()
    finally:
        engine.dispose()
        raw.close()


def _run(connection: Connection, version: int, target: int, steps: Path) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(steps))
    # `user_version` is what counts; Alembic's own table lives no longer than this transaction.
    connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
    if version:
        command.stamp(config, f"{version:04d}")
    command.upgrade(config, f"{target:04d}")
    connection.exec_driver_sql("DROP TABLE alembic_version")
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise sqlite3.DatabaseError(f"the migration would leave {len(orphans)} rows without their parents")
    connection.exec_driver_sql(f"PRAGMA user_version = {target}")
