"""Bad input: each has an exception of its own, and none takes the process down."""

from __future__ import annotations

import pathlib
import re
import time
from collections.abc import Callable

import pytest
from conftest import LiveServer

import towpath

Open = Callable[..., towpath.Stream]


@pytest.fixture
def with_rows(server: LiveServer, database: str) -> str:
    server.sql("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(50))")
    return database


def drain(stream: towpath.Stream) -> int:
    """Reads to the end or to the error that is raised; the number of entries before it."""
    count = 0
    while True:
        try:
            count += len(stream.get(timeout=30))
        except towpath.EndError:
            return count


def copied(server: LiveServer, tmp_path: pathlib.Path) -> pathlib.Path:
    server.sql("FLUSH BINARY LOGS", "INSERT INTO t VALUES (1, REPEAT('x', 40)), (2, 'y')",
               "INSERT INTO t VALUES (3, 'z')")
    original = server.binlog()
    copy = tmp_path / "binlog.000001"
    copy.write_bytes(original.read_bytes())
    return copy


def file_stream(path: pathlib.Path) -> towpath.Stream:
    return towpath.open(
        f"file://{path}", stream="file", source_start="earliest", store_url="memory:"
    )


def test_wrong_password(server: LiveServer, open_stream: Open) -> None:
    with pytest.raises(towpath.AuthenticationError) as caught:
        open_stream(url=server.url.replace("towpath:towpath@", "towpath:guessed@"))
    assert "guessed" not in str(caught.value) and caught.value.code is towpath.Code.AUTHENTICATION


def test_wrong_host(server: LiveServer, open_stream: Open) -> None:
    with pytest.raises(towpath.ConnectionFailedError):
        open_stream(url="mysql://towpath:towpath@no-such-host.invalid/")


def test_missing_grants(server: LiveServer, open_stream: Open) -> None:
    with pytest.raises(towpath.ServerNotReadyError, match="GRANT"):
        open_stream(url=server.url.replace("towpath:towpath@", "nogrant:nogrant@"))


def test_wrong_certificate(server: LiveServer, open_stream: Open) -> None:
    open_stream(
        source_tls_mode="verify_identity", source_tls_ca=server.env("CA")
    ).close()
    with pytest.raises(towpath.TlsError):
        open_stream(source_tls_mode="verify_identity", source_tls_ca=server.env("WRONG_CA"))


def test_wrong_position(server: LiveServer, open_stream: Open) -> None:
    with pytest.raises(towpath.InvalidPositionError, match="binlog.999999"):
        open_stream(source_start="binlog.999999:4")
    file = server.position().partition(":")[0]
    with pytest.raises(towpath.InvalidPositionError):
        drain(open_stream(source_start=f"{file}:7", source_until="latest"))


def test_purged_position(server: LiveServer, open_stream: Open) -> None:
    file = server.position().partition(":")[0]
    for _ in range(100):  # MariaDB keeps a file while a dump thread that is gone has not noticed
        server.sql("FLUSH BINARY LOGS")
        server.sql(f"PURGE BINARY LOGS TO '{server.position().partition(':')[0]}'")
        if file not in {row[0] for row in server.sql("SHOW BINARY LOGS")}:
            break
        time.sleep(0.1)
    with pytest.raises(towpath.PositionLostError, match=file):
        drain(open_stream(source_start=f"{file}:4", source_until="latest"))


def test_a_store_that_is_not_ours(open_stream: Open, tmp_path: pathlib.Path) -> None:
    other = tmp_path / "other.db"
    other.write_text("This is a text, and long enough to be looked at. " * 100)
    with pytest.raises(towpath.NotAStoreError):
        open_stream(store_url=f"sqlite:{other}")
    with pytest.raises(towpath.NotFoundError, match="no/such/folder"):
        open_stream(store_url=f"sqlite:{tmp_path}/no/such/folder/store.db")
    with pytest.raises(towpath.NotAStoreError):
        open_stream(store_url=f"sqlite:{tmp_path}")


def test_truncated_file(server: LiveServer, with_rows: str, tmp_path: pathlib.Path) -> None:
    path = copied(server, tmp_path)
    path.write_bytes(path.read_bytes()[:-21])
    stream = file_stream(path)
    with pytest.raises(towpath.TruncatedError, match=path.name):
        drain(stream)
    with pytest.raises(towpath.TruncatedError):  # and again
        stream.get(timeout=5)


def test_corrupted_file(server: LiveServer, with_rows: str, tmp_path: pathlib.Path) -> None:
    path = copied(server, tmp_path)
    data = bytearray(path.read_bytes())
    data[data.index(b"x" * 40) + 3] ^= 0x10
    path.write_bytes(data)
    with pytest.raises(towpath.CorruptedError, match=re.escape(path.name)):
        drain(file_stream(path))


def test_encrypted_and_foreign_files(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "binlog.000001"
    path.write_bytes(b"\xfdbin" + bytes(600))
    with pytest.raises(towpath.EncryptedError):
        drain(file_stream(path))
    path.write_bytes(b"GIF89a" + bytes(600))
    with pytest.raises(towpath.CorruptedError):
        drain(file_stream(path))
    with pytest.raises(towpath.NotFoundError):
        drain(file_stream(tmp_path / "binlog.000002"))


def test_whole_file(server: LiveServer, with_rows: str, tmp_path: pathlib.Path) -> None:
    path = copied(server, tmp_path)
    ids = [row[0] for batch in file_stream(path) for e in batch for row in e.after]
    assert ids == [1, 2, 3]
