"""Trips, their plans and what their samples were packed into."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError, TripError
from yiwutrip.storage.codec import from_json, to_json, utc_text
from yiwutrip.storage.part import Part
from yiwutrip.storage.records import Kind

if TYPE_CHECKING:
    from yiwutrip.domain.box import BoxesUsed
    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.trip import Trip

TRIPS = Kind("trips", "name", (), ("starts", "body", "deleted"))
ITINERARIES = Kind("itineraries", "trip", (), ("body", "deleted"))
PACKINGS = Kind("packings", "trip", (), ("body", "deleted"))
_IN_USE = "trip"


class Trips(Part):
    """Trips: see `ports.Store`."""

    def put_trip(self, trip: Trip) -> bool:
        """Store under its name and use it from now on."""
        replaced = self.has_trip(trip.name)
        self.records.put(TRIPS, trip.name, {"starts": utc_text(trip.starts), "body": to_json(trip)})
        self.choose(_IN_USE, trip.name)
        self.journal.about(trip.name)
        return replaced

    def has_trip(self, name: str) -> bool:
        """Whether there is a trip of that name."""
        return self.conn.row("SELECT 1 FROM trips WHERE name = :name AND NOT gone", name=name) is not None

    def trip(self, name: str | None = None) -> Trip:
        """The trip of that name, or the one in use."""
        if name is None:
            name = self.setting(_IN_USE)
            if name is None or not self.has_trip(name):
                raise NoTripError
        row = self.conn.row("SELECT body FROM trips WHERE name = :name AND NOT gone", name=name)
        if row is None:
            raise NotFoundError("trip", name, similar=self._similar_trips(name))
        return _trip(row["body"])

    def trips(self) -> list[Trip]:
        """All trips by start."""
        rows = self.conn.rows("SELECT body FROM trips WHERE NOT gone ORDER BY starts, name")
        return [_trip(row["body"]) for row in rows]

    def use_trip(self, name: str) -> Trip:
        """Make it the one in use."""
        trip = self.trip(name)
        self.choose(_IN_USE, name)
        self.journal.about(name)
        return trip

    def put_itinerary(self, itinerary: Itinerary) -> None:
        """Store the plan of its trip."""
        self.require_trip(itinerary.trip)
        self.records.put(ITINERARIES, itinerary.trip, {"body": to_json(itinerary)})
        self.journal.about(itinerary.trip)

    def itinerary(self, trip: str) -> Itinerary:
        """The newest plan of that trip."""
        from yiwutrip.domain.itinerary import Itinerary  # noqa: PLC0415 -- logging a sample reads no plan

        row = self.conn.row("SELECT body FROM itineraries WHERE trip = :trip AND NOT gone", trip=trip)
        if row is None:
            raise NotFoundError("itinerary", trip)
        return from_json(Itinerary, row["body"])

    def earlier_itineraries(self, trip: str) -> list[Itinerary]:
        """Every other plan that trip ever had."""
        from yiwutrip.domain.itinerary import Itinerary  # noqa: PLC0415 -- as above

        rows = self.conn.rows(
            "SELECT after FROM changes WHERE tab = 'itineraries' AND \"key\" = :trip ORDER BY id", trip=trip
        )
        now = self.conn.row("SELECT body FROM itineraries WHERE trip = :trip AND NOT gone", trip=trip)
        bodies = dict.fromkeys(json.loads(row["after"]).get("body") for row in rows if row["after"])
        wanted = [body for body in bodies if body and (now is None or body != now["body"])]
        return [from_json(Itinerary, body) for body in wanted]

    def put_boxes(self, trip: str, used: BoxesUsed) -> None:
        """Store what its samples were packed into."""
        self.require_trip(trip)
        self.records.put(PACKINGS, trip, {"body": to_json(used)})

    def boxes(self, trip: str) -> BoxesUsed | None:
        """What its samples were packed into; None where nobody packed them yet."""
        from yiwutrip.domain.box import BoxesUsed  # noqa: PLC0415 -- as above

        row = self.conn.row("SELECT body FROM packings WHERE trip = :trip AND NOT gone", trip=trip)
        return None if row is None else from_json(BoxesUsed, row["body"])

    def require_trip(self, name: str) -> None:
        """
        Make sure of a trip before something is stored under it.

        Raises:
            NotFoundError: there is no such trip.

        """
        if not self.has_trip(name):
            raise NotFoundError("trip", name, similar=self._similar_trips(name))

    def _similar_trips(self, name: str) -> list[str]:
        from difflib import get_close_matches  # noqa: PLC0415 -- only when something is wrong

        names = [row["name"] for row in self.conn.rows("SELECT name FROM trips WHERE NOT gone")]
        return get_close_matches(name, names, cutoff=0.3)


class NoTripError(NotFoundError):
    """No trip is in use."""

    def __init__(self) -> None:
        TripError.__init__(self, "no-trip")
        self.similar = ()


def _trip(body: str) -> Trip:
    from yiwutrip.domain.trip import Trip  # noqa: PLC0415 -- as above

    return from_json(Trip, body)
