"""Districts, floors, gates and streets, short enough for a day's sheet."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "place.d1": ("一区", "D1"),
    "place.d1e": ("一区东", "D1 East"),
    "place.d2": ("二区", "D2"),
    "place.d3": ("三区", "D3"),
    "place.d4": ("四区", "D4"),
    "place.d5": ("五区", "D5"),
    "place.d6": ("六区", "D6"),
    "place.huangyuan": ("篁园", "Huangyuan"),
    "place.binwang": ("宾王", "Binwang"),
    "place.shengchan": ("生产资料市场", "Production Materials Market"),
    "place.beixiazhu": ("北下朱", "Beixiazhu"),
    "place.floor": ("{floor}楼", "F{floor}"),
    "place.basement": ("负{floor}楼", "B{floor}"),
    "place.gate": ("{gate}门", "G{gate}"),
    "place.door": ("{gate}门", "gate {gate}"),
    "place.unit": ("{unit}单元", "U{unit}"),
    "place.street": ("{street}街", "S{street}"),
    "place.middle-street": ("中街", "middle street"),
}
