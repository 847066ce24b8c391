"""Transactions of several sizes, and now and then DDL, against whichever server is the primary."""

import random
import threading
import time

import servers

from chaos.topology import Wrong

# What a client sees of a server that is killed, restarted, or not up yet.
FAULTS = ("(2002)", "(2006)", "(2013)", "(1053)", "(1927)", "(1317)", "ERROR 2002", "ERROR 2006",
          "ERROR 2013", "ERROR 2026", "ERROR 1053", "ERROR 1927", "ERROR 1317", "ERROR 1158",
          "ERROR 1159", "ERROR 1160", "ERROR 1161", "ERROR 4031")
SCHEMA = ("CREATE DATABASE crash; "
          "CREATE TABLE crash.items (id INT PRIMARY KEY, stamp BIGINT NOT NULL, "
          "padding VARCHAR(200) NOT NULL); "
          "CREATE TABLE crash.wide (id INT PRIMARY KEY, stamp BIGINT NOT NULL, "
          "padding MEDIUMTEXT NOT NULL); "
          "CREATE TABLE crash.pulse (id INT PRIMARY KEY, stamp BIGINT NOT NULL, "
          "padding VARCHAR(10) NOT NULL); "
          "INSERT INTO crash.pulse VALUES (1, 0, '')")


class Workload(threading.Thread):
    """Writes until stopped, in rounds. A round ends with crash.pulse set to its number.

    Each statement that writes rows has a stamp of its own, so that no two changes are the same.
    What a killed server has not committed is gone, and not tried again.
    """

    AHEAD = 60  # rounds before the consumer, at the most

    def __init__(self, topology, seed, consumed):
        """`consumed` returns the last pulse that the consumer saw."""
        super().__init__(daemon=True)
        self.topology = topology
        self.random = random.Random(seed)
        self.consumed = consumed
        self.stopping = threading.Event()
        self.failure = None
        self.round = 0
        self.next_id = 1
        self.stamp = 0
        self.transactions = 0

    def change(self):
        """One statement that writes rows."""
        self.stamp += 1
        some = self.random.randrange(1, self.next_id + 1)
        kind = self.random.random()
        if kind < 0.4:
            rows = self.random.choice((1, 1, 1, 3, 30))
            values = []
            for _ in range(rows):
                values.append(f"({self.next_id}, {self.stamp}, "
                              f"REPEAT('x', {self.random.randrange(200)}))")
                self.next_id += 1
            return f"INSERT INTO crash.items (id, stamp, padding) VALUES {', '.join(values)}"
        if kind < 0.65:
            return f"UPDATE crash.items SET stamp = {self.stamp} WHERE id = {some}"
        if kind < 0.75:
            return f"UPDATE crash.items SET stamp = {self.stamp} WHERE id % 37 = {some % 37}"
        if kind < 0.88:
            return f"DELETE FROM crash.items WHERE id IN ({some}, {some // 2})"
        if kind < 0.93:
            return f"DELETE FROM crash.items WHERE id % 11 = {some % 11}"
        size = self.random.choice((100, 10_000, 10_000, 300_000))
        return (f"REPLACE INTO crash.wide (id, stamp, padding) VALUES ({some % 50}, {self.stamp}, "
                f"REPEAT('{self.random.choice('abc')}', {size}))")

    def transaction(self):
        self.transactions += 1
        statements = ["BEGIN"]
        statements += [self.change() for _ in range(self.random.choice((1, 1, 1, 2, 3, 10, 40)))]
        return [*statements, "COMMIT" if self.random.random() < 0.9 else "ROLLBACK"]

    def ddl(self):
        # As they are: a kill of the server may have prevented the last one.
        columns = [row[0] for row in self.topology.sql(
            self.topology.primary, "SELECT column_name FROM information_schema.columns WHERE "
            "table_schema = 'crash' AND table_name = 'items' AND ordinal_position > 3")]
        if columns and self.random.random() < 0.5:
            return f"ALTER TABLE crash.items DROP COLUMN {self.random.choice(columns)}"
        self.stamp += 1
        return f"ALTER TABLE crash.items ADD COLUMN c{self.stamp} INT NOT NULL DEFAULT {self.stamp}"

    def do_round(self):
        statements = [each for _ in range(10) for each in self.transaction()]
        with self.topology.writing:
            if self.random.random() < 0.1:
                statements.append(self.ddl())
            # One that fails, and may be committed all the same, has its number again.
            statements.append(f"UPDATE crash.pulse SET stamp = {self.round + 1}")
            self.topology.sql(self.topology.primary, ";\n".join(statements) + ";")
            self.round += 1

    def run(self):
        try:
            while not self.stopping.is_set():
                if self.round - self.consumed() > self.AHEAD:
                    time.sleep(0.01)  # a consumer that is mostly dead is slow
                    continue
                try:
                    self.do_round()
                except servers.HarnessError as failure:
                    if not any(text in str(failure) for text in FAULTS):
                        raise
                    time.sleep(0.05)  # until somebody has started the server
        except Exception as failure:  # told by stop()
            self.failure = failure

    def check(self):
        if self.failure is not None:
            raise Wrong(f"the workload failed: {self.failure}")

    def stop(self):
        self.stopping.set()
        self.join()
        self.check()
