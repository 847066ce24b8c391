#!/usr/bin/env python3
"""The checker of tests/crash/run can fail: each lie is found."""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "harness")]
from chaos import checker  # noqa: E402
from chaos.topology import Wrong  # noqa: E402

BINLOG = ["1/insert/9/aa", "1/update/9/bb", "2/ddl", "3/delete/9/cc"]
JOURNAL = """\
open batch=7
get 1 2
row b.000001:100:0 0 1/insert/9/aa
done 1/insert/9/aa
killed
open batch=7
get 1001 2
row b.000001:100:0 1 1/insert/9/aa
row b.000001:200:0 0 1/update/9/bb
pulse 3
done 1/update/9/bb
ack 1001 3
get 1002 2
row b.000002:50:0 0 2/ddl
row c.000009:50:0 0 3/delete/9/cc
done 3/delete/9/cc
ack 1002 3
end""".splitlines()


def without(line):
    return [each for each in JOURNAL if each != line]


def replaced(old, new):
    return [new if each == old else each for each in JOURNAL]


class Journal(unittest.TestCase):

    def test_an_honest_journal_passes(self):
        self.assertEqual(checker.check_journal(JOURNAL, BINLOG), (1, 1002))

    def test_lies_are_found(self):
        delete = "row c.000009:50:0 0 3/delete/9/cc"
        ddl = "row b.000002:50:0 0 2/ddl"
        for lie, journal in {
                "a change is lost": without(ddl),
                "the last change is lost": without(delete)[:-2] + ["end"],
                "a replay is not flagged": replaced("row b.000001:100:0 1 1/insert/9/aa",
                                                    "row b.000001:100:0 0 1/insert/9/aa"),
                "something new is flagged": replaced(ddl, ddl.replace(" 0 2", " 1 2")),
                "a change comes twice": replaced(ddl, ddl + "\n" + ddl),
                "two changes come in the wrong order": [
                    {ddl: delete, delete: ddl}.get(each, each) for each in JOURNAL],
                "a change differs": replaced(delete, delete.replace("cc", "cd")),
                "a mark is used twice": replaced("get 1001 2", "get 1 2"),
                "an ack goes back": replaced("ack 1002 3", "ack 1000 3"),
                "the end is not reached": without("end"),
                "nothing happened": [],
        }.items():
            lines = "\n".join(journal).splitlines()
            with self.subTest(lie), self.assertRaises(Wrong):
                checker.check_journal(lines, BINLOG)

    def test_a_change_that_never_happened_is_found(self):
        with self.assertRaises(Wrong):
            checker.check_journal(JOURNAL, BINLOG[:3])

    def test_names_that_tell_nothing_apart_are_found(self):
        with self.assertRaises(Wrong):
            checker.check_journal(JOURNAL, [*BINLOG, BINLOG[0]])


class Applied(unittest.TestCase):

    def test_an_honest_list_passes(self):
        checker.check_applied(BINLOG, BINLOG)

    def test_lies_are_found(self):
        for lie, applied in {"lost": BINLOG[:1] + BINLOG[2:], "lost at the end": BINLOG[:3],
                             "doubled": BINLOG[:2] + BINLOG[1:],
                             "doubled at the end": BINLOG + BINLOG[3:],
                             "reordered": [BINLOG[1], BINLOG[0], *BINLOG[2:]]}.items():
            with self.subTest(lie), self.assertRaises(Wrong):
                checker.check_applied(applied, BINLOG)


class Copy(unittest.TestCase):
    COLUMNS = ["id", "stamp", "padding", "c7"]
    ROWS = [["1", "5", "x", "7"], ["2", "6", "y", "9"]]
    # The first row was written before column c7 was added, and when there was another.
    COPY = {1: {"id": "1", "stamp": "5", "padding": "x", "c3": "3"},
            2: {"id": "2", "stamp": "6", "padding": "y", "c7": "9"}}

    def check(self, rows, copy):
        checker.check_copy("items", self.COLUMNS, rows, copy)

    def test_an_honest_copy_passes(self):
        self.check(self.ROWS, self.COPY)

    def test_lies_are_found(self):
        for lie, rows, copy in (
                ("a row is missing", self.ROWS, {1: self.COPY[1]}),
                ("a row is too many", self.ROWS[:1], self.COPY),
                ("a value differs", self.ROWS, {**self.COPY, 2: {**self.COPY[2], "stamp": "5"}}),
                ("a default differs", [["1", "5", "x", "8"], self.ROWS[1]], self.COPY),
                ("a column is missing", self.ROWS, {**self.COPY, 1: {"id": "1", "stamp": "5"}})):
            with self.subTest(lie), self.assertRaises(Wrong):
                self.check(rows, copy)


if __name__ == "__main__":
    unittest.main()
