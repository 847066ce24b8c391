#!/usr/bin/env python3
"""Plays the story of asynchronous acks on a throwaway server, and proves how it ended.

  play.py --server mariadb|mysql --consumer PROGRAM [--without-dedup]

1. A small shop works on the server: customers, orders, payments.
2. The consumer follows it: one thread gets and processes, another one acknowledges, slower.
3. The consumer kills itself in the middle of that, with marks not yet acknowledged.
4. The shop goes on without it: an update, a delete, a DDL statement, a rotation of the binlog.
5. A new consumer opens the same stream. What the first one had processed but not acknowledged comes
   again, is recognised by its binlog position, and is left alone.
6. The proof: what the consumer did is compared with what the shop did and with the server's tables.

Exits 0 if the proof holds, 1 if it does not.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "harness"))
import servers  # noqa: E402  (found by the line above)

CHANGES_BEFORE_DEATH = 40
SECONDS_FOR_A_CONSUMER = 60
TABLES = ("customers", "orders", "payments")

SCHEMA = """
CREATE DATABASE shop CHARACTER SET utf8mb4;
CREATE TABLE shop.customers (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL,
                             visits INT UNSIGNED NOT NULL);
CREATE TABLE shop.orders (id INT PRIMARY KEY, customer INT NOT NULL, total DECIMAL(10,2) NOT NULL,
                          status ENUM('open','paid','cancelled') NOT NULL);
CREATE TABLE shop.payments (id INT PRIMARY KEY, orders INT NOT NULL, amount DECIMAL(10,2) NOT NULL,
                            paid_at DATETIME(3) NOT NULL);
"""
SCHEMA_CHANGES = 4
CUSTOMERS = ("Ada Lovelace", "Łukasz Żak", "李雷", "Zoë O'Hara", "Grace Hopper")


class Shop:
    """The workload: the same at every run. Counts the entries it must give rise to."""

    def __init__(self, server):
        self._server = server
        self.changes = 0  # row changes (one for each statement and table) and DDL statements
        self._orders = 0

    def _transaction(self, *statements):
        self._server.sql("BEGIN; " + "; ".join(statements) + "; COMMIT;")
        self.changes += len(statements)

    def _ddl(self, statement):
        self._server.sql(statement)
        self.changes += 1

    def open(self):
        self._server.sql(SCHEMA)
        self.changes += SCHEMA_CHANGES
        rows = ", ".join(f"({i}, '{name}', 0)".replace("O'H", "O''H")
                         for i, name in enumerate(CUSTOMERS, 1))
        self._transaction(f"INSERT INTO shop.customers VALUES {rows}")

    def sell(self):
        """An order and its payment, in one transaction."""
        self._orders += 1
        order, customer = self._orders, self._orders % len(CUSTOMERS) + 1
        total = f"{order * 7 + 3}.{order * 13 % 100:02}"
        self._transaction(
            f"INSERT INTO shop.orders (id, customer, total, status) "
            f"VALUES ({order}, {customer}, {total}, 'open')",
            f"INSERT INTO shop.payments VALUES "
            f"({order}, {order}, {total}, '2026-11-21 10:{order:02}:00.125')",
            f"UPDATE shop.orders SET status = 'paid' WHERE id = {order}",
            f"UPDATE shop.customers SET visits = visits + 1 WHERE id = {customer}")

    def cancel(self, order):
        """The money goes back: a delete, and an update."""
        self._transaction(f"DELETE FROM shop.payments WHERE orders = {order}",
                          f"UPDATE shop.orders SET status = 'cancelled' WHERE id = {order}")

    def welcome_back(self):
        """One statement, many rows."""
        self._transaction("UPDATE shop.customers SET visits = visits + 1")

    def add_notes(self):
        self._ddl("ALTER TABLE shop.orders ADD COLUMN note VARCHAR(60)")
        self._transaction("UPDATE shop.orders SET note = 'gift wrap \"red\"' WHERE id IN (2, 3)")

    def rotate(self):
        self._server.sql("FLUSH BINARY LOGS")


def work_before_the_stop(shop):
    shop.open()
    for i in range(16):
        shop.sell()
        if i == 3:
            shop.cancel(2)
        if i == 6:
            shop.rotate()
        time.sleep(0.02)  # a shop, not a bulk load


def work_while_nobody_listens(shop):
    shop.add_notes()
    shop.rotate()
    shop.cancel(5)
    shop.welcome_back()
    for _ in range(4):
        shop.sell()


class Journal:
    """What the consumers wrote; see consumer.cc."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.lines = [line.rstrip("\n").split("\t") for line in file]

    def select(self, *events, run=None):
        return [(int(mark), position, change) for line_run, event, mark, position, change
                in self.lines if event in events and run in (None, line_run)]

    def marks(self, event, run=None):
        return [mark for mark, _, _ in self.select(event, run=run)]

    def changes(self):
        return [json.loads(change) for _, _, change in self.select("process")]


