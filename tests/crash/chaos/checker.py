"""What must hold at the end: the journal, the copy and the servers agree."""

import json
import re
import sqlite3
import subprocess
import zlib

from chaos.topology import Wrong

DECODE_SECONDS = 300


def name_of(line):
    """An entry of `towpath decode --format json`, by the name that the consumer gives it."""
    entry = json.loads(line)
    if "rows" not in entry:
        return f"{entry['gtid']}/{entry['type']}"
    rows = line[line.index('"rows":'):].encode()
    return f"{entry['gtid']}/{entry['type']}/{len(rows)}/{zlib.crc32(rows):08x}"


def expected_names(towpath, files):
    """Every rows and DDL entry of the binlogs, in their order."""
    done = subprocess.run([towpath, "decode", *map(str, files), "--tables", r"crash\..*",
                           "--format", "json"], stdout=subprocess.PIPE, text=True,
                          timeout=DECODE_SECONDS, check=False)
    if done.returncode != 0:
        raise Wrong("the saved binlogs can not be read")
    return [name_of(line) for line in done.stdout.splitlines()
            if '"rows":' in line or '"type":"ddl"' in line]


def check_journal(lines, expected):
    """Every claim that the journal and the binlog's entries can settle; returns the replays."""
    place = {name: number for number, name in enumerate(expected)}
    if len(place) != len(expected):
        raise Wrong("two entries of the binlog have the same name: the check is worth nothing")
    seen = 0  # entries, from the first on, that were delivered
    processed = -1
    last_mark = 0
    last_ack = 0
    replayed = 0
    previous = None  # in this life
    for line in lines:
        what, *rest = line.split()
        if what in ("killed", "open"):
            previous = None
        elif what == "get":
            mark = int(rest[0])
            if mark <= last_mark:
                raise Wrong(f"mark {mark} came after mark {last_mark}")
            last_mark = mark
        elif what == "row":
            position, flag, name = rest
            if name not in place:
                raise Wrong(f"{name} at {position} was delivered, and the binlog does not have it")
            at = place[name]
            if at > seen:
                raise Wrong(f"{expected[seen]} was not delivered before {name} at {position}")
            if previous is not None and at <= previous:
                raise Wrong(f"{name} at {position} was delivered twice in a life")
            previous = at
            if flag == "1":
                replayed += 1
                if at == seen:
                    raise Wrong(f"{name} at {position} is flagged and was never delivered before")
            elif at <= processed:
                raise Wrong(f"{name} at {position} was processed and came again without its flag")
            seen = max(seen, at + 1)
        elif what == "done":
            processed = max(processed, place[rest[0]])
        elif what == "ack":
            if int(rest[0]) <= last_ack:
                raise Wrong(f"ack of mark {rest[0]} after mark {last_ack}")
            last_ack = int(rest[0])
    if not lines or lines[-1] != "end":
        raise Wrong("the last consumer did not come to the end")
    if seen != len(expected):
        raise Wrong(f"{len(expected) - seen} entries were never delivered, the first is "
                    f"{expected[seen]}")
    return replayed, last_mark


def check_applied(applied, expected):
    """The consumer's own list is the binlog's."""
    for number, (has, wanted) in enumerate(zip(applied, expected)):
        if has != wanted:
            raise Wrong(f"entry {number} of the consumer's list is {has}, of the binlog {wanted}")
    if len(applied) != len(expected):
        raise Wrong(f"the consumer applied {len(applied)} entries, the binlog has {len(expected)}")


def check_copy(table, columns, rows, copy):
    """`rows` as SELECTed, lists of text; `copy`: by id, the columns as of the row's last change."""
    for row in rows:
        wanted = dict(zip(columns, row))
        have = copy.get(int(wanted["id"]))
        if have is None:
            raise Wrong(f"{table}: the consumer lacks row {wanted['id']}")
        for column, value in wanted.items():
            # ALTER TABLE gave the rows that were there a default, which is in the column's name.
            default = re.fullmatch(r"c(\d+)", column)
            mine = have.get(column, default[1] if default else None)
            if mine != value:
                raise Wrong(f"{table}: row {wanted['id']} has {column}={value[:200]}, the "
                            f"consumer's copy {column}={str(mine)[:200]}")
    if len(rows) != len(copy):
        raise Wrong(f"{table}: the consumer has {len(copy)} rows, the server {len(rows)}")


def read_copy(database, table):
    return {number: dict(column.split("=", 1) for column in line.split("\n")[:-1])
            for number, line in database.execute("SELECT id, line FROM copy WHERE name = ?",
                                                 (table,))}


def check_state(topology, index, path, expected):
    """The consumer's database against a server's tables and the binlog; returns rows compared."""
    compared = 0
    with sqlite3.connect(path) as database:
        applied = [name for (name,) in database.execute("SELECT name FROM applied ORDER BY number")]
        check_applied(applied, expected)
        for table in ("items", "wide", "pulse"):
            columns = [row[0] for row in topology.sql(
                index, "SELECT column_name FROM information_schema.columns WHERE table_schema = "
                f"'crash' AND table_name = '{table}' ORDER BY ordinal_position")]
            rows = topology.sql(index, f"SELECT * FROM crash.{table} ORDER BY id")
            check_copy(table, columns, rows, read_copy(database, table))
            compared += len(rows)
    return compared
