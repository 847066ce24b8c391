#!/usr/bin/env python3
"""Throwaway MariaDB and MySQL servers for tests, examples and benchmarks.

A server runs from a temporary folder, as an unprivileged user, on 127.0.0.1 at a free port, and is
gone with its folder when whoever started it ends, however that happens. Beyond Python's standard
library this needs what `tests/install-dependencies --servers` installs.

  mariadb   the distribution's own server (/usr/sbin/mariadbd).
  mysql     MySQL from Debian sid, unpacked into a cache folder once (about 90 MB to fetch) and run
            from there with its own C library; nothing is installed. On Ubuntu without a Debian
            mirror it is Ubuntu's mysql-server-core. The version is printed.
  mariadb118   MariaDB 11.8 from Debian trixie, or from Ubuntu 26.04, fetched and run as MySQL is
            (about 100 MB). MariaDB of 11.4 and later writes other binlogs than those before.

Initialised data folders are cached too, so a server is ready within a second or two. The cache is
$XDG_CACHE_HOME/towpath, else ~/.cache/towpath, and for root /var/cache/towpath, because servers
that root starts run as the user `mysql` (or `nobody`), who can not look into root's home. Any
number of processes may prepare the cache at the same time. Remove it when no server runs.


Commands

  servers.py run --server KIND [SERVER OPTIONS] [--keep] -- CMD [ARG...]
      KIND is one of the above, or `both`: mariadb and mysql.
      Starts the servers, runs CMD with the variables below, stops the servers, returns CMD's exit
      code (128 + N if signal N ended it). --keep leaves the folders for a look.

  servers.py start --server KIND --dir DIR [SERVER OPTIONS] [--owner PID]
      Starts a server in DIR, which must be new or empty, and prints DIR/env: the variables below,
      one NAME=value a line, fit for `set -a; . DIR/env`. The server and DIR are removed when the
      process PID ends; PID is the calling process unless given (give $$ when calling from inside
      $(...)), and 0 means: only when `remove` is called.
  servers.py start --dir DIR       starts a stopped or killed server again: same data, same port
  servers.py stop --dir DIR        shuts down in order; DIR stays
  servers.py kill --dir DIR        kill -9; DIR stays
  servers.py restart --dir DIR [--set ...]   stop and start, if wanted with other settings
  servers.py status --dir DIR      prints "running PID" or "stopped" (exit code 3)
  servers.py sql --dir DIR TEXT    runs SQL as root, prints rows separated by tabs
  servers.py remove --dir DIR      kills the server and deletes DIR
  servers.py fetch [--refresh]     only fills the cache; --refresh looks for newer servers

SERVER OPTIONS
  --set NAME=VALUE   a server variable, as often as wanted; `--set skip_log_bin` sets one without a
                     value. It overrides the settings below. With `both`, a variable that only
                     one of them knows needs the prefix loose_.
  --tls              TLS with a throwaway CA; its files are listed below
  --durable          real fsyncs (sync_binlog=1, innodb_flush_log_at_trx_commit=1); without it a
                     commit reaches the kernel only: it survives kill -9, not a power cut

Settings: log_bin=binlog (files binlog.000001...), binlog_format=ROW, binlog_row_metadata=FULL,
server_id = the port, max_allowed_packet=1G, time zone UTC, character_set_server=utf8mb4, small
buffer pool and redo log; MariaDB: performance_schema=OFF; MySQL: gtid_mode=ON,
enforce_gtid_consistency=ON. A new server has an empty binlog.000001 and an empty GTID set.

Users. The password is the name, unless said otherwise. Each but root may log in from anywhere,
and each but root and nogrant has REPLICATION SLAVE, REPLICATION CLIENT, SELECT on *.*.
  root       no password, all privileges, over the socket and TCP
  towpath    the server's default plugin: mysql_native_password, or caching_sha2_password on MySQL
  nogrant    SELECT on *.* only
  odd        password a:b@c/d?e#f%20g, for the quoting of URLs
  native     mysql_native_password, MariaDB only
  ed25519    ed25519, MariaDB only
  sha2       caching_sha2_password, MySQL only
  tlsonly    REQUIRE SSL     x509  REQUIRE X509 (both of use on MariaDB only with --tls)

Variables, with MYSQL or MARIADB118 in place of MARIADB for the others:
  TOWPATH_TEST_MARIADB_URL          mysql://towpath:towpath@127.0.0.1:PORT/
  TOWPATH_TEST_MARIADB_ADMIN_URL    mysql://root@127.0.0.1:PORT/
  TOWPATH_TEST_MARIADB_SOCKET_URL   mysql://towpath:towpath@localhost/?socket=SOCKET
  TOWPATH_TEST_MARIADB_HOST, _PORT, _SOCKET, _VERSION
  TOWPATH_TEST_MARIADB_DIR          for `servers.py restart --dir` and the like
  TOWPATH_TEST_MARIADB_DATADIR, _ERROR_LOG
  TOWPATH_TEST_MARIADB_CLIENT       a program that takes SQL as root: on stdin, or after -e
  TOWPATH_TEST_MARIADB_MYSQLBINLOG  the server's own mysqlbinlog
  with --tls, PEM files:
  TOWPATH_TEST_MARIADB_CA           the CA that signed the server's certificate, which is for
                                    localhost and 127.0.0.1
  TOWPATH_TEST_MARIADB_WRONG_CA     another CA
  TOWPATH_TEST_MARIADB_CLIENT_CERT, _CLIENT_KEY   a client's certificate, for the user x509
  TOWPATH_TEST_MARIADB_OTHER_HOST_CERT, _OTHER_HOST_KEY   a certificate of the same CA for
                                    another host: restart with --set ssl_cert=... --set ssl_key=...
  and once: TOWPATH_TEST_SERVERS    the path of this file


From Python

  with servers.Server("mariadb", tls=True, settings={"binlog_row_metadata": "MINIMAL"}) as server:
      server.sql("CREATE DATABASE shop")
      run_something(server.url())
      server.kill()
      server.start()


with tests/harness in sys.path. The class Server, below, says the rest.

How a server is kept from outliving its owner: each has a supervisor (throwaway/supervisor.py), a
small process that is the server's parent and checks several times a second that the owner lives.
If the owner is gone, it kills the server and deletes DIR. If the supervisor itself is killed, the
kernel kills the server.
"""

