"""
What several devices may each have said about a field, so that merging loses nothing and asks no clock.

Every committed transaction is an *event* with a random name. A field holds *versions*: what was said, and by which
event. A database also knows the *context*, the set of all events it has seen. Writing a field replaces the versions
that were there by one of the new event. Merging two databases keeps a version that both have, and one that only one
side has unless the other side's context contains its event: then it was seen and replaced there. This is the add-wins
set with an explicit context of "A. Bieniusa et al., An optimized conflict-free replicated set, INRIA RR-8083, 2012",
one set for each field; merging is idempotent, commutative and associative. Two versions that remain were written
without knowledge of each other: a conflict, whatever the clocks say.

Deleting writes every field anew (same value, new event) and the field ``deleted``. An edit elsewhere that did not know
of the deletion thus survives beside it, and the record stays visible until somebody decides.

An undo says again what several events had said. Its versions bear names of their own, ``event.000``, in the order of
those events, so that the same one is shown as before; whoever has seen the event has seen them all. What the device of
the undo had only heard from others is marked (``event.001.heard``), so that it does not become its own.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Value: TypeAlias = str | int | float | None
DELETED = "deleted"
HEARD = ".heard"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """What one event said of a field."""

    event: str
    value: Value


Registers: TypeAlias = dict[str, frozenset[Version]]
"""Of one record: field -> its versions, at least one."""


def written(values: Mapping[str, Value], event: str) -> Registers:
    """All fields as one event says them."""
    return {field: frozenset((Version(event, value),)) for field, value in values.items()}


def shown(versions: frozenset[Version]) -> Value:
    """
    The value to show: the same on every device, a known one before an unknown one.

    The choice among several is arbitrary on purpose (the greatest event name): clocks do not decide. Databases before
    schema 5 may hold several values under one name, said again by an undo; then the value itself decides.
    """
    return max(versions, key=lambda version: (version.value is not None, version.event, str(version.value))).value


def said_again(then: Registers, fields: Collection[str], event: str, here: Collection[Version]) -> Registers:
    """
    These fields as they were then, said anew by one event; what one event had said together stays together.

    Args:
        then: the record at that time.
        fields: of it.
        event: that says them again.
        here: those of the versions that the same device had said.

    """
    old = sorted({version.event for field in fields for version in then[field]})
    own = {version.event for version in here}
    names = {name: f"{event}.{place:03d}{'' if name in own else HEARD}" for place, name in enumerate(old)}
    if len(old) == 1:
        names = {old[0]: event}
    return {
        field: frozenset(Version(names[version.event], version.value) for version in then[field]) for field in fields
    }


def origin(version: Version) -> str:
    """The event of a version, as the context knows it."""
    return version.event.partition(".")[0]


def contested(versions: frozenset[Version]) -> bool:
    """Whether devices said different things without knowing of each other."""
    return len({version.value for version in versions}) > 1


def conflicts(record: Registers) -> tuple[str, ...]:
    """The fields on which devices differ; ``deleted`` among them where one side deleted and another went on editing."""
    fields = sorted(field for field, versions in record.items() if field != DELETED and contested(versions))
    deletion = record.get(DELETED, frozenset())
    undecided = contested(deletion) or (bool(fields) and any(version.value for version in deletion))
    return (*fields, DELETED) if undecided else tuple(fields)


def deletions(record: Registers) -> frozenset[str]:
    """The events that deleted the record and that nothing has replaced."""
    return frozenset(version.event for version in record[DELETED] if version.value)


def gone(record: Registers) -> bool:
    """Whether the record is deleted and nobody contests it."""
    return bool(shown(record[DELETED])) and not conflicts(record)


def joined(ours: Registers, theirs: Registers, seen: frozenset[str], seen_there: frozenset[str]) -> Registers:
    """Both sides' registers of one record as one; ``seen`` and ``seen_there`` are the two contexts."""
    record: Registers = {}
    for field in ours.keys() | theirs.keys():
        mine, other = ours.get(field, frozenset()), theirs.get(field, frozenset())
        kept = (
            (mine & other)
            | {version for version in mine - other if origin(version) not in seen_there}
            | {version for version in other - mine if origin(version) not in seen}
        )
        # Never empty for two sound contexts; for anything else, to lose nothing is the better mistake.
        record[field] = kept or mine or other
    return record


def packed(record: Registers) -> str:
    """
    The ``versions`` column: the most frequent event under "", then only the fields that differ from it.

    A field with one version names its event (the value stands in its column); several are written out in full.
    """
    base = _base(record)
    fields: dict[str, object] = {"": base}
    for field in sorted(record):
        versions = sorted(record[field], key=lambda version: version.event)
        if len(versions) > 1:
            fields[field] = [[version.event, version.value] for version in versions]
        elif versions[0].event != base:
            fields[field] = versions[0].event
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _base(record: Registers) -> str:
    counts = Counter(version.event for versions in record.values() for version in versions)
    return max(counts, key=lambda event: (counts[event], event))


def unpacked(values: Mapping[str, Value], versions: str) -> Registers:
    """The registers of a row with these field values and this ``versions`` column."""
    fields = json.loads(versions)
    base = fields[""]
    return {field: _versions(fields.get(field, base), value) for field, value in values.items()}


def _versions(packed_field: str | list[list[str]], value: Value) -> frozenset[Version]:
    if isinstance(packed_field, str):
        return frozenset((Version(packed_field, value),))
    return frozenset(Version(event, said) for event, said in packed_field)
