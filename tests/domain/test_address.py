from yiwutrip.domain.address import Address, District
from yiwutrip.domain.stall import stall_code


def test_a_code_is_district_floor_booth() -> None:
    assert stall_code(Address(district=District.D2, floor=3, gate=20, street=12, booth="16213")) == "D2-3F-16213"


def test_without_a_booth_a_code_is_gate_street_and_a_number() -> None:
    assert stall_code(Address(district=District.D2, floor=3, gate=20, street=12)) == "D2-3F-G20-S12-1"


def test_a_canonical_address_reads_from_the_district_down() -> None:
    address = Address(district=District.D2, floor=3, gate=20, street=12, booth="16213")

    assert address.canonical() == "二区 3楼 20门 12街 16213"
