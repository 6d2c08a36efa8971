"""
Functions that only kernels call, compiled without machine code of their own.

Numba optimises every function, and makes machine code of it, with all that it calls: a function six calls below the
kernel is worked on seven times. Here it is linked into its callers as it is, and worked on once, in the kernel.
"""

from __future__ import annotations

from typing import Any

from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler


class _NoEnvironment:
    """Takes the place of the engine, which has no machine code to hand an environment to."""

    def set_env(self, env_name: str, env: object) -> None:
        """Do nothing: the kernels raise nothing and hold no Python object, so they read no environment."""


class LinkedLibrary(JITCodeLibrary):
    """Code that waits for its caller."""

    def _optimize_final_module(self) -> None:
        """Leave it to the kernel."""

    def _finalize_final_module(self) -> None:
        """Be ready to be linked; there is no machine code."""
        self._finalized = True

    def get_pointer_to_function(self, name: str) -> int:  # noqa: ARG002 - numba's own signature
        """No function has an address."""
        self._ensure_finalized()  # type: ignore[no-untyped-call]
        return 0

    @property
    def codegen(self) -> _NoEnvironment:
        """What numba asks to set the environment."""
        return _NoEnvironment()


class LinkedCompiler(Compiler):
    """Numba's compiler with such a library."""

    def __init__(self, typingctx: Any, targetctx: Any, library: Any, *rest: Any) -> None:  # noqa: ANN401 - numba publishes no types
        super().__init__(typingctx, targetctx, library, *rest)  # type: ignore[no-untyped-call]
        if library is None:
            self.state.library = LinkedLibrary(targetctx.codegen(), "yiwutrip.linked")  # type: ignore[no-untyped-call]
