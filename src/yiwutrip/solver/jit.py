"""
The compiler of the search's inner loops, where there is one.

Numba compiles a kernel once and keeps it in a cache that outlives the process. Where numba is missing, or
``NUMBA_DISABLE_JIT=1`` says so, the same functions run as plain Python: slower, with the same results, because kernels
use whole numbers, tables, and only those floating-point operations that IEEE 754 defines to the last bit.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from yiwutrip.solver.kernel_cache import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

Ints = list[int]
"""What a kernel indexes: an integer array under numba, a list without it."""

Floats = list[float]

F = TypeVar("F", bound="Callable[..., Any]")
T = TypeVar("T")


def _numba() -> Any:  # noqa: ANN401 - numba publishes no types
    if os.environ.get("NUMBA_DISABLE_JIT", "0") not in {"", "0"}:
        return None
    try:
        import numba  # noqa: PLC0415 - missing where it has no wheels yet
    except ImportError:
        return None
    if not os.environ.get("NUMBA_CACHE_DIR"):
        setattr(numba.config, "CACHE_DIR", str(cache_folder()))  # noqa: B010 - numba's config declares nothing
    return numba


_NUMBA = _numba()


def compiled() -> bool:
    """Whether kernels are compiled; otherwise the search is some hundred times slower."""
    return _NUMBA is not None


def _linked() -> dict[str, object]:
    """How to compile what only kernels call: as numba does by itself where its insides are not those we know."""
    if _NUMBA is None:
        return {}
    try:
        from yiwutrip.solver.linked import LinkedCompiler  # noqa: PLC0415 - only where numba is
    except (ImportError, AttributeError):
        return {}
    return {"pipeline_class": LinkedCompiler, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}


LINKED = _linked()


def _compile(function: F, **options: object) -> F:
    """
    Compile a function once for each set of types.

    Left alone, numba compiles ``f(0)`` and ``f(n)`` twice, and all that they call with it.
    """
    if _NUMBA is None:
        return function
    dispatcher: Any = _NUMBA.njit(nogil=True, error_model="numpy", boundscheck=False, **options)(function)
    template = dispatcher.get_call_template
    unliteral = _NUMBA.types.unliteral
    dispatcher.get_call_template = lambda args, kws: template(tuple(unliteral(arg) for arg in args), kws)
    return dispatcher  # type: ignore[no-any-return]


def kernel(function: F) -> F:
    """Compile a function that Python calls, and cache it."""
    return _compile(function, cache=True, no_cfunc_wrapper=True)


def part(function: F) -> F:
    """Compile a function that only kernels call."""
    return _compile(function, **LINKED)


def inlined(function: F) -> F:
    """Compile a small function into each kernel that calls it."""
    return _compile(function, forceinline=True, **LINKED)


def _pointer() -> Callable[[T], T]:
    if _NUMBA is None:
        return lambda array: array
    from numba.extending import intrinsic  # noqa: PLC0415 - only where numba is

    def typed(_typing: Any, array: Any) -> Any:  # noqa: ANN401 - numba publishes no types
        def lowered(context: Any, builder: Any, signature: Any, args: Any) -> Any:  # noqa: ANN401 - likewise
            return context.make_array(signature.args[0])(context, builder, args[0]).data

        return _NUMBA.types.CPointer(array.dtype)(array), lowered

    made: Any = intrinsic(typed)
    return made  # type: ignore[no-any-return]


pointer = _pointer()
"""
An array as the address of its first item.

An access then is two instructions; through an array it is dozens, and the compiler takes ten times as long.
"""


def flat(values: NDArray[np.generic], kind: type[np.generic]) -> Any:  # noqa: ANN401 - an array for compiled kernels, else a list
    """Values as kernels index them."""
    array = np.ascontiguousarray(values, dtype=kind)
    return array if compiled() else array.tolist()
