"""The stream contract from Python, against real servers."""

from __future__ import annotations

import logging
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest
from conftest import LiveServer, entries

import towpath

Open = Callable[..., towpath.Stream]


@pytest.fixture
def orders(server: LiveServer, database: str) -> str:
    server.sql("CREATE TABLE orders (id INT PRIMARY KEY, note VARCHAR(40), price DECIMAL(8,2))")
    return "orders"


def test_a_transaction(server: LiveServer, orders: str, database: str, open_stream: Open) -> None:
    stream = open_stream()
    server.sql(
        "BEGIN",
        "INSERT INTO orders VALUES (1, 'a', 9.90), (2, NULL, NULL)",
        "UPDATE orders SET note='b' WHERE id=1",
        "DELETE FROM orders WHERE id=2",
        "COMMIT",
    )
    begin, insert, update, delete, commit = entries(stream, 5)
    assert [e.kind for e in (begin, insert, update, delete, commit)] == [
        "begin", "insert", "update", "delete", "commit",
    ]  # fmt: skip
    assert begin.position < insert.position < update.position < commit.position
    assert begin.table is None and begin.rows == [] and begin.before == begin.after == []
    assert len({e.gtid for e in (begin, insert, commit)}) == 1 and begin.gtid
    table = insert.table
    assert table is not None
    assert str(table) == f"{database}.orders" == f"{insert.database}.orders"
    assert table.column_names == ("id", "note", "price") and table.primary_key == ("id",)
    assert table.columns[2].type is towpath.ColumnType.DECIMAL
    assert (table.columns[2].precision, table.columns[2].scale) == (8, 2)
    assert insert.row_count == 2 and insert.before == []
    assert insert.after[1] == (2, None, None)
    assert insert.rows[0].before is None
    assert update.rows[0].before is not None and update.rows[0].before["note"] == "a"
    assert update.rows[0].after is not None and update.rows[0].after["note"] == "b"
    assert update.before[0][0] == update.after[0][0] == 1
    assert delete.before == [(2, None, None)] and delete.after == []
    assert abs(time.time() - insert.timestamp.timestamp()) < 600
    assert insert.server_id == int(server.sql("SELECT @@server_id")[0][0])
    assert f'"table":"orders"' in insert.to_json() and not insert.duplicate


def test_ddl(
    server: LiveServer, database: str, orders: str, open_stream: Open
) -> None:
    stream = open_stream()
    server.sql("CREATE TABLE t (id INT)", "ALTER TABLE t ADD COLUMN `größe` INT")
    server.sql("RENAME TABLE t TO `t 2`", "DROP TABLE `t 2`")
    server.sql("INSERT INTO orders VALUES (1, 'x', 1)")
    create, alter, rename, drop, _, insert, _ = entries(stream, 7)
    assert create.database == database and create.sql.startswith("CREATE TABLE t")
    assert create.ddl_kind == "create_table" and create.sql_valid
    assert create.statement_tables == ((database, "t"),)
    assert "größe" in alter.sql
    assert alter.ddl_kind is towpath.DdlKind.ALTER_TABLE
    assert rename.ddl_kind == "rename_table"
    assert list(map(str, rename.statement_tables)) == [f"{database}.t", f"{database}.t 2"]
    assert drop.ddl_kind == "drop_table" and drop.statement_tables[0].name == "t 2"
    assert insert.kind == "insert" and insert.statement_tables == ()
    assert insert.ddl_kind is towpath.DdlKind.OTHER and insert.sql_valid


def test_sql_that_is_no_text(server: LiveServer, database: str, open_stream: Open) -> None:
    stream = open_stream()
    server.admin.query(b"CREATE TABLE t (a INT) /* \xff */")
    (create,) = entries(stream, 1, "ddl")
    assert not create.sql_valid and create.statement_tables == ((database, "t"),)
    assert b"\xff" in create.sql.encode("utf-8", "surrogateescape")