import argparse
import contextlib
import errno
import json
import os
import random
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from throwaway.certificates import TLS_FILES, make_certificates
from throwaway.datafolders import (READY_SECONDS, SHUTDOWN_SECONDS, answers, password_of, run_sql,
                                   template)
from throwaway.installations import KINDS, installation
from throwaway.processes import (HarnessError, check, die_with_parent, find_program,
                                 give_to_server_account, process_start_time, say, tail)

HOST = "127.0.0.1"
# Below the range from which the kernel takes ports for outgoing connections, so that the port of a
# stopped server is still free when it starts again.
PORTS = range(20000, 30000)
SOCKET_PATH_LIMIT = 107  # bytes of sun_path, without the NUL


class Server:
    """A throwaway server. Made stopped; `with` starts and closes it.

    Attributes: kind, version, directory, datadir, socket, port, error_log, and tls: None, or the
    paths by the names CA, WRONG_CA, CLIENT_CERT, CLIENT_KEY, OTHER_HOST_CERT, OTHER_HOST_KEY. They
    are there from the first start() on. One thread at a time may use a Server. What fails raises
    HarnessError.
    """

    def __init__(self, kind, settings=None, tls=False, durable=False, directory=None, owner=None):
        """Settings: server variables by name; None as value sets one that takes no value.

        `directory` must be new or empty; by default it is a temporary folder. `owner` is the
        process that the server must not outlive: by default this one, 0 for none.
        """
        if kind not in KINDS:
            raise HarnessError(f"unknown server {kind!r}: expected one of {', '.join(KINDS)}")
        self.kind = kind
        self.directory = None
        self.tls = None
        self._settings = normalised(settings or {})
        self._want_tls = tls
        self._durable = durable
        self._wanted_directory = directory
        self._owner = os.getpid() if owner is None else owner
        self._supervisor = None

    @classmethod
    def attach(cls, directory):
        """The server that another process has made in `directory`."""
        directory = os.path.abspath(directory)
        try:
            with open(os.path.join(directory, "state.json"), encoding="utf-8") as file:
                state = json.load(file)
        except (OSError, ValueError) as error:
            raise HarnessError(f"{directory} holds no server that servers.py made") from error
        server = cls(state["kind"])
        server._state = state
        server._settings = state["settings"]
        server._set_paths(directory)
        return server

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exception):
        self.close()

    # ---- life

    def start(self):
        """Starts the server and waits until it takes logins; the first time makes its folder."""
        attempts = 1
        if self.directory is None:
            self._prepare()
            attempts = 5
        while True:
            attempts -= 1
            self._write_files()
            self._command("start")
            try:
                self._wait_until_ready()
                return
            except HarnessError as error:
                # Somebody took the port since free_port() looked. A server that is known by its
                # port already can not take another.
                if attempts == 0 or "Bind on TCP/IP port" not in str(error):
                    raise
                self._state["port"] = self.port = free_port()

    def stop(self):
        """Shuts the server down in order; its data stay."""
        self._end("stop")

    def kill(self):
        """kill -9; the data stay."""
        self._end("kill")

    def restart(self, settings=None):
        """Shuts the server down, if it runs, and starts it, with `settings` added to its own."""
        if self.directory is not None:
            self.stop()
        self._settings.update(normalised(settings or {}))
        self.start()

    def close(self, keep=False):
        """Kills the server and deletes its folder, unless it is to be kept."""
        if self.directory is None:
            return
        try:
            self._command("keep" if keep else "remove", wait_for_end=True)
        except HarnessError:  # no supervisor: the kernel has killed the server with it
            if not keep:
                shutil.rmtree(self.directory, ignore_errors=True)
        if self._supervisor is not None:
            self._supervisor.wait()
        self.directory = None

    @property
    def pid(self):
        """The server's process; None when it does not run."""
        return None if self.directory is None else self._command("status")["pid"]

    @property
    def crashed(self):
        """True if the server, since it was last started, has ended without being told to."""
        return self._command("status")["crashed"]

    # ---- use

    def url(self, user="towpath", over_socket=False):
        """The URL by which `user` logs in."""
        credentials = urllib.parse.quote(user, safe="")
        if password_of(user):
            credentials += ":" + urllib.parse.quote(password_of(user), safe="")
        if over_socket:
            return f"mysql://{credentials}@localhost/?socket={urllib.parse.quote(self.socket)}"
        return f"mysql://{credentials}@{HOST}:{self.port}/"

    def sql(self, text, user="root", database=None):
        """Runs SQL statements over the socket; returns the rows of all results as lists of str.

        NULL comes as "NULL". A statement that fails raises HarnessError with the server's message.
        """
        return run_sql(self.socket, user, text, database)

    def variables(self):
        """The environment variables that tell a test about this server; see the file's head."""
        values = {
            "URL": self.url(),
            "ADMIN_URL": self.url("root"),
            "SOCKET_URL": self.url(over_socket=True),
            "HOST": HOST,
            "PORT": str(self.port),
            "SOCKET": self.socket,
            "VERSION": self.version,
            "DIR": self.directory,
            "DATADIR": self.datadir,
            "ERROR_LOG": self.error_log,
            "CLIENT": self._path("client"),
            "MYSQLBINLOG": self._path("mysqlbinlog"),
            **(self.tls or {}),
        }
        prefix = f"TOWPATH_TEST_{self.kind.upper()}_"
        variables = {prefix + name: value for name, value in values.items()}
        variables["TOWPATH_TEST_SERVERS"] = os.path.abspath(__file__)
        return variables

    # ---- how

    def _path(self, *names):
        return os.path.join(self.directory, *names)

    def _set_paths(self, directory):
        self.directory = directory
        self.version = self._state["version"]
        self.port = self._state["port"]
        self.datadir = self._path("data")
        self.socket = self._path("mysql.sock")
        self.error_log = self._path("error.log")
        if self._state["tls"]:
            self.tls = {name: self._path("tls", file) for name, file in TLS_FILES.items()}

    def _prepare(self):
        """Makes the folder, with all that stays the same over restarts, and the supervisor."""
        programs = installation(self.kind)
        source = template(programs, self._settings)
        start_time = 0 if self._owner == 0 else process_start_time(self._owner)
        if start_time is None:
            raise HarnessError(f"there is no process {self._owner} to own the server")
        directory = self._make_directory()
        self._state = {
            "kind": self.kind,
            "version": programs.version,
            "port": free_port(),
            "tls": self._want_tls,
            "argv": programs.server_argv + [f"--defaults-file={directory}/my.cnf"],
            "environment": programs.environment,
        }
        self._set_paths(directory)
        self._start_supervisor(start_time)
        check(["cp", "-a", "--reflink=auto", source, self.datadir])
        os.mkdir(self._path("tmp"), 0o700)
        give_to_server_account(self._path("tmp"))
        if self._want_tls:
            make_certificates(self._path("tls"))
        self._state["base_settings"] = self._base_settings(programs)
        self._write("client", as_script([find_program("mariadb"), "--no-defaults",
                                         "--default-character-set=utf8mb4",
                                         f"--socket={self.socket}", "--user=root"]), 0o755)
        self._write("mysqlbinlog", as_script(programs.mysqlbinlog_argv), 0o755)

    def _make_directory(self):
        if self._wanted_directory is None:
            directory = tempfile.mkdtemp(prefix=f"towpath-{self.kind}-")
        else:
            directory = os.path.abspath(self._wanted_directory)
            longest = SOCKET_PATH_LIMIT - len("/control.sock")
            if len(os.fsencode(directory)) > longest:
                raise HarnessError(f"{directory} is too long for a path with unix sockets in it: "
                                   f"at most {longest} bytes")
            os.makedirs(directory, exist_ok=True)
            if os.listdir(directory):
                raise HarnessError(f"{directory} is not empty: a server needs a folder of its own")
        give_to_server_account(directory)
        return directory

    def _start_supervisor(self, owner_start_time):
        program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "throwaway",
                               "supervisor.py")
        with open(self.error_log, "ab") as log:
            # It must hold no descriptor of ours: a shell's $(...) would wait for it.
            self._supervisor = subprocess.Popen(
                [sys.executable, "-S", "-E", "-s", program, self.directory, str(self._owner),
                 str(owner_start_time)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True)

    def _base_settings(self, programs):
        settings = {
            "log_bin": "binlog",
            "binlog_format": "ROW",
            "binlog_row_metadata": "FULL",
            "max_allowed_packet": "1G",
            "default_time_zone": "+00:00",
            "character_set_server": "utf8mb4",
            "skip_name_resolve": "ON",
            "max_connections": "200",
            "innodb_buffer_pool_size": "64M",
            "innodb_buffer_pool_dump_at_shutdown": "OFF",
            "innodb_buffer_pool_load_at_startup": "OFF",
            "bind_address": HOST,
            "datadir": self.datadir,
            "socket": self.socket,
            "pid_file": self._path("pid"),
            "tmpdir": self._path("tmp"),
            "secure_file_priv": self._path("tmp"),
            **programs.settings,
        }
        if self._durable:
            settings.update(sync_binlog="1", innodb_flush_log_at_trx_commit="1")
        else:
            settings.update(sync_binlog="0", innodb_flush_log_at_trx_commit="2",
                            innodb_flush_method="nosync")
        if self._want_tls:
            settings.update(ssl_ca=self._path("tls", "ca.pem"),
                            ssl_cert=self._path("tls", "server-cert.pem"),
                            ssl_key=self._path("tls", "server-key.pem"))
        return settings

    def _write_files(self):
        """Writes what follows from the port and the settings: my.cnf, env, state.json."""
        settings = {**self._state["base_settings"], "port": self.port, "server_id": self.port}
        if "skip_log_bin" in self._settings:
            del settings["log_bin"]
        settings.update(self._settings)
        self._state["settings"] = self._settings
        self._write("my.cnf", "[mysqld]\n" + "".join(
            f"{name}\n" if value is None else f"{name} = {quoted(str(value))}\n"
            for name, value in settings.items()))
        self._write("env", "".join(f"{name}={shlex.quote(value)}\n"
                                   for name, value in self.variables().items()))
        self._write("state.json", json.dumps(self._state, indent=1))

    def _write(self, name, text, mode=0o644):
        path = self._path(name)
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path + ".new", mode)
        os.rename(path + ".new", path)

    def _command(self, command, wait_for_end=False):
        """Sends a command to the supervisor; returns its answer."""
        while True:
            try:
                with socket.socket(socket.AF_UNIX) as connection:
                    connection.connect(self._path("control.sock"))
                    connection.sendall(command.encode() + b"\n")
                    with connection.makefile("rb") as replies:
                        answer = replies.readline()
                        while wait_for_end and replies.readline():
                            pass
                break
            except OSError as error:
                # Our own supervisor may not listen yet.
                if self._supervisor is None or self._supervisor.poll() is not None:
                    raise HarnessError(f"the supervisor of {self.directory} is gone, and its "
                                       "server with it") from error
                time.sleep(0.005)
        answer = json.loads(answer or b"{}")
        if "error" in answer:
            raise HarnessError(answer["error"])
        return answer

    def _wait_until_ready(self):
        deadline = time.monotonic() + READY_SECONDS
        while not answers(self.socket):
            late = time.monotonic() > deadline
            if late or self.pid is None:
                problem = (f"does not answer after {READY_SECONDS} seconds" if late
                           else "ended while starting")
                raise HarnessError(f"{self.kind} {self.version} {problem}; {self.error_log} ends "
                                   f"with:\n{tail(self.error_log)}")
            time.sleep(0.02)

    def _end(self, command):
        if self.directory is None:
            return
        deadline = time.monotonic() + SHUTDOWN_SECONDS
        self._command(command)
        while self.pid is not None:
            if time.monotonic() > deadline:
                say(f"{self.kind} does not shut down, killing it")
                self._command("kill")
                deadline += SHUTDOWN_SECONDS
            time.sleep(0.01)


