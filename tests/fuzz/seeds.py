"""Seeds for the fuzz targets: small inputs that are right, to start from.

own_seeds() are made here by hand; binlog_seeds(file) cuts up a real binlog file. Neither uses any
code of the library.
"""
import json
import struct
import zlib

HEADER = 19
MAX_SEED = 4096
ROWS_TYPES = [23, 24, 25, 30, 31, 32, 39, 166, 167, 168, 169, 170, 171, 20, 21, 22]
SERVERS = ["9.7.4", "11.8.3-MariaDB", "8.0.36-log", "10.2.44-MariaDB", "5.6.51-log", "5.1.73-log"]


def piece(data):
    return struct.pack(">H", len(data)) + data


# ---- From binlog files


def read_events(data):
    """(header, body without checksum, whole event) of each event; stops at what is no event."""
    at = 4
    checksums = False
    while at + HEADER <= len(data):
        _, kind, _, length, _, flags = struct.unpack_from("<IBIIIH", data, at)
        if length < HEADER or at + length > len(data):
            return
        event = data[at:at + length]
        if kind == 15 and length > HEADER + 57 + 5:
            version = event[HEADER + 2:HEADER + 52].rstrip(b"\0")
            numbers = [int("0" + "".join(c for c in part if c.isdigit()))
                       for part in version.decode("latin1").split("-")[0].split(".")[:3]]
            has_byte = b"MariaDB" in version and numbers >= [5, 3] or numbers >= [5, 6, 1]
            checksums = has_byte and event[-5] == 1
            yield kind, flags, event[HEADER:], event
        else:
            yield kind, flags, event[HEADER:length - (4 if checksums else 0)], event
        at += length


def binlog_seeds(data):
    """{target: [input]} of a binlog file's bytes."""
    seeds = {}

    def add(target, seed):
        if 0 < len(seed) <= MAX_SEED:
            seeds.setdefault(target, []).append(seed)

    mariadb = 0
    maps = {}
    transaction = b""
    server = 0
    if data[:4] != b"\xfebin":
        return seeds
    add("file", data[4:])
    for kind, flags, body, event in read_events(data):
        if kind == 15:
            mariadb = int(b"MariaDB" in body[:60])
            server = 1 if mariadb else 0
            add("format_description", event)
            continue
        if kind in (33, 34, 42, 162) or (kind == 2 and b"BEGIN" in body[-8:] and not transaction):
            if transaction:
                add("events", bytes([server]) + transaction)
            transaction = b""
        if len(body) < 65536:
            transaction += bytes([kind, flags & 0xff]) + piece(body)
        if kind == 2:
            add("query", b"\0" + body)
            add("ddl", bytes([1 - mariadb]) + body.rsplit(b"\0", 1)[-1])
            add("sql", b"\0" + body.rsplit(b"\0", 1)[-1])
        elif kind == 19:
            maps[body[:6]] = body
            add("table_map", bytes([mariadb]) + body)
        elif kind in ROWS_TYPES and body[:6] in maps:
            table = maps[body[:6]][6:]
            add("rows", bytes([mariadb, ROWS_TYPES.index(kind)]) + piece(table) + body[6:])
        elif kind == 42:
            add("gtid_event", b"\0" + body)
        elif kind in (33, 34):
            add("gtid_event", bytes([1 if kind == 33 else 5]) + body)
        elif kind == 162:
            add("gtid_event", b"\2" + body)
        elif kind == 35:
            add("gtid_set", body)
        elif kind == 40:
            add("compression", b"\1" + body)
        elif kind == 165 and len(body) > 13:
            database, status = body[8], struct.unpack_from("<H", body, 11)[0]
            add("compression", b"\0" + body[13 + status + database + 1:])
    if transaction:
        add("events", bytes([server]) + transaction)
    return seeds


# ---- Made by hand


def lenenc(n):
    return bytes([n]) if n < 251 else b"\xfc" + struct.pack("<H", n)


