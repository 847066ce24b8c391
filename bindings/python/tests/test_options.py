"""What needs no server: options, positions, errors of opening."""

from __future__ import annotations

import pathlib

import pytest

import towpath


def test_option_table() -> None:
    table = {option.key: option for option in towpath.options()}
    assert list(table) == sorted(table)
    ack = table["ack.durability"]
    assert ack.choices == ("sync", "interval") and ack.default == "sync"
    assert ack.keyword == "ack_durability" and ack.doc
    assert ack.type is towpath.OptionType.CHOICE
    assert table["source.url"].secret


def test_unknown_option_names_the_nearest() -> None:
    with pytest.raises(towpath.UnknownOptionError, match="ack.durability") as caught:
        towpath.open("mysql://nobody@127.0.0.1:1/", stream="s", ack_durabilty="sync")
    assert caught.value.code is towpath.Code.UNKNOWN_OPTION


@pytest.mark.parametrize(
    ("options", "error", "part"),
    [
        ({"ack_durability": "eventually"}, towpath.InvalidOptionError, "eventually"),
        ({"source_server_id": -1}, towpath.InvalidOptionError, "server_id"),
        ({"buffer_bytes": "12 parsecs"}, towpath.InvalidOptionError, "12 parsecs"),
        ({"stream": "or/ders"}, towpath.InvalidNameError, "or/ders"),
        ({"stream": ""}, towpath.InvalidNameError, ""),
        ({"filter_tables": "a("}, towpath.InvalidFilterError, "a("),
        ({"source_start": "soon"}, towpath.InvalidPositionError, "soon"),
        ({"url": "ftp://host/"}, towpath.InvalidOptionError, "ftp"),
        ({"url": "file:///no/such/binlog.000001"}, towpath.NotFoundError, "binlog.000001"),
        ({"source_tls_ca": "/no/such/ca.pem"}, (towpath.NotFoundError, towpath.TlsError), "ca.pem"),
        ({}, towpath.ConnectionFailedError, "127.0.0.1"),
    ],
)
def test_refusals_of_open(
    options: dict[str, object],
    error: type[towpath.Error],
    part: str,
    tmp_path: pathlib.Path,
) -> None:
    arguments: dict[str, object] = {
        "url": "mysql://nobody:hush@127.0.0.1:1/",
        "stream": "s",
        "store_url": f"sqlite:{tmp_path / 'store.db'}",
        "source_connect_timeout_ms": 1000,
        **options,
    }
    with pytest.raises(error) as caught:
        towpath.open(**arguments)  # type: ignore[arg-type]
    assert part in str(caught.value)
    assert "hush" not in str(caught.value)


def test_positions() -> None:
    a = towpath.Position.parse("binlog.000099:4294967296:3@120")
    assert (a.file, a.offset, a.ordinal, a.transaction_offset) == (
        "binlog.000099", 4294967296, 3, 120,
    )  # fmt: skip
    assert str(a) == "binlog.000099:4294967296:3"
    assert a.resume == "binlog.000099:4294967296:3@120"
    b = towpath.Position.parse("binlog.000100:4")
    assert a < b and b > a and a <= a and a >= a and a != b
    assert b == towpath.Position("binlog.000100", 4) and len({b, towpath.Position(b.file, 4)}) == 1
    with pytest.raises(towpath.InvalidPositionError):
        towpath.Position.parse("here")


def test_absent_is_not_null() -> None:
    assert towpath.ABSENT is not None and not towpath.ABSENT
    assert repr(towpath.ABSENT) == "ABSENT"
