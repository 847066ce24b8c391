"""Every type: what the stream delivers is what was written, and what SELECT returns."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from conftest import LiveServer, entries
from random_rows import RandomValues

import towpath

Open = Callable[..., towpath.Stream]
UTC = dt.timezone.utc

# column definition, SQL literal, Python value
VALUES: list[tuple[str, str, Any]] = [
    ("TINYINT", "-128", -128),
    ("TINYINT UNSIGNED", "255", 255),
    ("SMALLINT", "-32768", -32768),
    ("SMALLINT UNSIGNED", "65535", 65535),
    ("MEDIUMINT", "-8388608", -8388608),
    ("MEDIUMINT UNSIGNED", "16777215", 16777215),
    ("INT", "-2147483648", -2147483648),
    ("INT UNSIGNED", "4294967295", 4294967295),
    ("BIGINT", "-9223372036854775808", -(2**63)),
    ("BIGINT UNSIGNED", "18446744073709551615", 2**64 - 1),
    ("FLOAT", "1.5", 1.5),
    ("DOUBLE", "-2.2250738585072014e-308", -2.2250738585072014e-308),
    ("DECIMAL(10,2)", "-12345678.90", Decimal("-12345678.90")),
    ("DECIMAL(65,30)", "9.000000000000000000000000000001",
     Decimal("9.000000000000000000000000000001")),
    ("YEAR", "2155", 2155),
    ("YEAR", "0", 0),
    ("DATE", "'2024-02-29'", dt.date(2024, 2, 29)),
    ("DATE", "'0000-00-00'", "0000-00-00"),
    ("DATE", "'2024-00-00'", "2024-00-00"),
    ("TIME", "'-838:59:59'", -dt.timedelta(hours=838, minutes=59, seconds=59)),
    ("TIME(6)", "'12:34:56.000001'",
     dt.timedelta(hours=12, minutes=34, seconds=56, microseconds=1)),
    ("DATETIME", "'9999-12-31 23:59:59'", dt.datetime(9999, 12, 31, 23, 59, 59)),
    ("DATETIME(3)", "'1000-01-01 00:00:00.125'", dt.datetime(1000, 1, 1, 0, 0, 0, 125000)),
    ("DATETIME(3)", "'0000-00-00 00:00:00'", "0000-00-00 00:00:00.000"),
    ("TIMESTAMP NULL", "'1970-01-01 00:00:01'", dt.datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)),
    ("TIMESTAMP(6) NULL", "'2038-01-19 03:14:07.999999'",
     dt.datetime(2038, 1, 19, 3, 14, 7, 999999, tzinfo=UTC)),
    ("TIMESTAMP NULL", "'0000-00-00 00:00:00'", "0000-00-00 00:00:00"),
    ("CHAR(10)", "'Grüße'", "Grüße"),
    ("CHAR(10) CHARACTER SET latin1", "'Grüße'", "Grüße"),
    ("VARCHAR(20)", "'𝕬 emoji 🎈'", "𝕬 emoji 🎈"),
    ("VARCHAR(20)", "''", ""),
    ("VARCHAR(20)", "'a\\0b'", "a\0b"),
    ("VARCHAR(300) CHARACTER SET utf16", "'Ω'", "Ω"),
    ("TEXT", "REPEAT('long ', 5000)", "long " * 5000),
    ("BINARY(6)", "0x610000", b"a\0\0\0\0\0"),
    ("VARBINARY(10)", "0x00ff00", b"\0\xff\0"),
    ("BLOB", "REPEAT(0x80, 70000 % 65536)", b"\x80" * (70000 % 65536)),
    ("ENUM('red','grün','')", "'grün'", "grün"),
    ("SET('a','b','ç')", "'a,ç'", frozenset({"a", "ç"})),
    ("SET('a','b','ç')", "''", frozenset()),
    ("BIT(1)", "b'1'", 1),
    ("BIT(64)", "18446744073709551615", 2**64 - 1),
    ("GEOMETRY", "ST_GeomFromText('POINT(1 2)')",
     bytes.fromhex("00000000" "01" "01000000" "000000000000f03f" "0000000000000040")),
    ("INT", "NULL", None),
    ("VARCHAR(5)", "NULL", None),
    ("DECIMAL(5,1)", "NULL", None),
    ("DATETIME", "NULL", None),
    ("BLOB", "NULL", None),
]  # fmt: skip
MARIADB: list[tuple[str, str, Any]] = [
    ("UUID", "'123e4567-e89b-12d3-a456-426655440000'", "123e4567-e89b-12d3-a456-426655440000"),
    ("INET4", "'192.168.0.1'", "192.168.0.1"),
    ("INET6", "'2001:db8::1'", "2001:db8::1"),
    ("JSON", "'{\"a\": [1, null]}'", '{"a": [1, null]}'),
]
MYSQL: list[tuple[str, str, Any]] = [
    ("JSON", "'{\"a\": [1, null, \"ü\", 1.5], \"b\": {}}'",
     {"a": [1, None, "ü", 1.5], "b": {}}),
    ("JSON", "'null'", None),
    ("JSON", "CAST(18446744073709551615 AS JSON)", 2**64 - 1),
]  # fmt: skip


def change_one_of_each(server: LiveServer, values: list[tuple[str, str, Any]]) -> None:
    """A row of a new table t with columns c0, c1, ...: inserted, c0 set to 1, deleted."""
    columns = ", ".join(f"c{i} {kind}" for i, (kind, _, _) in enumerate(values))
    server.sql(
        "SET SESSION sql_mode=''",
        f"CREATE TABLE t ({columns}) CHARACTER SET utf8mb4",
        f"INSERT INTO t VALUES ({', '.join(literal for _, literal, _ in values)})",
        "UPDATE t SET c0=1",
        "DELETE FROM t",
    )


def change_with_minimal_images(server: LiveServer) -> None:
    """A row of a new table t: inserted, a set to NULL, deleted."""
    server.sql(
        "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10), b BLOB, c INT)",
        "SET SESSION binlog_row_image=MINIMAL",
        "INSERT INTO t VALUES (1, 'a', 'b', NULL)",
        "UPDATE t SET a=NULL",
        "DELETE FROM t",
        "SET SESSION binlog_row_image=FULL",
    )


def test_one_of_each(server: LiveServer, database: str, open_stream: Open) -> None:
    values = VALUES + (MARIADB if server.kind == "mariadb" else MYSQL)
    stream = open_stream(filter_events="insert,update,delete")
    change_one_of_each(server, values)
    insert, update, delete = entries(stream, 3)
    expected = tuple(value for _, _, value in values)
    for i, (kind, literal, value) in enumerate(values):
        assert insert.after[0][i] == value, f"{kind} {literal}"
        assert type(insert.after[0][i]) is type(value), f"{kind} {literal}"
    assert insert.after == [expected]
    assert update.before == [expected] and update.after == [(1, *expected[1:])]
    assert delete.before == [(1, *expected[1:])]
    assert insert.rows[0].after == {f"c{i}": value for i, value in enumerate(expected)}


def test_absent_columns(server: LiveServer, database: str, open_stream: Open) -> None:
    stream = open_stream(filter_events="insert,update,delete")
    change_with_minimal_images(server)
    _, update, delete = entries(stream, 3)
    absent = towpath.ABSENT
    assert update.before == [(1, absent, absent, absent)]
    assert update.after == [(absent, None, absent, absent)]
    assert update.rows == [towpath.Row({"id": 1}, {"a": None})]
    assert delete.rows == [towpath.Row({"id": 1}, None)]


def test_json_differences(server: LiveServer, database: str, open_stream: Open) -> None:
    """Where the before image has the document it is complete; else the difference is the value."""
    if server.kind != "mysql":
        pytest.skip("only MySQL logs differences of JSON")
    stream = open_stream(filter_events="update")
    server.sql(
        "CREATE TABLE t (id INT PRIMARY KEY, a JSON, b JSON)",
        """INSERT INTO t VALUES (1, '{"k": [1, 2]}', '[0]'), (2, '{"k": [3]}', NULL)""",
        "SET SESSION binlog_row_value_options='PARTIAL_JSON'",
        "UPDATE t SET a=JSON_SET(a, '$.k[0]', 'new', '$.l', JSON_OBJECT('x', NULL)), b='[1]'",
        "SET SESSION binlog_row_image=MINIMAL",
        "UPDATE t SET a=JSON_REMOVE(JSON_SET(a, '$.k[0]', 'ü'), '$.l'), b=CAST(id AS JSON)",
        "SET SESSION binlog_row_image=FULL, binlog_row_value_options=''",
    )
    full, minimal = entries(stream, 2)
    assert full.before == [(1, {"k": [1, 2]}, [0]), (2, {"k": [3]}, None)]
    assert full.after == [
        (1, {"k": ["new", 2], "l": {"x": None}}, [1]),
        (2, {"k": ["new"], "l": {"x": None}}, [1]),
    ]
    operation = towpath.JsonOperation
    diff = towpath.JsonDiff(
        (operation("replace", "$.k[0]", "ü"), operation("remove", "$.l"))
    )
    absent = towpath.ABSENT
    assert minimal.before == [(1, absent, absent), (2, absent, absent)]
    assert minimal.after == [(absent, diff, 1), (absent, diff, 2)]
    assert '"json_diff":{"a":[{"op":"replace","path":"$.k[0]","value":"ü"}' in minimal.to_json()


def test_random_rows_equal_select(
    server: LiveServer, database: str, open_stream: Open
) -> None:
    """10,000 rows, many tables of a batch, NULLs and all lengths; what was read is what is there."""
    values = RandomValues()
    json_type = "LONGTEXT" if server.kind == "mariadb" else "JSON"
    tables = 5
    for t in range(tables):
        server.sql(
            f"CREATE TABLE t{t} (id INT PRIMARY KEY, n BIGINT, u BIGINT UNSIGNED, f DOUBLE, "
            f"d DECIMAL(20,6), s VARCHAR(200), l VARCHAR(200) CHARACTER SET latin1, b BLOB, "
            f"dt DATETIME(6), ts TIMESTAMP(3) NULL, tm TIME(2), e ENUM('x','y','z'), j {json_type})"
        )
    stream = open_stream(filter_events="insert")

    def row(key: int) -> tuple[Any, ...]:
        when = values.when()
        return (
            key,
            values.integer(64),
            values.unsigned(64),
            values.double(),
            values.decimal(20, 6),
            values.text("日本語🎈"),
            values.text(),
            values.blob(),
            values.maybe(when),
            values.maybe(when.replace(microsecond=when.microsecond // 1000 * 1000)),
            values.duration(),
            values.maybe(values.rng.choice("xyz")),
            values.maybe(json.dumps({"k": values.letters(), "n": values.rng.randrange(10**6)})),
        )

    count = 2000
    with server.admin.cursor() as cursor:
        for start in range(0, count, 100):
            cursor.execute("BEGIN")
            for t in range(tables):
                cursor.executemany(
                    f"INSERT INTO t{t} VALUES ({', '.join(['%s'] * 13)})",
                    [row(key) for key in range(start, start + 100)],
                )
            cursor.execute("COMMIT")
    got: dict[str, list[tuple[Any, ...]]] = {f"t{t}": [] for t in range(tables)}
    while sum(map(len, got.values())) < count * tables:
        batch = stream.get(timeout=60)
        assert batch.mark != -1
        for entry in batch:
            assert entry.table is not None
            got[entry.table.name] += entry.after

    def comparable(values: tuple[Any, ...]) -> tuple[Any, ...]:
        *rest, ts, tm, e, j = values
        if isinstance(ts, dt.datetime):
            ts = ts.replace(tzinfo=None)
        return (*rest, ts, tm, e, json.loads(j) if isinstance(j, str) else j)

    for t in range(tables):
        expected = server.sql(f"SELECT * FROM t{t} ORDER BY id")
        assert list(map(comparable, got[f"t{t}"])) == list(map(comparable, expected)), f"seed {values.seed}"


def test_text_that_is_not_utf8_does_not_stop(
    server: LiveServer, database: str, open_stream: Open
) -> None:
    """Bytes that a column's character set does not allow, where the server lets them in."""
    stream = open_stream(filter_events="insert")
    server.sql(
        "CREATE TABLE t (v VARBINARY(10))",
        "INSERT INTO t VALUES (0xfffe41)",
    )
    (entry,) = entries(stream, 1)
    assert entry.after == [(b"\xff\xfeA",)]


@pytest.mark.parametrize("wide", [1, 300])
def test_wide_tables(server: LiveServer, database: str, open_stream: Open, wide: int) -> None:
    stream = open_stream(filter_events="insert")
    server.sql(
        f"CREATE TABLE t ({', '.join(f'c{i} INT' for i in range(wide))})",
        f"INSERT INTO t VALUES ({', '.join(str(i) for i in range(wide))})",
    )
    (entry,) = entries(stream, 1)
    assert entry.after == [tuple(range(wide))]