def table_map(columns, names=None):
    """The body behind the table id. columns: (type, metadata)."""
    body = struct.pack("<H", 1) + b"\4shop\0\1t\0" + lenenc(len(columns))
    body += bytes(kind for kind, _ in columns)
    meta = b"".join(meta for _, meta in columns)
    body += lenenc(len(meta)) + meta + b"\xff" * ((len(columns) + 7) // 8)
    if names:
        field = b"".join(bytes([len(name)]) + name.encode() for name in names)
        body += b"\4" + lenenc(len(field)) + field
    return body


# One column of every type, with metadata, and a value of it.
COLUMNS = [
    (1, b"", b"\x80"), (2, b"", b"\1\2"), (3, b"", b"\1\2\3\4"), (8, b"", b"\xff" * 8),
    (9, b"", b"\1\2\3"), (4, b"\4", b"\0\0\x80\x3f"), (5, b"\x08", b"\0" * 6 + b"\xf0\x3f"),
    (246, b"\x0a\2", b"\x80\0\0\1\2"), (13, b"", b"\x7e"), (10, b"", b"\x21\xcc\x0f"),
    (7, b"", b"\1\2\3\4"), (11, b"", b"\x01\x02\0"), (12, b"", b"\0" * 8),
    (17, b"\6", b"\1\2\3\4\0\0\1"), (18, b"\3", b"\x99\xb0\0\0\0\0\1"), (19, b"\0", b"\x80\0\1"),
    (15, b"\x14\0", b"\2ab"), (15, b"\x2c\1", b"\2\0ab"), (254, b"\xfe\x14", b"\1x"),
    (254, b"\xf7\1", b"\2"), (254, b"\xf8\1", b"\3"), (252, b"\2", b"\1\0x"),
    (252, b"\4", b"\1\0\0\0x"), (16, b"\2\1", b"\1\2"), (245, b"\4", b"\3\0\0\0\5\1\0"),
    (255, b"\4", b"\x19\0\0\0" + b"\0" * 4 + b"\1\1\0\0\0" + b"\0" * 16),
    (242, b"\4", b"\4\0\0\0\0\0\x80\x3f"), (140, b"\2", b"\2\0\0x"), (141, b"\x14\0", b"\2\0x"),
]

# Binary JSON: literals, numbers, a string, an array, an object, an opaque decimal and a date.
JSON = [
    b"\4\0", b"\4\1", b"\4\2", b"\5\xff\xff", b"\6\xff\xff", b"\7\1\2\3\4", b"\x08\1\2\3\4",
    b"\x09" + b"\xff" * 8, b"\x0a" + b"\xff" * 8, b"\x0b" + struct.pack("<d", 1.5),
    b"\x0c\3abc", b"\2\2\0\x0a\0\5\1\0\5\2\0", b"\2\0\0\4\0",
    b"\0\1\0\x0c\0\x0b\0\1\0\5\1\0a", b"\0\0\0\4\0",
    b"\x0f\xf6\4\3\2\x81\2", b"\x0f\x0c\x08" + b"\0" * 5 + b"\x99\xb0\1",
    b"\2\1\0\x0d\0\0\7\0\0\0\0\4\0",
]

TEXTS = {
    "sql": [
        "BEGIN", "COMMIT", "/* c */ ROLLBACK TO `a``b`", "XA START X'61',X'',1",
        "INSERT INTO `shop`.`or``ders` VALUES (1)", "UPDATE t SET a = 1", "-- c\nDELETE FROM a.b",
        "/*!50100 CREATE */ TABLE t (a INT)", "ALTER TABLE t ADD COLUMN `ü` ENUM('a','b''c')",
        "DROP TABLE IF EXISTS a, `b`.`c`", "RENAME TABLE a TO b, c TO d",
        "LOAD DATA INFILE 'x' INTO TABLE t", "REPLACE LOW_PRIORITY INTO a.b SELECT 1",
        "/*M!100100 INSERT */ IGNORE INTO \"t\" VALUES ()", "SAVEPOINT s", "WITH c AS (SELECT 1) "
        "DELETE t FROM t JOIN c", "# c\nSTART TRANSACTION WITH CONSISTENT SNAPSHOT",
    ],
    "position": [
        "binlog.000001:4", "binlog.000002:1547:3", "mysql-bin.000009:5000000000:1@4999999999",
        "a:b.000001:4", "latest", "earliest", "2026-11-21T10:00:00Z", "2026-11-21 10:00:00", "@1",
        "2026-11-21T10:00:00.123456+02:00", "0-1-2,1-1-5",
        "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:7", "mysql://u:p%40@[::1]:3306/",
        "mariadb://localhost/?socket=/run/s.sock", "file:///a/binlog.000001",
    ],
    "gtid_set": [
        "", "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:7:11-23",
        "3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5:tag_a:1-3:b:9,\n"
        "4e11fa47-71ca-11e1-9e33-c80aa9429562:1", "0-1-100,1-2-9223372036854775807",
    ],
}


def event(kind, body, at, checksum=True):
    length = HEADER + len(body) + (4 if checksum else 0)
    out = struct.pack("<IBIIIH", 1700000000, kind, 7, length, at + length, 0) + body
    return out + (struct.pack("<I", zlib.crc32(out)) if checksum else b"")


def format_description(version, types):
    lengths = bytearray(types)
    for kind, length in ((2, 13), (4, 8), (15, 57 + types), (17, 4), (18, 26), (19, 8), (23, 8),
                         (24, 8), (25, 8), (26, 2), (30, 10), (31, 10), (32, 10), (33, 42),
                         (34, 42), (39, 10), (162, 19), (163, 4), (165, 13), (166, 8)):
        if kind <= types:
            lengths[kind - 1] = length
    return struct.pack("<H50sIB", 4, version, 0, HEADER) + bytes(lengths) + b"\1"


def query_body(sql, status=b""):
    return struct.pack("<IIBHH", 9, 0, 4, 0, len(status)) + status + b"shop\0" + sql


# Statements that change tables, one after the other.
HISTORIES = [
    ["CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20) CHARACTER SET latin1, e ENUM('a','b''c'))",
     "ALTER TABLE t ADD a DECIMAL(10,2) UNSIGNED FIRST, DROP COLUMN name, MODIFY e SET('x','y')",
     "RENAME TABLE t TO u, shop.u TO other.t", "DROP TABLE IF EXISTS other.t, missing"],
    ["CREATE DATABASE crm CHARACTER SET latin1 COLLATE latin1_bin",
     "CREATE TABLE crm.a (b TEXT, c JSON, d TIMESTAMP, e BIT(3), f YEAR, PRIMARY KEY (d, f))",
     "CREATE TABLE b LIKE crm.a", "ALTER TABLE b CONVERT TO CHARACTER SET utf8mb4",
     "\x80DROP TABLE b, c", "DROP DATABASE crm"],
    ["CREATE TABLE `T` (x BIGINT AUTO_INCREMENT, KEY (x)) WITH SYSTEM VERSIONING",
     "ALTER TABLE t CHANGE x `y` DOUBLE NOT NULL, RENAME INDEX x TO z, ADD UNIQUE (y)",
     "CREATE OR REPLACE TABLE t (c UUID, v VECTOR(3), p POINT, g INT AS (1) VIRTUAL)",
     "ALTER TABLE t RENAME COLUMN c TO v, RENAME COLUMN v TO c, DROP PRIMARY KEY",
     "TRUNCATE TABLE t", "CREATE TABLE s (a INT) SELECT 1"],
]


def varint(n):
    return bytes([n]) if n < 128 else bytes([n & 127 | 128]) + varint(n >> 7)


def stored_text(text):
    return varint(len(text)) + text.encode()


def table_definition(columns, key):
    """As the store has it. columns: (flags, name, column type, further fields as they stand)."""
    out = b"\1T\0" + stored_text("utf8mb4") + stored_text("utf8mb4_bin") + varint(len(columns))
    for flags, name, column_type, rest in columns:
        out += bytes([flags]) + stored_text(name) + stored_text(column_type) + rest
    return out + varint(len(key)) + b"".join(varint(column) for column in key)


def packet(number, payload):
    return len(payload).to_bytes(3, "little") + bytes([number]) + payload


def zlib_block(data):
    return b"\x81" + bytes([len(data)]) + zlib.compress(data)


def own_seeds():
    seeds = {target: [text.encode() for text in texts] for target, texts in TEXTS.items()}
    # Every text in some dialects.
    seeds["ddl"] = [bytes([choice]) + text for choice in (0, 1) for text in seeds["sql"]]
    seeds["sql"] = [bytes([choice]) + text for choice in (0, 1, 2, 0x29) for text in seeds["sql"]]

    def add(target, *inputs):
        seeds.setdefault(target, []).extend(inputs)

    add("json", *JSON)
    # The document {"a": 1, "b": [1, 2]} and differences: replace $.a, insert $.b[0], remove $.b.
    document = (b"\0\2\0\x20\0\x12\0\1\0\x13\0\1\0\5\1\0\2\x14\0ab"
                b"\2\0\x0a\0\5\1\0\5\2\0\0\0")
    for operation, path, value in ((0, b"$.a", b"\4\1"), (1, b"$.b[0]", b"\x0c\1x"),
                                   (2, b"$.b", None), (0, b'$."c d"[last-1]', b"\5\1\0")):
        difference = bytes([operation, len(path)]) + path
        if value is not None:
            difference += bytes([len(value)]) + value
        add("json_diff", piece(document) + difference, piece(document) + difference * 2)
    images = []
    for i, (kind, meta, value) in enumerate(COLUMNS):
        mariadb = int(kind in (140, 141))
        body = table_map([(kind, meta)], ["c"])
        add("table_map", bytes([mariadb]) + b"\1\0\0\0\0\0" + body)
        rows = b"\1\0\2\0\1\xff\0" + value
        add("rows", bytes([mariadb, 3]) + piece(body) + rows)
        if not mariadb:
            images.append((kind, meta, value))
    wide = table_map([(kind, meta) for kind, meta, _ in images])
    bitmap = b"\xff" * ((len(images) + 7) // 8)
    image = b"\0" * len(bitmap) + b"".join(value for _, _, value in images)
    add("table_map", b"\0\1\0\0\0\0\0" + wide)
    add("rows", b"\0\4" + piece(wide) + b"\1\0\2\0" + lenenc(len(images)) + bitmap * 2 + image * 2)

    # UPDATE rows with differences of the document {"a": 1}.
    partial = table_map([(3, b""), (245, b"\4")])
    document = b"\0\1\0\x0c\0\x0b\0\1\0\5\1\0a"
    difference = b"\0\3$.a\3\5\2\0"
    before = b"\0\1\0\0\0" + struct.pack("<I", len(document)) + document
    for options in (b"\1\1", b"\1\0", b"\0"):
        value = difference if options == b"\1\1" else document
        after = options + b"\0\1\0\0\0" + struct.pack("<I", len(value)) + value
        add("rows", b"\0\6" + piece(partial) + b"\1\0\2\0\2\xff\xff" + before + after)

    status = (b"\0\0\0\0\0" b"\1\0\0\0\0\0\0\0\0" b"\6\3std" b"\3\1\0\1\0" b"\4\x21\0\x21\0\x08\0"
              b"\5\6SYSTEM" b"\7\0\0" b"\x08\x21\0" b"\x0b\4root\x09localhost" b"\x0c\1shop\0"
              b"\x0d\1\2\3" b"\x10\1" b"\x11\0\0\0\0\0\0\0\0" b"\x12\xff\0" b"\x80\1\2\3")
    query = query_body(b"CREATE TABLE t (a INT)", status)
    add("query", b"\0" + query, b"\0" + query_body(b"BEGIN"))
    gtid = b"\1" + b"\1" * 16 + struct.pack("<QBQQ", 5, 2, 0, 1) + b"\1" * 7
    tagged = (b"\2\x88\2\0\2" + b"\4" + b"\2" * 32 + b"\6\x0a\x08\4tag")
    mariadb_gtid = struct.pack("<QIB", 9, 0, 1) + b"\0" * 6
    add("gtid_event", b"\1" + gtid, b"\5" + gtid, b"\0" + tagged, b"\2" + mariadb_gtid)
    add("gtid_set", struct.pack("<Q", 1) + b"\1" * 16 + struct.pack("<QQQ", 1, 1, 6))
    payload = event(2, query_body(b"BEGIN"), 0, False) + event(16, b"\1" * 8, 0, False)
    plain = b"\2\3\xfc\xff\0\1" + lenenc(len(payload)) + b"\0" + payload
    add("compression", b"\0" + zlib_block(b"a" * 40), b"\1" + plain)
    add("compressed_columns",
        b"\0" + piece(b"\3\x80") + b"\xff" + b"\0\1\0\0\0" + b"\3\0ab",
        b"\0" + piece(b"\x80") + b"\xff" + b"\0" + bytes([11]) +
        b"\x89\x28" + zlib.compress(b"a" * 40, 9)[2:-4])
    stream = b""
    row = b"\1\0\0\0\0\0" + table_map([(3, b""), (15, b"\x14\0")], ["id", "name"])
    rows = b"\1\0\0\0\0\0\1\0\2\0\2\xff\0\1\0\0\0\1a"
    for kind, body in ((33, gtid[:42]), (2, query_body(b"BEGIN")), (19, row), (30, rows),
                       (16, b"\1" * 8)):
        stream += bytes([kind, 0]) + piece(body)
    add("events", b"\0" + stream, b"\0" + bytes([40, 0]) + piece(plain))
    add("events", b"\1" + bytes([162, 0]) + piece(mariadb_gtid) + bytes([165, 0]) +
        piece(query_body(zlib_block(b"CREATE TABLE t (a INT)"))))
    file = b""
    for kind, body in ((15, format_description(b"8.0.36", 42)), (33, gtid), (2, query_body(b"BEGIN")),
                       (19, row), (30, rows), (16, b"\1" * 8), (4, b"\4" + b"\0" * 7 + b"binlog.000002")):
        file += event(kind, body, 4 + len(file))
    add("file", file)
    add("format_description", event(15, format_description(b"8.0.36", 42), 4),
        event(15, format_description(b"11.8.3-MariaDB", 171), 4))
    add("filter", *(b"".join(piece(text.encode()) for text in (*lists, "shop")) + b"orders"
                    for lists in (
                        (".*\\..*", "", "", ""),
                        ("shop\\.orders_\\d{1,2},crm\\..*", "mysql\\.slave_.*", ".*:id/price", ""),
                        ("shop.(orders|items),[a,b].c", "x\\,y", "shop\\.o.*:id", ".*:a\\/b/id"),
                    )))
    add("options", *(bytes([n]) + value.encode() for n in range(40) for value in ("1", "true")))
    add("store_record", b"\0".join([
        b"3e11fa47-71ca-11e1-9e33-c80aa9429562", b"binlog.000001", b"4", b"-", b"", b"", b"0", b"",
        b"", b"", b"", b"-", b"", b"", b"1", b"mysql", b"8.0.36", b"1", b"1", b""]))
    add("schema_state", *(bytes([choice, more]) + b"".join(piece(text.encode("latin1"))
                                                           for text in history)
                          for history in HISTORIES for choice in (0x04, 0x05, 0x16, 0x61)
                          for more in (0, 7)))
    add("table_definition", b"\1D" + stored_text("utf8mb4") + stored_text("utf8mb4_bin"),
        table_definition([(0, "id", "int unsigned", b"\0\0"),
                          (0x22, "name", "varchar(20)", b"\0\0"),
                          (0x42, "e", "enum('a','b')", stored_text("latin1") +
                           stored_text("latin1_bin") + b"\0\2" + stored_text("a") + stored_text("b")),
                          (0x98, "row_start", "timestamp(6)", stored_text("timestamp") + b"\7\0")],
                         [0, 1]))
    add("charset", *(struct.pack(">H", collation) + text
                     for collation in (1, 8, 11, 12, 13, 19, 24, 28, 33, 35, 45, 54, 57, 60, 63, 86,
                                       95, 97, 250, 255)
                     for text in (b"abc\x7f", bytes(range(0x80, 0x100)), "ä€😀".encode(),
                                  "ä€😀".encode("utf-16-be"), "ア日本".encode("shift_jis"),
                                  "ア日本".encode("euc_jp"), "中文".encode("gb18030"))))
    add("column_type", b"int(10) unsigned", b"decimal(10,2) zerofill", b"enum('a','b''c')",
        b"set('\\\\','\\0','\\n','')", b"enum('unsigned')", b"varchar(255)")
    end = b"\xfe\0\0\2\0"
    error = b"\xff\xd4\x04#HY000some text"
    events = [b"\0" + event(16, b"\1" * 8, 0), b"\0" + event(2, query_body(b"BEGIN"), 0)]
    for chunks in (0, 3, 7):
        for ahead in (0, 40):
            for last in (end, error, b"\0"):
                add("packets", bytes([chunks, ahead]) + b"".join(
                    packet(number, payload) for number, payload in enumerate((*events, last))))
    add("packets", b"\0\0" + b"\xff\xff\xff\0" + b"\0" + events[0],
        b"\0\0" + b"\xff\xff\xff\0" + b"\0" + event(16, b"", 0)[:9] +
        struct.pack("<I", 1 << 30) + b"\0" * 20)
    add("value_text", *(bytes([0, 255, 0, kind, 10, 2, 0]) + b"\x81\2\3\4\5\6\7\x08"
                        for kind in range(23)))
    return seeds


if __name__ == "__main__":
    print(json.dumps({target: len(inputs) for target, inputs in own_seeds().items()}, indent=1))
