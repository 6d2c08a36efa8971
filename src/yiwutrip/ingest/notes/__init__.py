"""Notes from the aisle and pasted chats, read into values; nothing is stored here."""

from yiwutrip.ingest.notes.chat import parse_chat
from yiwutrip.ingest.notes.note import parse_note
from yiwutrip.ingest.notes.reading import Chat, ChatLine, NoteReading, Tier

__all__ = ["Chat", "ChatLine", "NoteReading", "Tier", "parse_chat", "parse_note"]