def rebuild(changes):
    """The tables as they must be if exactly these changes were made to them."""
    tables = {table: {} for table in TABLES}
    for change in changes:
        rows = tables.get(change.get("table"))
        for row in change.get("rows", ()):
            if "before" in row:
                rows.pop(row["before"]["id"], None)
            if "after" in row:
                rows[row["after"]["id"]] = row["after"]
    return tables


def as_selected(row, columns):
    """A row as the client prints it; a column that was added later is NULL."""
    values = [row.get(column) for column in columns]
    return ["NULL" if value is None else str(value) for value in values]


def cents(text):
    whole, fraction = text.split(".")
    return int(whole) * 100 + int(fraction)


def takings(changes):
    """Money as somebody counts it who adds up what he is told: twice told is twice counted."""
    total = 0
    for change in changes:
        if change.get("table") == "payments":
            total += sum(cents(row["after"]["amount"]) for row in change["rows"] if "after" in row)
            total -= sum(cents(row["before"]["amount"]) for row in change["rows"] if "before" in row)
    return total


class Proof:
    """Checks, each printed with what was found."""

    def __init__(self):
        self.holds = True
        self._color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    def check(self, what, good, found):
        self.holds = self.holds and good
        word = "ok" if good else "WRONG"
        if self._color:
            word = f"\033[{32 if good else '1;31'}m{word}\033[0m"
        print(f"  {what:<60} {found:<32} {word}".rstrip(), flush=True)

    def same(self, what, found, expected):
        self.check(what, found == expected,
                   f"{found}" if found == expected else f"{found}, expected {expected}")


def prove(server, shop, journal):
    proof = Proof()
    processed = journal.select("process")
    positions = [position for _, position, _ in processed]
    proof.same("changes the shop made, and changes processed", len(processed), shop.changes)
    twice = len(positions) - len(set(positions))
    proof.same("changes processed twice", twice, 0)

    acked_before = set(journal.marks("ack", run="1"))
    outstanding = [mark for mark in journal.marks("get", run="1") if mark not in acked_before]
    open_positions = [position for mark, position, _ in journal.select("process", run="1")
                      if mark in outstanding]
    skipped = [position for _, position, _ in journal.select("skip", run="2")]
    proof.check("marks not acknowledged when the first program died", len(outstanding) >= 2,
                f"{outstanding[0]} to {outstanding[-1]}" if outstanding else "none")
    proof.check("their changes came again and were recognised",
                skipped == open_positions and len(skipped) > 0,
                f"{len(skipped)} of {len(open_positions)}")

    marks = journal.marks("get")
    grew = all(a < b for a, b in zip(marks, marks[1:]))
    proof.check("marks only grew, across the stop too", grew, f"{marks[0]} to {marks[-1]}")
    proof.check("every mark of the second program is acknowledged, in order",
                journal.marks("ack", run="2") == journal.marks("get", run="2"),
                f"{len(journal.marks('ack', run='2'))} of {len(journal.marks('get', run='2'))}")

    changes = journal.changes()
    tables = rebuild(changes)
    for table in TABLES:
        columns = [row[0] for row in server.sql(f"SHOW COLUMNS FROM shop.{table}")]
        selected = server.sql(f"SELECT * FROM shop.{table} ORDER BY id")
        rebuilt = [as_selected(row, columns) for _, row in sorted(tables[table].items())]
        proof.check(f"{table}: every row equals the server's SELECT", rebuilt == selected,
                    f"{len(rebuilt)} rows" if rebuilt == selected
                    else f"{len(rebuilt)} rows against {len(selected)}")
    (total,), = server.sql("SELECT SUM(amount) FROM shop.payments")
    taken = takings(changes)
    proof.same("payments added up one by one, and the server's SUM(amount)",
               f"{taken // 100}.{taken % 100:02}", total)
    visits = sum(int(row["after"]["visits"]) - int(row["before"]["visits"]) for change in changes
                 if change.get("table") == "customers" and change["type"] == "update"
                 for row in change["rows"])
    (total,), = server.sql("SELECT SUM(visits) FROM shop.customers")
    proof.same("visits added up one by one, and the server's SUM(visits)", str(visits), total)
    return proof.holds


