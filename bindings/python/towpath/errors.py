"""Errors: one exception class for each status of the library, all under Error."""

from __future__ import annotations

import ctypes
import enum
from typing import Any

from . import _abi


class Code(enum.IntEnum):
    """Statuses; the numbers are those of towpath.h."""

    OK = 0
    INVALID_ARGUMENT = 1
    UNKNOWN_OPTION = 2
    INVALID_OPTION = 3
    INVALID_NAME = 4
    INVALID_FILTER = 5
    INVALID_POSITION = 6
    CONNECTION = 7
    AUTHENTICATION = 8
    TLS = 9
    SERVER_NOT_READY = 10
    POSITION_LOST = 11
    IDENTITY_CLASH = 12
    NOT_FOUND = 13
    IO = 14
    TRUNCATED = 15
    CORRUPTED = 16
    ENCRYPTED = 17
    UNSUPPORTED = 18
    SCHEMA_MISMATCH = 19
    STORE = 20
    NOT_A_STORE = 21
    BUSY = 22
    CLOSED = 23
    END = 24
    OUT_OF_ORDER = 25
    UNKNOWN_MARK = 26
    LIMIT = 27
    INTERNAL = 28
    OUT_OF_MEMORY = 29
    SERVER_BEHIND = 30
    DIVERGED = 31
    BINLOG_RESET = 32


class Error(Exception):
    """What went wrong: `code` for a program, `message` for a person."""

    code: Code | int = Code.INTERNAL

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidArgumentError(Error):
    """An argument that can never be right."""

    code = Code.INVALID_ARGUMENT


class UnknownOptionError(Error):
    """No such option; the message names the nearest known one."""

    code = Code.UNKNOWN_OPTION


class InvalidOptionError(Error):
    """A known option with a value it does not accept."""

    code = Code.INVALID_OPTION


class InvalidNameError(Error):
    """A stream name with characters or a length that is not allowed."""

    code = Code.INVALID_NAME


class InvalidFilterError(Error):
    """A table filter that does not compile."""

    code = Code.INVALID_FILTER


class InvalidPositionError(Error):
    """A position or GTID text that does not parse or names no event."""

    code = Code.INVALID_POSITION


class ConnectionFailedError(Error):
    """The server could not be reached, or the connection was lost."""

    code = Code.CONNECTION


class AuthenticationError(Error):
    """The server refused the user or password."""

    code = Code.AUTHENTICATION


class TlsError(Error):
    """TLS failed: handshake, certificate, or refused by the server."""

    code = Code.TLS


class ServerNotReadyError(Error):
    """Server settings or grants forbid replication; the message has the remedy."""

    code = Code.SERVER_NOT_READY


class PositionLostError(Error):
    """The binlog the stream needs is purged or was never on this server."""

    code = Code.POSITION_LOST


class IdentityClashError(Error):
    """Another replica with our server_id or UUID took the connection over."""

    code = Code.IDENTITY_CLASH


class NotFoundError(Error):
    """A file that does not exist."""

    code = Code.NOT_FOUND


class IoError(Error):
    """The operating system failed to read or write a file."""

    code = Code.IO


class TruncatedError(Error):
    """A binlog file ends inside an event."""

    code = Code.TRUNCATED


class CorruptedError(Error):
    """Bytes that can not be right: checksum, lengths, layout."""

    code = Code.CORRUPTED


class EncryptedError(Error):
    """An encrypted binlog file; only the server can read it."""

    code = Code.ENCRYPTED


class UnsupportedError(Error):
    """A correct event or feature that Towpath does not read."""

    code = Code.UNSUPPORTED


class SchemaMismatchError(Error):
    """A table's known schema disagrees with its rows."""

    code = Code.SCHEMA_MISMATCH


class StoreError(Error):
    """The store failed: disk full, read-only, locked."""

    code = Code.STORE


class NotAStoreError(Error):
    """A store file that is not ours, or of a newer version."""

    code = Code.NOT_A_STORE


class BusyError(Error):
    """The stream is open elsewhere."""

    code = Code.BUSY


class ClosedError(Error):
    """The stream was closed."""

    code = Code.CLOSED


class EndError(Error):
    """The source has an end, and everything before it was handed out."""

    code = Code.END


class OutOfOrderError(Error):
    """Ack of a mark that is not the oldest outstanding one."""

    code = Code.OUT_OF_ORDER


class UnknownMarkError(Error):
    """A mark that is not outstanding."""

    code = Code.UNKNOWN_MARK


class LimitError(Error):
    """Something exceeds a stated bound."""

    code = Code.LIMIT


class InternalError(Error):
    """A bug in Towpath; the message says where."""

    code = Code.INTERNAL


class OutOfMemoryError(Error, MemoryError):
    """The library could not allocate."""

    code = Code.OUT_OF_MEMORY


class ServerBehindError(Error):
    """The server lacks transactions that the stream has delivered."""

    code = Code.SERVER_BEHIND


class DivergedError(Error):
    """The server has transactions before the stream's place that no other server had."""

    code = Code.DIVERGED


class BinlogResetError(Error):
    """The server is the same, its binlogs are not: reset, or restored."""

    code = Code.BINLOG_RESET


_CLASSES = {c.code: c for c in Error.__subclasses__()}


def check(status: int, error: Any) -> None:
    """Raises the exception of a failed call. `error` is the c_void_p it filled; it is freed."""
    if status == 0:
        return
    if error:
        message = _abi.lib.towpath_error_message(error).decode("utf-8", "replace")
        _abi.lib.towpath_error_free(error)
    else:
        message = _abi.lib.towpath_status_name(status).decode()
    raised = _CLASSES.get(status, Error)(message)
    if status not in _CLASSES:  # a status newer than this package
        raised.code = status
    raise raised


def call(name: str, *arguments: Any) -> None:
    """Calls a function whose last argument is the error; raises what it reports."""
    error = ctypes.c_void_p()
    check(getattr(_abi.lib, name)(*arguments, ctypes.byref(error)), error)