def normalised(settings):
    """Settings with `_` for `-`, and log_bin=OFF as what servers understand by it."""
    result = {}
    for name, value in settings.items():
        name = name.replace("-", "_")
        if name == "log_bin" and str(value).upper() in ("0", "OFF"):  # it would name files OFF.*
            name, value = "skip_log_bin", None
        result[name] = value
    return result


def quoted(text):
    """A value for an option file, where # starts a comment and a backslash an escape."""
    if not re.search(r"[#'\"\\\s]", text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_script(argv):
    return f'#!/bin/sh\nexec {shlex.join(argv)} "$@"\n'


def free_port():
    """A port of HOST that nobody listens on."""
    for port in random.sample(PORTS, 500):
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
                return port
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise HarnessError(f"can not listen on {HOST}: {error.strerror}") from error
    raise HarnessError(f"found no free port between {PORTS[0]} and {PORTS[-1]} on {HOST}")


# ---- commands


class Interrupted(BaseException):
    """A signal asks this program to end."""

    def __init__(self, signum):
        super().__init__(signum)
        self.signum = signum


def raise_on_signals():
    """Turns the first signal that asks to end into Interrupted, and ignores those that follow."""
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def interrupt(signum, _):
        for number in signals:
            signal.signal(number, signal.SIG_IGN)
        raise Interrupted(signum)

    for number in signals:
        signal.signal(number, interrupt)


def start_all(started):
    """Starts several servers at the same time; raises the first error."""
    errors = []

    def start(server):
        try:
            server.start()
            say(f"{server.kind} {server.version} is ready on {HOST}:{server.port}")
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=start, args=(server,)) for server in started]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def run_command(args):
    raise_on_signals()
    kinds = ("mariadb", "mysql") if args.server == "both" else (args.server,)
    started = [Server(kind, args.settings, tls=args.tls, durable=args.durable) for kind in kinds]
    environment = dict(os.environ)
    try:
        start_all(started)
        for server in started:
            environment.update(server.variables())
        return run_program(args.command, environment)
    except Interrupted as interrupted:
        return 128 + interrupted.signum
    finally:
        for server in started:
            if server.directory is None:
                continue
            with contextlib.suppress(HarnessError):
                if server.crashed:
                    say(f"{server.kind} ended by itself; {server.error_log} ends with:\n"
                        f"{tail(server.error_log)}")
            if args.keep:
                say(f"kept {server.directory}")
            server.close(keep=args.keep)


