"""Which parts of an address nobody stated, and since when a sample has its status."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Both are unknown of what is there already."""
    op.add_column("stalls", sa.Column("inferred", sa.Text(), nullable=True))
    op.add_column("samples", sa.Column("status_at", sa.Text(), nullable=True))
