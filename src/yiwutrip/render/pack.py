"""What `yiwutrip pack` shows."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

from yiwutrip.domain.packing import Basis
from yiwutrip.render.cells import wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, hints, line, rule
from yiwutrip.render.values import kilos, money, size
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.packing import CarFit, PackedBox, Packing, WayOut
    from yiwutrip.domain.words import Words
    from yiwutrip.usecases.pack import Packed


def _data(packed: Packed) -> dict[str, object]:
    packing = packed.packing
    return {
        "boxes": [_box_data(box) for box in packing.boxes],
        "least_boxes": packing.least_boxes,
        "loading": list(packing.loading),
        "unpacked": [{"number": one.number, "why": one.why.value} for one in packing.unpacked],
        "car": None if packing.car is None else packing.car.as_data(),
        "way_out": [asdict(out) for out in packing.way_out],
        "way_out_suffices": packing.way_out_suffices,
    }


def _box_data(packed: PackedBox) -> dict[str, object]:
    return {
        "number": packed.box.number,
        "size_cm": list(packed.box.size_cm) if packed.box.size_cm else None,
        "volume_ml": packed.box.volume_ml,
        "place": packed.box.place,
        "weight_g": packed.weight_g,
        "unweighed": packed.unweighed,
        "fragile": packed.fragile,
        "samples": [
            {"number": one.item.number, "at_cm": list(one.at_cm), "size_cm": list(one.size_cm)} for one in packed.placed
        ],
    }


def _lines(packed: Packed, page: Page) -> Iterator[Line]:
    words, packing = page.words, packed.packing
    articles = {sample.number: sample.taken.article for sample in packed.samples}
    if not packed.samples:
        yield line(words("pack.nothing"))
        yield from hints(page, "yiwutrip sample add STALL ARTICLE")
        return
    if not packing.boxes and not packing.unpacked:
        yield line(words("pack.none-with-us"))
        return
    for box in packing.boxes:
        yield from _wrapped(_box_title(box, words), page, Role.BOLD)
        yield rule(page)
        if len(box.placed) > 1:
            yield line(words("pack.bottom-up"), Role.DIM)
        for one in box.placed:
            mark = words("pack.fragile") if one.item.fragile else ""
            yield line(f"  {one.item.number}  {articles[one.item.number]}  {mark}".rstrip())
        yield BLANK
    yield from _unpacked_lines(packing, articles, page)
    if packing.boxes:
        yield from _wrapped(_sum(packing, words), page)
    if len(packing.loading) > 1:
        yield from _wrapped(words("pack.loading", boxes=" → ".join(map(str, packing.loading))), page)
    if packing.fit:
        yield from car_lines(packing.fit, page)
    yield from hints(page, "yiwutrip manifest")


def _sum(packing: Packing, words: Words) -> str:
    """How many boxes, and how many it takes at the least."""
    boxes, least = len(packing.boxes), packing.least_boxes
    key = "pack.sum" if boxes > least else "pack.sum-least" if boxes == least else "pack.sum-short"
    return words(key, boxes=boxes, least=least)


def _box_title(box: PackedBox, words: Words) -> str:
    inside = f"{size(box.box.size_cm)} cm" if box.box.size_cm else ""
    if box.unweighed == len(box.placed):
        weight = words("pack.only-unweighed", count=box.unweighed)
    else:
        weight = kilos(box.weight_g) + (words("pack.and-unweighed", count=box.unweighed) if box.unweighed else "")
    kinds = words("pack.kinds", count=len(box.placed))
    parts = [words("pack.box", number=box.box.number), inside, box.box.place or "", kinds, weight]
    return " · ".join(part for part in parts if part)


def _unpacked_lines(packing: Packing, articles: dict[str, str], page: Page) -> Iterator[Line]:
    if not packing.unpacked:
        return
    yield line(page.words("pack.unpacked", count=len(packing.unpacked)), Role.WARN)
    for why, group in groupby(sorted(packing.unpacked, key=lambda one: one.why), key=lambda one: one.why):
        ones = list(group)
        yield from _wrapped(page.words(f"pack.{why}", number=ones[0].number), page, Role.DIM)
        for one in ones:
            yield line(f"  {one.number}  {articles[one.number]}")
    yield BLANK


def car_lines(fit: CarFit, page: Page) -> Iterator[Line]:
    """Whether it goes into the car, and what to post or leave where it does not."""
    words, car = page.words, fit.car
    load = {"kg": kilos(car.weight_g), "litres": f"{car.volume_ml / 1000:.0f}"}
    room = {"most_kg": kilos(car.load_g), "most_litres": f"{car.load_ml / 1000:.0f}"}
    fits = ("pack.car-fits", Role.GOOD) if car.known else ("pack.car-fits-known", Role.PLAIN)
    key, role = fits if car.fits else ("pack.car-over", Role.WARN)
    yield from _wrapped(words(key, **load, **room), page, role)
    if fit.basis is not Basis.PACKED:
        yield from _wrapped(words(f"pack.basis-{fit.basis}"), page, Role.WARN)
    if car.unweighed:
        yield from _wrapped(words("pack.car-unweighed", count=car.unweighed), page, Role.WARN)
    if car.unmeasured:
        yield from _wrapped(words("pack.car-unmeasured", count=car.unmeasured), page, Role.WARN)
    for out in fit.way_out:
        yield line(f"  {_way_out(out, words)}")
    if fit.way_out:
        total = sum(out.cost_fen for out in fit.way_out)
        key = "pack.way-out-cost" if fit.way_out_suffices else "pack.way-out-short"
        yield from _wrapped(words(key, cost=money(total, words)), page)


def _wrapped(text: str, page: Page, role: Role = Role.PLAIN) -> Iterator[Line]:
    return (line(part, role) for part in wrap(text, page.room))


def _way_out(out: WayOut, words: Words) -> str:
    return words(out.sentence, box=out.box, sample=out.sample, cost=money(out.cost_fen, words))


PACK: View[Packed] = View("pack", _data, _lines)
