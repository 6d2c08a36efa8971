"""The manifest as CSV that Excel and WPS open with Chinese whole and nothing in it alive."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from yiwutrip.export.manifest_table import COLUMNS
from yiwutrip.export.spreadsheet import written

if TYPE_CHECKING:
    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.words import Words
    from yiwutrip.export.registry import PictureLoader


def export(manifest: Manifest, words: Words, picture: PictureLoader) -> bytes:
    """The samples as CSV in UTF-8 with a byte order mark, a head in the reader's language."""
    del picture
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([words(f"manifest.col-{column.name}") for column in COLUMNS])
    for row in manifest.samples:
        writer.writerow([written(column.cell(row, words), column.kind) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig", errors="replace")
