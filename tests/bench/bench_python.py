"""bench_python.py URL [OPTION=VALUE...]: every value of a source through the Python package.

Rows come as tuples of Python values, as `entry.before` and `entry.after` hand them out. The digest
(see bench_seen in measurement.h) is summed up a column at a time, because a loop over values would
measure the interpreter. The source must have an end: binlog files, or source.until=latest.
"""

import datetime
import decimal
import json
import resource
import sys
import time
from operator import attrgetter, itemgetter

import towpath

BATCH_ENTRIES = 1000
MASK = (1 << 64) - 1

_first = itemgetter(0)
_day = attrgetter("day")
_second = attrgetter("second")


def _text_terms(texts):
    if not all(texts):
        texts = [text for text in texts if text]
    if all(map(str.isascii, texts)):
        return sum(map(len, texts)) + sum(map(ord, map(_first, texts)))
    return _bytes_terms([text.encode() for text in texts])


def _bytes_terms(values):
    return sum(map(len, values)) + sum(map(_first, filter(None, values)))


# How the values of a column are summed up, by their type.
_SUMS = {
    int: sum,
    float: lambda values: sum(map(int, values)),
    str: _text_terms,
    bytes: _bytes_terms,
    decimal.Decimal: lambda values: _text_terms([format(value, "f") for value in values]),
    datetime.date: lambda values: sum(map(_day, values)),
    datetime.datetime: lambda values: sum(map(_day, values)) + sum(map(_second, values)),
    datetime.timedelta: lambda values: sum(value.seconds % 60 for value in values),
}


class Digest:
    """What was seen of all images so far."""

    def __init__(self):
        self.images = 0
        self.values = 0
        self.digest = 0

    def add(self, images):
        """Adds a list of tuples, the images of rows of one table."""
        self.images += len(images)
        for column in zip(*images):
            if None in column:
                column = [value for value in column if value is not None]
                if not column:
                    continue
            self.values += len(column)
            self.digest += _SUMS[type(column[0])](column)


def run(url, options):
    seen = Digest()
    entries = 0
    with towpath.open(url, "bench", batch_size=BATCH_ENTRIES, **options) as stream:
        for batch in stream:
            for entry in batch:
                if before := entry.before:
                    seen.add(before)
                if after := entry.after:
                    seen.add(after)
            entries += len(batch)
            batch.ack()
    return entries, seen


def peak_rss_kb():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main(arguments):
    if not arguments:
        sys.exit("usage: bench_python.py URL [OPTION=VALUE...]")
    options = {"source_start": "earliest", "store_url": "memory:"}
    for argument in arguments[1:]:
        key, value = argument.split("=", 1)
        options[key.replace(".", "_")] = value
    cpu, wall = cpu_seconds(), time.monotonic()
    entries, seen = run(arguments[0], options)
    print(json.dumps({
        "subject": "python",
        "seconds": round(time.monotonic() - wall, 6),
        "cpu_seconds": round(cpu_seconds() - cpu, 6),
        "peak_rss_kb": peak_rss_kb(),
        "bytes": 0,
        "events": 0,
        "entries": entries,
        "images": seen.images,
        "values": seen.values,
        "digest": f"{seen.digest & MASK:016x}",
    }))


if __name__ == "__main__":
    main(sys.argv[1:])
