"""The code on a label is the bare number, small enough to stay sharp."""

import re

import pytest

from yiwutrip.export.qr import qr_svg


@pytest.mark.parametrize("number", ["A-001", "B-9999", "AB-123456"])
def test_a_number_fits_the_smallest_code(number: str) -> None:
    # Version 1 is 21 modules; a quiet zone of 4 on both sides makes 29.
    assert 'viewBox="0 0 29 29"' in qr_svg(number, quiet=4)


def test_it_takes_the_size_of_what_it_stands_in() -> None:
    assert not re.search(r'<svg[^>]* (width|height)="', qr_svg("A-001"))


def test_a_number_that_somebody_made_up_is_still_a_code() -> None:
    assert qr_svg('"><script>').startswith("<svg")
    assert "script" not in qr_svg('"><script>')
