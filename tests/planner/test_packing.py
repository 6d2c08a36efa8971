"""Boxes: nothing overlaps, nothing sticks out, nothing rests on what is fragile, nothing is lost."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwutrip.domain.box import Box
from yiwutrip.domain.packing import Item, NotPacked, PackedBox, Placed, Size
from yiwutrip.planner.cuboids import Layout
from yiwutrip.planner.packing import Boxes, fill_boxes, least_boxes

CARTON = Box(1, (60.0, 40.0, 40.0), 20_000)
AS_MANY_AS_NEEDED = Boxes(more=CARTON)


def item(number: int, size_cm: Size, weight_g: int | None = 500, *, fragile: bool = False, supplier: str = "") -> Item:
    return Item(f"A-{number:03}", size_cm, weight_g, fragile, supplier)


def spans(one: Placed, axis: int) -> tuple[float, float]:
    return one.at_cm[axis], one.at_cm[axis] + one.size_cm[axis]


def overlap(a: Placed, b: Placed, axes: tuple[int, ...]) -> bool:
    return all(min(spans(a, x)[1], spans(b, x)[1]) - max(spans(a, x)[0], spans(b, x)[0]) > 1e-4 for x in axes)


def faults(packed: PackedBox) -> list[str]:
    """What a customs officer would find wrong with a box; shares no code with the packer."""
    found = []
    room = packed.box.size_cm
    assert room is not None
    for one in packed.placed:
        if any(spans(one, x)[0] < -1e-4 or spans(one, x)[1] > room[x] + 1e-4 for x in range(3)):
            found.append(f"{one.item.number} sticks out")
        if sorted(one.size_cm) != sorted(one.item.size_cm):
            found.append(f"{one.item.number} was cut")
        if one.item.fragile and one.size_cm[2] != one.item.size_cm[2]:
            found.append(f"{one.item.number} lies on its side")
        below = [
            other
            for other in packed.placed
            if abs(spans(other, 2)[1] - spans(one, 2)[0]) < 1e-4 and overlap(one, other, (0, 1))
        ]
        if spans(one, 2)[0] > 1e-4 and not below:
            found.append(f"{one.item.number} floats")
        found += [f"{one.item.number} rests on {other.item.number}" for other in below if other.item.fragile]
    pairs = combinations(packed.placed, 2)
    found += [f"{a.item.number} in {b.item.number}" for a, b in pairs if overlap(a, b, (0, 1, 2))]
    if packed.box.limit_g is not None and sum(one.item.weight_g or 0 for one in packed.placed) > packed.box.limit_g:
        found.append("too heavy")
    return found


sides = st.floats(1, 45).map(lambda side: round(side, 1))
weights = st.none() | st.integers(1, 25_000)
items = st.lists(
    st.tuples(st.tuples(sides, sides, sides), weights, st.booleans(), st.sampled_from("xyz")), max_size=14
).map(lambda drawn: [item(n, size, w, fragile=f, supplier=s) for n, (size, w, f, s) in enumerate(drawn, start=1)])


@settings(max_examples=60, deadline=None)
@given(items)
def test_every_sample_is_in_one_box_or_named_with_a_reason_and_no_box_is_at_fault(drawn: list[Item]) -> None:
    filled = fill_boxes(drawn, AS_MANY_AS_NEEDED)
    inside = [one.item.number for box in filled.boxes for one in box.placed]

    assert sorted([*inside, *(one.number for one in filled.unpacked)]) == [one.number for one in drawn]
    assert [fault for box in filled.boxes for fault in faults(box)] == []
    assert {one.why for one in filled.unpacked} <= {NotPacked.TOO_LARGE, NotPacked.TOO_HEAVY}
    assert len(filled.boxes) >= least_boxes(drawn, AS_MANY_AS_NEEDED)


@pytest.mark.parametrize(
    ("sizes", "boxes"),
    [
        # 3 x 2 x 2 cubes of 20 cm fill 60 x 40 x 40 to the last corner.
        ([(20.0, 20.0, 20.0)] * 12, 1),
        ([(20.0, 20.0, 20.0)] * 13, 2),
        # Lying flat, four slabs of 10 cm fill it.
        ([(60.0, 40.0, 10.0)] * 4, 1),
        # The same slabs measured standing up.
        ([(10.0, 40.0, 60.0)] * 4, 1),
        # More than half of the box in every direction: one a box.
        ([(31.0, 31.0, 31.0)] * 3, 3),
    ],
)
def test_what_fits_exactly_is_found(sizes: list[Size], boxes: int) -> None:
    load = [item(n, size) for n, size in enumerate(sizes, start=1)]

    assert len(fill_boxes(load, AS_MANY_AS_NEEDED).boxes) == boxes
    assert least_boxes(load, AS_MANY_AS_NEEDED) <= boxes


def test_the_bound_knows_samples_that_cannot_share_a_box() -> None:
    # A cube of 31 cm is more than half of 60, of 40 and of 40.
    assert least_boxes([item(n, (31.0, 31.0, 31.0)) for n in range(5)], AS_MANY_AS_NEEDED) == 5


def test_the_bound_knows_weight() -> None:
    # Three times 15 kg against a limit of 20 kg: 45 / 20 rounds up to 3.
    assert least_boxes([item(n, (10.0, 10.0, 10.0), 15_000) for n in range(3)], AS_MANY_AS_NEEDED) == 3


def test_a_box_is_never_heavier_than_it_may_be() -> None:
    filled = fill_boxes([item(n, (10.0, 10.0, 10.0), 15_000) for n in range(3)], AS_MANY_AS_NEEDED)

    assert [box.weight_g for box in filled.boxes] == [15_000] * 3


def test_fragile_stands_on_top_of_what_is_not() -> None:
    # One floor's worth of each: the fragile layer can only lie above.
    load = [item(1, (60.0, 40.0, 20.0), fragile=True), item(2, (60.0, 40.0, 20.0))]
    (box,) = fill_boxes(load, AS_MANY_AS_NEEDED).boxes

    assert [one.item.number for one in box.placed] == ["A-002", "A-001"]


def test_two_fragile_layers_need_two_boxes() -> None:
    load = [item(n, (60.0, 40.0, 20.0), fragile=True) for n in (1, 2)]

    assert len(fill_boxes(load, AS_MANY_AS_NEEDED).boxes) == 2


def test_suppliers_stay_together_where_it_costs_no_box() -> None:
    # Twelve cubes fill a box: 24 of two suppliers need two boxes anyway, and each supplier gets one.
    load = [item(n, (20.0, 20.0, 20.0), supplier="xy"[n % 2]) for n in range(24)]
    filled = fill_boxes(load, AS_MANY_AS_NEEDED)

    assert [len({one.item.supplier for one in box.placed}) for box in filled.boxes] == [1, 1]


def test_boxes_at_hand_run_out() -> None:
    filled = fill_boxes([item(n, (60.0, 40.0, 40.0)) for n in range(3)], Boxes(kept=(CARTON, Box(2, CARTON.size_cm))))

    assert [box.box.number for box in filled.boxes] == [1, 2]
    assert [one.why for one in filled.unpacked] == [NotPacked.NO_ROOM]


def test_a_large_box_takes_what_the_small_one_cannot() -> None:
    filled = fill_boxes([item(1, (50.0, 30.0, 30.0))], Boxes(kept=(Box(1, (20.0, 20.0, 20.0)), Box(2, CARTON.size_cm))))

    assert [box.box.number for box in filled.boxes] == [2]


def test_what_is_too_large_or_too_heavy_is_said() -> None:
    filled = fill_boxes([item(1, (100.0, 5.0, 5.0)), item(2, (5.0, 5.0, 5.0), 30_000)], AS_MANY_AS_NEEDED)

    assert {one.number: one.why for one in filled.unpacked} == {
        "A-001": NotPacked.TOO_LARGE,
        "A-002": NotPacked.TOO_HEAVY,
    }


def test_the_same_samples_are_packed_the_same_way_in_any_order() -> None:
    load = [item(n, (10.0 + n, 20.0, 30.0 - n), fragile=n % 3 == 0, supplier=str(n % 4)) for n in range(1, 15)]

    assert fill_boxes(load, AS_MANY_AS_NEEDED) == fill_boxes(load[::-1], AS_MANY_AS_NEEDED)


@pytest.mark.slow
def test_three_thousand_samples_are_packed() -> None:
    load = [item(n, (5.0 + n % 23, 5.0 + n % 19, 5.0 + n % 17), 300, fragile=n % 3 == 0) for n in range(3000)]
    filled = fill_boxes(load, AS_MANY_AS_NEEDED)

    assert sum(len(box.placed) for box in filled.boxes) == 3000
    assert len(filled.boxes) <= 2.5 * least_boxes(load, AS_MANY_AS_NEEDED)


@pytest.mark.parametrize("height", [10.0, 9.0])
def test_nothing_fragile_props_up_what_juts_out_above_it(height: float) -> None:
    # The plate juts out over two bricks of 10 cm; the fragile one would just fit under it, or with 1 cm to spare.
    layout = Layout((60.0, 40.0, 40.0), None)
    for n, size in enumerate([(20.0, 40.0, 10.0), (20.0, 40.0, 10.0), (55.0, 40.0, 20.0)], start=1):
        assert layout.add(item(n, size))

    layout.add(item(4, (15.0, 30.0, height), fragile=True))

    assert faults(PackedBox(CARTON, tuple(layout.placed), layout.weight_g, 0)) == []
