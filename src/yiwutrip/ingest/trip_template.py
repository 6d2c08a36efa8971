"""A trip as a commented TOML file, for `trip new`; `read_trip` reads back what this writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwutrip.domain.trip import HalfDay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiwutrip.domain.address import Address
    from yiwutrip.domain.trip import Car, Commitment, Person, Place, Trip, TripDay, Want
    from yiwutrip.domain.words import Words

_EXAMPLES = {
    "days": '[[days]]\ndate = {day}\ntogether = ["am"]\nmeal = {{ minutes = 40, from = "11:00", to = "13:30" }}',
    "wants": '[[wants]]\ncategory = "陶瓷"\nweight = 5\nat_least = 8\nat_most = 30',
    "must": '[[must]]\nstall = "D2-3F-16213"',
    "commitments": (
        '[[commitments]]\nkind = "livestream"\ntitle = "晚场直播"\nstarts = {day}T20:00:00+08:00\n'
        'ends = {day}T23:00:00+08:00\nsetup_min = 40\nplace = "base"'
    ),
    "car": '[car]\nload_kg = 250\nload_l = 600\nloading_min = 30\nparked = {{ district = "D1", gate = 17 }}',
}


def write_trip(trip: Trip, words: Words) -> str:
    """
    Write a trip as a file to be edited by hand, each section under a comment in the user's language.

    A section that the trip does not have is there as a commented example. `read_trip` gives the same trip back
    (but for its ``source``, which then is this text).
    """
    blocks = [
        _comment(words("tripfile.head")),
        _comment(words("tripfile.trip")) + _head(trip),
        _comment(words("tripfile.base")) + "[base]\n" + _lines(_place_items(trip.base)),
    ]
    if trip.home:
        blocks.append(_comment(words("tripfile.home")) + "[home]\n" + _lines(_place_items(trip.home)))
    sections: dict[str, Iterable[str]] = {
        "people": map(_person, trip.people),
        "days": map(_day, trip.days),
        "wants": map(_want, trip.wants),
        "must": [f"[[must]]\nstall = {_text(code)}" for code in trip.must],
        "commitments": [_commitment(commitment, trip) for commitment in trip.commitments],
        "car": [_car(trip.car, trip.base)] if trip.car else [],
    }
    for name, tables in sections.items():
        body = "\n\n".join(tables) or _comment(_EXAMPLES[name].format(day=trip.starts.date().isoformat())).rstrip()
        blocks.append(_comment(words(f"tripfile.{name}")) + body)
    blocks.append(_comment(words("tripfile.budget")) + _budget(trip))
    if trip.assumptions:
        blocks.append(_comment(words("tripfile.assumptions")) + "[assumptions]\n" + _lines(trip.assumptions.items()))
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.splitlines())


def _text(value: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for DEL, which JSON leaves as it is."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: object) -> str:
    match value:
        case str():
            return _text(value)
        case float():
            return f"{value:.15g}"
        case _:
            return str(value)


def _lines(items: Iterable[tuple[str, object]]) -> str:
    return "".join(
        f"{key if key.isidentifier() and key.isascii() else _text(key)} = {_value(item)}\n" for key, item in items
    )


def _inline(items: Iterable[tuple[str, object]]) -> str:
    return "{ " + ", ".join(f"{key} = {_value(item)}" for key, item in items) + " }"


def _head(trip: Trip) -> str:
    return (
        f"[trip]\nname = {_text(trip.name)}\nstarts = {trip.starts.isoformat()}\nends = {trip.ends.isoformat()}\n"
        f'pace = "{trip.pace}"\nconfidence = {_value(trip.confidence)}\n'
    )


def _place_items(place: Place) -> Iterator[tuple[str, object]]:
    if place.name:
        yield "name", place.name
    if place.stall:
        yield "stall", place.stall
    elif place.address:
        yield from _address_items(place.address)
    elif place.lat is not None and place.lon is not None:
        yield "lat", float(place.lat)
        yield "lon", float(place.lon)


def _address_items(address: Address) -> Iterator[tuple[str, object]]:
    for key in ("district", "floor", "gate", "gate_name", "street", "street_name", "unit", "booth"):
        value = getattr(address, key)
        if value is not None:
            yield key, value


def _place(place: Place, base: Place) -> str:
    return '"base"' if place == base else _inline(_place_items(place))


def _person(person: Person) -> str:
    items = [("name", person.name), ("letter", person.letter), ("carry_kg", person.carry_g / 1000)]
    return "[[people]]\n" + _lines(items).rstrip()


def _day(day: TripDay) -> str:
    together = ", ".join(f'"{half}"' for half in HalfDay if half in day.together)
    if day.meal is None:
        meal = "false"
    else:
        meal = _inline(
            [
                ("minutes", day.meal.duration_s // 60),
                ("from", f"{day.meal.earliest:%H:%M}"),
                ("to", f"{day.meal.latest_end:%H:%M}"),
            ]
        )
    return f"[[days]]\ndate = {day.date.isoformat()}\ntogether = [{together}]\nmeal = {meal}"


def _want(want: Want) -> str:
    key = "category" if want.category else "keyword"
    text = f"[[wants]]\n{key} = {_text(want.text)}\nweight = {want.weight}\nat_least = {want.at_least}"
    return text if want.at_most is None else f"{text}\nat_most = {want.at_most}"


def _commitment(commitment: Commitment, trip: Trip) -> str:
    who = ", ".join(f'"{letter}"' for letter in commitment.who)
    return (
        f'[[commitments]]\nkind = "{commitment.kind}"\ntitle = {_text(commitment.title)}\nwho = [{who}]\n'
        f"starts = {commitment.starts.isoformat()}\nends = {commitment.ends.isoformat()}\n"
        f"setup_min = {commitment.setup_s // 60}\nplace = {_place(commitment.place, trip.base)}"
    )


def _car(car: Car, base: Place) -> str:
    text = (
        f"[car]\nload_kg = {_value(car.load_g / 1000)}\nload_l = {_value(car.load_ml / 1000)}\n"
        f"loading_min = {car.loading_s // 60}"
    )
    return f"{text}\nparked = {_place(car.parked, base)}" if car.parked else text


def _budget(trip: Trip) -> str:
    samples = "" if trip.budget_fen is None else f"samples_yuan = {_value(trip.budget_fen / 100)}\n"
    return f'[budget]\n{samples}alliance = "{trip.alliance}"\n'
