"""Blocks of decoded rows to Python values.

A block holds thousands of rows in one piece of memory (see "Blocks" in towpath.h). Columns are
converted whole, by slices with a stride and map(), and zipped into rows: the interpreter runs per
column, not per value.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import decimal
import enum
import json
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from . import _abi


class ValueKind(enum.IntEnum):
    """What a value of a row image is; the numbers are those of towpath.h."""

    ABSENT = 0
    NULL = 1
    INT = 2
    UINT = 3
    FLOAT = 4
    DOUBLE = 5
    DECIMAL = 6
    YEAR = 7
    DATE = 8
    TIME = 9
    DATETIME = 10
    TIMESTAMP = 11
    TEXT = 12
    BINARY = 13
    ENUM = 14
    SET = 15
    BIT = 16
    JSON = 17
    GEOMETRY = 18
    VECTOR = 19
    UUID = 20
    INET4 = 21
    INET6 = 22
    JSON_DIFF = 23


class ColumnType(enum.IntEnum):
    """What a column holds, as declared; the numbers are those of towpath.h."""

    UNKNOWN = 0
    TINYINT = 1
    SMALLINT = 2
    MEDIUMINT = 3
    INT = 4
    BIGINT = 5
    FLOAT = 6
    DOUBLE = 7
    DECIMAL = 8
    YEAR = 9
    DATE = 10
    TIME = 11
    DATETIME = 12
    TIMESTAMP = 13
    CHAR = 14
    VARCHAR = 15
    TEXT = 16
    BINARY = 17
    VARBINARY = 18
    BLOB = 19
    ENUM = 20
    SET = 21
    BIT = 22
    JSON = 23
    GEOMETRY = 24
    VECTOR = 25
    UUID = 26
    INET4 = 27
    INET6 = 28


class Absent(enum.Enum):
    """The type of ABSENT: the server left this column out of the row image.

    It happens with binlog_row_image MINIMAL or NOBLOB and is not NULL (None).
    """

    ABSENT = "ABSENT"

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT = Absent.ABSENT


@dataclass(frozen=True)
class JsonOperation:
    """One step of a JsonDiff."""

    op: str
    """"replace"; "insert" (a member that was not there; in an array, before the element of the path,
    or at its end); or "remove"."""
    path: str
    """As in JSON_SET: '$.a[2]', '$."a b"'."""
    value: Any = None
    """What json.loads makes of the new value; None also for "remove"."""


@dataclass(frozen=True)
class JsonDiff:
    """What an UPDATE did to a JSON column whose new value nobody can know.

    MySQL logs it instead of the value with binlog_row_value_options=PARTIAL_JSON. Where the row's
    before image has the document, the after image has the new one. Where it has not
    (binlog_row_image=MINIMAL), the value is a JsonDiff.
    """

    operations: tuple[JsonOperation, ...]
    """To be applied in this order; empty when the document stayed as it was."""

    @classmethod
    def _parse(cls, text: str) -> JsonDiff:
        return cls(tuple(JsonOperation(**operation) for operation in json.loads(text)))


class TableName(NamedTuple):
    """A table, view or sequence that a statement names; without quotes."""

    database: str
    """The session's default where the statement names none; may be empty."""
    name: str

    def __str__(self) -> str:
        return f"{self.database}.{self.name}"


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    type: ColumnType
    unsigned: bool
    nullable: bool
    is_key: bool
    visible: bool
    precision: int
    scale: int
    length: int
    charset: str
    collation: int
    labels: tuple[str, ...]
    """Members of an ENUM or SET, in order; empty when not known."""


@dataclass(frozen=True)
class Table:
    """What is known of a table whose rows changed."""

    database: str
    name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    """Names of its columns in key order; empty when there is none or it is not known."""
    names_known: bool
    """False: columns are named "@1", "@2", ... (option schema.mode=positional)."""
    column_names: tuple[str, ...]
    text_slots: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.database}.{self.name}"


_ENTRY = struct.Struct(_abi.BLOCK_ENTRY)
_STATEMENT_TABLE = struct.Struct(_abi.BLOCK_STATEMENT_TABLE)
_TABLE = struct.Struct(_abi.BLOCK_TABLE)
_SCHEMA = struct.Struct(_abi.BLOCK_SCHEMA)
_COLUMN = struct.Struct(_abi.BLOCK_COLUMN)
_TEXT = struct.Struct(_abi.BLOCK_TEXT)

