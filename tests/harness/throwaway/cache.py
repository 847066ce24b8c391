"""A cache folder that any number of processes may fill at the same time."""

import fcntl
import glob
import os
import shutil
import subprocess
import tempfile

from throwaway.processes import HarnessError, as_server_account, server_account


def cache_root():
    """The cache folder, made if it is missing."""
    if os.environ.get("XDG_CACHE_HOME"):
        base = os.environ["XDG_CACHE_HOME"]
    else:
        base = "/var/cache" if os.geteuid() == 0 else os.path.expanduser("~/.cache")
    root = os.path.join(os.path.abspath(base), "towpath")
    try:
        os.makedirs(root, exist_ok=True)
    except OSError as error:
        raise HarnessError(f"can not make the cache folder {root}: {error.strerror}; "
                           "set XDG_CACHE_HOME to a folder that can be written") from error
    account = server_account()
    if account is not None:
        os.chmod(root, 0o755)  # whatever the umask
        reach = subprocess.run(["test", "-x", root], check=False, **as_server_account())
        if reach.returncode != 0:
            raise HarnessError(f"servers that root starts run as the user {account.pw_name}, who "
                               f"can not enter the cache folder {root}; set XDG_CACHE_HOME to "
                               "another folder")
    return root


def cached(label, find, build):
    """Returns find(); if that is None, builds first, once for all processes.

    build(folder) fills a new folder and returns the name under which it enters the cache. It gets
    that name only when complete, by a rename, so that find() sees all of it or nothing.
    """
    found = find()
    if found is not None:
        return found
    root = cache_root()
    with open(os.path.join(root, label + ".lock"), "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = find()
        if found is not None:
            return found
        for left in glob.glob(os.path.join(root, glob.escape(label) + ".new.*")):
            shutil.rmtree(left, ignore_errors=True)  # of a builder that was killed
        folder = tempfile.mkdtemp(prefix=label + ".new.", dir=root)
        try:
            os.chmod(folder, 0o755)
            final = os.path.join(root, build(folder))
            if not os.path.exists(final):
                os.rename(folder, final)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return final
