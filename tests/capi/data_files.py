#!/usr/bin/env python3
"""Runs data_test on binlog files written here:  data_files.py DATA_TEST"""

import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from binlog_writer import DELETE_ROWS, UPDATE_ROWS, WRITE_ROWS, BinlogWriter  # noqa: E402


def run(data_test, writer, *parts):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "binlog.000001")
        writer.write(path)
        return subprocess.run([data_test, f"file://{path}", *parts], check=False).returncode


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


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], changes(), '"name":"after"', '"comment":"日本語"', "CREATE TABLE"))
