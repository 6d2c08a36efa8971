"""Stall lists as buyers have them in hand: csv, tsv, xlsx, xls and json, to stalls and what was wrong."""

from __future__ import annotations

from yiwutrip.ingest.stall_list.listing import ListOptions, StallList, Tally, read_stall_list
from yiwutrip.ingest.stall_list.rejects import write_rejects
from yiwutrip.ingest.stall_list.understanding import Column, Doubt, How, Understanding

__all__ = [
    "Column",
    "Doubt",
    "How",
    "ListOptions",
    "StallList",
    "Tally",
    "Understanding",
    "read_stall_list",
    "write_rejects",
]
