"""What goes wrong with servers and links, and how often it did."""

import collections
import contextlib
import os
import random
import signal
import time

import servers


class Faults:
    """Does random faults, each of which ends, and counts them by kind."""

    SERVER = {"kill -9": 4, "restart": 1, "hang": 1, "kill of the dump": 3,
              "failover, old primary killed": 1, "failover, old primary demoted": 1}
    NETWORK = {"reset": 2, "orderly end": 2, "cut after some bytes": 2, "half-open": 2,
               "half-open after some bytes": 2, "refused": 1, "slow": 1, "delayed": 1, "lossy": 1}
    BINLOG = {"rotation": 3, "purge": 3}

    def __init__(self, topology, lives, workload, seed):
        self.topology = topology
        self.lives = lives
        self.workload = workload
        self.random = random.Random(seed)
        self.counts = collections.Counter()
        self.purges = []  # (server, file, pulse): may be done when the pulse is behind an ack

    def happen(self):
        """One fault, from its beginning to its end."""
        weights = {**self.SERVER, **self.NETWORK, **self.BINLOG}
        kind = self.random.choices(list(weights), list(weights.values()))[0]
        if kind in self.NETWORK:
            self.network(kind)
        elif kind in self.BINLOG:
            self.rotate(with_purge=kind == "purge")
        else:
            self.server(kind)
        if kind != "purge":  # counted when it is done
            self.counts[kind] += 1
        self.purge_what_is_acknowledged()

    def total(self, kinds):
        return sum(self.counts[kind] for kind in kinds)

    def wait(self, *seconds):
        time.sleep(self.random.choice(seconds))

    def some_server(self):
        """Mostly the primary."""
        return self.topology.primary if self.random.random() < 0.75 else self.topology.replica

    # ---- kinds

    def server(self, kind):
        topology = self.topology
        index = self.some_server()
        server = topology.servers[index]
        if kind == "kill -9":
            if index == topology.replica and not topology.mysql:
                # A MariaDB replica that dies in DDL logs it, when it recovers, as a transaction of
                # its own, and can not follow its primary any more.
                with topology.writing:
                    topology.catch_up()
                    server.kill()
            else:
                server.kill()
            self.wait(0, 0.3, 1)
            topology.start_again(index)
        elif kind == "restart":
            server.stop()
            topology.start_again(index)
        elif kind == "hang":
            pid = server.pid
            os.kill(pid, signal.SIGSTOP)
            self.wait(0.2, 1.5, 3)
            os.kill(pid, signal.SIGCONT)
        elif kind == "kill of the dump":
            topology.kill_dumps(index)
        else:
            topology.fail_over("killed" if kind.endswith("killed") else "demoted")

    def network(self, kind):
        proxies = self.topology.proxies
        some = proxies if self.random.random() < 0.3 else [proxies[self.some_server()]]
        size = self.random.choice((50, 1000, 4000, 10_000, 100_000))
        end = self.random.choice(("reset", "orderly"))
        orders = {
            "reset": [("cut", "reset")],
            "orderly end": [("cut", "orderly")],
            "cut after some bytes": [("cut-after", size, end), ("cut", end)],
            "half-open": [("stall",)],
            "half-open after some bytes": [("stall-after", size), ("cut", end)],
            "refused": [("refuse",), ("cut", end)],
            "slow": [("throttle", self.random.choice((1000, 20_000)))],
            "delayed": [("delay", self.random.choice((1, 20, 200)))],
            "lossy": [("lose",)],
        }
        for order in orders[kind]:
            for proxy in some:
                proxy.tell(*order)
        if kind not in ("reset", "orderly end"):
            self.wait(0.1, 0.5, 1.5, 3)
        for proxy in some:
            proxy.tell("pass")

    def rotate(self, with_purge):
        index = self.some_server()
        with contextlib.suppress(servers.HarnessError):  # a replica may not be up to date
            self.topology.sql(index, "FLUSH BINARY LOGS")
        if with_purge:
            self.purges.append((index, self.topology.current_file(index),
                                self.workload.round + 1))

    def purge_what_is_acknowledged(self):
        """Never what the consumer, or the replica, still needs: all that lies before the file was
        written before the pulse, and both have one behind it."""
        acked = self.lives.journal.acked_pulse()
        due = [each for each in self.purges if each[2] < acked]
        if not due:
            return
        replicated = int(self.topology.sql(self.topology.replica,
                                           "SELECT stamp FROM crash.pulse")[0][0])
        for purge in due:
            index, keep, pulse = purge
            if pulse >= replicated:
                continue
            self.purges.remove(purge)
            before = self.topology.binlogs(index)
            if keep not in before:
                continue  # a later one was done before
            self.topology.purge(index, keep)
            if self.topology.binlogs(index) != before:
                self.counts["purge"] += 1
