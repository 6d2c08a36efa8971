"""How a database of an older version becomes one of the newest: Alembic, one file a version."""
