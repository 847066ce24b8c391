#!/usr/bin/env python3
"""The checker of tests/crash/run can fail: each lie in a journal is found."""

import importlib.machinery
import importlib.util
import os
import unittest

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "run")
LOADER = importlib.machinery.SourceFileLoader("crash_run", PATH)
crash_run = importlib.util.module_from_spec(importlib.util.spec_from_loader("crash_run", LOADER))
LOADER.exec_module(crash_run)

BINLOG = [(1, 100, 0), (1, 200, 0), (2, 50, 0)]
JOURNAL = """\
get 1 2
row b.000001:100:0 0
done b.000001:100:0
killed
get 1001 2
row b.000001:100:0 1
row b.000001:200:0 0
done b.000001:200:0
ack 1001
get 1002 1
row b.000002:50:0 0
done b.000002:50:0
ack 1002
end""".splitlines()


def without(line):
    return [each for each in JOURNAL if each != line]


def replaced(old, new):
    return [new if each == old else each for each in JOURNAL]


class Checker(unittest.TestCase):

    def test_an_honest_journal_passes(self):
        self.assertEqual(crash_run.check_journal(JOURNAL, BINLOG), (1, 1002))

    def test_lies_are_found(self):
        for lie, journal in {
                "a change is lost": without("row b.000001:200:0 0"),
                "a replay is not flagged": replaced("row b.000001:100:0 1", "row b.000001:100:0 0"),
                "something new is flagged": replaced("row b.000002:50:0 0", "row b.000002:50:0 1"),
                "a mark is used twice": replaced("get 1001 2", "get 1 2"),
                "an ack goes back": replaced("ack 1002", "ack 1000"),
                "the end is not reached": without("end"),
                "the order is wrong": JOURNAL[:4] + ["row b.000002:50:0 0"] + JOURNAL[4:],
        }.items():
            with self.subTest(lie), self.assertRaises(SystemExit):
                crash_run.check_journal(journal, BINLOG)

    def test_a_change_that_never_happened_is_found(self):
        with self.assertRaises(SystemExit):
            crash_run.check_journal(JOURNAL, BINLOG[:2])


if __name__ == "__main__":
    unittest.main()
