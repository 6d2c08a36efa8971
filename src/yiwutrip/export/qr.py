"""The code on a label: ``YW1:`` and the sample's number, in upper case, so that it stays small and sharp."""

from __future__ import annotations

from typing import Any

import segno


def qr_svg(number: str, quiet: int = 1, mask: int | None = None) -> str:
    """
    The sample number as a QR code, an SVG that takes the size of what it stands in.

    Without a ``viewBox`` style sheets could not scale it, hence ``omitsize``.

    Args:
        number: of the sample, ``A-001``.
        quiet: modules of white around it; 4 are what the standard asks for (ISO/IEC 18004), 1 is enough on white paper
            with space around it.
        mask: one of the standard's eight patterns; any of them is read. None tries all and takes the best, which is
            nine tenths of the work: for labels, which are scanned where they are scratched and bent.

    """
    return str(_code(number, mask).svg_inline(omitsize=True, border=quiet, svgclass=None, lineclass=None))


def qr_modules(number: str) -> int:
    """Modules on a side, without the white around: 21 (version 1) for up to 16 capital letters, digits and dashes."""
    width, _ = _code(number, 0).symbol_size(border=0)
    return int(width)


def _code(number: str, mask: int | None) -> Any:  # noqa: ANN401 - segno has no types
    return segno.make(f"YW1:{number}", error="m", micro=False, mask=mask)
