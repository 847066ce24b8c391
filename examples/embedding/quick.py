"""Prints every change of a server:  quick.py mysql://user:password@host/"""

import sys

import towpath

with towpath.open(sys.argv[1], stream="quick") as stream:
    for batch in stream:
        for entry in batch:
            for row in entry.rows:
                print(entry.kind, entry.table, row.before, row.after, flush=True)
        batch.ack()
