"""Stalls in the order of `stall find` among equals, so that a word which most of them have need not sort them all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing changes in any row."""
    op.create_index("ix_stalls_best_rated", "stalls", [sa.text("rating DESC"), "code"])