def run_program(argv, environment):
    try:
        process = subprocess.Popen(argv, env=environment,
                                   preexec_fn=die_with_parent(signal.SIGTERM))
    except OSError as error:
        raise HarnessError(f"can not run {argv[0]}: {error.strerror}") from error
    try:
        code = process.wait()
    except Interrupted as interrupted:
        if not (interrupted.signum == signal.SIGINT and sys.stdin.isatty()):
            process.send_signal(interrupted.signum)  # a terminal has sent it Ctrl-C already
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raise
    return code if code >= 0 else 128 - code


def start_command(args):
    if os.path.exists(os.path.join(args.dir, "state.json")):
        server = Server.attach(args.dir)
        if server.pid is None:
            server.restart(args.settings)
    else:
        if args.server is None:
            raise HarnessError(f"{args.dir} holds no server yet: add --server {'|'.join(KINDS)}")
        raise_on_signals()
        server = Server(args.server, args.settings, tls=args.tls, durable=args.durable,
                        directory=args.dir,
                        owner=os.getppid() if args.owner is None else args.owner)
        try:
            server.start()
        except BaseException as error:
            server.close()
            if isinstance(error, Interrupted):
                return 128 + error.signum
            raise
    say(f"{server.kind} {server.version} is ready on {HOST}:{server.port}")
    with open(os.path.join(server.directory, "env"), encoding="utf-8") as file:
        sys.stdout.write(file.read())
    return 0


