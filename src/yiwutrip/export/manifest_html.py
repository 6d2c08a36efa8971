"""The manifest for paper: one self-contained A4 page after another, a table a box."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from yiwutrip.domain.dates import say_day
from yiwutrip.domain.packing import Basis
from yiwutrip.export import text
from yiwutrip.export.manifest_load import basis_of, unknown_of
from yiwutrip.export.manifest_warnings import warnings_of
from yiwutrip.export.manifest_words import box_name, missing_names
from yiwutrip.export.pages import render_page
from yiwutrip.export.pictures import first_pictures
from yiwutrip.export.qr import qr_svg

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwutrip.domain.box import Box
    from yiwutrip.domain.manifest import Manifest, ManifestBox, ManifestSample
    from yiwutrip.domain.packing import CarLoad
    from yiwutrip.domain.words import Words
    from yiwutrip.export.registry import PictureLoader

# Millimetres of tick, number, photo, code, article, stall, price, MOQ, carton, weight; the fee has the rest of 190.
WIDTHS_MM = (6, 15, 14.5, 14.5, 33, 30, 15, 11, 19.5, 12)
_SUFFIX = re.compile(r"[（(][^（()）]{1,6}[)）]$")
MOST_ASKED, MOST_LOANS = 16, 12


def export(manifest: Manifest, words: Words, picture: PictureLoader) -> bytes:
    """The manifest as one HTML file that prints on A4."""
    values = {
        "m": manifest,
        "subtitle": _subtitle(manifest, words),
        "people": " · ".join(f"{one.name} {one.letter}" for one in manifest.journey.people) if manifest.journey else "",
        "warnings": warnings_of(manifest, words),
        "facts": _facts(manifest, words),
        "to_ask": [row for row in manifest.samples if row.missing],
        "most_asked": MOST_ASKED,
        "most_loans": MOST_LOANS,
        "widths": WIDTHS_MM,
        "notes_on_sums": _notes_on_sums(manifest, words),
        "box_litres": sum(box.box.volume_ml or 0 for box in manifest.boxes if box.box) or None,
        "meter": _meter(manifest),
        "meter_percent": _room_taken(manifest),
    }
    small = first_pictures(manifest.samples, picture)
    return render_page("manifest.html.j2", words, values, _filters(manifest, words, small))


def _filters(manifest: Manifest, words: Words, small: dict[str, bytes]) -> dict[str, Callable[..., object]]:
    return {
        "price": text.price,
        "yuan": text.yuan,
        "count": text.count,
        "thousandths": text.thousandths,
        "size": text.size,
        "cut": text.cut,
        "dialled": text.dialled,
        "day": partial(say_day, words=words),
        "moment": partial(text.moment, words=words),
        "aisle": partial(text.aisle, words=words),
        "missing": partial(missing_names, words=words),
        "box_name": partial(box_name, manifest=manifest, words=words),
        "box_facts": partial(_box_facts, words=words),
        "made_of": partial(_made_of, words=words),
        "door": _door,
        "suffixed": _suffixed,
        "qr": _qr,
        "picture": partial(_picture, small=small),
    }


def _box_facts(box: ManifestBox, words: Words) -> str:
    sums = box.sums
    parts = []
    if box.box is not None:
        parts += [_inside(box.box)] if box.box.size_cm else []
        parts += [text.cut(box.box.place, 40)] if box.box.place else []
    parts.append(words("manifest.kinds-pieces", kinds=text.count(sums.samples), pieces=text.count(sums.pieces)))
    if sums.weight_g is not None:
        parts.append(f"{text.measure(sums.weight_g)} kg")
    if sums.unweighed:
        parts.append(words("manifest.unweighed", count=sums.unweighed))
    return " · ".join(parts)


def _inside(box: Box) -> str:
    assert box.size_cm is not None
    return f"{text.size(box.size_cm)} cm · {text.measure(box.volume_ml)} L"


def _made_of(sample: ManifestSample, words: Words) -> str:
    pieces = words("manifest.pieces", count=text.count(sample.pieces))
    said = [text.cut(part, 24) for part in (sample.material, sample.model) if part]
    return " · ".join([*said, pieces])


def _door(sample: ManifestSample) -> str:
    return (sample.where.booth if sample.where else None) or sample.stall or ""


def _suffixed(name: str) -> Markup:
    """A name that never breaks within the short word in brackets at its end: ``半亩陶瓷（演示）``."""
    found = _SUFFIX.search(name)
    if found is None:
        return Markup(escape(name))  # noqa: S704 - escaped
    return Markup('{}<span class="code">{}</span>').format(name[: found.start()], found[0])


def _qr(number: str) -> Markup:
    return Markup(qr_svg(number, mask=0))  # noqa: S704 - segno draws it; the number is inside as modules, not as text


def _picture(sample: ManifestSample, small: dict[str, bytes]) -> str | None:
    jpeg = small.get(sample.number)
    return None if jpeg is None else f"data:image/jpeg;base64,{b64encode(jpeg).decode('ascii')}"


def _subtitle(manifest: Manifest, words: Words) -> str:
    journey = manifest.journey
    if journey is None:
        return manifest.trip
    way = words("manifest.way", home=journey.home) if journey.home else ""
    ends = f"{journey.ends:%m-%d}" if journey.ends.year == journey.starts.year else journey.ends.isoformat()
    days = words("manifest.from-to", starts=journey.starts.isoformat(), ends=ends)
    return " · ".join(part for part in (manifest.trip, way, days) if part)


def _facts(manifest: Manifest, words: Words) -> list[dict[str, str]]:
    sums = manifest.sums
    boxes = sum(box.box is not None for box in manifest.boxes)
    loose = sum(box.sums.samples for box in manifest.boxes if box.box is None)
    yuan, kinds = words("manifest.yuan"), text.count(sums.samples)

    def fact(name: str, value: str, unit: str) -> dict[str, str]:
        return {"name": words(f"manifest.fact-{name}"), "value": value, "unit": unit}

    return [
        fact("samples", kinds, words("manifest.kinds-and-pieces", kinds=kinds, pieces=text.count(sums.pieces))),
        fact("boxes", str(boxes), words("manifest.and-loose" if loose else "manifest.boxes", count=loose or boxes)),
        fact("known-weight" if sums.unweighed else "weight", text.measure(sums.weight_g), "kg"),
        fact(*_volume(manifest), "L"),
        fact("fees", text.yuan(sums.fees_fen), yuan),
        fact("deposits", text.yuan(sums.deposits_fen), yuan),
        fact("fragile", str(sums.fragile), words("manifest.kinds", count=sums.fragile)),
        fact("missing", str(sums.missing), words("manifest.places", count=sums.missing)),
    ]


def _volume(manifest: Manifest) -> tuple[str, str]:
    """Of the boxes where they are known, for that is what the car has to hold."""
    if manifest.fit and manifest.fit.basis is not Basis.SAMPLES:
        return "box-volume", text.measure(manifest.fit.car.volume_ml)
    return "known-volume" if manifest.sums.unmeasured else "volume", text.measure(manifest.sums.volume_ml)


def _notes_on_sums(manifest: Manifest, words: Words) -> list[str]:
    notes = unknown_of(manifest, words)
    if manifest.fit is None:
        return notes
    notes.append(_car(manifest.fit.car, words))
    return [*notes, *basis_of(manifest, words)]


def _car(car: CarLoad, words: Words) -> str:
    return words(
        "manifest.car",
        load_kg=text.measure(car.load_g),
        load_l=text.measure(car.load_ml),
        kg=text.measure(car.weight_g),
        litres=text.measure(car.volume_ml),
    )


def _meter(manifest: Manifest) -> float | None:
    """How far the bar of the car's room is filled, of 199; None where there is no car."""
    percent = _room_taken(manifest)
    return None if percent is None else round(1.99 * min(100, percent), 1)


def _room_taken(manifest: Manifest) -> int | None:
    """Of the car's litres, in percent."""
    if manifest.fit is None or manifest.fit.car.load_ml <= 0:
        return None
    return -(-100 * manifest.fit.car.volume_ml // manifest.fit.car.load_ml)
