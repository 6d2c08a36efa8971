"""The steps; ``0002`` takes a database from version 1 to 2."""
