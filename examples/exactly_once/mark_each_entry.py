"""Exactly once but for one entry a crash: each entry is marked as processed when its effect is
made.

  mark_each_entry.py URL FOLDER [UNTIL]

The effect is a line in FOLDER/journal, a place that knows no transactions. mark_processed is
durable when it returns, so after a crash every entry that was marked comes with its duplicate flag
set. Between an effect and its mark lies one entry: after a crash just there it comes again, as new.
The line begins with the entry's position, by which a receiver can tell that one.
"""

import pathlib
import sys

import towpath

url, folder, *until = sys.argv[1:]
with open(pathlib.Path(folder, "journal"), "ab", buffering=0) as journal, \
        towpath.open(url, stream="journal", batch_size=100,
                     store_url=f"sqlite:{folder}/store.db", dedup_mode="flag",
                     source_start="earliest", source_until=until[0] if until else "",
                     filter_tables=r"shop\.movements",
                     filter_events="insert,update,delete") as stream:
    for batch in stream:
        for entry in batch:
            if entry.duplicate:
                continue
            # One line, one write.
            journal.write(f"{entry.position}\t{entry.to_json()}\n".encode())
            stream.mark_processed(entry.position)
        batch.ack()