def test_ack_rollback_and_marks(server: LiveServer, orders: str, open_stream: Open) -> None:
    stream = open_stream()
    for i in range(4):
        server.sql(f"INSERT INTO orders VALUES ({i}, 'x', 1)")
    first = stream.get_without_ack(3, timeout=30)
    second = stream.get_without_ack(3, timeout=30)
    assert second.mark > first.mark >= 1 and len(first) == 3
    with pytest.raises(towpath.OutOfOrderError, match=str(first.mark)):
        second.ack()
    with pytest.raises(towpath.UnknownMarkError):
        stream.ack(second.mark + 7)
    again = stream.get_outstanding(second.mark)
    assert again.to_json() == second.to_json()
    assert stream.status().outstanding == 2 and stream.status().oldest_mark == first.mark
    first.ack()
    with pytest.raises(towpath.UnknownMarkError):
        first.ack()
    stream.rollback()
    with pytest.raises(towpath.UnknownMarkError):
        second.ack()
    third = stream.get_without_ack(3, timeout=30)
    assert third.mark > second.mark
    assert [e.position for e in third] == [e.position for e in second]
    fourth = stream.get_without_ack(3, timeout=30)
    stream.rollback(fourth.mark)
    assert stream.status().outstanding == 1
    fifth = stream.get_without_ack(3, timeout=30)
    stream.ack_through(fifth.mark)
    status = stream.status()
    assert status.outstanding == 0 and status.oldest_mark == -1
    assert status.state is towpath.StreamState.RUNNING and status.error_code == towpath.Code.OK
    assert status.ack_position == fifth[-1].position == status.get_position


def test_reopening_resumes(server: LiveServer, orders: str, open_stream: Open) -> None:
    stream = open_stream(filter_events="insert")
    server.sql("INSERT INTO orders VALUES (1, 'a', 1)", "INSERT INTO orders VALUES (2, 'b', 2)")
    first = stream.get(1, timeout=30)
    unacked = stream.get_without_ack(1, timeout=30)
    stream.mark_processed(unacked[0].position)
    stream.close()
    stream.close()
    with pytest.raises(towpath.ClosedError):
        stream.get(timeout=0)
    assert first[0].after[0][0] == 1  # batches outlive the stream

    stream = open_stream(filter_events="insert")
    batch = stream.get_without_ack(1, timeout=30)
    assert batch.mark > unacked.mark
    assert [e.position for e in batch] == [e.position for e in unacked]
    assert batch[0].duplicate
    assert stream.status().processed == batch[0].position


def test_busy(orders: str, open_stream: Open) -> None:
    open_stream()
    with pytest.raises(towpath.BusyError):
        open_stream()


def test_empty_batch(orders: str, open_stream: Open) -> None:
    stream = open_stream()
    before = time.monotonic()
    batch = stream.get_without_ack(timeout=0.3)
    assert time.monotonic() - before >= 0.3
    assert len(batch) == 0 and batch.mark == -1 and list(batch) == []
    batch.ack()  # nothing to acknowledge: does nothing
    assert len(stream.get_without_ack(timeout=0)) == 0
    with pytest.raises(IndexError):
        batch[0]
    with pytest.raises(ValueError, match="max_entries"):
        stream.get(0)


def test_close_wakes_a_waiting_get(orders: str, open_stream: Open) -> None:
    stream = open_stream()
    seen: list[BaseException] = []

    def wait() -> None:
        try:
            stream.get_without_ack()
        except BaseException as e:
            seen.append(e)

    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(0.2)
    stream.close()
    thread.join(30)
    assert not thread.is_alive() and isinstance(seen[0], towpath.ClosedError)


def test_get_on_one_thread_and_ack_on_another(
    server: LiveServer, orders: str, open_stream: Open
) -> None:
    stream = open_stream(filter_events="insert")
    marks: list[int] = []
    ids: list[int] = []
    taken = threading.Semaphore(0)

    def acker() -> None:
        for i in range(50):
            taken.acquire()
            stream.ack(marks[i])

    thread = threading.Thread(target=acker)
    thread.start()
    for i in range(50):
        server.sql(f"INSERT INTO orders VALUES ({i}, 'x', 1)")
    while len(ids) < 50:
        batch = stream.get_without_ack(1, timeout=30)
        assert batch.mark != -1, f"nothing came; so far {ids}"
        ids += [row[0] for e in batch for row in e.after]
        marks.append(batch.mark)
        taken.release()
    thread.join(30)
    assert not thread.is_alive()
    assert ids == list(range(50)) and marks == sorted(set(marks))
    assert stream.status().outstanding == 0


