"""Arrow tables: every type as the tuples and SELECT have it, read by pyarrow, polars and DuckDB."""

from __future__ import annotations

import gc
import importlib
import json
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest
from conftest import LiveServer, entries
from random_rows import RandomValues
from test_values import (
    MARIADB,
    MYSQL,
    VALUES,
    change_one_of_each,
    change_with_minimal_images,
)

import towpath

# Untyped here, so that it does not matter which of them have types.
pa: Any = importlib.import_module("pyarrow")
pl: Any = importlib.import_module("polars")
duckdb: Any = importlib.import_module("duckdb")

Open = Callable[..., towpath.Stream]

EXTRA = [
    "op", "timestamp", "file", "offset", "ordinal", "row", "transaction_offset", "gtid", "server_id",
    "duplicate", "columns", "exceptions",
]  # fmt: skip
MORE: dict[str, list[tuple[str, str, Any]]] = {
    "mysql": [("VECTOR(3)", "STRING_TO_VECTOR('[1.5, -2, 0]')", [1.5, -2.0, 0.0])],
    "mariadb": [],
}


def gather(stream: towpath.Stream, rows: int, **options: Any) -> list[towpath.ArrowTable]:
    """What an ArrowBuilder makes of the next rows."""
    builder = towpath.ArrowBuilder(**options)
    while builder.num_rows < rows:
        batch = stream.get(timeout=30)
        assert batch.mark != -1, f"nothing came; so far {builder.num_rows} rows"
        builder.add(batch)
    assert builder.num_rows == rows
    return builder.take()


def one_batch(stream: towpath.Stream, entry_count: int) -> towpath.Batch:
    """All of the next entries in one batch."""
    while True:
        batch = stream.get_without_ack(timeout=30)
        if len(batch) == entry_count:
            return batch
        assert 0 < len(batch) < entry_count
        stream.rollback()  # there may be more of them by now


def valid(table: Any) -> Any:
    """As a pyarrow.Table, in which everything was looked at."""
    table = pa.table(table)
    table.validate(full=True)
    return table


def in_arrow(kind: str, value: Any) -> Any:
    """What a Python value of a column is in Arrow; None: it has no place there."""
    base = kind.split("(")[0].split(" ")[0]
    if base == "SET":
        return ",".join(sorted(value))
    if base == "DECIMAL" and value is not None and "65" in kind:
        return str(value)
    if base in ("DATE", "DATETIME", "TIMESTAMP") and isinstance(value, str):
        return None
    return value


def test_one_of_each(server: LiveServer, database: str, open_stream: Open) -> None:
    values = VALUES + (MARIADB if server.kind == "mariadb" else MYSQL) + MORE[server.kind]
    stream = open_stream(filter_events="insert,update,delete")
    change_one_of_each(server, values)
    (made,) = gather(stream, 3, table=f"{database}.t", images="both")
    table = valid(made)
    names = [f"c{i}" for i in range(len(values))]
    assert table.column_names == (
        names + [f"_{name}" for name in [*EXTRA, "before_columns"]] + [f"_before.{n}" for n in names]
    )
    insert, update, delete = table.to_pylist()
    exceptions = {}
    for i, (kind, literal, value) in enumerate(values):
        name = f"c{i}"
        got, expected = insert[name], in_arrow(kind, value)
        if table.field(name).type == pa.json_():
            got, expected = json.loads(got), value
        assert got == expected, f"{kind} {literal}"
        if expected is None and value is not None:
            exceptions[name] = value
        assert insert[f"_before.{name}"] is None
        assert update[f"_before.{name}"] == insert[name], f"{kind} {literal}"
        if i != 0:
            assert update[name] == insert[name] == delete[name]
            assert delete[f"_before.{name}"] == insert[name]
    assert update["c0"] == delete["c0"] == 1
    assert len(exceptions) == 4
    assert json.loads(insert["_exceptions"]) == exceptions
    assert json.loads(update["_exceptions"]) == {
        prefix + name: value for name, value in exceptions.items() for prefix in ("", "_before.")
    }
    assert [r["_op"] for r in (insert, update, delete)] == ["insert", "update", "delete"]
    assert insert["_columns"] is update["_columns"] is delete["_columns"] is None
    assert [r["_before_columns"] for r in (insert, update, delete)] == [[], None, None]


