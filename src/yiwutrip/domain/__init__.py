"""Frozen dataclasses and rules. Standard library only."""
