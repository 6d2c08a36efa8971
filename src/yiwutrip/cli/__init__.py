"""Typer commands: parse, call one use case, hand the result to render."""