def test_types(server: LiveServer, database: str, open_stream: Open) -> None:
    """The Arrow type of each column, whatever is in it."""
    types = {
        "TINYINT": pa.int8(), "TINYINT UNSIGNED": pa.uint8(),
        "SMALLINT": pa.int16(), "SMALLINT UNSIGNED": pa.uint16(),
        "MEDIUMINT": pa.int32(), "MEDIUMINT UNSIGNED": pa.uint32(),
        "INT": pa.int32(), "INT UNSIGNED": pa.uint32(),
        "BIGINT": pa.int64(), "BIGINT UNSIGNED": pa.uint64(),
        "FLOAT": pa.float32(), "DOUBLE": pa.float64(),
        "DECIMAL(10,2)": pa.decimal128(10, 2), "DECIMAL(38,38)": pa.decimal128(38, 38),
        "DECIMAL(65,30)": pa.string(),
        "YEAR": pa.uint16(), "DATE": pa.date32(), "TIME(6)": pa.duration("us"),
        "DATETIME": pa.timestamp("us"), "TIMESTAMP(6) NULL": pa.timestamp("us", "UTC"),
        "CHAR(3)": pa.string(), "VARCHAR(3) CHARACTER SET latin1": pa.string(),
        "LONGTEXT": pa.string(), "BINARY(3)": pa.binary(), "BLOB": pa.binary(),
        "ENUM('a','b')": pa.dictionary(pa.int16(), pa.string()), "SET('a','b')": pa.string(),
        "BIT(3)": pa.uint64(), "POINT": pa.binary(),
    }  # fmt: skip
    if server.kind == "mysql":
        del types["DECIMAL(38,38)"]
        types |= {"JSON": pa.json_(), "VECTOR(3)": pa.list_(pa.float32()), "DECIMAL(38,30)": pa.decimal128(38, 30)}
    else:
        types |= {"JSON": pa.string(), "UUID": pa.string(), "INET6": pa.string(), "INET4": pa.string()}
    stream = open_stream(filter_events="insert")
    server.sql(
        f"CREATE TABLE t ({', '.join(f'c{i} {kind}' for i, kind in enumerate(types))})",
        "INSERT INTO t () VALUES ()",
        "INSERT INTO t () VALUES ()",
    )
    batch = one_batch(stream, 2)
    for decimal256 in (False, True):
        table = valid(batch.to_arrow(decimal256=decimal256))
        for i, (kind, arrow) in enumerate(types.items()):
            expected = pa.decimal256(65, 30) if decimal256 and kind == "DECIMAL(65,30)" else arrow
            assert table.field(i).type == expected, kind
            assert table.column(i).null_count == 2, kind
    assert table.schema.metadata[b"towpath.database"].decode() == database
    assert table.schema.metadata[b"towpath.table"] == b"t"
    assert table.schema.metadata[b"towpath.primary_key"] == b"[]"


def test_columns_of_the_change(server: LiveServer, database: str, open_stream: Open) -> None:
    """Position, time, GTID and the rest are those of the entries."""
    stream = open_stream()
    server.sql(
        "CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(10))",
        "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')",
        "UPDATE t SET v='x' WHERE id>1",
    )
    builder = towpath.ArrowBuilder(f"{database}.t")
    expected: list[tuple[Any, ...]] = []
    while len(expected) < 5:
        batch = stream.get(timeout=30)
        builder.add(batch)
        for e in batch:
            p = e.position
            expected += [
                (e.kind, e.timestamp, p.file, p.offset, p.ordinal, row, p.transaction_offset,
                 e.gtid or None, e.server_id, e.duplicate, None, None)
                for row in range(e.row_count)
            ]  # fmt: skip
    (made,) = builder.take()
    assert builder.take() == [] and builder.num_rows == builder.nbytes == 0
    assert (made.database, made.name, len(made)) == (database, "t", 5) and made.nbytes > 100
    table = valid(made)
    assert table.schema.metadata[b"towpath.primary_key"] == b'["id"]'
    assert list(zip(*(table[f"_{name}"].to_pylist() for name in EXTRA))) == expected
    assert table["id"].to_pylist() == [1, 2, 3, 2, 3]
    assert table["v"].to_pylist() == ["a", "b", "c", "x", "x"]


