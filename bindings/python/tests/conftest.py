"""Fixtures: the real servers that tests/harness/servers.py started for this run.

Run by tests/bindings/python. A server that is missing fails the tests that need it, unless
TOWPATH_TEST_ONLY names the other one.
"""

from __future__ import annotations

import os
import pathlib
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pymysql
import pytest

import towpath


class LiveServer:
    """A throwaway server: SQL as root, and streams of it with a store of their own."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._admin: Any = None

    def env(self, name: str) -> str:
        value = os.environ.get(f"TOWPATH_TEST_{self.kind.upper()}_{name}")
        if value is None:
            pytest.fail(f"no {self.kind} server: run tests/bindings/python")
        return value

    @property
    def url(self) -> str:
        return self.env("URL")

    @property
    def admin(self) -> Any:
        if self._admin is None:
            self._admin = pymysql.connect(
                host=self.env("HOST"),
                port=int(self.env("PORT")),
                user="root",
                charset="utf8mb4",
                autocommit=True,
                init_command="SET time_zone='+00:00'",
            )
        return self._admin

    def sql(self, *statements: str) -> Any:
        """Runs statements as root; the rows of the last one."""
        with self.admin.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall()

    def position(self) -> str:
        """The end of the binlog as FILE:OFFSET, to start from."""
        row = self.sql("SHOW MASTER STATUS" if self.kind == "mariadb" else
                       "SHOW BINARY LOG STATUS")[0]
        return f"{row[0]}:{row[1]}"

    def binlog(self) -> pathlib.Path:
        """A finished binlog file with everything written so far."""
        file = self.position().partition(":")[0]
        self.sql("FLUSH BINARY LOGS")
        return pathlib.Path(self.env("DATADIR")) / file


KINDS = [
    kind
    for kind in ("mariadb", "mysql")
    if os.environ.get("TOWPATH_TEST_ONLY", kind) == kind
]


@pytest.fixture(scope="session", params=KINDS)
def server(request: pytest.FixtureRequest) -> LiveServer:
    return LiveServer(request.param)


@pytest.fixture
def database(server: LiveServer) -> Iterator[str]:
    """A database of the test's own."""
    name = f"py_{uuid.uuid4().hex[:12]}"
    server.sql(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
    server.sql(f"USE {name}")
    yield name
    server.sql(f"DROP DATABASE {name}")


@pytest.fixture
def store(tmp_path: pathlib.Path) -> str:
    return f"sqlite:{tmp_path / 'store.db'}"


@pytest.fixture
def open_stream(
    server: LiveServer, database: str, store: str
) -> Iterator[Callable[..., towpath.Stream]]:
    """Opens streams of the test's tables, from here on; closes them at the end."""
    streams = []
    start = server.position()

    def opened(**options: object) -> towpath.Stream:
        arguments: dict[str, Any] = {
            "url": server.url,
            "stream": f"test_{database}",
            "source_start": start,
            "filter_tables": rf"{database}\..*",
            "store_url": store,
            **options,
        }
        stream = towpath.open(**arguments)
        streams.append(stream)
        return stream

    yield opened
    for stream in streams:
        stream.close()


def entries(stream: towpath.Stream, count: int, kind: str | None = None) -> list[towpath.Entry]:
    """The next `count` entries (of a kind), acknowledged."""
    found: list[towpath.Entry] = []
    while len(found) < count:
        batch = stream.get(timeout=30)
        assert batch.mark != -1, f"nothing came; so far {found}"
        found += [e for e in batch if kind is None or e.kind == kind]
    assert len(found) == count
    return found