def test_iteration_ends_with_the_source(server: LiveServer, orders: str, open_stream: Open) -> None:
    server.sql("INSERT INTO orders VALUES (1, 'a', 1)")
    stream = open_stream(source_until="latest")
    kinds = []
    for batch in stream:
        kinds += [e.kind.value for e in batch]
        batch.ack()
    assert kinds.count("insert") == 1 and kinds[-1] == "commit"
    with pytest.raises(towpath.EndError):
        stream.get(timeout=0)


def test_many_blocks_of_a_batch(
    server: LiveServer, orders: str, open_stream: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(towpath._stream, "_BLOCK_BYTES", 1000)
    stream = open_stream(batch_whole_transactions=True)
    server.sql("BEGIN", *(f"INSERT INTO orders VALUES ({i}, 'é{i}', {i})" for i in range(60)),
               "COMMIT")
    batch = stream.get_without_ack(timeout=30)
    assert len(batch) == 62
    whole = [repr((e.kind, e.position, e.after)) for e in batch]
    assert [repr((e.kind, e.position, e.after)) for e in batch] == whole
    assert [repr((batch[i].kind, batch[i].position, batch[i].after)) for i in range(62)] == whole
    assert batch[-1].kind == "commit" and [e.kind for e in batch[60:]] == ["insert", "commit"]
    assert batch[40].after[0][:2] == (39, "é39")


def break_connection(server: LiveServer) -> None:
    """The server ends every dump; streams connect again and say so."""
    for row in server.sql("SHOW PROCESSLIST"):
        if row[4].startswith("Binlog Dump"):
            server.sql(f"KILL {row[0]}")


def test_log(
    server: LiveServer, orders: str, open_stream: Open, caplog: pytest.LogCaptureFixture
) -> None:
    lines: list[tuple[towpath.LogLevel, str]] = []
    stream = open_stream(log=lambda level, text: lines.append((level, text)), log_level="debug")
    other = open_stream(log=logging.getLogger("changes"), log_level="debug", stream="log2",
                        store_url="memory:")
    with caplog.at_level(logging.DEBUG):
        break_connection(server)
        server.sql("INSERT INTO orders VALUES (1, 'a', 1)")
        assert entries(stream, 3) and entries(other, 3)
    assert stream.status().reconnects >= 1
    levels = {level for level, text in lines if "reconnection" in text}
    assert levels == {towpath.LogLevel.WARNING}, lines
    assert (towpath.LogLevel.INFO, True) in {(k, "connected again" in text) for k, text in lines}
    assert not any("towpath:towpath" in text for _, text in lines)
    mine = [record for record in caplog.records if record.name == "changes"]
    assert {r.levelno for r in mine if "reconnection" in r.getMessage()} == {logging.WARNING}
    quiet: list[tuple[towpath.LogLevel, str]] = []
    stream = open_stream(log=lambda *line: quiet.append(line), log_level="error", stream="quiet",
                         store_url="memory:")
    break_connection(server)
    server.sql("INSERT INTO orders VALUES (2, 'a', 1)")
    assert entries(stream, 6) and stream.status().reconnects >= 1
    assert not quiet


def test_ctrl_c_while_waiting(server: LiveServer, orders: str, tmp_path: pathlib.Path) -> None:
    program = (
        "import sys, towpath\n"
        f"s = towpath.open({server.url!r}, stream='ctrlc', store_url='memory:')\n"
        "print('waiting', flush=True)\n"
        "try:\n"
        "    s.get()\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted', s.status().outstanding)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True,
                               env=os.environ)
    assert process.stdout is not None and process.stdout.readline() == "waiting\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=30)
    assert output == "interrupted 0\n" and process.returncode == 0


def test_an_open_stream_at_exit(server: LiveServer) -> None:
    """A stream that was not closed neither hangs nor crashes the interpreter, even if it logs."""
    program = (
        "import towpath\n"
        f"s = towpath.open({server.url!r}, stream='exit', store_url='memory:',\n"
        "                 log=lambda level, text: None, log_level='debug')\n"
        "print('done')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_preflight(server: LiveServer) -> None:
    report = towpath.preflight(server.url)
    assert report.ready and report.findings
    assert ("mariadb" if server.kind == "mariadb" else "mysql") in report.server.lower()
    bad = towpath.preflight(server.url.replace("towpath:towpath@", "nogrant:nogrant@"))
    assert not bad.ready
    assert any(f.severity is towpath.Severity.ERROR and "GRANT" in f.remedy for f in bad.findings)
