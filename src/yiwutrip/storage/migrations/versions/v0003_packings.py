"""The boxes that a trip's samples were packed into."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Of what was packed before nobody knows the boxes' sizes: the table begins empty."""
    op.create_table(
        "packings",
        sa.Column("trip", sa.Text(), sa.ForeignKey("trips.name"), primary_key=True, nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("versions", sa.Text(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
    )