def directory_command(args):
    server = Server.attach(args.dir)
    if args.name == "stop":
        server.stop()
    elif args.name == "kill":
        server.kill()
    elif args.name == "restart":
        server.restart(args.settings)
    elif args.name == "remove":
        server.close()
    elif args.name == "sql":
        for row in server.sql(args.text):
            print("\t".join(row))
    elif args.name == "status":
        pid = server.pid
        print("stopped" if pid is None else f"running {pid}")
        return 3 if pid is None else 0
    return 0


def fetch_command(args):
    for kind in KINDS:
        programs = installation(kind, refresh=args.refresh)
        template(programs, {})
        print(f"{kind} {programs.version}")
    return 0


class SettingAction(argparse.Action):
    """Gathers --set NAME=VALUE in a dict; without = the value is None."""

    def __call__(self, parser, namespace, values, option_string=None):
        name, equals, value = values.partition("=")
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", name):
            parser.error(f"--set {values}: expected NAME=VALUE")
        setattr(namespace, self.dest,
                {**getattr(namespace, self.dest), name: value if equals else None})


def parse_arguments(argv):
    parser = argparse.ArgumentParser(
        prog="servers.py", description="Starts and stops throwaway MariaDB and MySQL servers. The "
        "head of this file describes commands, settings, users and variables.")
    commands = parser.add_subparsers(dest="name", required=True, metavar="COMMAND")

    def add(name, function, text, directory=True, settings=False):
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(function=function)
        if directory:
            command.add_argument("--dir", required=True, help="the server's folder")
        if settings:
            command.add_argument("--set", dest="settings", metavar="NAME=VALUE", default={},
                                 action=SettingAction, help="a server variable; repeatable")
        return command

    run = add("run", run_command, "run a program beside servers", directory=False, settings=True)
    run.add_argument("--server", required=True, choices=(*KINDS, "both"))
    run.add_argument("--keep", action="store_true", help="leave the servers' folders")
    start = add("start", start_command, "start a server in a folder", settings=True)
    start.add_argument("--server", choices=KINDS)
    start.add_argument("--owner", type=int, metavar="PID",
                       help="the process that the server must not outlive, 0 for none; by default "
                       "the caller")
    for command in (run, start):
        command.add_argument("--tls", action="store_true", help="TLS with a throwaway CA")
        command.add_argument("--durable", action="store_true", help="real fsyncs")
    run.add_argument("command", nargs="+", metavar="CMD", help="after --: a program, its arguments")
    add("stop", directory_command, "shut a server down, leave its folder")
    add("kill", directory_command, "kill -9 a server, leave its folder")
    add("restart", directory_command, "shut a server down and start it", settings=True)
    add("status", directory_command, "say whether a server runs")
    add("remove", directory_command, "kill a server and delete its folder")
    sql = add("sql", directory_command, "run SQL as root")
    sql.add_argument("text", metavar="SQL")
    fetch = add("fetch", fetch_command, "fill the cache", directory=False)
    fetch.add_argument("--refresh", action="store_true", help="look for newer servers")
    return parser.parse_args(argv)


def main(argv):
    args = parse_arguments(argv)
    try:
        return args.function(args)
    except HarnessError as error:
        say(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
