"""A cell that cannot be used, on its way to becoming a `Problem`."""

from __future__ import annotations


class CellError(ValueError):
    """
    What is wrong with one cell; the row that holds it is refused.

    ``code`` and ``params`` are those of the `Problem` that it becomes.
    """

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
