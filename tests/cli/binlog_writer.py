"""Writes small binlog files, so that `towpath decode` can be tested without a server.

The layout is MySQL's: https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_replication_binlog_event.html
Written from the documentation, not from Towpath's decoder, so that the two check each other.
"""

import struct
import zlib

MAGIC = b"\xfebin"
HEADER_SIZE = 19
CHECKSUM_SIZE = 4

QUERY, ROTATE, FORMAT_DESCRIPTION, XID, TABLE_MAP = 2, 4, 15, 16, 19
WRITE_ROWS, UPDATE_ROWS, DELETE_ROWS = 30, 31, 32

# Lengths of the fixed parts of the events 1 to 41, as MySQL 8.0 writes them.
POST_HEADER_LENGTHS = bytes.fromhex(
    "38 0d 00 08 00 12 00 04 04 04 04 12 00 00 62 00 04 1a 08 00 00 00 08 08 08 02 00 00 00"
    "0a 0a 0a 2a 2a 00 12 34 00 0a 28 00")

TYPE_LONG, TYPE_VARCHAR = 3, 15
SIGNEDNESS, DEFAULT_CHARSET, COLUMN_NAME = 1, 2, 4
UTF8MB4 = 255


class BinlogWriter:
    """The bytes of one file; `offset` is where the next event will stand."""

    def __init__(self, time=1700000000, server_id=1):
        self._time = time
        self._server_id = server_id
        self._bytes = bytearray(MAGIC)
        self._event(FORMAT_DESCRIPTION,
                    struct.pack("<H50sIB", 4, b"8.0.35-test", time, HEADER_SIZE)
                    + POST_HEADER_LENGTHS + b"\x01")  # CRC-32

    @property
    def offset(self):
        return len(self._bytes)

    def bytes(self):
        return bytes(self._bytes)

    def write(self, path):
        with open(path, "wb") as file:
            file.write(self._bytes)

    def _event(self, kind, body):
        """Appends an event and returns its offset."""
        at = self.offset
        size = HEADER_SIZE + len(body) + CHECKSUM_SIZE
        event = struct.pack("<IBIIIH", self._time, kind, self._server_id, size, at + size, 0) + body
        self._bytes += event + struct.pack("<I", zlib.crc32(event))
        return at

    def query(self, sql, database=""):
        name = database.encode()
        return self._event(QUERY, struct.pack("<IIBHH", 7, 0, len(name), 0, 0) + name + b"\0"
                           + sql.encode())

    def begin(self):
        return self.query("BEGIN")

    def commit(self):
        return self._event(XID, struct.pack("<Q", 99))

    def rotate(self, next_file):
        return self._event(ROTATE, struct.pack("<Q", 4) + next_file.encode())

    def table(self, table_id, database, name, columns=None):
        """A table (id INT, name VARCHAR(100)); `columns`: its names, when they are to be known."""
        body = struct.pack("<IHH", table_id, 0, 1)
        for text in (database, name):
            body += bytes([len(text)]) + text.encode() + b"\0"
        body += bytes([2, TYPE_LONG, TYPE_VARCHAR, 2]) + struct.pack("<H", 400) + b"\x02"
        if columns:
            names = b"".join(bytes([len(c)]) + c.encode() for c in columns)
            charset = b"\xfc" + struct.pack("<H", UTF8MB4)
            for kind, value in ((SIGNEDNESS, b"\x00"), (DEFAULT_CHARSET, charset),
                                (COLUMN_NAME, names)):
                body += bytes([kind, len(value)]) + value
        return self._event(TABLE_MAP, body)

    def rows(self, kind, table_id, rows):
        """Rows (id, name); name None is NULL, a number stays a number. An update has two each."""
        bitmaps = b"\x03" * (2 if kind == UPDATE_ROWS else 1)
        body = struct.pack("<IHHH", table_id, 0, 1, 2) + b"\x02" + bitmaps
        for number, name in rows:
            body += b"\x02" if name is None else b"\x00"
            body += struct.pack("<i", number)
            if name is not None:
                text = name if isinstance(name, bytes) else name.encode()
                body += struct.pack("<H", len(text)) + text
        return self._event(kind, body)

    def transaction(self, rows, database="shop", table="items", columns=("id", "name")):
        """One insert in a transaction of its own; returns the offset of the rows."""
        self.begin()
        self.table(108, database, table, columns)
        at = self.rows(WRITE_ROWS, 108, rows)
        self.commit()
        return at
