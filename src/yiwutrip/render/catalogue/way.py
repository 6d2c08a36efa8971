"""The way between two stalls, step by step; ``{gate}`` and ``{floor}`` come as 17门, gate 17, 3楼, F3."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "way.comma": ("，", ", "),
    "way.up": ("上{floor}", "up to {floor}"),
    "way.down": ("下到{floor}", "down to {floor}"),
    "way.hall": ("过连接体到{district}", "through the link hall to {district}"),
    "way.hall-at": ("{gate}过连接体到{district}", "through the link hall at {gate} to {district}"),
    "way.forecourt": ("出门走到{district}", "across the forecourt to {district}"),
    "way.forecourt-at": ("出{gate}走到{district}", "out by {gate} and across to {district}"),
    "way.leave": ("出{gate}", "out by {gate}"),
    "way.ride": ("打车到{district}", "by car to {district}"),
    "way.ride-at": ("打车到{district}{gate}", "by car to {district} {gate}"),
    "way.ride-away": ("打车过去", "by car to the place"),
    "way.walk": ("走到{district}", "walk to {district}"),
    "way.walk-at": ("走到{district}{gate}", "walk to {district} {gate}"),
    "way.walk-away": ("走过去", "walk to the place"),
    "way.right-at": ("{gate}右转{street}", "right at {gate} into {street}"),
    "way.street": ("到{street}", "to {street}"),
    "way.left-at": ("{gate}左转{street}", "left at {gate} into {street}"),
    "way.across": ("横走到{street}", "across to {street}"),
    "way.along": ("沿{street}走", "along {street}"),
    "way.along-at": ("沿{street}走到{gate}", "along {street} to {gate}"),
    "way.gate": ("到{gate}", "to {gate}"),
    "way.about": ("到{gate}附近", "to about {gate}"),
    "way.near": ("就在旁边", "next door"),
}
