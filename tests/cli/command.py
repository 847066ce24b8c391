"""Runs the towpath command for the tests of this folder."""

import json
import os
import subprocess

# A stuck command fails the test; nothing is measured by it.
TIMEOUT = 60


def program():
    return os.environ["TOWPATH_COMMAND"]


class Result:
    """What one run has printed and returned."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    def entries(self):
        return [json.loads(line) for line in self.out.splitlines()]


def towpath(*arguments, **more):
    done = subprocess.run([program(), *map(str, arguments)], capture_output=True, text=True,
                          timeout=TIMEOUT, check=False, **more)
    return Result(done.returncode, done.stdout, done.stderr)


def start(*arguments, **more):
    return subprocess.Popen([program(), *map(str, arguments)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **more)


def row_entries(entries):
    return [entry for entry in entries if "rows" in entry]
