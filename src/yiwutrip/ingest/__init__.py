"""Bytes to (records, problems): stall lists, trip files, chat notes, photos."""
