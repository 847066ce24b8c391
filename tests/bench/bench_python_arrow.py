#!/usr/bin/env python3
"""bench_python_arrow.py READER URL [OPTION=VALUE...]: all rows of a source through ArrowBuilder, both
images, in record batches of 100,000 rows.

  pyarrow   tables as they come
  pandas    a data frame of each
  polars    the same
  duckdb    a table of a database in memory, into which each is inserted

Each counts the values of the images that are not NULL, by what it has for that; so it has to have read
what says which are. The source must have an end. Prints a line as measurement.h does, without a
digest.
"""

import json
import sys
import time

import bench_python
import duckdb
import pandas
import polars
import pyarrow

import towpath

RECORD_ROWS = 100_000


class Pyarrow:
    def add(self, table, names):
        table = pyarrow.table(table)
        return table.num_rows - table["_before_columns"].null_count, sum(
            table.num_rows - table[name].null_count for name in names)


class Pandas:
    def add(self, table, names):
        frame = table.to_pyarrow().select([*names, "_before_columns"]).to_pandas()
        return int(frame["_before_columns"].notna().sum()), int(frame[names].count().sum())


class Polars:
    def add(self, table, names):
        frame = polars.DataFrame(table)
        counts = frame.select(*names, "_before_columns").count().row(0)
        return counts[-1], sum(counts[:-1])


class Duckdb:
    def __init__(self):
        self._database = duckdb.connect()
        self._known = set()

    def add(self, table, names):
        into = f'"{table.name}"'
        rows = self._database.from_arrow(table)
        if into in self._known:
            rows.insert_into(into)
        else:
            rows.create(into)
            self._known.add(into)
        counts = rows.aggregate(
            ", ".join(f'count("{name}")' for name in [*names, "_before_columns"])).fetchall()[0]
        return counts[-1], sum(counts[:-1])


READERS = {"pyarrow": Pyarrow, "pandas": Pandas, "polars": Polars, "duckdb": Duckdb}


def image_columns(table):
    """The columns of images: those of the table, and those before."""
    return [name for name in pyarrow.RecordBatchReader.from_stream(table).schema.names
            if not name.startswith("_") or name.startswith("_before.")]


def main(arguments):
    if len(arguments) < 2 or arguments[0] not in READERS:
        sys.exit(f"usage: bench_python_arrow.py {'|'.join(READERS)} URL [OPTION=VALUE...]")
    reader = READERS[arguments[0]]()
    options = {"source_start": "earliest", "store_url": "memory:"}
    for argument in arguments[2:]:
        key, value = argument.split("=", 1)
        options[key.replace(".", "_")] = value
    entries = images = values = 0
    cpu, wall = bench_python.cpu_seconds(), time.monotonic()
    rows = towpath.ArrowBuilder(images="both", max_rows=RECORD_ROWS)

    def read(tables):
        nonlocal images, values
        for table in tables:
            inserts, found = reader.add(table, image_columns(table))
            images += 2 * len(table) - inserts
            values += found

    with towpath.open(arguments[1], "bench", batch_size=bench_python.BATCH_ENTRIES,
                      **options) as stream:
        for batch in stream:
            rows.add(batch)
            read(rows.take(complete_only=True))
            entries += len(batch)
            batch.ack()
    read(rows.take())
    print(json.dumps({
        "subject": arguments[0],
        "seconds": round(time.monotonic() - wall, 6),
        "cpu_seconds": round(bench_python.cpu_seconds() - cpu, 6),
        "peak_rss_kb": bench_python.peak_rss_kb(),
        "bytes": 0,
        "events": 0,
        "entries": entries,
        "images": images,
        "values": values,
        "digest": None,
    }))


if __name__ == "__main__":
    main(sys.argv[1:])
