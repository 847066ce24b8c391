"""Initialised data folders, with the users of the tests: made once, then copied for each server."""

import contextlib
import hashlib
import json
import os
import re
import socket
import subprocess
import tempfile
import time

from throwaway.cache import cache_root, cached
from throwaway.installations import CDC_GRANTS, as_options
from throwaway.processes import (HarnessError, as_server_account, find_program,
                                 give_to_server_account, say, tail)

READY_SECONDS = 120  # a server that has not answered by then is called broken
SHUTDOWN_SECONDS = 120  # a server that has not shut down in order by then is killed

PASSWORDS = {"root": "", "odd": "a:b@c/d?e#f%20g"}

ACCOUNT_SQL = f"""
    CREATE USER IF NOT EXISTS root@'127.0.0.1';
    GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
    CREATE USER towpath@'%' IDENTIFIED BY 'towpath';
    CREATE USER nogrant@'%' IDENTIFIED BY 'nogrant';
    CREATE USER odd@'%' IDENTIFIED BY '{PASSWORDS["odd"]}';
    CREATE USER tlsonly@'%' IDENTIFIED BY 'tlsonly' REQUIRE SSL;
    CREATE USER x509@'%' IDENTIFIED BY 'x509' REQUIRE X509;
    GRANT {CDC_GRANTS} ON *.* TO towpath@'%';
    GRANT {CDC_GRANTS} ON *.* TO odd@'%';
    GRANT {CDC_GRANTS} ON *.* TO tlsonly@'%';
    GRANT {CDC_GRANTS} ON *.* TO x509@'%';
    GRANT SELECT ON *.* TO nogrant@'%';
    """

# What is settled when a data folder is initialised, or costs time to change later.
LAYOUT_SETTINGS = ("innodb_page_size", "innodb_data_file_path", "innodb_log_file_size",
                   "innodb_redo_log_capacity", "lower_case_table_names")


def password_of(user):
    return PASSWORDS.get(user, user)


def template(programs, settings):
    """A data folder in the cache to copy from: it never had a binlog, a GTID or a server UUID."""
    settings = {**programs.settings, **settings}
    layout = {name: settings[name] for name in LAYOUT_SETTINGS if name in settings}
    script = ACCOUNT_SQL + programs.account_sql
    digest = hashlib.sha256(json.dumps([script, layout], sort_keys=True).encode()).hexdigest()[:12]
    name = f"data-{programs.kind}-{programs.version}-{digest}"

    def find():
        path = os.path.join(cache_root(), name)
        return path if os.path.isdir(path) else None

    def build(folder):
        say(f"initialising a data folder of {programs.kind} {programs.version}, once")
        give_to_server_account(folder)
        with tempfile.TemporaryDirectory(prefix="towpath-") as scratch:
            give_to_server_account(scratch)
            initialise(programs, {**programs.settings, **layout}, script,
                       os.path.join(folder, "data"), scratch)
        return name

    return os.path.join(cached(name, find, build), "data")


def initialise(programs, settings, script, datadir, scratch):
    settings = {**settings, "innodb_flush_method": "nosync"}
    programs.initialise(datadir, settings)
    # Then start it once, without binlog and network, to make the users.
    for name in ("gtid_mode", "enforce_gtid_consistency"):
        settings.pop(name, None)
    path = os.path.join(scratch, "mysql.sock")
    log_path = os.path.join(scratch, "error.log")
    settings.update(datadir=datadir, socket=path, tmpdir=scratch, secure_file_priv=scratch,
                    pid_file=os.path.join(scratch, "pid"), skip_networking=None, skip_log_bin=None)
    with open(log_path, "wb") as log:
        process = subprocess.Popen(programs.server_argv + ["--no-defaults"] + as_options(settings),
                                   stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
                                   env=dict(os.environ, **programs.environment),
                                   **as_server_account())
    try:
        deadline = time.monotonic() + READY_SECONDS
        while not answers(path):
            if process.poll() is not None or time.monotonic() > deadline:
                raise HarnessError(f"{programs.kind} {programs.version} does not start with a new "
                                   f"data folder:\n{tail(log_path)}")
            time.sleep(0.02)
        run_sql(path, "root", script)
        process.terminate()
        if process.wait(SHUTDOWN_SECONDS) != 0:
            raise HarnessError(f"{programs.kind} {programs.version} fails to shut down:\n"
                               f"{tail(log_path)}")
    finally:
        process.kill()
        process.wait()
    with contextlib.suppress(FileNotFoundError):
        os.remove(os.path.join(datadir, "auto.cnf"))  # the server UUID: each copy makes its own


def answers(path):
    """True if a server at the unix socket `path` greets whoever connects, so takes logins."""
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(5)
        try:
            probe.connect(path)
            greeting = probe.recv(5, socket.MSG_WAITALL)
        except OSError:
            return False
    return len(greeting) == 5 and greeting[4] == 10  # 4 bytes packet header, protocol version 10


def run_sql(path, user, text, database=None):
    """Runs SQL through the command line client over a unix socket; see Server.sql()."""
    argv = [find_program("mariadb"), "--no-defaults", "--batch", "--skip-column-names",
            "--binary-mode", "--comments", "--default-character-set=utf8mb4", f"--socket={path}",
            f"--user={user}"]
    if database:
        argv.append(f"--database={database}")
    done = subprocess.run(argv, input=text.encode(), capture_output=True, check=False,
                          env=dict(os.environ, MYSQL_PWD=password_of(user)))
    if done.returncode != 0:
        message = done.stderr.decode(errors="replace").strip()
        raise HarnessError(f"{message}\nin: {text.strip()[:2000]}")
    escapes = {"n": "\n", "t": "\t", "0": "\0", "\\": "\\"}
    lines = done.stdout.decode(errors="surrogateescape").split("\n")[:-1]
    return [[re.sub(r"\\([nt0\\])", lambda match: escapes[match[1]], cell)
             for cell in line.split("\t")] for line in lines]