def test_absent_columns(server: LiveServer, database: str, open_stream: Open) -> None:
    """What an update did not log again is as it was; what nobody logged is null and not known."""
    stream = open_stream(filter_events="insert,update,delete")
    change_with_minimal_images(server)
    (made,) = gather(stream, 3, images="both", prefix="")
    rows = valid(made).select(["id", "a", "b", "c", "columns", "before_columns", "before.id", "before.a"])
    insert, update, delete = (tuple(row.values()) for row in rows.to_pylist())
    assert insert[:4] == (1, "a", b"b", None) and insert[5:] == ([], None, None)
    assert update == (1, None, None, None, ["id", "a"], ["id"], 1, None)
    assert delete == (1, None, None, None, ["id"], ["id"], 1, None)


def test_columns_that_are_left_out(server: LiveServer, database: str, open_stream: Open) -> None:
    stream = open_stream(filter_events="insert,update,delete", filter_columns=r".*\.t:a/c")
    server.sql(
        "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10), b TEXT, c INT)",
        "INSERT INTO t VALUES (1, 'a', 'b', 3)",
        "UPDATE t SET a='A'",
        "SET SESSION binlog_row_image=MINIMAL",
        "UPDATE t SET c=NULL, b=''",
        "SET SESSION binlog_row_image=FULL",
    )
    (made,) = gather(stream, 3, images="both", prefix="")
    names = ["a", "c", "columns", "before_columns", "before.a", "before.c"]
    table = valid(made)
    assert [n for n in table.column_names if n in (*names, "id", "b")] == names
    assert [tuple(row.values()) for row in table.select(names).to_pylist()] == [
        ("a", 3, None, [], None, None),
        ("A", 3, None, None, "a", 3),
        (None, None, ["c"], [], None, None),
    ]


def test_json_differences(server: LiveServer, database: str, open_stream: Open) -> None:
    if server.kind != "mysql":
        pytest.skip("only MySQL logs differences of JSON")
    stream = open_stream(filter_events="update")
    server.sql(
        "CREATE TABLE t (id INT PRIMARY KEY, a JSON)",
        """INSERT INTO t VALUES (1, '{"k": [1, 2]}')""",
        "SET SESSION binlog_row_value_options='PARTIAL_JSON'",
        "UPDATE t SET a=JSON_SET(a, '$.k[0]', 'new')",
        "SET SESSION binlog_row_image=MINIMAL",
        "UPDATE t SET a=JSON_SET(a, '$.k[0]', 'ü')",
        "SET SESSION binlog_row_image=FULL, binlog_row_value_options=''",
    )
    (made,) = gather(stream, 2)
    full, minimal = valid(made).to_pylist()
    assert json.loads(full["a"]) == {"k": ["new", 2]} and full["_exceptions"] is None
    assert minimal["a"] is None and minimal["_columns"] is None  # id of before, a of after
    assert json.loads(minimal["_exceptions"]) == {
        "a": {"json_diff": [{"op": "replace", "path": "$.k[0]", "value": "ü"}]}
    }


