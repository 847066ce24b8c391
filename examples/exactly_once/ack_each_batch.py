"""Exactly once while it lives: batches are acknowledged, and when the receiver fails in the middle
of one, only what it has not taken comes again.

  ack_each_batch.py URL FOLDER [UNTIL]

The receiver is the file FOLDER/journal; while there is a file FOLDER/closed, it takes nothing. Then
what was taken so far is marked as processed and the batch is rolled back: with dedup.mode=drop the
marked entries do not come again. After a crash the batch that was not acknowledged comes again as a
whole, at most 100 entries here. Cheaper than a mark for each entry: one durable write a batch.
"""

import pathlib
import sys
import time

import towpath

url, folder, *until = sys.argv[1:]
closed = pathlib.Path(folder, "closed")


class ReceiverClosed(Exception):
    pass


def take(journal, entry):
    if closed.exists():
        raise ReceiverClosed
    journal.write(f"{entry.position}\t{entry.to_json()}\n".encode())


with open(pathlib.Path(folder, "journal"), "ab", buffering=0) as journal, \
        towpath.open(url, stream="batches", batch_size=100,
                     store_url=f"sqlite:{folder}/store.db", dedup_mode="drop",
                     source_start="earliest", source_until=until[0] if until else "",
                     filter_tables=r"shop\.movements",
                     filter_events="insert,update,delete") as stream:
    for batch in stream:
        taken = None
        try:
            for entry in batch:
                take(journal, entry)
                taken = entry.position
            batch.ack()
        except ReceiverClosed:
            if taken is not None:
                stream.mark_processed(taken)
            stream.rollback()
            time.sleep(0.05)
