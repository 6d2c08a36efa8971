"""What somebody says of one stall by hand: ``moq=50``, ``起订量=50个``, read as a list's cells are."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, Final

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.stall_list.faults import CellError
from yiwutrip.ingest.stall_list.fields import PLACE_FIELDS, Field, meaning_of
from yiwutrip.ingest.stall_list.record import READERS
from yiwutrip.ingest.stall_list.words import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIXED: Final = frozenset([*PLACE_FIELDS, Field.LAT, Field.LON, Field.DATUM, Field.IGNORED])
"""A stall's code says where it is; at another place it is another stall."""

_NAMES: Final = {
    Field.CATEGORY: ("categories",),
    Field.PRICE_LOW: ("price_low_fen",),
    Field.PRICE_HIGH: ("price_high_fen",),
    Field.PRICE: ("price_low_fen", "price_high_fen"),
    Field.HOURS: ("opens", "closes"),
    Field.CONTACT_PHONE: ("contact", "phone"),
}
_LISTS: Final = frozenset([Field.CATEGORY, Field.KEYWORDS, Field.CLOSED_ON])
EDITABLE: Final = tuple(field for field in READERS if field not in _FIXED)


def read_edits(said: Sequence[str]) -> dict[str, Any]:
    """
    ``FIELD=VALUE`` each, by the attributes of `Stall` and `Supplier` that they set; an empty value is unknown.

    A field goes by its name or by any header that lists give it.

    Raises:
        BadInputError: ``bad-edit``, with a problem for each that cannot be meant.

    """
    edits: dict[str, Any] = {}
    problems: list[Problem] = []
    for one in said:
        name, sign, text = one.partition("=")
        try:
            if not sign:
                raise CellError("edit-no-value")  # noqa: TRY301 -- told like every other fault of this one
            edits |= _read(_field(name), text.strip())
        except CellError as fault:
            value = shortened(text.strip()) or None
            problems.append(Problem(fault.code, column=shortened(name), value=value, params=fault.params))
    if problems:
        raise BadInputError("bad-edit", problems=problems)
    return edits


def _field(name: str) -> Field:
    meaning = meaning_of(name)
    if meaning is None:
        close = difflib.get_close_matches(name.strip().lower(), list(EDITABLE), n=1)
        raise CellError("edit-unknown-field", right=", ".join(close or EDITABLE))
    if meaning.field in _FIXED:
        raise CellError("edit-fixed-field")
    return meaning.field


def _read(field: Field, text: str) -> dict[str, Any]:
    names = _NAMES.get(field, (str(field),))
    value = READERS[field](text) if text else None
    if field in _LISTS:
        value = value or ()
    if field in {Field.PRICE_LOW, Field.PRICE_HIGH} and value is not None:
        value = value[field is Field.PRICE_HIGH]
    return dict.fromkeys(names, value) if len(names) == 1 or value is None else dict(zip(names, value, strict=True))
