"""The options filter.*: which entries, rows and columns come, and that what is left out is passed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from conftest import LiveServer, entries

import towpath

Open = Callable[..., towpath.Stream]


@pytest.fixture
def written(server: LiveServer, database: str, open_stream: Open) -> Open:
    """Opens streams of what is written here, up to its end."""
    server.sql(
        "CREATE TABLE items (id INT, part INT, name VARCHAR(20), secret BLOB, tags VARCHAR(20),"
        " PRIMARY KEY (part, id))",
        "CREATE TABLE other (id INT PRIMARY KEY, name VARCHAR(20))",
        "INSERT INTO items VALUES (1, 10, 'one', 'x', '[1]'), (2, 20, NULL, NULL, NULL)",
        "BEGIN",
        "UPDATE items SET name='ONE', secret='y' WHERE id=1",
        "INSERT INTO other VALUES (7, 'seven')",
        "DELETE FROM items WHERE id=2",
        "COMMIT",
        "SET SESSION binlog_row_image=MINIMAL",
        "UPDATE items SET secret='z' WHERE id=1",
        "SET SESSION binlog_row_image=FULL",
        "INSERT INTO other VALUES (8, 'eight')",
    )

    def opened(**options: object) -> towpath.Stream:
        return open_stream(**{"source_until": "latest", **options})

    return opened


def read(stream: towpath.Stream) -> list[towpath.Entry]:
    """Everything, acknowledged, in batches of two; rows are what JSON says too."""
    found: list[towpath.Entry] = []
    while True:
        try:
            batch = stream.get(2, timeout=60)
        except towpath.EndError:
            stream.close()
            return found
        assert len(batch) > 0
        for entry in batch:
            if entry.kind in ("insert", "update", "delete"):
                assert [shown(row) for row in entry.rows] == json.loads(entry.to_json())["rows"]
        found += batch


def shown(row: towpath.Row) -> dict[str, Any]:
    """A row as the JSON format has it."""

    def image(values: dict[str, Any]) -> dict[str, Any]:
        return {
            name: base64.b64encode(value).decode() if isinstance(value, bytes) else value
            for name, value in values.items()
        }

    images = {"before": row.before, "after": row.after}
    return {name: image(values) for name, values in images.items() if values is not None}


def kinds(found: list[towpath.Entry]) -> str:
    return " ".join(e.kind.value for e in found)


ROWS = "insert,update,delete"


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ("insert", "insert insert insert"),
        ("update", "update update"),
        ("delete", "delete"),
        ("ddl", "ddl ddl"),
        ("statement", ""),
        ("heartbeat", ""),
        ("begin,delete,commit", "begin delete commit"),
        ("commit,update", "update commit update commit"),
        ("begin,ddl,commit", "ddl ddl"),
        (
            "begin,insert,update,delete,commit",
            "begin insert commit begin update insert delete commit begin update commit"
            " begin insert commit",
        ),
    ],
)
def test_kinds_of_entries(written: Open, events: str, expected: str) -> None:
    found = read(written(filter_events=events))
    assert kinds(found) == expected
    assert [e.position for e in found] == sorted(e.position for e in found)
    # What was left out is passed too: with another filter there is nothing more.
    assert read(written()) == []


@pytest.mark.parametrize("events", ["begin", "commit", "begin,commit,heartbeat"])
def test_begin_and_commit_alone_are_refused(written: Open, events: str) -> None:
    with pytest.raises(towpath.InvalidOptionError, match="would never come"):
        written(filter_events=events)


def test_heartbeats(open_stream: Open) -> None:
    stream = open_stream(filter_events="heartbeat", source_heartbeat_ms=100)
    first, second = entries(stream, 2)
    assert first.kind == second.kind == "heartbeat"
    assert first.table is None and first.rows == [] and first.gtid == ""


def test_tables(written: Open, database: str, tmp_path: Any) -> None:
    def tables(**options: str) -> list[str]:
        store = f"sqlite:{tmp_path / str(len(list(tmp_path.iterdir())))}.db"
        found = read(written(filter_events=ROWS, store_url=store, **options))
        return [f"{e.kind.value} {e.table.name}" for e in found if e.table is not None]

    items = ["insert items", "update items", "delete items", "update items"]
    other = ["insert other", "insert other"]
    assert tables(filter_tables=rf"{database}\.items") == items
    assert tables(filter_tables=rf"{database.upper()}\\.I\\w{{4}},x\..*") == items
    assert tables(filter_exclude=r".*\.items") == other
    assert tables(filter_tables=rf"{database}\.other", filter_exclude=r".*\.items") == other
    assert tables(filter_tables=database) == []
    with pytest.raises(towpath.InvalidFilterError, match=r"filter\.exclude"):
        written(filter_exclude="[")


def test_columns(written: Open, database: str) -> None:
    found = read(written(filter_events=ROWS, filter_columns=rf"{database}\.items:ID/name/tags"))
    insert, update, other, delete, minimal, _ = found
    table = insert.table
    assert table is not None and table.column_names == ("id", "name", "tags")
    assert table.primary_key == ()  # a column of it is left out
    assert [c.name for c in table.columns if c.is_key] == ["id"]
    assert insert.after == [(1, "one", "[1]"), (2, None, None)]
    assert insert.rows[0].after == {"id": 1, "name": "one", "tags": "[1]"}
    assert insert.row_count == 2
    assert update.before == [(1, "one", "[1]")] and update.after == [(1, "ONE", "[1]")]
    assert delete.before == [(2, None, None)] and delete.after == []
    assert other.after == [(7, "seven")]
    # Absent is what the server left out of the row; what the filter leaves out is no column.
    absent = towpath.ABSENT
    assert minimal.before == [(1, absent, absent)] and minimal.after == [(absent, absent, absent)]
    assert minimal.rows == [towpath.Row({"id": 1}, {})]


def test_columns_left_out(written: Open) -> None:
    stream = written(filter_events=ROWS, filter_columns_exclude=r".*:secret/tags/nothing")
    insert, update, _, delete, minimal, other = read(stream)
    table = insert.table
    assert table is not None and table.column_names == ("id", "part", "name")
    assert table.primary_key == ("part", "id")
    assert insert.after == [(1, 10, "one"), (2, 20, None)]
    assert update.after == [(1, 10, "ONE")] and delete.before == [(2, 20, None)]
    assert minimal.rows == [towpath.Row({"id": 1, "part": 10}, {})]
    assert other.after == [(8, "eight")]


def test_columns_refused(written: Open, database: str) -> None:
    with pytest.raises(towpath.InvalidFilterError, match="names no columns"):
        written(filter_columns="items")
    stream = written(filter_columns_exclude=rf"{database}\.other:id/name", filter_events="insert")
    assert [e.row_count for e in stream.get(1, timeout=60)] == [2]
    with pytest.raises(towpath.InvalidFilterError, match=r"other.*none of its 2 columns"):
        stream.get(timeout=60)


def test_a_stream_of_nothing_moves_on(
    server: LiveServer, written: Open, database: str, open_stream: Open
) -> None:
    nothing = {"filter_tables": r"nothing\..*", "filter_events": ROWS}
    first = written(**nothing)
    begin = first.status().gtid_set
    assert read(first) == []
    stream = open_stream(filter_events="insert")
    assert stream.status().gtid_set not in ("", begin)
    server.sql("INSERT INTO other VALUES (9, 'nine')")
    assert [e.after for e in entries(stream, 1)] == [[(9, "nine")]]
