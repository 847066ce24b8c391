#!/usr/bin/env python3
"""The towpath command without a server: usage, options, and decoding of binlog files."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

import binlog_writer
from binlog_writer import BinlogWriter
from command import TIMEOUT, program, row_entries, start, towpath


class Usage(unittest.TestCase):

    def test_version(self):
        result = towpath("--version")
        self.assertEqual(result.code, 0)
        self.assertRegex(result.out, r"^towpath \d+\.\d+\.\d+\n$")

    def test_help_of_every_command(self):
        overview = towpath("--help")
        self.assertEqual(overview.code, 0)
        for command in ("tail", "decode", "check", "options"):
            self.assertIn(f"  {command} ", overview.out)
            for flag in ("--help", "-h"):
                result = towpath(command, flag)
                self.assertEqual((result.code, result.err), (0, ""))
                self.assertTrue(result.out.startswith(f"usage: towpath {command}"))
                self.assertLessEqual(max(map(len, result.out.splitlines())), 80)

    def test_no_command(self):
        result = towpath()
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn("usage:", result.err)

    def refused(self, *arguments):
        """The message of a command line that must be refused."""
        result = towpath(*arguments)
        self.assertEqual((result.code, result.out), (2, ""), result.err)
        return result.err

    def test_what_is_refused_is_named(self):
        self.assertIn('unknown command "tial"', self.refused("tial"))
        self.assertIn("unknown flag --tabels", self.refused("tail", "mysql://h/", "--tabels", "x"))
        self.assertIn("unknown flag -x", self.refused("decode", "-x"))
        self.assertIn("--limit needs a value", self.refused("decode", "f", "--limit"))
        self.assertIn("--limit is given twice",
                      self.refused("decode", "f", "--limit", "1", "--limit=2"))
        for limit in ("0", "-1", "x", "1x", "", "99999999999999999999"):
            self.assertIn(f'--limit "{limit}"', self.refused("decode", "f", f"--limit={limit}"))
        self.assertIn('--format "xml"', self.refused("decode", "f", "--format", "xml"))
        self.assertIn('the nearest known one is "dedup.mode"',
                      self.refused("decode", "f", "--option", "dedup.mod=off"))
        self.assertIn("off|flag|drop", self.refused("decode", "f", "--option", "dedup.mode=on"))
        self.assertIn("is not KEY=VALUE", self.refused("decode", "f", "--option", "dedup.mode"))
        self.assertIn("no place to start from", self.refused("tail", "mysql://h/", "--from", "x"))
        self.assertIn("--until needs", self.refused("tail", "mysql://h/", "--until", ""))
        self.assertIn("URL of a server is missing", self.refused("tail"))
        self.assertIn("expected one URL", self.refused("tail", "mysql://a/", "mysql://b/"))
        self.assertIn("expected mysql://", self.refused("tail", "db1"))
        self.assertIn("--store needs --stream",
                      self.refused("tail", "mysql://h/", "--store", "memory:"))
        self.assertIn("stream.name", self.refused("tail", "mysql://h/", "--stream", "a b"))
        self.assertIn("expected the URL of one server", self.refused("check"))
        self.assertIn("no binlog file is given", self.refused("decode"))
        self.assertIn("--from latest", self.refused("decode", "f", "--from", "latest"))
        self.assertIn("expected no argument", self.refused("options", "all"))
        self.assertIn('--format "html"', self.refused("options", "--format", "html"))

    def test_an_error_points_to_the_help(self):
        self.assertIn("see: towpath tail --help", self.refused("tail", "--nothing"))

    def test_a_password_is_never_shown(self):
        # Not even the parts of a URL that is refused.
        for url in ("mysql://u:s3cret@h:99999/", "mysql://u:s3cret@h/db", "mysq://u:s3cret@h/"):
            self.assertNotIn("s3cret", self.refused("tail", url))
        self.assertNotIn("s3cret", self.refused("tail", "mysql://h/", "--option",
                                                "source.url=mysql://u:s3cret@h/db"))


class Options(unittest.TestCase):

    def test_text_and_markdown_list_the_same_keys(self):
        text = towpath("options")
        self.assertEqual(text.code, 0)
        keys = re.findall(r"^([a-z0-9_.]+)", text.out, re.MULTILINE)
        self.assertEqual(keys, sorted(keys))
        self.assertIn("source.url", keys)
        self.assertIn("dedup.mode = flag\n    one of off, flag, drop.\n", text.out)
        markdown = towpath("options", "--format", "markdown")
        self.assertEqual(markdown.code, 0)
        self.assertEqual(re.findall(r"^\| `([^`]+)`", markdown.out, re.MULTILINE), keys)
        rows = [line for line in markdown.out.splitlines() if line.startswith("| `")]
        for row in rows:
            self.assertEqual(len(row.split(" | ")), 4, row)


class Files(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="towpath-cli-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name="binlog.000001"):
        return os.path.join(self.folder, name)

    def write(self, writer, name="binlog.000001"):
        writer.write(self.path(name))
        return self.path(name)


class Decode(Files):

    def decode(self, *arguments):
        result = towpath("decode", *arguments, "--format", "json")
        self.assertEqual((result.code, result.err), (0, ""))
        return result.entries()

    def test_a_transaction_to_the_letter(self):
        w = BinlogWriter()
        begin = w.begin()
        w.table(108, "shop", "items", ("id", "name"))
        insert = w.rows(binlog_writer.WRITE_ROWS, 108, [(1, 'tea "é"'), (-2, None)])
        w.table(108, "shop", "items", ("id", "name"))
        update = w.rows(binlog_writer.UPDATE_ROWS, 108, [(1, 'tea "é"'), (1, "mate\n")])
        w.table(108, "shop", "items", ("id", "name"))
        delete = w.rows(binlog_writer.DELETE_ROWS, 108, [(-2, None)])
        commit = w.commit()
        ddl = w.query("DROP TABLE items", "shop")
        result = towpath("decode", self.write(w), "--format=json")
        at = "binlog.000001"
        time = '"ts_us":1700000000000000'
        where = '"database":"shop","table":"items"'
        self.assertEqual(result.err, "")
        self.assertEqual(result.out.splitlines(), [
            f'{{"type":"begin","position":"{at}:{begin}:0",{time}}}',
            f'{{"type":"insert","position":"{at}:{insert}:0",{time},{where},"rows":['
            r'{"after":{"id":1,"name":"tea \"é\""}},{"after":{"id":-2,"name":null}}]}',
            f'{{"type":"update","position":"{at}:{update}:0",{time},{where},"rows":['
            r'{"before":{"id":1,"name":"tea \"é\""},"after":{"id":1,"name":"mate\n"}}]}',
            f'{{"type":"delete","position":"{at}:{delete}:0",{time},{where},"rows":['
            r'{"before":{"id":-2,"name":null}}]}',
            f'{{"type":"commit","position":"{at}:{commit}:0",{time}}}',
            f'{{"type":"ddl","position":"{at}:{ddl}:0",{time},"database":"shop",'
            '"kind":"drop_table","tables":[{"database":"shop","table":"items"}],'
            '"sql":"DROP TABLE items"}',
        ])
        self.assertEqual(result.code, 0)

    def test_pretty_is_the_default(self):
        w = BinlogWriter()
        at = w.transaction([(1, "tea")])
        result = towpath("decode", self.write(w))
        self.assertEqual(result.code, 0)
        self.assertIn(f"insert    binlog.000001:{at}:0", result.out)
        self.assertIn("    id    1\n    name  'tea'\n", result.out)
        self.assertNotIn("\x1b", result.out)  # no terminal, no color

    def test_without_names_columns_are_numbered(self):
        w = BinlogWriter()
        w.transaction([(1, "tea"), (2, b"caf\xe9")], columns=None)
        rows = row_entries(self.decode(self.write(w)))[0]["rows"]
        self.assertEqual(rows[0], {"after": {"@1": 1, "@2": "tea"}})
        self.assertEqual(rows[1], {"after": {"@1": 2, "@2": {"base64": "Y2Fm6Q=="}}})
        strict = towpath("decode", self.path(), "--option", "schema.mode=strict")
        self.assertEqual(strict.code, 1)
        self.assertIn("SCHEMA_MISMATCH", strict.err)

    def three_files(self):
        """Files 1 to 3 with an insert of 1, 2, 3; each names its successor."""
        paths = []
        for number in (1, 2, 3):
            w = BinlogWriter(time=1700000000 + number)
            w.transaction([(number, "x")])
            w.rotate(f"binlog.{number + 1:06}")
            paths.append(self.write(w, f"binlog.{number:06}"))
        return paths

    def numbers(self, *arguments):
        return [entry["rows"][0]["after"]["id"]
                for entry in row_entries(self.decode(*arguments))]

    def test_each_file_is_read_alone_and_in_the_order_given(self):
        paths = self.three_files()
        self.assertEqual(self.numbers(paths[0]), [1])
        self.assertEqual(self.numbers(*paths), [1, 2, 3])
        self.assertEqual(self.numbers(paths[2], paths[0]), [3, 1])
        self.assertEqual(self.numbers(paths[1], paths[1]), [2, 2])

    def test_from_and_until(self):
        paths = self.three_files()
        self.assertEqual(self.numbers(*paths, "--from", "binlog.000002:4"), [2, 3])
        self.assertEqual(self.numbers(*paths, "--until", "binlog.000002:4"), [1])
        end = os.path.getsize(paths[1])
        self.assertEqual(self.numbers(*paths, "--until", f"binlog.000002:{end}"), [1, 2])
        self.assertEqual(self.numbers(*paths, "--from", "@1700000002"), [2, 3])
        self.assertEqual(self.numbers(*paths, "--until", "2023-11-14 22:13:22Z"), [1])
        wrong = towpath("decode", *paths, "--from", "binlog.000002:5")
        self.assertEqual((wrong.code, wrong.out), (2, ""))
        self.assertIn("INVALID_POSITION", wrong.err)
        unknown = towpath("decode", *paths, "--from", "binlog.000009:4")
        self.assertEqual((unknown.code, unknown.out), (2, ""))
        self.assertIn("binlog.000009", unknown.err)

    def test_after_an_entry(self):
        w = BinlogWriter()
        first = w.transaction([(1, "x")])
        w.transaction([(2, "x")])
        path = self.write(w)
        entries = self.decode(path, "--from", f"binlog.000001:{first}:0")
        self.assertEqual([entry["type"] for entry in entries],
                         ["commit", "begin", "insert", "commit"])

    def test_filters(self):
        w = BinlogWriter()
        w.transaction([(1, "x")], table="orders")
        w.transaction([(2, "x")], table="items")
        w.transaction([(3, "x")], database="crm", table="people")
        path = self.write(w)
        self.assertEqual(self.numbers(path, "--tables", r"shop\..*"), [1, 2])
        self.assertEqual(self.numbers(path, "--tables", r"shop\.items", "--tables=crm\\..*"),
                         [2, 3])
        self.assertEqual(self.numbers(path, "--exclude", r"shop\.items"), [1, 3])
        both = towpath("decode", path, "--tables", "a", "--option", "filter.tables=b")
        self.assertEqual(both.code, 2)
        bad = towpath("decode", path, "--tables", "shop.(")
        self.assertEqual((bad.code, bad.out), (2, ""))
        self.assertIn("INVALID_FILTER", bad.err)

    def test_limit(self):
        paths = self.three_files()
        self.assertEqual(len(self.decode(*paths, "--limit", 1)), 1)
        self.assertEqual(len(self.decode(*paths, "--limit", 4)), 4)
        self.assertEqual(len(self.decode(*paths, "--limit", 1000)), 9)

    def test_kinds_of_entries(self):
        path = self.three_files()[0]
        entries = self.decode(path, "--option", "filter.events=insert")
        self.assertEqual([entry["type"] for entry in entries], ["insert"])

    def test_names_that_a_url_would_take_for_something_else(self):
        w = BinlogWriter()
        w.transaction([(1, "x")])
        for name in ("a b%20c?d#e.000001", "ünï.000001", "no-number", "two:colons:7.000001"):
            with self.subTest(name=name):
                self.assertEqual(self.numbers(self.write(w, name)), [1])

    def test_relative_path(self):
        w = BinlogWriter()
        w.transaction([(1, "x")])
        self.write(w)
        result = towpath("decode", "binlog.000001", "--format", "json", cwd=self.folder)
        self.assertEqual(len(row_entries(result.entries())), 1)
        self.write(w, "-strange.000001")
        result = towpath("decode", "--format=json", "--", "-strange.000001", cwd=self.folder)
        self.assertEqual(len(row_entries(result.entries())), 1)

    def test_an_empty_binlog(self):
        self.assertEqual(self.decode(self.write(BinlogWriter())), [])


class BadFiles(Files):

    def failed(self, path, code):
        """Entries before the failure, and its message."""
        result = towpath("decode", path, "--format", "json")
        self.assertEqual(result.code, 1, result.err)
        self.assertTrue(result.err.startswith(f"towpath: {code}: "), result.err)
        return result.entries(), result.err

    def test_no_file(self):
        entries, message = self.failed(self.path("binlog.000009"), "NOT_FOUND")
        self.assertEqual(entries, [])
        self.assertIn("binlog.000009", message)

    def test_a_folder(self):
        self.failed(self.folder, "IO")

    def test_no_binlog(self):
        with open(self.path(), "wb") as file:
            file.write(b"#!/bin/sh\necho this is no binlog\n")
        self.failed(self.path(), "CORRUPTED")

    def test_encrypted(self):
        with open(self.path(), "wb") as file:
            file.write(b"\xfdbin" + bytes(600))
        self.failed(self.path(), "ENCRYPTED")

    def test_cut_inside_an_event(self):
        w = BinlogWriter()
        w.transaction([(1, "x")])
        at = w.transaction([(2, "x")])
        with open(self.path(), "wb") as file:
            file.write(w.bytes()[:at + 25])
        entries, message = self.failed(self.path(), "TRUNCATED")
        self.assertEqual([entry["type"] for entry in entries], ["begin", "insert", "commit"])
        self.assertIn(f"inside the event at {at}", message)

    def test_a_flipped_bit(self):
        w = BinlogWriter()
        w.transaction([(1, "x")])
        at = w.transaction([(2, "x")])
        data = bytearray(w.bytes())
        data[at + 30] ^= 4
        with open(self.path(), "wb") as file:
            file.write(data)
        entries, message = self.failed(self.path(), "CORRUPTED")
        self.assertEqual(len(row_entries(entries)), 1)
        self.assertIn(f"binlog.000001:{at}", message)

    def test_what_came_before_a_bad_file_is_printed(self):
        w = BinlogWriter()
        w.transaction([(1, "x")])
        good = self.write(w)
        result = towpath("decode", good, self.folder + "/gone", "--format", "json")
        # All files are looked at before anything is printed.
        self.assertEqual((result.code, result.out), (1, ""))


class Output(Files):

    def large_file(self, transactions=3000):
        w = BinlogWriter()
        for i in range(transactions):
            w.transaction([(i, "x" * 90)])
        return self.write(w)

    def test_a_reader_that_has_seen_enough(self):
        path = self.large_file()
        with start("decode", path) as process:
            self.assertIn("begin", process.stdout.readline())
            process.stdout.close()
            self.assertEqual(process.stderr.read(), "")
            self.assertEqual(process.wait(TIMEOUT), 0)

    def test_a_full_disk(self):
        path = self.large_file(10)
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([program(), "decode", path], stdout=full, stderr=subprocess.PIPE,
                                  text=True, timeout=TIMEOUT, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("IO: can not write the output: No space left on device", done.stderr)

    def test_a_signal_stops_even_when_nobody_reads(self):
        path = self.large_file()
        for signum in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signum=signum), start("decode", path) as process:
                process.stdout.readline()
                process.send_signal(signum)
                self.assertEqual(process.wait(TIMEOUT), 1)

    def test_a_signal_leaves_whole_lines(self):
        # Long enough that the signal comes before the end, however busy the machine is.
        with start("decode", self.large_file(30000), "--format", "json") as process:
            process.stdout.readline()
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=TIMEOUT)
            self.assertEqual(process.returncode, 1)
            self.assertIn("stopped by a signal", err)
            self.assertTrue(out == "" or out.endswith("}\n"))


class Terminal(Files):
    """Color and the progress line, which are for terminals only."""

    def on_terminal(self, *arguments, stdout, env=None):
        """Runs with a terminal as standard error, and as standard output too if `stdout` is None.

        Returns the exit code and what the terminal was sent.
        """
        ours, theirs = os.openpty()
        try:
            process = subprocess.Popen([program(), *arguments], stderr=theirs,
                                       stdout=theirs if stdout is None else stdout,
                                       env={**os.environ, **(env or {})})
        finally:
            os.close(theirs)
        shown = b""
        with process, os.fdopen(ours, "rb", buffering=0) as terminal:
            while True:
                try:
                    data = terminal.read(65536)
                except OSError:  # what Linux says when the last writer has gone
                    break
                if not data:
                    break
                shown += data
            code = process.wait(TIMEOUT)
        return code, shown.decode()

    def test_color(self):
        w = BinlogWriter()
        w.transaction([(1, "x")])
        path = self.write(w)
        code, shown = self.on_terminal("decode", path, stdout=None)
        self.assertEqual(code, 0)
        self.assertIn("\x1b[32minsert", shown)
        _, shown = self.on_terminal("decode", path, stdout=None, env={"NO_COLOR": "1"})
        self.assertNotIn("\x1b", shown)
        _, shown = self.on_terminal("decode", path, "--format=json", stdout=None)
        self.assertNotIn("\x1b", shown)

    def test_progress_of_long_work(self):
        w = BinlogWriter()
        for i in range(2000):
            w.transaction([(i, "x" * 90)])
        path = self.write(w)
        # A reader that takes a tenth of a second for 16 KiB makes it long, however fast we are.
        slow = ("import os, time\n"
                "while os.read(0, 16384): time.sleep(0.1)\n")
        with subprocess.Popen([sys.executable, "-c", slow], stdin=subprocess.PIPE) as reader:
            code, shown = self.on_terminal("decode", path, stdout=reader.stdin)
            reader.stdin.close()
        self.assertEqual(code, 0)
        self.assertRegex(shown, r"\rbinlog\.000001:\d+  \d+ entries  \d+% of the file  \d+/s")
        # It is taken away at the end.
        self.assertTrue(shown.endswith("\r\x1b[K"), repr(shown[-80:]))

    def test_no_progress_of_short_work(self):
        w = BinlogWriter()
        w.transaction([(1, "x")])
        code, shown = self.on_terminal("decode", self.write(w), stdout=subprocess.DEVNULL)
        self.assertEqual((code, shown), (0, ""))


if __name__ == "__main__":
    unittest.main()