# Tables by the bytes of their schema: equal bytes mean equal tables. Bounded, because a server may
# have any number of tables.
_tables: dict[bytes, Table] = {}
_TABLES_KEPT = 4096


def _table(schema: bytes) -> Table:
    table = _tables.get(schema)
    if table is None:
        if len(_tables) >= _TABLES_KEPT:
            _tables.clear()
        table = _tables[schema] = _parse_table(schema)
    return table


def _parse_table(schema: bytes) -> Table:
    def text(offset: int, size: int) -> str:
        return schema[offset : offset + size].decode("utf-8", "replace")

    count, names_known, *places = _SCHEMA.unpack_from(schema)
    database, name = text(*places[0:2]), text(*places[2:4])
    columns_at, labels_at = places[4:6]
    columns = []
    text_slots = []
    key: list[tuple[int, str]] = []
    for i in range(count):
        (
            kind, flags, precision, scale, text_slot, length, collation, key_part,
            first_label, label_count, name_at, name_size, charset_at, charset_size,
        ) = _COLUMN.unpack_from(schema, columns_at + i * _COLUMN.size)  # fmt: skip
        labels = tuple(
            text(*_TEXT.unpack_from(schema, labels_at + (first_label + j) * _TEXT.size))
            for j in range(label_count)
        )
        try:
            column_type = ColumnType(kind)
        except ValueError:  # a type newer than this package
            column_type = ColumnType.UNKNOWN
        columns.append(
            Column(
                name=text(name_at, name_size),
                type=column_type,
                unsigned=bool(flags & 1),
                nullable=bool(flags & 2),
                is_key=bool(flags & 4),
                visible=not flags & 8,
                precision=precision,
                scale=scale,
                length=length,
                charset=text(charset_at, charset_size),
                collation=collation,
                labels=labels,
            )
        )
        text_slots.append(text_slot)
        if key_part:
            key.append((key_part, columns[-1].name))
    return Table(
        database=database,
        name=name,
        columns=tuple(columns),
        primary_key=tuple(column for _, column in sorted(key)),
        names_known=bool(names_known),
        column_names=tuple(c.name for c in columns),
        text_slots=tuple(text_slots),
    )


# ---- Dates and times -----------------------------------------------------------------------------

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)


def _fraction(microsecond: int, scale: int) -> str:
    return f".{microsecond:06d}"[: scale + 1] if scale else ""


def _date(packed: int) -> dt.date | str:
    ymd = packed >> 41
    year, month = divmod(ymd >> 5, 13)
    try:
        return dt.date(year, month, ymd & 31)
    except ValueError:  # a zero or partial date
        return f"{year:04d}-{month:02d}-{ymd & 31:02d}"


def _datetime(packed: int, scale: int) -> dt.datetime | str:
    ymd = packed >> 41
    year, month = divmod(ymd >> 5, 13)
    hour, minute, second = packed >> 36 & 31, packed >> 30 & 63, packed >> 24 & 63
    try:
        return dt.datetime(year, month, ymd & 31, hour, minute, second, packed & 0xFFFFFF)
    except ValueError:
        return (
            f"{year:04d}-{month:02d}-{ymd & 31:02d} {hour:02d}:{minute:02d}:{second:02d}"
            f"{_fraction(packed & 0xFFFFFF, scale)}"
        )


def _time(packed: int) -> dt.timedelta:
    magnitude = abs(packed)
    value = dt.timedelta(
        hours=magnitude >> 36,
        minutes=magnitude >> 30 & 63,
        seconds=magnitude >> 24 & 63,
        microseconds=magnitude & 0xFFFFFF,
    )
    return -value if packed < 0 else value


def _timestamp(microseconds: int, scale: int) -> dt.datetime | str:
    if microseconds == 0:
        return f"0000-00-00 00:00:00{_fraction(0, scale)}"
    return _EPOCH + dt.timedelta(microseconds=microseconds)


# ---- Columns -------------------------------------------------------------------------------------

_TEXT_DECODERS: dict[int, Callable[[str], Any]] = {
    ValueKind.TEXT: str,
    ValueKind.UUID: str,
    ValueKind.INET4: str,
    ValueKind.INET6: str,
    ValueKind.DECIMAL: decimal.Decimal,
    ValueKind.JSON: json.loads,
    ValueKind.JSON_DIFF: JsonDiff._parse,
}
_BYTES_KINDS = frozenset({ValueKind.BINARY, ValueKind.GEOMETRY, ValueKind.VECTOR})
_SIGNED_KINDS = frozenset(
    {
        ValueKind.INT,
        ValueKind.DATE,
        ValueKind.TIME,
        ValueKind.DATETIME,
        ValueKind.TIMESTAMP,
    }
)


