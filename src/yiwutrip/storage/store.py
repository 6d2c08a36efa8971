"""The store whole: what `ports.Store` promises, inside one transaction."""

from __future__ import annotations

from yiwutrip.storage.undo import Undo


class SqlStore(Undo):
    """Stalls, imports, trips, visits, samples and the journal; each part is a file of its own."""
