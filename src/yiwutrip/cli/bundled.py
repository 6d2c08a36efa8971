"""The demonstration data that comes with the program: in the wheel, or in a checkout beside the sources."""

from __future__ import annotations

from pathlib import Path

import yiwutrip
from yiwutrip.domain.errors import NotFoundError

PACKAGE = Path(yiwutrip.__file__).parent


def bundled(name: str) -> Path:
    """
    Where a bundled file lies.

    Raises:
        NotFoundError: the installation is not whole.

    """
    places = (PACKAGE / "_data" / name, PACKAGE.parent.parent / "data" / name)
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        raise NotFoundError("bundled-file", name)
    return found
