"""Exactly once, with the position in the consumer's own database: what each item's movements add
up to.

  position_in_database.py URL FOLDER [UNTIL]

The effect of a batch and the position of its last entry are committed in one transaction (here of
SQLite, FOLDER/totals.db). After a crash either both are there or neither is: nothing is counted
twice and nothing is left out. The stream needs no store of its own.
"""

import pathlib
import sqlite3
import sys

import towpath

url, folder, *until = sys.argv[1:]
totals = sqlite3.connect(pathlib.Path(folder, "totals.db"), isolation_level=None)
totals.executescript("""
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS totals (item TEXT PRIMARY KEY, quantity INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS progress (id INTEGER PRIMARY KEY, position TEXT NOT NULL);
""")
found = totals.execute("SELECT position FROM progress").fetchone()


def add(row, sign):
    totals.execute("INSERT INTO totals VALUES (?, ?) ON CONFLICT (item)"
                   " DO UPDATE SET quantity = quantity + excluded.quantity",
                   (row["item"], sign * row["quantity"]))


with towpath.open(url, stream="totals", batch_size=100, store_url="memory:",
                  source_start=found[0] if found else "earliest",
                  source_until=until[0] if until else "",
                  filter_tables=r"shop\.movements") as stream:
    for batch in stream:
        totals.execute("BEGIN")
        for entry in batch:
            for row in entry.rows:
                if row.before:
                    add(row.before, -1)
                if row.after:
                    add(row.after, +1)
        totals.execute("REPLACE INTO progress VALUES (1, ?)", (batch[-1].position.resume,))
        totals.execute("COMMIT")
        batch.ack()  # gives its memory back