class Stage:
    """A consumer process that does not outlive us."""

    def __init__(self, arguments, folder, server, run, *flags):
        if arguments.without_dedup:
            flags += ("--without-dedup",)
        self._process = subprocess.Popen([arguments.consumer, folder, server.url(), run, *flags])

    def wait(self):
        try:
            return self._process.wait(SECONDS_FOR_A_CONSUMER)
        except subprocess.TimeoutExpired:
            raise SystemExit("quickstart: the consumer does not come to its end") from None

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def say(text):
    bold, plain = ("\033[1m", "\033[0m") if sys.stdout.isatty() else ("", "")
    print(f"\n{bold}{text}{plain}", flush=True)


def play(arguments, server, folder):
    shop = Shop(server)
    say(f"1. A shop works on {server.kind} {server.version}; a program follows it. One thread gets "
        "and processes,\n   another one acknowledges, slower.")
    with Stage(arguments, folder, server, "1", f"--die-after={CHANGES_BEFORE_DEATH}") as first:
        work_before_the_stop(shop)
        code = first.wait()
    if code != -signal.SIGKILL:
        raise SystemExit(f"quickstart: the first program ended with {code}, not by its kill -9")
    work_while_nobody_listens(shop)
    say("2. The program is dead, its last marks were never acknowledged. The shop has gone on "
        "without it:\n   updates, a delete, ALTER TABLE, a new binlog file. A new program opens the "
        "same stream.")
    with Stage(arguments, folder, server, "2") as second:
        code = second.wait()
    if code != 0:
        raise SystemExit(f"quickstart: the second program failed with {code}")
    say("3. The proof")
    holds = prove(server, shop, Journal(os.path.join(folder, "journal")))
    say("Every change was processed exactly once." if holds else
        "The proof does NOT hold." +
        (" Deduplication was off: that is what it is for." if arguments.without_dedup else ""))
    return 0 if holds else 1


def main():
    parser = argparse.ArgumentParser(description="plays the quickstart; see examples/quickstart")
    parser.add_argument("--server", choices=("mariadb", "mysql"), default="mariadb")
    parser.add_argument("--consumer", required=True, help="the program quickstart_shop")
    parser.add_argument("--without-dedup", action="store_true")
    arguments = parser.parse_args()

    def stop(signum, frame):
        raise SystemExit(128 + signum)

    for signum in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, stop)
    try:
        with servers.Server(arguments.server) as server, \
                tempfile.TemporaryDirectory(prefix="towpath-quickstart-") as folder:
            return play(arguments, server, folder)
    except KeyboardInterrupt:
        return 130
    except servers.HarnessError as error:
        print(f"quickstart: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
