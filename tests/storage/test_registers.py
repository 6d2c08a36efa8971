"""
Merging loses nothing and asks no clock.

Histories of several devices are played twice: on registers, and on an oracle that simply remembers for each write what
its device had heard of. What a field has to hold is then plain: every write that no other write of the field knew of.
"""

from dataclasses import dataclass, field
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from yiwutrip.storage.registers import (
    DELETED,
    Registers,
    Version,
    conflicts,
    gone,
    joined,
    packed,
    shown,
    unpacked,
    written,
)

FIELDS = ("moq", "note", DELETED)


@dataclass
class Device:
    """One side: registers and context, and beside them what the oracle knows."""

    record: Registers
    seen: frozenset[str]
    heard: dict[str, tuple[str, frozenset[str], str | int]] = field(default_factory=dict)

    def write(self, event: str, values: dict[str, str | int]) -> None:
        for name, value in values.items():
            self.heard[f"{event}/{name}"] = (name, frozenset(self.heard), value)
        self.record = {**self.record, **written(values, event)}
        self.seen |= {event}

    def take(self, other: "Device") -> None:
        self.record = joined(self.record, other.record, self.seen, other.seen)
        self.seen |= other.seen
        self.heard = {**self.heard, **other.heard}

    def expected(self, name: str) -> set[Version]:
        """By the oracle: each write of the field that no other write of it, here known, had heard of."""
        writes = {key: write for key, write in self.heard.items() if write[0] == name}
        known = frozenset().union(*(past for _, past, _ in writes.values()))
        return {Version(key.partition("/")[0], value) for key, (_, _, value) in writes.items() if key not in known}


steps = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, 2), st.sampled_from(FIELDS[:2]), st.integers(0, 3)),
    st.tuples(st.just("delete"), st.integers(0, 2)),
    st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2)),
)


def play(history: list[tuple[object, ...]]) -> list[Device]:
    devices = [Device({}, frozenset()) for _ in range(3)]
    devices[0].write("first", {"moq": 0, "note": "", DELETED: 0})
    for device in devices[1:]:
        device.take(devices[0])
    for number, (what, at, *rest) in enumerate(history):
        device = devices[int(str(at))]
        if what == "edit":
            device.write(f"e{number}", {str(rest[0]): int(str(rest[1])), DELETED: 0})
        elif what == "delete":
            values = {name: shown(device.record[name]) for name in FIELDS[:2]}
            device.write(f"e{number}", {**values, DELETED: 1})  # type: ignore[dict-item]
        else:
            device.take(devices[int(str(rest[0]))])
    return devices


def merged(*devices: Device) -> Device:
    result = Device({}, frozenset())
    for device in devices:
        result.take(device)
    return result


@settings(deadline=None, max_examples=300)
@given(st.lists(steps, max_size=14))
def test_a_field_holds_what_no_other_write_knew_of(history: list[tuple[object, ...]]) -> None:
    for device in play(history):
        for name in FIELDS:
            assert set(device.record[name]) == device.expected(name)


@settings(deadline=None, max_examples=200)
@given(st.lists(steps, max_size=14))
def test_in_whatever_order_devices_are_merged_they_end_up_alike(history: list[tuple[object, ...]]) -> None:
    devices = play(history)
    results = [merged(*order).record for order in permutations(devices)]
    first, second, third = devices
    results.append(merged(first, merged(second, third)).record)
    results.append(merged(*devices, *devices).record)

    assert all(result == results[0] for result in results)


@settings(deadline=None, max_examples=100)
@given(st.lists(steps, max_size=14))
def test_the_column_says_all_that_was_said(history: list[tuple[object, ...]]) -> None:
    for device in play(history):
        values = {name: shown(versions) for name, versions in device.record.items()}
        assert unpacked(values, packed(device.record)) == device.record


def two_sides(ours: dict[str, str | int], theirs: dict[str, str | int]) -> Registers:
    """A record after one side wrote this and the other that, neither knowing of the other."""
    one, other = Device({}, frozenset()), Device({}, frozenset())
    one.write("e0", {"moq": 1, "note": "a", DELETED: 0})
    other.take(one)
    one.write("e1", ours)
    other.write("e2", theirs)
    one.take(other)
    return one.record


def test_different_fields_edited_on_two_sides_are_both_taken() -> None:
    record = two_sides({"moq": 2}, {"note": "b"})

    assert {name: shown(versions) for name, versions in record.items()} == {"moq": 2, "note": "b", DELETED: 0}
    assert conflicts(record) == ()


def test_one_field_edited_on_two_sides_keeps_both_versions() -> None:
    record = two_sides({"moq": 2}, {"moq": 3})

    assert {version.value for version in record["moq"]} == {2, 3}
    assert conflicts(record) == ("moq",)


def test_the_same_said_twice_is_no_conflict() -> None:
    assert conflicts(two_sides({"moq": 2}, {"moq": 2})) == ()


def test_deleted_here_and_edited_there_is_a_conflict_and_stays_visible() -> None:
    record = two_sides({"moq": 1, "note": "a", DELETED: 1}, {"moq": 3})

    assert conflicts(record) == ("moq", DELETED)
    assert not gone(record)


def test_deleted_on_both_sides_is_deleted() -> None:
    record = two_sides({"moq": 1, "note": "a", DELETED: 1}, {"moq": 1, "note": "a", DELETED: 1})

    assert conflicts(record) == ()
    assert gone(record)


def test_a_known_value_is_shown_before_an_unknown_one() -> None:
    assert shown(frozenset((Version("a", 5), Version("z", None)))) == 5
