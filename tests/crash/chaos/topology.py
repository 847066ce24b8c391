"""Two servers of one topology, a primary and its replica, each behind a faulting proxy."""

import contextlib
import pathlib
import shutil
import subprocess
import threading

import servers

PATIENCE = 120  # seconds, for what takes some at the most


class Wrong(Exception):
    """What must hold does not."""


class Proxy:
    """tests/support/faulting_proxy.h in a process of its own."""

    def __init__(self, program, port, seed):
        self.process = subprocess.Popen([program, str(port), str(seed)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def tell(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Topology:
    """Servers 0 and 1; `primary` is the one that is written to.

    Data survive kill -9 of a server, as it can be on a server in service with fsyncs or without:
    the kernel has what was written. The test harness leaves them out.
    """

    SETTINGS = {
        "mariadb": {"log_slave_updates": "ON", "gtid_strict_mode": "ON", "relay_log": "relay"},
        "mysql": {"relay_log_recovery": "ON", "relay_log": "relay", "skip_replica_start": "ON"},
    }

    def __init__(self, kind, proxy_program, archive, seed):
        self.mysql = kind == "mysql"
        self.archive = pathlib.Path(archive)
        self.servers = [servers.Server(kind, settings=self.SETTINGS[kind], tls=True)
                        for _ in range(2)]
        self.writing = threading.Lock()  # held by who writes, and by who changes the primary
        self.proxies = []
        self.primary = 0
        for server in self.servers:
            server.start()
            self.proxies.append(Proxy(proxy_program, server.port, seed))
        self.follow(1)

    def close(self):
        for proxy in self.proxies:
            proxy.close()
        for server in self.servers:
            server.close()

    @property
    def replica(self):
        return 1 - self.primary

    def url(self):
        """Both servers, by their proxies, the primary first."""
        order = (self.primary, self.replica)
        hosts = ",".join(f"127.0.0.1:{self.proxies[index].port}" for index in order)
        return f"mysql://towpath:towpath@{hosts}/"

    def direct_url(self, index):
        return self.servers[index].url()

    def pass_all(self):
        for proxy in self.proxies:
            proxy.tell("pass")

    def sql(self, index, text):
        return self.servers[index].sql(text)

    # ---- replication

    def follow(self, index):
        """Makes the server a replica of the other one."""
        port = self.servers[1 - index].port
        if self.mysql:
            self.sql(index, "CHANGE REPLICATION SOURCE TO SOURCE_HOST='127.0.0.1', "
                     f"SOURCE_PORT={port}, SOURCE_USER='root', "
                     "SOURCE_AUTO_POSITION=1, GET_SOURCE_PUBLIC_KEY=1, SOURCE_CONNECT_RETRY=1, "
                     "SOURCE_RETRY_COUNT=1000000, SOURCE_HEARTBEAT_PERIOD=1; START REPLICA")
        else:
            self.sql(index, "SET GLOBAL gtid_slave_pos = @@GLOBAL.gtid_current_pos; "
                     f"CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT={port}, "
                     "MASTER_USER='root', MASTER_USE_GTID=slave_pos, MASTER_CONNECT_RETRY=1, "
                     "MASTER_HEARTBEAT_PERIOD=1; START SLAVE")

    def start_again(self, index):
        """A server that was stopped or killed."""
        server = self.servers[index]
        server.start()
        if self.mysql and index == self.replica:
            self.sql(index, "START REPLICA")

    def executed(self, index):
        name = "gtid_executed" if self.mysql else "gtid_binlog_pos"
        return self.sql(index, f"SELECT @@GLOBAL.{name}")[0][0].replace("\n", "")

    def catch_up(self):
        """Waits until the replica has what the primary has. Nobody writes meanwhile."""
        wanted = self.executed(self.primary)
        if not wanted:
            return
        wait = "WAIT_FOR_EXECUTED_GTID_SET" if self.mysql else "MASTER_GTID_WAIT"
        result = self.sql(self.replica, f"SELECT {wait}('{wanted}', {PATIENCE})")[0][0]
        if result != "0":
            status = self.sql(self.replica,
                              "SHOW REPLICA STATUS" if self.mysql else "SHOW SLAVE STATUS")
            raise Wrong(f"the replica does not catch up with {wanted}: {status}")

    def fail_over(self, how):
        """The replica becomes the primary, and the primary, "killed" or only "demoted", a replica.

        The replica has caught up before: what an asynchronous failover loses is lost to every
        consumer, and not a matter of this test.
        """
        with self.writing:
            old = self.primary
            self.catch_up()
            if how == "killed":
                self.servers[old].kill()
            self.sql(self.replica, "STOP REPLICA; RESET REPLICA ALL" if self.mysql
                     else "STOP SLAVE; RESET SLAVE ALL")
            self.primary = self.replica
        if how == "killed":
            self.servers[old].start()
        self.follow(old)

    def story(self):
        """How the servers are, for whoever looks for what went wrong."""
        lines = []
        for index, server in enumerate(self.servers):
            role = "primary" if index == self.primary else "replica"
            lines.append(f"server {index}, {role}, behind proxy port {self.proxies[index].port}:")
            try:
                lines.append("  " + self.executed(index))
                lines += ["  " + " ".join(row)[:200] for row in self.sql(index, "SHOW PROCESSLIST")]
                if role == "replica":
                    status = self.sql(index, "SHOW REPLICA STATUS")
                    lines += ["  " + " | ".join(row)[:2000] for row in status]
            except servers.HarnessError as error:
                lines.append(f"  {error}")
                lines.append("  " + "\n  ".join(pathlib.Path(server.error_log).read_text(
                    errors="replace").splitlines()[-10:]))
        return "\n".join(lines)

    # ---- connections

    def kill_dumps(self, index):
        """Ends the consumer's dumps; the replica's, which logs in as root, goes on."""
        rows = self.sql(index, "SELECT id FROM information_schema.processlist WHERE user = "
                        "'towpath' AND command LIKE 'Binlog Dump%'")
        for (thread,) in rows:
            with contextlib.suppress(servers.HarnessError):  # it has ended by itself
                self.sql(index, f"KILL {thread}")
        return len(rows)

    # ---- binlogs

    def current_file(self, index):
        statement = "SHOW BINARY LOG STATUS" if self.mysql else "SHOW MASTER STATUS"
        return self.sql(index, statement)[0][0]

    def binlogs(self, index):
        return [row[0] for row in self.sql(index, "SHOW BINARY LOGS")]

    def purge(self, index, keep):
        """Purges the files before `keep`; those of server 0 are kept for the end."""
        if index == 0:
            self.save_binlogs(before=keep)
        self.sql(index, f"PURGE BINARY LOGS TO '{keep}'")

    def save_binlogs(self, before=None):
        """Copies files of server 0 that are not written to any more, or, without `before`, all."""
        folder = pathlib.Path(self.servers[0].datadir)
        for name in self.binlogs(0):
            if name == before:
                break
            if before is None or not (self.archive / name).exists():
                shutil.copyfile(folder / name, self.archive / name)

    def saved_binlogs(self):
        return sorted(self.archive.iterdir())
