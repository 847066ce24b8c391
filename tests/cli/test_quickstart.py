#!/usr/bin/env python3
"""The quickstart: on both servers its proof holds, and with deduplication off it must not."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
QUICKSTART = os.path.join(ROOT, "examples", "quickstart")
PLAY = os.path.join(ROOT, "examples", "quickstart_shop", "play.py")
TIMEOUT = 1500  # the first time it builds a release


def play(*arguments):
    """The story with the consumer of this build; the script itself builds a release."""
    return subprocess.run([sys.executable, PLAY, "--consumer", os.environ["TOWPATH_QUICKSTART_SHOP"],
                           *arguments], capture_output=True, text=True, timeout=TIMEOUT, check=False)


def wrong(out):
    """The lines of the proof that do not hold."""
    return re.findall(r"(?m)^  (\S.*?) {2,}.*WRONG$", out)


class Quickstart(unittest.TestCase):

    def test_from_anywhere_without_a_terminal(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([QUICKSTART], cwd=folder, stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, timeout=TIMEOUT, check=False)
            self.assertEqual(os.listdir(folder), [])
        self.assertEqual(done.returncode, 0, done.stdout[-2000:] + done.stderr)
        self.assertIn("Every change was processed exactly once.", done.stdout)
        self.assertEqual(wrong(done.stdout), [])
        self.assertNotIn("\x1b", done.stdout)
        # File, offset, mark and what happened, in columns.
        lines = re.findall(r"(?m)^  binlog\.\d{6} +\d+  mark +\d+  (get|process|skip|ack|kill -9)",
                           done.stdout)
        self.assertEqual(set(lines), {"get", "process", "skip", "ack", "kill -9"})

    def test_mysql(self):
        done = play("--server", "mysql")
        self.assertEqual(done.returncode, 0, done.stdout[-2000:] + done.stderr)
        self.assertEqual(wrong(done.stdout), [])

    def test_the_proof_can_fail(self):
        done = play("--without-dedup")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("The proof does NOT hold.", done.stdout)
        self.assertIn("changes processed twice", wrong(done.stdout))
        self.assertIn("payments added up one by one, and the server's SUM(amount)",
                      wrong(done.stdout))
        # What has nothing to do with deduplication holds all the same.
        self.assertNotIn("marks only grew, across the stop too", wrong(done.stdout))

    def test_an_interrupt_leaves_nothing_behind(self):
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)  # the server may run as another user
            process = subprocess.Popen(
                [sys.executable, PLAY, "--consumer", os.environ["TOWPATH_QUICKSTART_SHOP"]],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                env={**os.environ, "TMPDIR": folder})
            with process:
                lines = iter(process.stdout.readline, "")
                self.assertTrue(any("  process  " in line for line in lines))
                self.assertNotEqual(os.listdir(folder), [])
                process.send_signal(signal.SIGTERM)
                process.communicate(timeout=TIMEOUT)
            self.assertEqual(process.returncode, 128 + signal.SIGTERM)
            self.assertEqual(os.listdir(folder), [])

    def test_wrong_usage(self):
        for arguments in (["--server", "oracle"], ["--server"], ["--fast"]):
            done = subprocess.run([QUICKSTART, *arguments], capture_output=True, text=True,
                                  timeout=TIMEOUT, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(arguments[0], done.stderr)

    def test_help(self):
        done = subprocess.run([QUICKSTART, "--help"], capture_output=True, text=True,
                              timeout=TIMEOUT, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("examples/quickstart --server mysql", done.stdout)


if __name__ == "__main__":
    unittest.main()