def test_random_rows_equal_select(server: LiveServer, database: str, open_stream: Open) -> None:
    """Rows in pyarrow, polars, DuckDB and pandas are those that SELECT returns."""
    values = RandomValues()
    columns = (
        "id INT PRIMARY KEY, n BIGINT, u BIGINT UNSIGNED, i SMALLINT, f DOUBLE, d DECIMAL(20,6), "
        "w DECIMAL(38,10), s VARCHAR(200), l VARCHAR(200) CHARACTER SET latin1, b BLOB, "
        "dt DATETIME(6), day DATE, tm TIME(2), e ENUM('x','y','z')"
    )
    server.sql(f"CREATE TABLE t ({columns})")
    stream = open_stream(filter_events="insert")

    def row(key: int) -> tuple[Any, ...]:
        when = values.when()
        return (
            key,
            values.integer(64),
            values.unsigned(64),
            values.integer(16),
            values.double(),
            values.decimal(20, 6),
            values.decimal(28, 0),
            values.text("日本語🎈"),
            values.text(),
            values.blob(),
            values.maybe(when),
            values.maybe(when.date()),
            values.duration(),
            values.maybe(values.rng.choice("xyz")),
        )

    count = 3000
    with server.admin.cursor() as cursor:
        for start in range(0, count, 100):
            cursor.executemany(
                f"INSERT INTO t VALUES ({', '.join(['%s'] * 14)})",
                [row(key) for key in range(start, start + 100)],
            )
    expected = [tuple(r) for r in server.sql("SELECT * FROM t ORDER BY id")]
    (made,) = gather(stream, count, table=f"{database}.t", max_rows=1000)
    assert made.num_record_batches == 3
    table = valid(made)
    names = table.column_names[:14]
    assert [tuple(r.values()) for r in table.select(names).to_pylist()] == expected, f"seed {values.seed}"
    assert pl.DataFrame(made).select(names).rows() == expected, f"seed {values.seed}"
    query = f"SELECT {', '.join(names)} FROM made ORDER BY _file, _offset, _row"
    assert duckdb.sql(query).fetchall() == expected, f"seed {values.seed}"
    frame = table.to_pandas()
    assert frame["id"].tolist() == list(range(count))
    assert frame["_op"].astype(str).unique().tolist() == ["insert"]
    assert [v if isinstance(v, str) else None for v in frame["s"].tolist()] == [r[7] for r in expected]


def test_readers_agree(server: LiveServer, database: str, open_stream: Open) -> None:
    """polars and DuckDB read every column as pyarrow does."""
    values = VALUES + (MARIADB if server.kind == "mariadb" else MYSQL) + MORE[server.kind]
    stream = open_stream(filter_events="insert,update,delete")
    change_one_of_each(server, values)
    (made,) = gather(stream, 3, images="both")
    expected = [tuple(row.values()) for row in valid(made).to_pylist()]
    frame = pl.DataFrame(made)
    assert frame.columns == pa.table(made).column_names
    assert [tuple(row) for row in frame.rows()] == expected
    assert duckdb.sql("SELECT * FROM made").fetchall() == expected


def test_definition_changes(server: LiveServer, database: str, open_stream: Open) -> None:
    """Before and behind are tables of their own; one batch with both can not be one table."""
    server.sql("CREATE TABLE t (id INT PRIMARY KEY, a INT, e ENUM('x','y'))")
    stream = open_stream(filter_events="insert")
    server.sql(
        "INSERT INTO t VALUES (1, 10, 'x')",
        "INSERT INTO t VALUES (2, 20, 'y')",
        "ALTER TABLE t MODIFY a BIGINT",
        "INSERT INTO t VALUES (3, 30, 'y')",
        "ALTER TABLE t MODIFY e ENUM('y','z')",  # the same schema with another dictionary
        "INSERT INTO t VALUES (4, 40, 'z')",
    )
    batch = one_batch(stream, 4)
    with pytest.raises(towpath.SchemaMismatchError, match="batch.isolate_ddl"):
        batch.to_arrow(f"{database}.t")
    builder = towpath.ArrowBuilder()
    builder.add(batch)
    before, behind = builder.take()
    assert valid(before)["id"].to_pylist() == [1, 2] and valid(before)["a"].type == pa.int32()
    assert valid(behind)["id"].to_pylist() == [3, 4] and valid(behind)["a"].type == pa.int64()
    assert valid(behind)["e"].to_pylist() == ["y", "z"] and behind.num_record_batches == 2
    assert valid(before)["e"].to_pylist() == ["x", "y"]