def _number_decoder(kind: int, column: Column) -> Callable[[Any], Any] | None:
    """How a number becomes a value; None: it is one."""
    scale = column.scale
    if kind == ValueKind.DATE:
        return _date
    if kind == ValueKind.TIME:
        return _time
    if kind == ValueKind.DATETIME:
        return lambda packed: _datetime(packed, scale)
    if kind == ValueKind.TIMESTAMP:
        return lambda microseconds: _timestamp(microseconds, scale)
    if kind == ValueKind.ENUM and column.labels:
        labels = ("", *column.labels)
        return lambda index: labels[index] if index < len(labels) else index
    if kind == ValueKind.SET and column.labels:
        members = column.labels
        known: dict[int, Any] = {}

        def decode_set(mask: int) -> Any:
            value = known.get(mask)
            if value is None:
                if mask >> len(members):
                    return mask
                value = known[mask] = frozenset(
                    member for bit, member in enumerate(members) if mask >> bit & 1
                )
            return value

        return decode_set
    return None


class Rows:
    """The row images of one table in a block, as tuples."""

    def __init__(self, block: Block, record: tuple[int, ...]) -> None:
        (
            schema, schema_size, self._values, self._count, self._width,
            self._text_width, text, text_size, _, _,
        ) = record  # fmt: skip
        self._block = block
        self.table = _table(block.bytes[schema : schema + schema_size].tobytes())
        self._text = slice(text, text + text_size)
        self._pieces: list[str] | None = None

    def images(self) -> list[tuple[Any, ...]]:
        if self._width == 0:
            return []
        columns = [self._column(i) for i in range(self._width)]
        return list(zip(*columns))

    def _column(self, index: int) -> Sequence[Any]:
        column = self.table.columns[index]
        first = self._values + index * _abi.VALUE_SIZE
        last = self._values + self._count * self._width * _abi.VALUE_SIZE
        kinds = self._block.bytes[first : last : self._width * _abi.VALUE_SIZE].tobytes()
        present = set(kinds)
        missing = present & {ValueKind.ABSENT, ValueKind.NULL}
        present -= missing
        if not present:
            return [_MISSING[kind] for kind in kinds]
        if len(present) > 1:  # a column is of one kind in all that is known
            return [
                self._one(column, kind, i * self._width + index) for i, kind in enumerate(kinds)
            ]
        kind = present.pop()
        if kind in _BYTES_KINDS:
            return self._bytes_column(kinds, index)
        if kind in _TEXT_DECODERS and self.table.text_slots[index] >= 0:
            return self._text_column(kinds, kind, index)
        view = self._block.words(kind)
        start = first // 8 + 1
        numbers: list[Any] = view[start : last // 8 : self._width * 2].tolist()
        decode = _number_decoder(kind, column)
        if not missing:
            return numbers if decode is None else list(map(decode, numbers))
        if decode is None:
            return [n if k == kind else _MISSING[k] for n, k in zip(numbers, kinds)]
        return [decode(n) if k == kind else _MISSING[k] for n, k in zip(numbers, kinds)]

    def _text_column(self, kinds: bytes, kind: int, index: int) -> Sequence[Any]:
        """The texts stand behind each other with a NUL after each: one split cuts them all."""
        decode = _TEXT_DECODERS[kind]
        if self._pieces is None:
            text = self._block.bytes[self._text].tobytes()
            try:
                self._pieces = text.decode().split("\0")
            except UnicodeDecodeError:
                self._pieces = text.decode("utf-8", "surrogateescape").split("\0")
        if len(self._pieces) != self._count * self._text_width + 1:  # a text holds NUL itself
            column = self.table.columns[index]
            return [self._one(column, k, i * self._width + index) for i, k in enumerate(kinds)]
        pieces = self._pieces[self.table.text_slots[index] : -1 : self._text_width]
        if kinds.count(kind) == len(kinds):
            return pieces if decode is str else list(map(decode, pieces))
        return [decode(t) if k == kind else _MISSING[k] for t, k in zip(pieces, kinds)]

    def _bytes_column(self, kinds: bytes, index: int) -> Sequence[Any]:
        start = (self._values + index * _abi.VALUE_SIZE) // 8
        stop = (self._values + self._count * self._width * _abi.VALUE_SIZE) // 8
        offsets = self._block.unsigned[start + 1 : stop : self._width * 2].tolist()
        sizes = self._block.halves[start * 2 + 1 : stop * 2 : self._width * 4].tolist()
        data = self._block.bytes
        return [
            data[o : o + s].tobytes() if k > ValueKind.NULL else _MISSING[k]
            for o, s, k in zip(offsets, sizes, kinds)
        ]

    def _one(self, column: Column, kind: int, cell: int) -> Any:
        """One value, however unusual its column."""
        if kind <= ValueKind.NULL:
            return _MISSING[kind]
        word = self._values // 8 + cell * 2
        if kind in _TEXT_DECODERS or kind in _BYTES_KINDS:
            offset, size = self._block.unsigned[word + 1], self._block.halves[word * 2 + 1]
            data = self._block.bytes[offset : offset + size].tobytes()
            if kind in _BYTES_KINDS:
                return data
            return _TEXT_DECODERS[kind](data.decode("utf-8", "surrogateescape"))
        decode = _number_decoder(kind, column)
        number = self._block.words(kind)[word + 1]
        return number if decode is None else decode(number)


_MISSING: dict[int, Any] = {ValueKind.ABSENT: ABSENT, ValueKind.NULL: None}


class Block:
    """Memory of a towpath_block and views of it; frees it."""

    def __init__(self, pointer: Any) -> None:
        self._pointer = pointer
        head = pointer.contents
        address = ctypes.addressof(head)
        memory = (ctypes.c_char * head.size).from_address(address)
        self.bytes = memoryview(memory).cast("B")
        # Sections are aligned to 8 bytes; the end may not be.
        whole = self.bytes[: head.size // 8 * 8]
        self.signed = whole.cast("q")
        self.unsigned = whole.cast("Q")
        self.doubles = whole.cast("d")
        self.halves = whole.cast("I")
        self.first_entry: int = head.first_entry
        end = head.entries + head.entry_count * _ENTRY.size
        self.entries: list[tuple[int, ...]] = list(
            _ENTRY.iter_unpack(self.bytes[head.entries : end])
        )
        end = head.statement_tables + head.statement_table_count * _STATEMENT_TABLE.size
        self._statement_tables = list(
            _STATEMENT_TABLE.iter_unpack(self.bytes[head.statement_tables : end])
        )
        self._texts_at: int = head.texts
        self._texts: dict[tuple[int, int], str] = {}
        self._rows = [
            Rows(self, record)
            for record in _TABLE.iter_unpack(
                self.bytes[head.tables : head.tables + head.table_count * _TABLE.size]
            )
        ]
        self._images: list[list[tuple[Any, ...]] | None] = [None] * len(self._rows)

    def __del__(self) -> None:
        pointer = getattr(self, "_pointer", None)
        if pointer is not None:
            _abi.lib.towpath_block_free(pointer)

    def words(self, kind: int) -> Any:
        """The view in which values of a kind are numbers."""
        if kind in _SIGNED_KINDS:
            return self.signed
        if kind in (ValueKind.FLOAT, ValueKind.DOUBLE):
            return self.doubles
        return self.unsigned

    def text(self, offset: int, size: int) -> str:
        if size == 0:
            return ""
        text = self._texts.get((offset, size))
        if text is None:
            at = self._texts_at + offset
            text = self._texts[offset, size] = (
                self.bytes[at : at + size].tobytes().decode("utf-8", "surrogateescape")
            )
        return text

    def statement_tables(self, first: int, count: int) -> tuple[TableName, ...]:
        return tuple(
            TableName(self.text(*places[:2]), self.text(*places[2:]))
            for places in self._statement_tables[first : first + count]
        )

    def table(self, index: int) -> Table:
        return self._rows[index].table

    def images(self, index: int) -> list[tuple[Any, ...]]:
        """All row images of a table, decoded at the first call."""
        images = self._images[index]
        if images is None:
            images = self._images[index] = self._rows[index].images()
        return images


def decode(batch: Any, size: int, first: int, max_bytes: int) -> Iterator[Block]:
    """The blocks of a batch from entry `first` on."""
    from .errors import call

    while first < size:
        pointer = ctypes.POINTER(_abi.Block)()
        call("towpath_batch_decode", batch, first, max_bytes, ctypes.byref(pointer))
        block = Block(pointer)
        yield block
        first += len(block.entries)
