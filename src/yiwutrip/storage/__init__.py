"""Engine, migrations, tables, store. The only room that knows SQLModel."""