def test_many_tables(server: LiveServer, database: str, open_stream: Open) -> None:
    stream = open_stream(filter_events="insert")
    server.sql(
        "CREATE TABLE t (id INT)",
        "CREATE TABLE u (id INT, _OP INT)",
        "INSERT INTO t VALUES (1)",
        "INSERT INTO u VALUES (2, 0)",
        "INSERT INTO t VALUES (3)",
    )
    batch = one_batch(stream, 3)
    assert batch.to_arrow(f"{database}.t")["id"].to_pylist() == [1, 3]
    assert batch.to_arrow(f"{database}.other") is None
    with pytest.raises(towpath.InvalidArgumentError, match="several tables"):
        batch.to_arrow(prefix="towpath_")
    builder = towpath.ArrowBuilder()
    with pytest.raises(towpath.InvalidArgumentError, match="another prefix"):
        builder.add(batch)
    assert builder.num_rows == 0 and builder.take() == []  # nothing of the batch was added
    builder = towpath.ArrowBuilder(prefix="towpath_")
    builder.add(batch)
    assert {t.name: pa.table(t)["id"].to_pylist() for t in builder.take()} == {"t": [1, 3], "u": [2]}


def test_bounds(server: LiveServer, database: str, open_stream: Open) -> None:
    stream = open_stream(filter_events="insert")
    server.sql("CREATE TABLE t (id INT, v VARCHAR(1000))")
    for i in range(20):
        server.sql(f"INSERT INTO t VALUES ({i}, REPEAT('x', 1000))")
    builder = towpath.ArrowBuilder(max_bytes=5000)
    complete: list[towpath.ArrowTable] = []
    while builder.num_rows + sum(len(t) for t in complete) < 20:
        builder.add(stream.get(timeout=30))
        complete += builder.take(complete_only=True)
        assert builder.nbytes < 5000
    ids = [i for t in [*complete, *builder.take()] for i in valid(t)["id"].to_pylist()]
    assert ids == list(range(20)) and sum(t.num_record_batches for t in complete) >= 3
    with pytest.raises(ValueError, match="images"):
        towpath.ArrowBuilder(images="some")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="max_rows"):
        towpath.ArrowBuilder(max_rows=-1)


def test_without_pyarrow(
    server: LiveServer, database: str, open_stream: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then to_arrow returns an object that polars and DuckDB read, more than once."""
    stream = open_stream(filter_events="insert")
    server.sql("CREATE TABLE t (id INT, v VARCHAR(9))", "INSERT INTO t VALUES (1, 'ä'), (2, NULL)")
    batch = stream.get(timeout=30)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    table = batch.to_arrow()
    assert isinstance(table, towpath.ArrowTable) and len(table) == 2
    assert repr(table) == f"<towpath.ArrowTable {database}.t, 2 rows>"
    for _ in range(2):
        assert pl.DataFrame(table).select("id", "v").rows() == [(1, "ä"), (2, None)]
        assert duckdb.from_arrow(table).select("id", "v").fetchall() == [(1, "ä"), (2, None)]
    with pytest.raises(ModuleNotFoundError):
        table.to_pyarrow()


def test_lives_longer_than_the_batch(
    server: LiveServer, database: str, open_stream: Open
) -> None:
    stream = open_stream(filter_events="insert")
    server.sql("CREATE TABLE t (id INT, v VARCHAR(90))")
    server.sql("INSERT INTO t VALUES " + ", ".join(f"({i}, '{i:090}')" for i in range(1000)))
    made = gather(stream, 1000)
    arrays = [pa.table(t)["v"] for t in made]
    unused = [t.__arrow_c_stream__() for t in made]  # never read
    stream.close()
    del made, stream, unused
    gc.collect()
    expected = [f"{i:090}" for i in range(1000)]
    got: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: got.append([v for a in arrays for v in a.to_pylist()]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [expected] * 4
    assert not towpath._arrow._streams


def test_entries_and_arrow_agree(server: LiveServer, database: str, open_stream: Open) -> None:
    """A batch read both ways."""
    stream = open_stream(filter_events="insert")
    server.sql("CREATE TABLE t (id INT, v VARCHAR(9))", "INSERT INTO t VALUES (1, 'a'), (2, NULL)")
    (entry,) = entries(stream, 1)
    assert entry._batch.to_arrow().select(["id", "v"]).to_pylist() == [
        {"id": i, "v": v} for i, v in entry.after
    ]
