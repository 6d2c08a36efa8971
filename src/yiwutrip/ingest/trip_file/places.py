"""The forms in which a trip file says where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address
from yiwutrip.domain.trip import Place
from yiwutrip.ingest.trip_file.schema import PlaceTable, read_table
from yiwutrip.market.datum import to_wgs84

if TYPE_CHECKING:
    from yiwutrip.ingest.trip_file.faults import Faults
    from yiwutrip.ingest.trip_file.lines import KeyPath

_ADDRESS_KEYS = ("floor", "gate", "street", "unit", "booth", "gate_name", "street_name")


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """What ``"base"`` and ``"car"`` stand for; None where the file does not say (or says it wrong)."""

    base: Place | None
    car: Place | None


def read_named_place(value: object, path: KeyPath, known: KnownPlaces, faults: Faults) -> Place | None:
    """``"base"``, ``"car"``, or a table; faults are noted and give None."""
    if not isinstance(value, str):
        return read_place(value, path, faults)
    word = value.strip().lower()
    if word == "base":
        return known.base
    if word == "car":
        if known.car is None:
            faults.add("car-not-parked", path, value)
        return known.car
    faults.add("unknown-place", path, value)
    return None


def read_place(value: object, path: KeyPath, faults: Faults) -> Place | None:
    """A table that holds exactly one of an address, a stall, or a point; faults are noted and give None."""
    table = read_table(PlaceTable, value, path, faults)
    if table is None:
        return None
    has_point = table.lat is not None or table.lon is not None
    has_address = table.district is not None
    if has_point + has_address + (table.stall is not None) > 1:
        faults.add("place-mixed", path, value)
        return None
    if table.stall is not None:
        return Place(name=table.name, stall=table.stall.upper())
    if has_point:
        return _point(table, path, value, faults)
    if has_address:
        return Place(name=table.name, address=_address(table))
    code = "address-without-district" if any(getattr(table, key) is not None for key in _ADDRESS_KEYS) else "no-place"
    faults.add(code, path, value)
    return None


def _point(table: PlaceTable, path: KeyPath, value: object, faults: Faults) -> Place | None:
    if table.lat is None or table.lon is None:
        faults.add("half-a-point", path, value)
        return None
    lat, lon = to_wgs84(table.lat, table.lon, table.datum)
    return Place(name=table.name, lat=lat, lon=lon)


def _address(table: PlaceTable) -> Address:
    address = Address(district=table.district)
    return replace(address, **{key: getattr(table, key) for key in _ADDRESS_KEYS})
