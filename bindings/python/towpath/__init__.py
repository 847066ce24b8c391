"""Towpath: follow the binary log of MySQL or MariaDB, change by change.

    import towpath

    with towpath.open("mysql://user:password@host/", stream="orders") as stream:
        for batch in stream:
            for entry in batch:
                for row in entry.rows:
                    print(entry.kind, entry.table, row.before, row.after)
            batch.ack()

What was acknowledged does not come again, also after a crash; what was not does.

Values: int, float, Decimal, str, bytes, date, datetime (TIMESTAMP: in UTC, DATETIME: naive),
timedelta (TIME), frozenset (SET), what json.loads makes of JSON, None for NULL, ABSENT for a column
that the server left out. Dates that Python can not hold (zero and partial dates) are str in MySQL's
notation. UUID and INET columns are str. Where MySQL logged what changed in a JSON document, and not
the document, and the old one is not at hand, the value is a JsonDiff.
"""

from . import errors

from ._arrow import ArrowBuilder, ArrowTable
from ._options import Option, OptionType, options
from ._position import Position
from ._preflight import Finding, PreflightReport, Severity, preflight
from ._status import StreamState, StreamStatus
from ._stream import (
    Batch,
    DdlKind,
    Entry,
    EntryKind,
    LogLevel,
    Row,
    Stream,
    open,  # noqa: A004 - reads as towpath.open
)
from ._values import (
    ABSENT,
    Absent,
    Column,
    ColumnType,
    JsonDiff,
    JsonOperation,
    Table,
    TableName,
)
from ._version import __version__
from .errors import (
    AuthenticationError,
    BinlogResetError,
    BusyError,
    ClosedError,
    Code,
    ConnectionFailedError,
    CorruptedError,
    DivergedError,
    EncryptedError,
    EndError,
    Error,
    IdentityClashError,
    InternalError,
    InvalidArgumentError,
    InvalidFilterError,
    InvalidNameError,
    InvalidOptionError,
    InvalidPositionError,
    IoError,
    LimitError,
    NotAStoreError,
    NotFoundError,
    OutOfMemoryError,
    OutOfOrderError,
    PositionLostError,
    SchemaMismatchError,
    ServerBehindError,
    ServerNotReadyError,
    StoreError,
    TlsError,
    TruncatedError,
    UnknownMarkError,
    UnknownOptionError,
    UnsupportedError,
)


__all__ = [
    "ABSENT",
    "Absent",
    "ArrowBuilder",
    "ArrowTable",
    "AuthenticationError",
    "Batch",
    "BinlogResetError",
    "BusyError",
    "ClosedError",
    "Code",
    "Column",
    "ColumnType",
    "ConnectionFailedError",
    "CorruptedError",
    "DdlKind",
    "DivergedError",
    "EncryptedError",
    "EndError",
    "Entry",
    "EntryKind",
    "Error",
    "Finding",
    "IdentityClashError",
    "InternalError",
    "InvalidArgumentError",
    "InvalidFilterError",
    "InvalidNameError",
    "InvalidOptionError",
    "InvalidPositionError",
    "IoError",
    "JsonDiff",
    "JsonOperation",
    "LimitError",
    "LogLevel",
    "NotAStoreError",
    "NotFoundError",
    "Option",
    "OptionType",
    "OutOfMemoryError",
    "OutOfOrderError",
    "Position",
    "PositionLostError",
    "PreflightReport",
    "Row",
    "SchemaMismatchError",
    "ServerBehindError",
    "ServerNotReadyError",
    "Severity",
    "StoreError",
    "Stream",
    "StreamState",
    "StreamStatus",
    "Table",
    "TableName",
    "TlsError",
    "TruncatedError",
    "UnknownMarkError",
    "UnknownOptionError",
    "UnsupportedError",
    "__version__",
    "errors",
    "open",
    "options",
    "preflight",
]
