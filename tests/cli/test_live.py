#!/usr/bin/env python3
"""The towpath command against the servers that tests/harness/servers.py has started."""

import os
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.parse

from command import TIMEOUT, row_entries, start, towpath

SERVERS = ("MARIADB", "MYSQL")


def variable(server, name):
    return os.environ[f"TOWPATH_TEST_{server}_{name}"]


def sql(server, text):
    done = subprocess.run([variable(server, "CLIENT"), "-N", "-e", text], capture_output=True,
                          text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def url(server, user="towpath", password=None):
    password = urllib.parse.quote(user if password is None else password, safe="")
    return f"mysql://{user}:{password}@127.0.0.1:{variable(server, 'PORT')}/"


class Live:
    """The tests, for one server; subclasses below say which."""

    server = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="towpath-cli-")
        self.addCleanup(shutil.rmtree, self.folder)
        # Each test reads from its own file of the binlog on.
        self.sql("DROP DATABASE IF EXISTS cli; CREATE DATABASE cli; CREATE TABLE cli.items "
                 "(id INT PRIMARY KEY, name VARCHAR(100) CHARACTER SET utf8mb4)")
        self.sql("FLUSH BINARY LOGS")
        self.file = self.sql("SHOW BINARY LOGS").splitlines()[-1].split("\t")[0]
        self.start = f"{self.file}:4"

    def sql(self, text):
        return sql(self.server, text)

    def insert(self, *numbers):
        for number in numbers:
            self.sql(f"INSERT INTO cli.items VALUES ({number}, 'n{number}')")

    def tail(self, *arguments, json=True, **more):
        result = towpath("tail", url(self.server), *arguments, *(["--format=json"] if json else []),
                         **more)
        self.assertEqual((result.code, result.err), (0, ""))
        return result.entries() if json else result.out

    def numbers(self, entries):
        return [row["after"]["id"] for entry in row_entries(entries) for row in entry["rows"]]

    # ---- tail

    def test_what_is_there(self):
        self.insert(1, 2)
        entries = self.tail("--from", self.start, "--until", "latest")
        self.assertEqual([entry["type"] for entry in entries], ["begin", "insert", "commit"] * 2)
        self.assertEqual(self.numbers(entries), [1, 2])
        insert = entries[1]
        self.assertEqual((insert["database"], insert["table"]), ("cli", "items"))
        self.assertEqual(insert["rows"], [{"after": {"id": 1, "name": "n1"}}])
        self.assertTrue(insert["position"].startswith(self.file + ":"))
        self.assertEqual(insert["gtid"], entries[0]["gtid"])
        self.assertNotEqual(insert["gtid"], entries[4]["gtid"])

    def test_an_entry_comes_when_it_happens(self):
        with start("tail", url(self.server), "--from", self.start, "--format=json",
                   "--option", "filter.events=insert") as process:
            for number in (1, 2, 3):
                self.insert(number)
                # Not held back until a buffer is full.
                self.assertIn(f'"id":{number}', process.stdout.readline())
            process.terminate()
            self.assertEqual(process.communicate(timeout=TIMEOUT), ("", ""))
            self.assertEqual(process.returncode, 0)

    def test_signals_end_it_well(self):
        for signum in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signum=signum), \
                    start("tail", url(self.server), "--from", self.start) as process:
                self.insert(signum)
                process.stdout.readline()
                process.send_signal(signum)
                _, err = process.communicate(timeout=TIMEOUT)
                self.assertEqual((process.returncode, err), (0, ""))

    def test_a_reader_that_has_seen_enough(self):
        with start("tail", url(self.server), "--from", self.start) as process:
            self.insert(1)
            process.stdout.readline()
            process.stdout.close()
            self.insert(2)
            self.assertEqual(process.wait(TIMEOUT), 0)
            self.assertEqual(process.stderr.read(), "")

    def test_limit(self):
        self.insert(1, 2)
        self.assertEqual(len(self.tail("--from", self.start, "--limit", 4)), 4)

    def test_filters(self):
        self.sql("CREATE TABLE cli.orders (id INT PRIMARY KEY); INSERT INTO cli.orders VALUES (7)")
        self.insert(1)
        both = ("--from", self.start, "--until", "latest")
        self.assertEqual(self.numbers(self.tail(*both)), [7, 1])
        self.assertEqual(self.numbers(self.tail(*both, "--tables", r"cli\.orders")), [7])
        self.assertEqual(self.numbers(self.tail(*both, "--exclude", r"cli\.o.*")), [1])

    def test_a_stream_goes_on_where_it_was(self):
        stream = ("--stream", "orders", "--store", f"sqlite:{self.folder}/s.db", "--from",
                  self.start, "--until", "latest")
        self.insert(1, 2)
        # The end comes inside the second transaction.
        self.assertEqual(self.numbers(self.tail(*stream, "--limit", 5)), [1, 2])
        self.insert(3)
        entries = self.tail(*stream)
        self.assertEqual([entry["type"] for entry in entries],
                         ["commit", "begin", "insert", "commit"])
        self.assertEqual(self.numbers(entries), [3])
        self.assertEqual(self.tail(*stream), [])

    def test_what_was_not_written_is_not_acknowledged(self):
        stream = ("--stream", "s", "--store", f"sqlite:{self.folder}/s.db", "--from", self.start,
                  "--until", "latest", "--format=json")
        self.insert(1)
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = subprocess.run(
                [os.environ["TOWPATH_COMMAND"], "tail", url(self.server), *stream], stdout=full,
                stderr=subprocess.PIPE, text=True, timeout=TIMEOUT, check=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn("No space left", result.stderr)
        self.assertEqual(self.numbers(self.tail(*stream[:-1])), [1])

    def test_the_same_stream_twice(self):
        stream = ("--stream", "s", "--store", f"sqlite:{self.folder}/s.db", "--from", self.start)
        with start("tail", url(self.server), *stream) as process:
            self.insert(1)
            process.stdout.readline()
            second = towpath("tail", url(self.server), *stream)
            self.assertEqual(second.code, 1)
            self.assertIn("BUSY", second.err)
            process.terminate()
            process.communicate(timeout=TIMEOUT)

    def test_a_tail_and_its_file_agree(self):
        self.insert(1, 2)
        self.sql("UPDATE cli.items SET name = NULL WHERE id = 1; DELETE FROM cli.items")
        self.sql("ALTER TABLE cli.items ADD COLUMN price DECIMAL(20,5)")
        self.sql("INSERT INTO cli.items VALUES (9, 'ü', -0.5)")
        self.sql("FLUSH BINARY LOGS")
        copy = os.path.join(self.folder, self.file)
        shutil.copy(os.path.join(variable(self.server, "DATADIR"), self.file), copy)
        decoded = towpath("decode", copy, "--format=json")
        self.assertEqual((decoded.code, decoded.err), (0, ""))
        tailed = self.tail("--from", self.start, "--until", "latest")
        self.assertEqual(decoded.entries(), tailed)
        self.assertEqual(row_entries(tailed)[-1]["rows"],
                         [{"after": {"id": 9, "name": "ü", "price": "-0.50000"}}])

    # ---- errors

    def refused(self, code, status, *arguments):
        result = towpath(*arguments)
        self.assertEqual((result.code, result.out), (code, ""), result.err)
        self.assertIn(status + ": ", result.err)
        return result.err

    def test_a_wrong_password_is_not_shown(self):
        for command in ("tail", "check"):
            message = self.refused(1, "AUTHENTICATION", command,
                                   url(self.server, password="s3cret"))
            self.assertIn("towpath", message)
            self.assertNotIn("s3cret", message)

    def test_no_server(self):
        for command in ("tail", "check"):
            message = self.refused(1, "CONNECTION", command, "mysql://u:s3cret@127.0.0.1:1/")
            self.assertIn("127.0.0.1:1", message)
            self.assertNotIn("s3cret", message)

    def test_a_position_that_is_none(self):
        for start_at in (f"{self.file}:5", "nothing.000001:4"):
            result = towpath("tail", url(self.server), "--from", start_at)
            self.assertIn(result.code, (1, 2))
            self.assertIn(start_at.split(":", maxsplit=1)[0], result.err)

    def test_arguments_do_not_show_the_password(self):
        with start("tail", url(self.server), "--from", self.start, "--option",
                   "source.url=mysql://u:s3cret@h/") as process:
            # The process answers before it is looked at.
            self.insert(1)
            process.stdout.readline()
            with open(f"/proc/{process.pid}/cmdline", encoding="utf-8") as file:
                arguments = file.read()
            process.terminate()
            process.communicate(timeout=TIMEOUT)
        self.assertIn("tail", arguments)
        self.assertNotIn("towpath:towpath@", arguments)
        self.assertNotIn("s3cret", arguments)

    def test_a_password_file(self):
        path = os.path.join(self.folder, "password")
        with open(path, "w", encoding="utf-8") as file:
            file.write("towpath\n")
        self.insert(1)
        result = towpath("tail", f"mysql://towpath@127.0.0.1:{variable(self.server, 'PORT')}/",
                         "--option", f"source.password_file={path}", "--from", self.start,
                         "--limit", 1)
        self.assertEqual((result.code, result.err), (0, ""))

    # ---- check

    def test_check_a_server_that_is_ready(self):
        result = towpath("check", url(self.server))
        self.assertEqual((result.code, result.err), (0, ""))
        self.assertIn(f"127.0.0.1:{variable(self.server, 'PORT')}", result.out)
        self.assertRegex(result.out, r"(?m)^  ok +binlog_format +ROW$")
        self.assertRegex(result.out.splitlines()[-1], r"^ready \(0 errors, \d+ warnings?\)$")

    def test_check_missing_grants(self):
        result = towpath("check", url(self.server, "nogrant"))
        self.assertEqual((result.code, result.err), (1, ""))
        self.assertRegex(result.out, r"(?m)^  ERROR +REPLICATION SLAVE +not granted$")
        self.assertRegex(result.out, r"(?m)^ +GRANT REPLICATION SLAVE ON \*\.\* TO ")
        self.assertRegex(result.out.splitlines()[-1], r"^not ready \(2 errors, ")

    def test_check_settings(self):
        self.sql("SET GLOBAL binlog_row_image = 'MINIMAL'")
        self.addCleanup(self.sql, "SET GLOBAL binlog_row_image = 'FULL'")
        result = towpath("check", url(self.server))
        self.assertEqual(result.code, 0)  # can be followed, with less in each row
        self.assertRegex(result.out, r"(?m)^  warning +binlog_row_image +MINIMAL$")
        self.assertIn("SET GLOBAL binlog_row_image", result.out)


for name in SERVERS:
    if os.environ.get("TOWPATH_TEST_ONLY", name).upper() == name:
        globals()[name] = type(name, (Live, unittest.TestCase), {"server": name})


if __name__ == "__main__":
    unittest.main()
