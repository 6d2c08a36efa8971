"""The manifest as a workbook: photos in place, real numbers and dates, codes as text, ready to print."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter
from PIL import Image

from yiwutrip.domain.phrasing import say_address
from yiwutrip.export import text
from yiwutrip.export.manifest_load import limits_of, notes_on_load
from yiwutrip.export.manifest_table import COLUMNS, PRINTED
from yiwutrip.export.manifest_words import box_name
from yiwutrip.export.pictures import SIDE_PX, first_pictures
from yiwutrip.export.spreadsheet import EDGES, FORMATS, HEADS, WORKBOOK_OPTIONS, Kind, write_row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yiwutrip.domain.box import Box
    from yiwutrip.domain.manifest import Manifest, Sums
    from yiwutrip.domain.words import Words
    from yiwutrip.export.registry import PictureLoader
    from yiwutrip.export.spreadsheet import Cell

# 63 points are 84 pixels at 96 dots an inch; 11.5 characters of 7 pixels and 5 of padding are 86.
ROW_PT, ROW_PX = 63, 84
COLUMN_CHARACTERS, COLUMN_PX = 11.5, 86
LINE_PT = 17
# So many fit on a line across the sheet of the load, a little left over for bold and broad ones.
LOAD_CHARACTERS = 76
PHOTO_SCALE = (ROW_PX - 4) / SIDE_PX
PHOTO_COLUMN = 2


def export(manifest: Manifest, words: Words, picture: PictureLoader) -> bytes:
    """The workbook: samples with their photos, boxes, contacts, loans."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, WORKBOOK_OPTIONS)
    book.set_properties({"title": f"{words('manifest.title')} · {manifest.trip}"[:255]})
    writer = _Writer(book, manifest, words)
    writer.samples(first_pictures(manifest.samples, picture))
    writer.boxes()
    writer.load()
    writer.contacts()
    writer.loans()
    book.close()
    return out.getvalue()


