"""Changed rows as Arrow tables: columns that pyarrow, polars and DuckDB read without a copy.

docs/arrow.md has the columns and types. Nothing here imports pyarrow unless it is asked for: tables
implement the Arrow PyCapsule protocol (`__arrow_c_stream__`).
"""

from __future__ import annotations

import ctypes
import importlib
from ctypes import c_char_p, c_int, c_void_p
from typing import TYPE_CHECKING, Any, Literal

from . import _abi
from ._handle import Handle
from .errors import call

if TYPE_CHECKING:
    from ._stream import Batch

ArrowImages = Literal["latest", "both"]

# ---- Capsules ------------------------------------------------------------------------------------

_NAME = c_char_p(b"arrow_array_stream")
_streams: dict[int, _abi.ArrowArrayStream] = {}  # of the capsules that are alive, by address

_new_capsule = ctypes.pythonapi.PyCapsule_New
_new_capsule.restype = ctypes.py_object
_new_capsule.argtypes = [c_void_p, c_char_p, c_void_p]
_pointer_of = ctypes.PYFUNCTYPE(c_void_p, c_void_p, c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)


def _release(
    capsule: int,
    pointer_of: Any = _pointer_of,
    name: c_char_p = _NAME,
    streams: dict[int, _abi.ArrowArrayStream] = _streams,
) -> None:
    """What a capsule calls when it goes: releases the stream, unless somebody took it."""
    address = pointer_of(capsule, name)
    stream = streams.pop(address)
    if stream.release:
        stream.release(address)


# It outlives this module, since a capsule may.
_release_in_c = ctypes.PYFUNCTYPE(None, c_void_p)(_release)
ctypes.pythonapi.Py_IncRef(ctypes.py_object(_release_in_c))


def _capsule(table: Any) -> Any:
    stream = _abi.ArrowArrayStream()
    call("towpath_arrow_table_export", table, ctypes.byref(stream))
    address = ctypes.addressof(stream)
    _streams[address] = stream
    return _new_capsule(address, _NAME, ctypes.cast(_release_in_c, c_void_p))


# ---- Tables --------------------------------------------------------------------------------------


class ArrowTable:
    """Rows of one table that have one schema.

    Give it to whatever reads Arrow: `pyarrow.table(t)`, `polars.DataFrame(t)`, or to DuckDB by its
    variable's name, `duckdb.sql("SELECT * FROM t")`; any number of times. It is independent of the
    batches and the stream that the rows came from.
    """

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        lib = _abi.lib
        self.database = str(lib.towpath_arrow_table_database(handle.pointer))
        self.name = str(lib.towpath_arrow_table_name(handle.pointer))
        self.num_rows: int = lib.towpath_arrow_table_rows(handle.pointer)
        self.nbytes: int = lib.towpath_arrow_table_bytes(handle.pointer)
        """About the memory it holds."""
        self.num_record_batches: int = lib.towpath_arrow_table_record_batches(handle.pointer)
        self._last: Any = None

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        """The Arrow PyCapsule protocol. Another schema than its own it does not make."""
        # Kept, so that it does not go while its consumer raises an exception.
        self._last = _capsule(self._handle.pointer)
        return self._last

    def to_pyarrow(self) -> Any:
        """A pyarrow.Table of the same memory."""
        return importlib.import_module("pyarrow").table(self)

    def __len__(self) -> int:
        return self.num_rows

    def __del__(self) -> None:
        self._last = None

    def __repr__(self) -> str:
        return f"<towpath.ArrowTable {self.database}.{self.name}, {self.num_rows} rows>"


class ArrowBuilder:
    """Gathers rows over batches, for one thread at a time.

        rows = towpath.ArrowBuilder("shop.orders", max_rows=100_000)
        for batch in stream:
            rows.add(batch)
            for table in rows.take(complete_only=True):
                ...
    """

    def __init__(
        self,
        table: str | None = None,
        *,
        images: ArrowImages = "latest",
        prefix: str = "_",
        decimal256: bool = False,
        max_rows: int = 0,
        max_bytes: int = 0,
    ) -> None:
        """`table`: "database.table"; None: every table, each on its own.

        `images`: "both" adds columns "_before.NAME" with the row before the change. `prefix`: of the
        names of columns that are not the table's own. `decimal256`: DECIMAL of more than 38 digits
        as decimal256, which polars and DuckDB do not read, and not as text. `max_rows`: of a record
        batch. `max_bytes`: of all record batches that are not complete. 0: no bound.
        """
        self._handle = Handle("towpath_arrow_builder_free")
        options = _options(table, images, prefix, decimal256, max_rows, max_bytes)
        call(
            "towpath_arrow_builder_new",
            ctypes.byref(options),
            ctypes.byref(self._handle.pointer),
        )

    def add(self, batch: Batch) -> None:
        """Adds the rows of a batch; all of them or, if this raises, none.

        A record batch is complete, and another one begins, when it has max_rows, when a column of it
        is full (2 GiB), and when the table's definition changed; and all are when they hold
        max_bytes together. To bound memory, take complete ones after each batch.
        """
        call("towpath_arrow_builder_add", self._handle.pointer, batch._handle.pointer)

    def take(self, complete_only: bool = False) -> list[ArrowTable]:
        """What was gathered, oldest first within a table; a table whose definition changed comes
        once for each definition. complete_only: only record batches that are complete."""
        tables: list[ArrowTable] = []
        while True:
            table = Handle("towpath_arrow_table_free")
            call(
                "towpath_arrow_builder_take",
                self._handle.pointer,
                complete_only,
                ctypes.byref(table.pointer),
            )
            if not table.pointer:
                return tables
            tables.append(ArrowTable(table))

    @property
    def num_rows(self) -> int:
        """Gathered and not taken."""
        return int(_abi.lib.towpath_arrow_builder_rows(self._handle.pointer))

    @property
    def nbytes(self) -> int:
        """About what they hold."""
        return int(_abi.lib.towpath_arrow_builder_bytes(self._handle.pointer))


def of_batch(
    batch: Any,
    table: str | None,
    images: ArrowImages,
    prefix: str,
    decimal256: bool,
) -> Any:
    """What Batch.to_arrow returns."""
    handle = Handle("towpath_arrow_table_free")
    options = _options(table, images, prefix, decimal256, 0, 0)
    call("towpath_batch_to_arrow", batch, ctypes.byref(options), ctypes.byref(handle.pointer))
    if not handle.pointer:
        return None
    found = ArrowTable(handle)
    try:
        return found.to_pyarrow()
    except ModuleNotFoundError:
        return found


def _options(
    table: str | None,
    images: ArrowImages,
    prefix: str,
    decimal256: bool,
    max_rows: int,
    max_bytes: int,
) -> _abi.ArrowOptions:
    if images not in _IMAGES:
        raise ValueError(f"images is {images!r}, expected 'latest' or 'both'")
    if max_rows < 0 or max_bytes < 0:
        raise ValueError("max_rows and max_bytes are at least 0")
    options = _abi.ArrowOptions()
    options.struct_size = ctypes.sizeof(options)
    options.images = _IMAGES[images]
    options.decimal256 = c_int(decimal256).value
    options.table = None if table is None else table.encode()
    options.prefix = prefix.encode()
    options.max_rows = max_rows
    options.max_bytes = max_bytes
    return options


_IMAGES = {"latest": 0, "both": 1}
