"""Positions: where an entry stands in the binlog."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from . import _abi
from .errors import call


def _as_text(value: bytes) -> _abi.Text:
    return _abi.Text(ctypes.cast(ctypes.c_char_p(value), ctypes.c_void_p), len(value))


@dataclass(frozen=True)
class Position:
    """Where an entry stands. Positions of one server are ordered: `<` is "before in the binlog".

    str() is FILE:OFFSET:ORDINAL; resume is what to store and give to source_start.
    """

    file: str
    offset: int
    ordinal: int = 0
    """Tells apart entries of one event."""
    transaction_offset: int = 0
    """Where the entry's transaction begins; 0: not known."""
    gtid: str = ""
    """Of the transaction; not part of text and order."""

    @staticmethod
    def parse(text: str) -> Position:
        """FILE:OFFSET, FILE:OFFSET:ORDINAL or FILE:OFFSET:ORDINAL@TRANSACTION_OFFSET."""
        encoded = text.encode()
        out = _abi.Position(struct_size=ctypes.sizeof(_abi.Position))
        call("towpath_position_parse", encoded, ctypes.byref(out))
        return Position(str(out.file), out.offset, out.ordinal, out.transaction_offset)

    @property
    def resume(self) -> str:
        buffer = ctypes.POINTER(_abi.Buffer)()
        call("towpath_position_format", ctypes.byref(self._to_c()), ctypes.byref(buffer))
        return _abi.take_text(buffer)

    def __str__(self) -> str:
        return f"{self.file}:{self.offset}:{self.ordinal}"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Position):
            return NotImplemented
        return (self.file, self.offset, self.ordinal) == (other.file, other.offset, other.ordinal)

    def __hash__(self) -> int:
        return hash((self.file, self.offset, self.ordinal))

    def __lt__(self, other: Position) -> bool:
        return self._compare(other) < 0

    def __le__(self, other: Position) -> bool:
        return self._compare(other) <= 0

    def __gt__(self, other: Position) -> bool:
        return self._compare(other) > 0

    def __ge__(self, other: Position) -> bool:
        return self._compare(other) >= 0

    def _compare(self, other: Position) -> int:
        order = ctypes.c_int32()
        call(
            "towpath_position_compare",
            ctypes.byref(self._to_c()),
            ctypes.byref(other._to_c()),
            ctypes.byref(order),
        )
        return order.value

    def _to_c(self) -> _abi.Position:
        file, gtid = self.file.encode(), self.gtid.encode()
        out = _abi.Position(
            ctypes.sizeof(_abi.Position),
            self.ordinal,
            self.offset,
            self.transaction_offset,
            _as_text(file),
            _as_text(gtid),
        )
        out.kept = (file, gtid)  # what its texts point to
        return out


def from_c(position: _abi.Position) -> Position | None:
    file = str(position.file)
    if not file:
        return None
    return Position(
        file,
        position.offset,
        position.ordinal,
        position.transaction_offset,
        str(position.gtid),
    )
