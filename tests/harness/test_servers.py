#!/usr/bin/env python3
"""Tests of servers.py, against each kind of server."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from unittest import mock

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import servers
from throwaway import installations

COMMAND = [sys.executable, os.path.join(HERE, "servers.py")]


def eventually(condition, what):
    """Waits for a condition; the limit is far beyond what is expected."""
    deadline = time.monotonic() + 60
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within a minute: {what}")
        time.sleep(0.02)


def gone(pid):
    return servers.process_start_time(pid) is None


def read_env(text):
    return dict(line.split("=", 1) for line in text.splitlines())


def client(server, user, *options, password=None):
    """Logs in over TCP with the command line client; returns what it says."""
    done = subprocess.run(
        ["mariadb", "--no-defaults", "-N", "-h", servers.HOST, "-P", str(server.port), "-u", user,
         *options, "-e", "SELECT CURRENT_USER(); SHOW STATUS LIKE 'Ssl_version'"],
        capture_output=True, text=True, check=False,
        env=dict(os.environ, MYSQL_PWD=servers.password_of(user) if password is None else password))
    return done.stdout + done.stderr


class OneKind:
    """Tests that run against each kind of server."""

    kind = None

    @classmethod
    def setUpClass(cls):
        cls.server = servers.Server(cls.kind, tls=True)
        cls.addClassCleanup(cls.server.close)
        cls.server.start()

    def value(self, variable):
        return self.server.sql(f"SELECT @@{variable}")[0][0]

    def test_settings(self):
        expected = {"log_bin": "1", "binlog_format": "ROW", "binlog_row_metadata": "FULL",
                    "max_allowed_packet": str(1 << 30), "time_zone": "+00:00",
                    "character_set_server": "utf8mb4", "sync_binlog": "0",
                    "server_id": str(self.server.port), "version": self.server.version}
        found = {name: self.value(name) for name in expected}
        # Debian's may say so behind the version.
        found["version"] = found["version"].removesuffix("-log").removesuffix(" from Debian")
        self.assertEqual(found, expected)
        self.assertEqual(self.value("log_bin_basename"),
                         os.path.join(self.server.datadir, "binlog"))

    def test_a_new_server_has_no_history(self):
        with servers.Server(self.kind) as server:
            self.assertEqual([row[0] for row in server.sql("SHOW BINARY LOGS")],
                             ["binlog.000001"])
            gtids = "@@gtid_executed" if self.kind == "mysql" else "@@gtid_binlog_pos"
            self.assertEqual(server.sql(f"SELECT {gtids}"), [[""]])
            if self.kind == "mysql":
                self.assertNotEqual(server.sql("SELECT @@server_uuid"),
                                    self.server.sql("SELECT @@server_uuid"))

    def test_sql_returns_cells_as_they_are(self):
        self.assertEqual(self.server.sql("SELECT 'a\tb\\\\c', NULL, 'ü\n'; SELECT 1 /* x */"),
                         [["a\tb\\c", "NULL", "ü\n"], ["1"]])
        with self.assertRaisesRegex(servers.HarnessError, "near 'nonsense'"):
            self.server.sql("nonsense")

    def test_users(self):
        for user in ["root", "towpath", "nogrant", "odd", *self.own_users]:
            self.assertTrue(client(self.server, user).startswith(user + "@"), user)
        self.assertIn("Access denied", client(self.server, "towpath", password="wrong"))
        self.assertEqual(self.server.sql("SELECT CURRENT_USER()"), [["root@localhost"]])
        plugins = dict(self.server.sql("SELECT user, plugin FROM mysql.user WHERE host = '%'"))
        for user, plugin in self.own_users.items():
            self.assertEqual(plugins[user], plugin)
        self.assertIn("REPLICATION SLAVE", str(self.server.sql("SHOW GRANTS", user="towpath")))
        self.assertNotIn("REPLICATION", str(self.server.sql("SHOW GRANTS", user="nogrant")))

    def test_urls(self):
        self.assertEqual(self.server.url(),
                         f"mysql://towpath:towpath@127.0.0.1:{self.server.port}/")
        self.assertEqual(self.server.url("root"), f"mysql://root@127.0.0.1:{self.server.port}/")
        self.assertIn("odd:a%3Ab%40c%2Fd%3Fe%23f%2520g@", self.server.url("odd"))

    def test_tls(self):
        tls = self.server.tls
        verify = ["--ssl-verify-server-cert", "--ssl-ca=" + tls["CA"]]
        self.assertIn("TLSv1", client(self.server, "tlsonly", *verify))
        self.assertIn("Access denied", client(self.server, "tlsonly", "--skip-ssl"))
        self.assertIn("ERROR 2026", client(self.server, "towpath", "--ssl-verify-server-cert",
                                           "--ssl-ca=" + tls["WRONG_CA"]))
        self.assertIn("Access denied", client(self.server, "x509", *verify))
        self.assertIn("TLSv1", client(self.server, "x509", *verify,
                                      "--ssl-cert=" + tls["CLIENT_CERT"],
                                      "--ssl-key=" + tls["CLIENT_KEY"]))

    def test_certificate_for_another_host(self):
        with servers.Server(self.kind, tls=True) as server:
            server.restart({"ssl_cert": server.tls["OTHER_HOST_CERT"],
                            "ssl_key": server.tls["OTHER_HOST_KEY"]})
            trust = "--ssl-ca=" + server.tls["CA"]
            self.assertIn("TLSv1", client(server, "towpath", trust))
            self.assertIn("ERROR 2026",
                          client(server, "towpath", trust, "--ssl-verify-server-cert"))

    def test_restart_kill_and_stop_keep_data_and_port(self):
        with servers.Server(self.kind) as server:
            port, first = server.port, server.pid
            server.sql("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY)")
            for number, end in enumerate((server.kill, server.stop, server.restart)):
                server.sql(f"INSERT INTO shop.t VALUES ({number})")
                end()
                self.assertEqual(server.pid is None, end != server.restart)
                if end != server.restart:
                    self.assertFalse(server.crashed)
                    server.start()
            self.assertEqual(server.sql("SELECT id FROM shop.t"), [["0"], ["1"], ["2"]])
            self.assertEqual((server.port, server.sql("SELECT @@port")), (port, [[str(port)]]))
            self.assertEqual(len(server.sql("SHOW BINARY LOGS")), 4)
            self.assertTrue(gone(first))
            server.restart({"binlog-row-metadata": "MINIMAL", "log_bin": "OFF"})
            self.assertEqual(server.sql("SELECT @@log_bin, @@binlog_row_metadata"),
                             [["0", "MINIMAL"]])

    def test_close_leaves_nothing(self):
        server = servers.Server(self.kind)
        server.start()
        pid, directory, supervisor = server.pid, server.directory, server._supervisor.pid
        server.close()
        self.assertTrue(gone(pid))
        self.assertTrue(gone(supervisor))
        self.assertFalse(os.path.exists(directory))

    def test_durable(self):
        with servers.Server(self.kind, durable=True) as server:
            self.assertEqual(
                server.sql("SELECT @@sync_binlog, @@innodb_flush_log_at_trx_commit,"
                           " @@innodb_flush_method <> 'nosync'"), [["1", "1", "1"]])


class MariaDBTest(OneKind, unittest.TestCase):
    kind = "mariadb"
    own_users = {"native": "mysql_native_password", "ed25519": "ed25519"}


class MariaDB118Test(OneKind, unittest.TestCase):
    kind = "mariadb118"
    own_users = {"native": "mysql_native_password", "ed25519": "ed25519"}

    def test_version(self):
        self.assertRegex(self.server.version, r"^11\.8\.\d+-MariaDB")

    def test_system_tables(self):
        # What the server finds wrong with them it writes into its log.
        with open(self.server.error_log, encoding="utf-8") as log:
            self.assertNotRegex(log.read(), r"\[ERROR\]|mariadb-upgrade")
        self.assertEqual(self.server.sql("SELECT sys.version_major()"), [["11"]])
        self.assertEqual(self.server.sql("SHOW DATABASES"),
                         [["information_schema"], ["mysql"], ["performance_schema"], ["sys"]])


class MySQLTest(OneKind, unittest.TestCase):
    kind = "mysql"
    own_users = {"sha2": "caching_sha2_password"}

    def test_gtids(self):
        self.assertEqual(self.server.sql("SELECT @@gtid_mode, @@enforce_gtid_consistency"),
                         [["ON", "ON"]])

    def test_lower_case_table_names(self):
        # MySQL refuses a data folder that was initialised with another value.
        with servers.Server("mysql", {"lower_case_table_names": "1"}) as server:
            self.assertEqual(server.sql("SELECT @@lower_case_table_names"), [["1"]])


class FailureTest(unittest.TestCase):
    """What ends unexpectedly, and what never starts; MariaDB, for it is quicker."""

    def test_unknown_setting(self):
        server = servers.Server("mariadb", {"no_such_thing": "1"})
        self.addCleanup(server.close)
        with self.assertRaisesRegex(servers.HarnessError, "unknown variable 'no_such_thing=1'"):
            server.start()

    def test_unknown_kind(self):
        with self.assertRaisesRegex(servers.HarnessError, "expected one of mariadb, mysql, mariadb118"):
            servers.Server("postgres")

    def test_folder_in_use(self):
        with tempfile.TemporaryDirectory() as folder:
            mine = os.path.join(folder, "mine")
            with open(mine, "w", encoding="ascii"):
                pass
            server = servers.Server("mariadb", directory=folder)
            with self.assertRaisesRegex(servers.HarnessError, "is not empty"):
                server.start()
            server.close()
            self.assertTrue(os.path.exists(mine))

    def test_port_taken_after_the_look(self):
        with socket.socket() as taken:
            taken.bind((servers.HOST, 0))
            taken.listen()
            number = taken.getsockname()[1]
            ports = [number, servers.free_port()]
            with mock.patch.object(servers, "free_port", side_effect=list(ports)), \
                    servers.Server("mariadb") as server:
                self.assertEqual(server.port, ports[1])
                self.assertEqual(server.sql("SELECT @@port, @@server_id"), [[str(ports[1])] * 2])

    def test_crash_is_told(self):
        with servers.Server("mariadb") as server:
            self.assertFalse(server.crashed)
            os.kill(server.pid, signal.SIGKILL)
            eventually(lambda: server.pid is None, "the server's end is noticed")
            self.assertTrue(server.crashed)
            server.start()
            self.assertFalse(server.crashed)

    def test_supervisor_killed(self):
        server = servers.Server("mariadb")
        self.addCleanup(server.close)
        server.start()
        pid, directory = server.pid, server.directory
        server._supervisor.kill()
        eventually(lambda: gone(pid), "the server ends with its supervisor")
        with self.assertRaisesRegex(servers.HarnessError, "supervisor of .* is gone"):
            server.stop()
        server.close()
        self.assertFalse(os.path.exists(directory))

    def test_owner_killed(self):
        code = ("import servers, sys, time\n"
                "server = servers.Server('mariadb')\n"
                "server.start()\n"
                "print(server.pid, server.directory, flush=True)\n"
                "time.sleep(3600)\n")
        owner = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True,
                                 env=dict(os.environ, PYTHONPATH=HERE))
        with owner:
            pid, directory = owner.stdout.readline().split()
            self.assertFalse(gone(pid))
            owner.kill()
        eventually(lambda: gone(pid) and not os.path.exists(directory), "all ends with the owner")


class CommandTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="towpath-test-")
        self.addCleanup(folder.cleanup)
        os.chmod(folder.name, 0o755)
        self.folder = folder.name

    def run_servers(self, *arguments, **more):
        return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False,
                              stdin=subprocess.DEVNULL, **more)

    def test_run_both(self):
        script = ('for c in "$TOWPATH_TEST_MARIADB_CLIENT" "$TOWPATH_TEST_MYSQL_CLIENT"; do\n'
                  '  "$c" -N -e "SELECT @@socket"\n'
                  'done\n'
                  'for s in MARIADB MYSQL; do\n'
                  '  eval "\\$TOWPATH_TEST_${s}_MYSQLBINLOG" --no-defaults'
                  ' "\\$TOWPATH_TEST_${s}_DATADIR/binlog.000001" > /dev/null || exit 1\n'
                  'done\n'
                  'echo "$TOWPATH_TEST_MARIADB_DIR"; echo "$TOWPATH_TEST_MYSQL_DIR"\n'
                  'exit 7\n')
        done = self.run_servers("run", "--server", "both", "--", "sh", "-c", script)
        self.assertEqual(done.returncode, 7, done.stderr)
        lines = done.stdout.split()
        self.assertEqual(lines[:2], [folder + "/mysql.sock" for folder in lines[2:]])
        self.assertRegex(done.stderr, r"mariadb \d+\.\d+.* is ready")
        self.assertRegex(done.stderr, r"mysql \d+\.\d+.* is ready")
        self.assertEqual([os.path.exists(folder) for folder in lines[2:]], [False, False])

    def test_run_tells_about_a_crash_and_a_signal(self):
        done = self.run_servers(
            "run", "--server", "mariadb", "--", "sh", "-c",
            'kill -9 $("$TOWPATH_TEST_SERVERS" status --dir "$TOWPATH_TEST_MARIADB_DIR" |'
            ' cut -d" " -f2);'
            'while "$TOWPATH_TEST_SERVERS" status --dir "$TOWPATH_TEST_MARIADB_DIR"; do :; done;'
            'kill -9 $$')
        self.assertEqual(done.returncode, 128 + 9, done.stderr)
        self.assertIn("mariadb ended by itself", done.stderr)

    def test_run_without_program(self):
        done = self.run_servers("run", "--server", "mariadb", "--", self.folder + "/none")
        self.assertEqual(done.returncode, 1)
        self.assertIn("can not run", done.stderr)

    def test_run_interrupted_or_killed(self):
        for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
            with self.subTest(signum):
                run = subprocess.Popen(
                    [*COMMAND, "run", "--server", "mariadb", "--", "sh", "-c",
                     'echo $$ $(cat "$TOWPATH_TEST_MARIADB_DIR/pid") "$TOWPATH_TEST_MARIADB_DIR";'
                     ' exec sleep 3600'],
                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                    text=True)
                with run:
                    program, server, directory = run.stdout.readline().split()
                    self.assertFalse(gone(server))
                    run.send_signal(signum)
                self.assertEqual(run.returncode,
                                 -9 if signum == signal.SIGKILL else 128 + signum)
                eventually(lambda pids=(program, server), directory=directory:
                           all(map(gone, pids)) and not os.path.exists(directory),
                           "all ends with the command")

    def test_start_to_remove(self):
        directory = os.path.join(self.folder, "server")
        done = self.run_servers("start", "--server", "mariadb", "--dir", directory, "--set",
                                "binlog_row_metadata=MINIMAL", "--set", "skip-slave-start")
        self.addCleanup(self.run_servers, "remove", "--dir", directory)
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(os.path.join(directory, "env"), encoding="ascii") as file:
            self.assertEqual(file.read(), done.stdout)
        self.assertEqual(read_env(done.stdout)["TOWPATH_TEST_MARIADB_DIR"], directory)

        def status():
            done = self.run_servers("status", "--dir", directory)
            return done.stdout.split()[0], done.returncode

        def sql(text):
            return self.run_servers("sql", "--dir", directory, text).stdout.strip()

        self.assertEqual(status(), ("running", 0))
        sql("CREATE DATABASE shop; CREATE TABLE shop.t (id INT); INSERT INTO shop.t VALUES (5)")
        for command in ("stop", "kill"):
            self.assertEqual(self.run_servers(command, "--dir", directory).returncode, 0)
            self.assertEqual(status(), ("stopped", 3))
            again = self.run_servers("start", "--dir", directory)
            self.assertEqual(again.stdout, done.stdout)
        self.assertEqual(sql("SELECT @@binlog_row_metadata, @@port, id FROM shop.t"),
                         "MINIMAL\t" + read_env(done.stdout)["TOWPATH_TEST_MARIADB_PORT"] + "\t5")
        self.run_servers("restart", "--dir", directory, "--set", "binlog_row_metadata=FULL")
        self.assertEqual(sql("SELECT @@binlog_row_metadata"), "FULL")
        pid = self.run_servers("status", "--dir", directory).stdout.split()[1]
        self.assertEqual(self.run_servers("remove", "--dir", directory).returncode, 0)
        self.assertTrue(gone(pid))
        self.assertFalse(os.path.exists(directory))
        self.assertIn("holds no server", self.run_servers("stop", "--dir", directory).stderr)

    def test_started_server_ends_with_the_caller(self):
        directory = os.path.join(self.folder, "server")
        done = subprocess.run(
            ["sh", "-c", '"$@" > /dev/null && cat "$0/pid"; true', directory, *COMMAND, "start",
             "--server", "mariadb", "--dir", directory],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        self.assertTrue(done.stdout.strip().isdigit(), done.stderr)
        eventually(lambda: gone(done.stdout.strip()) and not os.path.exists(directory),
                   "the server ends with the shell that started it")

    def test_processes_fill_an_empty_cache_together(self):
        environment = dict(os.environ, XDG_CACHE_HOME=self.folder)
        runs = [subprocess.Popen([*COMMAND, "run", "--server", "mariadb", "--", "sh", "-c",
                                  '"$TOWPATH_TEST_MARIADB_CLIENT" -N -e "SELECT 1"'],
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True, env=environment)
                for _ in range(3)]
        results = [(*run.communicate(), run.returncode) for run in runs]
        self.assertEqual([(out, code) for out, _, code in results], [("1\n", 0)] * 3, results)
        self.assertEqual(sum("initialising" in err for _, err, _ in results), 1)
        cache = os.listdir(os.path.join(self.folder, "towpath"))
        self.assertEqual(len([name for name in cache if not name.endswith(".lock")]), 1, cache)


class OriginTest(unittest.TestCase):
    """Where servers are fetched from; no server and no network."""

    DEBIAN = {"ID": "debian", "VERSION_CODENAME": "bookworm"}
    UBUNTU = {"ID": "ubuntu", "ID_LIKE": "debian", "VERSION_CODENAME": "noble"}

    def origin(self, os_release, one_line, names=""):
        return installations.mysql_origin(os_release, installations.parse_one_line(one_line),
                                          lambda prefix: names)

    def mariadb_origin(self, os_release, one_line):
        return installations.mariadb118_origin(os_release, installations.parse_one_line(one_line),
                                               lambda prefix: "")

    def test_one_line_sources(self):
        text = ("# deb http://off/debian bookworm main\n"
                "deb [arch=amd64 signed-by=/a b] http://a/debian bookworm main contrib # why\n"
                "deb-src http://b/debian bookworm main\n"
                "  deb\thttp://c/debian/ sid\tmain\n")
        self.assertEqual(installations.parse_one_line(text),
                         [("http://a/debian", "bookworm", ["main", "contrib"]),
                          ("http://c/debian/", "sid", ["main"])])

    def test_deb822_sources(self):
        text = ("# comment\nTypes: deb deb-src\nURIs: http://a/debian\n"
                "Suites: bookworm bookworm-updates\n# inside\nComponents: main\n contrib\n"
                "Signed-By:\n -----BEGIN\n .\n abc: d\n\n"
                "Types: deb\nEnabled: no\nURIs: http://b\nSuites: x\nComponents: main\n\n"
                "Types: deb-src\nURIs: http://c\nSuites: x\nComponents: main\n")
        self.assertEqual(installations.parse_deb822(text),
                         [("http://a/debian", "bookworm", ["main", "contrib"]),
                          ("http://a/debian", "bookworm-updates", ["main", "contrib"])])

    def test_debian(self):
        packages = ["mysql-server-core", "mysql-client-core"]
        self.assertEqual(
            self.origin(self.DEBIAN, "deb https://vendor.example/apt stable main\n"
                        "deb https://vendor.example/tools bookworm main\n"
                        "deb http://mirror.example/debian-security bookworm-security main\n"
                        "deb http://mirror.example/debian/ bookworm main\n"),
            ("sid", ["deb http://mirror.example/debian/ sid main"], packages))
        self.assertEqual(self.origin(self.DEBIAN, "deb http://cache.example/deb bookworm main\n"),
                         ("sid", ["deb http://cache.example/deb sid main"], packages))
        with self.assertRaisesRegex(servers.HarnessError, "no entry for bookworm"):
            self.origin(self.DEBIAN, "deb cdrom:[disk]/ bookworm main\n")

    def test_ubuntu(self):
        ubuntu = ("deb https://vendor.example/apt stable main\n"
                  "deb http://archive.example/ubuntu/ noble main universe\n")
        names = "mysql-server-core-8.0\nmysql-server-core-8.0-dbgsym\nmysql-server-core-10.1\n"
        self.assertEqual(
            self.origin(self.UBUNTU, ubuntu, names),
            ("noble", ["deb http://archive.example/ubuntu/ noble main universe",
                       "deb http://archive.example/ubuntu/ noble-updates main universe"],
             ["mysql-server-core-10.1", "mysql-client-core-10.1"]))
        self.assertEqual(
            self.origin(self.UBUNTU, ubuntu + "deb http://mirror.example/debian sid main\n")[0],
            "sid")
        with self.assertRaisesRegex(servers.HarnessError, "apt-get update"):
            self.origin(self.UBUNTU, ubuntu, "")
        with self.assertRaisesRegex(servers.HarnessError, "no entry for noble"):
            self.origin(self.UBUNTU, "deb https://vendor.example/apt stable main\n", names)

    def test_mariadb118(self):
        packages = ["mariadb-server", "mariadb-client"]
        debian = "deb http://mirror.example/debian/ bookworm main\n"
        self.assertEqual(
            self.mariadb_origin(self.DEBIAN, debian),
            ("trixie", ["deb http://mirror.example/debian/ trixie main"], packages))
        ubuntu = "deb http://archive.example/ubuntu/ noble main universe\n"
        self.assertEqual(
            self.mariadb_origin(self.UBUNTU, ubuntu),
            ("resolute", ["deb http://archive.example/ubuntu/ resolute main universe",
                          "deb http://archive.example/ubuntu/ resolute-updates main universe"],
             packages))
        with self.assertRaisesRegex(servers.HarnessError, "no entry for bookworm"):
            self.mariadb_origin(self.DEBIAN, "deb cdrom:[disk]/ bookworm main\n")


class OptionFileTest(unittest.TestCase):

    def test_quoted(self):
        self.assertEqual(servers.quoted("+00:00"), "+00:00")
        self.assertEqual(servers.quoted('a#b "c" \\d'), '"a#b \\"c\\" \\\\d"')


if __name__ == "__main__":
    unittest.main()
