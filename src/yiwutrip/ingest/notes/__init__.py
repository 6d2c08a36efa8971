"""Notes from the aisle and pasted chats, read into values; nothing is stored here."""

from yiwutrip.ingest.notes.note import parse_note
from yiwutrip.ingest.notes.reading import ChatLine, NoteReading, Tier

__all__ = ["ChatLine", "NoteReading", "Tier", "parse_note"]
