"""What Alembic runs: the steps, on the connection and inside the transaction that it was handed."""

from __future__ import annotations

from alembic import context

from yiwutrip.storage import tables

connection = context.config.attributes["connection"]
# Batch mode: SQLite changes a column by making the table anew.
context.configure(connection=connection, target_metadata=tables.StallRow.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
