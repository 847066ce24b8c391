"""Running programs: as the user that servers run as, and not longer than their parent."""

import contextlib
import ctypes
import os
import pwd
import shlex
import shutil
import subprocess
import sys


class HarnessError(Exception):
    """Something a server needs is missing or went wrong; the message says what and what to do."""


def say(text):
    print(f"servers: {text}", file=sys.stderr, flush=True)


def find_program(name):
    """The path of a program, also of one in /usr/sbin, which a user's PATH may lack."""
    path = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/bin:/sbin:/bin")
    if path is None:
        raise HarnessError(f"{name} is missing: run tests/install-dependencies --servers")
    return path


def check(argv, stdin=subprocess.DEVNULL, **more):
    """Runs a helper program and returns its output, which becomes the error's text if it fails."""
    done = subprocess.run(argv, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", check=False, **more)
    if done.returncode != 0:
        output = done.stdout.strip()
        raise HarnessError(f"{shlex.join(argv)} failed with {done.returncode}:\n{output}")
    return done.stdout


def tail(path, lines=25):
    """The last lines of a log."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return "".join(file.readlines()[-lines:]).rstrip()
    except OSError:
        return ""


def die_with_parent(signum):
    """Returns a function for preexec_fn: the kernel sends `signum` when the parent thread dies."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def set_it():
        PR_SET_PDEATHSIG = 1
        prctl(PR_SET_PDEATHSIG, signum, 0, 0, 0)
        if os.getppid() != parent:  # it died before the call
            os._exit(1)

    return set_it


def process_start_time(pid):
    """When process `pid` started, in clock ticks since boot; None if it has ended.

    Together with the number this names a process for good: numbers are used again.
    """
    try:
        with open(f"/proc/{pid}/stat", encoding="latin-1") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else int(fields[19])


def server_account():
    """The user that servers run as; None for the caller, if that is not root."""
    if os.geteuid() != 0:
        return None
    for name in ("mysql", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise HarnessError("root can not start servers: there is neither a user mysql nor nobody")


def as_server_account():
    """Arguments for subprocess that drop root's rights."""
    account = server_account()
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def give_to_server_account(path):
    account = server_account()
    if account is not None:
        os.chown(path, account.pw_uid, account.pw_gid)
