"""What a stretch of an address can be about."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of text is about."""

    YIWU = "yiwu"
    ROUND_ABOUT = "round_about"
    OUTSIDE = "outside"
    OTHER_PLACE = "other_place"
    ROAD = "road"
    NOISE = "noise"
    TRADE_CITY = "trade_city"
    MARKET = "market"
    DISTRICT = "district"
    DISTRICT_RANGE = "district_range"
    DISTRICT_EAST = "district_east"
    PHASE = "phase"
    ZONE = "zone"
    BUILDING = "building"
    FLOOR = "floor"
    FLOOR_RANGE = "floor_range"
    BASEMENT = "basement"
    GROUND = "ground"
    GATE = "gate"
    GATE_RANGE = "gate_range"
    GATE_SIDE = "gate_side"
    GATE_NAME = "gate_name"
    GATE_UNREADABLE = "gate_unreadable"
    STREET = "street"
    STREET_NAME = "street_name"
    STREET_UNREADABLE = "street_unreadable"
    UNIT = "unit"
    BOOTH = "booth"
    LABEL = "label"
