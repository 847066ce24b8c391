"""Options: Python keywords to the library's keys, and the table of all of them."""

from __future__ import annotations

import ctypes
import enum
import functools
import os
from collections.abc import Mapping
from dataclasses import dataclass

from . import _abi
from .errors import OutOfMemoryError, call


class OptionType(enum.IntEnum):
    """What kind of text an option takes; the numbers are those of towpath.h."""

    STRING = 0
    INTEGER = 1
    BYTES = 2
    BOOLEAN = 3
    CHOICE = 4
    LIST = 5


@dataclass(frozen=True)
class Option:
    """One option of the library."""

    key: str
    type: OptionType
    default: str
    min: int
    max: int
    choices: tuple[str, ...]
    secret: bool
    doc: str

    @property
    def keyword(self) -> str:
        """As a keyword of open()."""
        return self.key.replace(".", "_")


@functools.lru_cache(maxsize=1)
def options() -> tuple[Option, ...]:
    """All options, in order of their keys."""
    table = []
    for i in range(_abi.lib.towpath_options_count()):
        o = _abi.Option(struct_size=ctypes.sizeof(_abi.Option))
        call("towpath_options_describe", i, ctypes.byref(o))
        choices = str(o.choices)
        table.append(
            Option(
                key=str(o.key),
                type=OptionType(o.type),
                default=str(o.default_value),
                min=o.min,
                max=o.max,
                choices=tuple(choices.split("|")) if choices else (),
                secret=bool(o.secret),
                doc=str(o.doc),
            )
        )
    return tuple(table)


@functools.lru_cache(maxsize=1)
def _keys() -> dict[str, str]:
    return {option.keyword: option.key for option in options()}


def _key(keyword: str) -> str:
    # An unknown one goes to the library as it most likely was meant: it names the nearest key.
    return _keys().get(keyword) or keyword.replace("_", ".", 1)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, set, frozenset)):
        return ",".join(str(v) for v in value)
    if isinstance(value, os.PathLike):
        return os.fsdecode(value)
    return str(value)


class _OptionsHandle:
    def __init__(self) -> None:
        self.pointer = ctypes.c_void_p(_abi.lib.towpath_options_new())
        if not self.pointer:
            raise OutOfMemoryError("out of memory")

    def __del__(self) -> None:
        _abi.lib.towpath_options_free(self.pointer)


def make_options(values: Mapping[str, object]) -> _OptionsHandle:
    """A handle with the options set. None as a value: as if it was not given."""
    handle = _OptionsHandle()
    for keyword, value in values.items():
        if value is None:
            continue
        text = _text(value)
        if "\0" in text:
            raise ValueError(f"option {keyword} holds a NUL character")
        call("towpath_options_set", handle.pointer, _key(keyword).encode(), text.encode())
    return handle
