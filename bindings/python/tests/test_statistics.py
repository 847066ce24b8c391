"""The status of a stream and its statistics, against real servers."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable

import pytest
from conftest import LiveServer, entries

import towpath

Open = Callable[..., towpath.Stream]
PATIENCE = 60


@pytest.fixture
def orders(server: LiveServer, database: str) -> str:
    server.sql("CREATE TABLE orders (id INT PRIMARY KEY)")
    return "orders"


class Watcher:
    """Keeps the last status told, and waits for one."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.last: towpath.StreamStatus | None = None
        self.calls = 0

    def __call__(self, status: towpath.StreamStatus) -> None:
        with self.changed:
            self.last = status
            self.calls += 1
            self.changed.notify_all()

    def wait(self, wanted: Callable[[towpath.StreamStatus], bool]) -> towpath.StreamStatus:
        with self.changed:
            assert self.changed.wait_for(
                lambda: self.last is not None and wanted(self.last), PATIENCE
            ), self.last
            assert self.last is not None
            return self.last


def test_a_status(server: LiveServer, orders: str, open_stream: Open) -> None:
    watcher = Watcher()
    stream = open_stream(statistics=watcher, stats_interval_ms=5)
    server.sql("INSERT INTO orders VALUES (1)", "INSERT INTO orders VALUES (2)")
    assert entries(stream, 6)
    status = watcher.wait(lambda s: s.at_end and s.entries_acked >= 6 and s.lag_bytes == 0)
    assert status.state is towpath.StreamState.RUNNING and status.lag_us == 0
    assert status.source_position is not None and status.end_position is not None
    file, offset = server.position().split(":")
    assert (status.end_position.file, status.end_position.offset) == (file, int(offset))
    assert status.entries_delivered >= 6 and status.transactions_read >= 2
    assert status.bytes_read > 0 and isinstance(status.bytes_read_per_second, float)
    assert status.endpoint == f"{server.env('HOST')}:{server.env('PORT')}"
    assert status.spilled_bytes == 0
    assert status.writes > 1 and status.write_max_us >= status.write_mean_us > 0
    assert status.waiting_for_room is False and status.buffer_limit > 0
    assert abs(status.clock_offset_us) < 60_000_000
    told = json.loads(status.json)
    assert told["state"] == "running" and told["lag_bytes"] == 0 and told["at_end"] is True
    assert told["end_position"] == f"{file}:{offset}"
    stream.close()
    calls = watcher.calls
    assert stream.status().state is towpath.StreamState.CLOSED
    assert watcher.calls == calls


def test_every_member_of_the_json_is_a_field(server: LiveServer, open_stream: Open) -> None:
    status = open_stream().status()
    renamed = {"error": "error_code"}
    for name, value in json.loads(status.json).items():
        field = getattr(status, renamed.get(name, name))
        if name in {"state", "error"}:
            assert field.name.lower() == str(value).lower()
        elif value is None:
            assert field in (None, 0, -1), name
        elif isinstance(value, float):
            assert field == pytest.approx(value, abs=0.001), name
        elif isinstance(field, towpath.Position):
            assert str(field).startswith(str(value)), name
        else:
            assert field == value, name


def test_a_function_may_close_the_stream(
    server: LiveServer, orders: str, open_stream: Open
) -> None:
    opened = threading.Event()
    closed = threading.Event()
    calls: list[towpath.StreamStatus] = []

    def close(status: towpath.StreamStatus) -> None:
        opened.wait(PATIENCE)
        calls.append(status)
        stream.close()
        closed.set()

    stream = open_stream(statistics=close, stats_interval_ms=1)
    opened.set()
    assert closed.wait(PATIENCE)
    stream.close()
    assert len(calls) == 1
    with pytest.raises(towpath.ClosedError):
        stream.get()


def test_a_function_may_drop_the_last_reference(server: LiveServer) -> None:
    held: list[towpath.Stream] = []
    opened = threading.Event()
    dropped = threading.Event()

    def drop(_: towpath.StreamStatus) -> None:
        opened.wait(PATIENCE)
        held.clear()
        dropped.set()

    held.append(
        towpath.open(server.url, "dropped", store_url="memory:", statistics=drop,
                     stats_interval_ms=1)
    )  # fmt: skip
    opened.set()
    assert dropped.wait(PATIENCE)


@pytest.mark.parametrize("logger", ["function", "logger", "none"])
def test_what_a_function_raises_is_logged(
    server: LiveServer, open_stream: Open, caplog: pytest.LogCaptureFixture, logger: str
) -> None:
    twice = threading.Semaphore(0)
    lines: list[tuple[towpath.LogLevel, str]] = []

    def fail(_: towpath.StreamStatus) -> None:
        twice.release()
        raise RuntimeError("no disk for metrics")

    log = {
        "function": lambda level, text: lines.append((level, text)),
        "logger": logging.getLogger("changes"),
        "none": None,
    }[logger]
    with caplog.at_level(logging.ERROR):
        stream = open_stream(log=log, statistics=fail, stats_interval_ms=1)
        assert twice.acquire(timeout=PATIENCE) and twice.acquire(timeout=PATIENCE)
        stream.close()
    if logger == "function":
        texts = [text for level, text in lines if level is towpath.LogLevel.ERROR]
    else:
        name = {"logger": "changes", "none": "towpath"}[logger]
        texts = [r.getMessage() for r in caplog.records if r.name == name]
    assert any("RuntimeError: no disk for metrics" in text for text in texts)
