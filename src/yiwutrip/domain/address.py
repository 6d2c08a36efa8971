"""Where a stall is, in the market's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class District(StrEnum):
    """
    区: the halls of the International Trade City and the markets outside it.

    D6 is the Global Digital Trade Centre (全球数贸中心); D1E is 一区东, a market of its own with its own gates.
    """

    D1 = "D1"
    D1E = "D1E"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    D5 = "D5"
    D6 = "D6"
    HUANGYUAN = "HUANGYUAN"
    BINWANG = "BINWANG"
    SHENGCHAN = "SHENGCHAN"
    BEIXIAZHU = "BEIXIAZHU"


@dataclass(frozen=True, slots=True)
class Address:
    """
    A stall's place; what was not said is None.

    Attributes:
        floor: 楼; the ground floor is 1, the basement -1.
        gate: 门, a number; a gate with a name only (西门, 北大门) is in ``gate_name``.
        street: 街, a number; a street with a name only (中街) is in ``street_name``.
        unit: 单元.
        booth: 商位号 as written, in upper case; several are joined by commas.

    """

    district: District | None = None
    floor: int | None = None
    gate: int | None = None
    street: int | None = None
    unit: int | None = None
    booth: str | None = None
    gate_name: str | None = None
    street_name: str | None = None

    def canonical(self) -> str:
        """One line that says the same, in Chinese: ``二区 3楼 20门 12街 16213``; the parser reads it back."""
        return canonical_zh(self)


DISTRICT_ZH = {
    District.D1: "一区",
    District.D1E: "一区东",
    District.D2: "二区",
    District.D3: "三区",
    District.D4: "四区",
    District.D5: "五区",
    District.D6: "六区",
    District.HUANGYUAN: "篁园市场",
    District.BINWANG: "宾王市场",
    District.SHENGCHAN: "生产资料市场",
    District.BEIXIAZHU: "北下朱",
}


def canonical_zh(address: Address) -> str:
    """Write an address as a Chinese sign would, biggest part first."""
    parts: list[str] = []
    if address.district is not None:
        parts.append(DISTRICT_ZH[address.district])
    if address.floor is not None:
        parts.append(f"负{-address.floor}楼" if address.floor < 0 else f"{address.floor}楼")
    if address.gate is not None:
        parts.append(f"{address.gate}门")
    elif address.gate_name:
        parts.append(address.gate_name)
    if address.unit is not None:
        parts.append(f"{address.unit}单元")
    if address.street is not None:
        parts.append(f"{address.street}街")
    elif address.street_name:
        parts.append(address.street_name)
    if address.booth:
        parts.append(address.booth)
    return " ".join(parts)
