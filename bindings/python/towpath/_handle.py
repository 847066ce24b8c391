"""Handles of C objects."""

from __future__ import annotations

import ctypes

from . import _abi


class Handle:
    """Owns a C object: frees it when nothing refers to it any more."""

    def __init__(self, free: str) -> None:
        self.pointer = ctypes.c_void_p()
        self._free = getattr(_abi.lib, free)

    def __del__(self) -> None:
        if self.pointer:
            self._free(self.pointer)
