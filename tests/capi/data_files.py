#!/usr/bin/env python3
"""Runs data_test, filter_test, status_test and arrow_test on binlog files written here:

  data_files.py DATA_TEST FILTER_TEST STATUS_TEST ARROW_TEST
"""

import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from binlog_writer import DELETE_ROWS, UPDATE_ROWS, WRITE_ROWS, BinlogWriter  # noqa: E402


def run(writer, command):
    """Runs the command that `command` makes of a file's URL and a folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "binlog.000001")
        writer.write(path)
        return subprocess.run(command(f"file://{path}", folder), check=False).returncode


def changes():
    """Two tables, every kind of change, NULLs, texts of all lengths and bytes, many batches."""
    writer = BinlogWriter()
    writer.query("CREATE TABLE t (x INT)", "shop")
    for i in range(400):
        writer.begin()
        writer.table(108, "shop", "items", ("id", "name"))
        writer.table(109, "shop", "other", ("key", "comment"))
        writer.rows(WRITE_ROWS, 108, [(i, "n" * (i % 90)), (-i, None), (i, "a\0b")])
        writer.rows(WRITE_ROWS, 109, [(2**31 - 1, "日本語")])
        if i % 3 == 0:
            writer.rows(UPDATE_ROWS, 108, [(i, "before"), (i, "after"), (i, None), (i, "")])
            writer.rows(DELETE_ROWS, 109, [(i, "gone")])
        writer.commit()
    return writer


def few():
    """What filter_test expects, and enough for status_test."""
    writer = BinlogWriter()
    for sql in ("CREATE DATABASE filters", "CREATE TABLE items (x INT)",
                "CREATE TABLE other (x INT)"):
        writer.query(sql, "filters")
    one, two, seven, eight = (1, "one"), (2, None), (7, "seven"), (8, "eight")
    for changes_of_one in (
            [(WRITE_ROWS, "items", [one, two])],
            [(UPDATE_ROWS, "items", [one, (1, "ONE")]), (WRITE_ROWS, "other", [seven]),
             (DELETE_ROWS, "items", [two])],
            [(WRITE_ROWS, "other", [eight])]):
        writer.begin()
        for kind, table, rows in changes_of_one:
            table_id = 108 if table == "items" else 109
            writer.table(table_id, "filters", table, ("id", "name"))
            writer.rows(kind, table_id, rows)
        writer.commit()
    return writer


def main(data_test, filter_test, status_test, arrow_test):
    parts = ['"name":"after"', '"comment":"日本語"', "CREATE TABLE"]
    failed = run(changes(), lambda url, folder: [data_test, url, *parts])
    # What of rows and columns is left is the same row by row and in blocks.
    for options, parts in (
            (["filter.columns=shop\\.items:name", "filter.tables=shop\\.items"],
             ['{"after":{"name":"a\\u0000b"}}', "!comment", '!"id"']),
            (["filter.columns.exclude=.*:name/comment", "filter.events=update,delete"],
             ['{"before":{"id":3},"after":{"id":3}}', '{"before":{"key":3}}', "!insert"])):
        arguments = [argument for option in options for argument in ("--option", option)]
        failed = run(changes(),
                     lambda url, folder: [data_test, url, *arguments, *parts]) or failed
    failed = run(few(), lambda url, folder: [status_test, url]) or failed
    failed = run(changes(), lambda url, folder: [arrow_test, url]) or failed
    return run(few(), lambda url, folder: [filter_test, url, "earliest", folder]) or failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
