"""Pages that a command writes: into a folder, as PDF too, opened in the browser where that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.cli.files import make_folder
from yiwutrip.export.files import write_file

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paper:
    """Where pages go, and what else is wanted of them."""

    folder: Path
    pdf: bool = False
    open_it: bool = False

    def write(self, name: str, page: bytes) -> tuple[Path, ...]:
        """
        Write one HTML page, and the PDF of it beside it.

        Args:
            name: of the files, without an ending.
            page: the whole page.

        Raises:
            TripError: the folder or a file cannot be written, or the browser printed nothing.
            MissingProgramError: a PDF is wanted and there is no browser; nothing is written.

        """
        contents = {"html": page}
        if self.pdf:
            from yiwutrip.export.pdf import print_pdf  # noqa: PLC0415  (only where asked for)

            contents["pdf"] = print_pdf(page)
        make_folder(self.folder)
        paths = tuple(write_file(self.folder / f"{name}.{ending}", content) for ending, content in contents.items())
        if self.open_it:
            open_in_browser(paths[0])
        return paths


def open_in_browser(path: Path) -> None:
    """Show a page in the user's browser; where there is none nothing happens, the path is printed anyway."""
    import webbrowser  # noqa: PLC0415  (only where asked for)

    webbrowser.open(path.resolve().as_uri())