class _Writer:
    """One sheet after another with the same heads, formats and print set-up."""

    def __init__(self, book: Any, manifest: Manifest, words: Words) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self.book, self.manifest, self.words = book, manifest, words
        self.formats = {kind: book.add_format({**EDGES, **extra}) for kind, extra in FORMATS.items()}
        self.heads = {kind: book.add_format(dict(head)) for kind, head in HEADS.items()}
        self.strong = {
            kind: book.add_format({**EDGES, **extra, "bold": True, "top": 2}) for kind, extra in FORMATS.items()
        }

    def samples(self, photos: dict[str, bytes]) -> None:
        """The sheet to filter and to look at: a row a sample."""
        kinds: list[tuple[str, Kind, float]] = [(column.name, column.kind, column.width) for column in COLUMNS]
        kinds.insert(PHOTO_COLUMN, ("photo", Kind.TEXT, COLUMN_CHARACTERS))
        sheet = self._sheet("title", kinds)
        sheet.freeze_panes(1, PHOTO_COLUMN)
        for at, row in enumerate(self.manifest.samples, start=1):
            cells = [column.cell(row, self.words) for column in COLUMNS]
            picture = photos.get(row.number)
            said = None if picture else self.words("manifest.photo-gone" if row.photos else "manifest.no-photo")
            cells.insert(PHOTO_COLUMN, said)
            self._row(sheet, at, kinds, cells)
            sheet.set_row(at, ROW_PT)
            if picture:
                self._photo(sheet, at, row.number, picture)
        last = max(1, len(self.manifest.samples))
        sheet.autofilter(0, 0, last, len(kinds) - 1)
        sheet.print_area(0, 0, last, PRINTED)

    def boxes(self) -> None:
        """A row a box and the sum."""
        kinds = [
            ("box", Kind.TEXT, 13.0),
            ("size", Kind.CODE, 15.0),
            ("box-litres", Kind.DECIMAL, 9.0),
            ("place", Kind.TEXT, 18.0),
            ("kinds", Kind.WHOLE, 7.0),
            ("pieces", Kind.WHOLE, 7.0),
            ("known-kg", Kind.DECIMAL, 10.0),
            ("unweighed", Kind.WHOLE, 9.0),
            ("known-litres", Kind.DECIMAL, 10.0),
            ("unmeasured", Kind.WHOLE, 9.0),
            ("fees", Kind.MONEY, 11.0),
            ("deposits", Kind.MONEY, 11.0),
            ("missing", Kind.WHOLE, 8.0),
        ]
        sheet = self._sheet("boxes-sheet", kinds)
        for at, inside in enumerate(self.manifest.boxes, start=1):
            name = box_name(inside, self.manifest, self.words)
            self._row(sheet, at, kinds, [name, *_of_box(inside.box), *_numbers(inside.sums)])
        total = [self.words("manifest.totals"), *_of_box(None), *_numbers(self.manifest.sums)]
        self._row(sheet, len(self.manifest.boxes) + 1, kinds, total, self.strong)

    def load(self) -> None:
        """What the car takes and the budget allows, and what to do about it; no sheet where there is neither."""
        limits = limits_of(self.manifest, self.words)
        if not limits:
            return
        heads = [("limit", Kind.TEXT, 44.0), *((name, Kind.DECIMAL, 14.0) for name in ("limit-known", "limit-most"))]
        kinds = [*heads, ("limit-over", Kind.DECIMAL, 14.0)]
        sheet = self._sheet("load-sheet", kinds)
        for at, limit in enumerate(limits, start=1):
            self._row(sheet, at, kinds, [limit.name, limit.known, limit.most, limit.over])
        for at, note in enumerate(notes_on_load(self.manifest, self.words), start=len(limits) + 2):
            sheet.merge_range(at, 0, at, len(kinds) - 1, note, self.formats[Kind.TEXT])
            sheet.set_row(at, LINE_PT * -(-text.breadth(note) // LOAD_CHARACTERS))

    def contacts(self) -> None:
        """A row a supplier."""
        kinds = [
            ("supplier", Kind.TEXT, 22.0),
            ("contact", Kind.TEXT, 12.0),
            ("phone", Kind.CODE, 16.0),
            ("wechat", Kind.CODE, 16.0),
            ("stall", Kind.CODE, 16.0),
            ("address", Kind.TEXT, 28.0),
            ("samples", Kind.CODE, 20.0),
            ("note", Kind.TEXT, 40.0),
        ]
        sheet = self._sheet("contacts", kinds)
        for at, contact in enumerate(self.manifest.contacts, start=1):
            cells: list[Cell] = [
                contact.supplier.name,
                contact.supplier.contact,
                contact.supplier.phone,
                contact.supplier.wechat,
                "\n".join(code for code, _ in contact.stalls),
                "\n".join(say_address(where, self.words) for _, where in contact.stalls),
                " ".join(contact.samples),
                "\n".join(contact.notes) or None,
            ]
            self._row(sheet, at, kinds, cells)
            sheet.set_row(at, LINE_PT * max(len(contact.stalls), len(contact.notes), 1))

    def loans(self) -> None:
        """What goes back, the earliest first."""
        kinds = [
            ("return-by", Kind.DAY, 13.0),
            ("number", Kind.CODE, 9.0),
            ("article", Kind.TEXT, 28.0),
            ("supplier", Kind.TEXT, 20.0),
            ("stall", Kind.CODE, 16.0),
            ("phone", Kind.CODE, 16.0),
            ("deposit", Kind.MONEY, 11.0),
            ("returned-on", Kind.DAY, 14.0),
        ]
        sheet = self._sheet("loans-sheet", kinds)
        for at, row in enumerate(self.manifest.loans, start=1):
            supplier = row.supplier
            deposit: Cell = _column("deposit")(row, self.words)
            cells: list[Cell] = [row.return_by, row.number, row.article, supplier.name if supplier else None, row.stall]
            self._row(sheet, at, kinds, [*cells, supplier.phone if supplier else None, deposit, None])

    def _sheet(self, title: str, kinds: Sequence[tuple[str, Kind, float]]) -> Any:  # noqa: ANN401
        sheet = self.book.add_worksheet(self.words(f"manifest.{title}"))
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_row(0, 2 * LINE_PT)
        name = self.manifest.trip[:80].replace("&", "&&")
        sheet.set_footer(f"&L{name} · {self.words(f'manifest.{title}')}&R&P / &N")
        for at, (column, kind, width) in enumerate(kinds):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, self.words(f"manifest.col-{column}"), self.heads[kind])
        return sheet

    def _row(
        self,
        sheet: Any,  # noqa: ANN401
        at: int,
        kinds: Sequence[tuple[str, Kind, float]],
        cells: Sequence[Cell],
        formats: dict[Kind, Any] | None = None,
    ) -> None:
        write_row(sheet, at, [kind for _, kind, _ in kinds], cells, formats or self.formats)

    def _photo(self, sheet: Any, at: int, number: str, picture: bytes) -> None:  # noqa: ANN401
        with Image.open(BytesIO(picture)) as shown:
            width, height = (side * PHOTO_SCALE for side in shown.size)
        placed = {
            "image_data": BytesIO(picture),
            "x_offset": round((COLUMN_PX - width) / 2),
            "y_offset": round((ROW_PX - height) / 2),
            "x_scale": PHOTO_SCALE,
            "y_scale": PHOTO_SCALE,
        }
        # 1: moves and sizes with its cell, so that a filter that hides the row hides the photo.
        sheet.insert_image(at, PHOTO_COLUMN, f"{number}.jpg", {**placed, "object_position": 1, "description": number})


def _of_box(box: Box | None) -> list[Cell]:
    """Size, litres and place."""
    if box is None:
        return [None, None, None]
    if box.size_cm is None or box.volume_ml is None:
        return [None, None, box.place]
    return [text.size(box.size_cm), text.thousandth(box.volume_ml), box.place]


def _column(name: str) -> Callable[..., Cell]:
    return next(column.cell for column in COLUMNS if column.name == name)


def _numbers(sums: Sums) -> list[Cell]:
    return [
        sums.samples,
        sums.pieces,
        None if sums.weight_g is None else text.thousandth(sums.weight_g),
        sums.unweighed,
        None if sums.volume_ml is None else text.thousandth(sums.volume_ml),
        sums.unmeasured,
        text.in_yuan(sums.fees_fen),
        text.in_yuan(sums.deposits_fen),
        sums.missing,
    ]
