"""The code on a label: ``YW1:`` and the sample's number, in upper case, so that it stays small and sharp."""

from __future__ import annotations

import segno


def qr_svg(number: str, quiet: int = 1, mask: int | None = None) -> str:
    """
    The sample number as a QR code, an SVG that takes the size of what it stands in.

    Version 1 (21 modules) holds any number of up to 16 capital letters, digits and dashes; without a ``viewBox`` style
    sheets could not scale it, hence ``omitsize``.

    Args:
        number: of the sample, ``A-001``.
        quiet: modules of white around it; 4 are what the standard asks for (ISO/IEC 18004), 1 is enough on white paper
            with space around it.
        mask: one of the standard's eight patterns; any of them is read. None tries all and takes the best, which is
            nine tenths of the work: for labels, which are scanned where they are scratched and bent.

    """
    code = segno.make(f"YW1:{number}", error="m", micro=False, mask=mask)
    return str(code.svg_inline(omitsize=True, border=quiet, svgclass=None, lineclass=None))
