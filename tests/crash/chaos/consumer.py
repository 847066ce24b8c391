"""The consumer's lives: each is started, left alone for a while, perhaps put to sleep, and killed."""

import pathlib
import random
import signal
import subprocess
import threading
import time

from chaos.topology import PATIENCE, Wrong

DRAIN_SECONDS = 300


class Journal:
    """What the consumer's journal says so far."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.path.touch()
        self.lock = threading.Lock()
        self.read_to = 0
        self.pulse = 0  # that the consumer has seen
        self.acked = 0  # that is behind a durable ack
        self.opens = 0

    def size(self):
        return self.path.stat().st_size

    def look(self):
        """Reads what is new."""
        with self.lock, open(self.path, "rb") as file:
            file.seek(self.read_to)
            text = file.read()
            whole = text.rfind(b"\n") + 1
            self.read_to += whole
            for line in text[:whole].split(b"\n"):
                if line.startswith(b"pulse "):
                    self.pulse = max(self.pulse, int(line[6:]))
                elif line.startswith(b"ack "):
                    self.acked = max(self.acked, int(line.split()[2]))
                elif line.startswith(b"open "):
                    self.opens += 1

    def seen_pulse(self):
        self.look()
        return self.pulse

    def acked_pulse(self):
        self.look()
        return self.acked

    def note(self, text):
        with open(self.path, "a", encoding="ascii") as out:
            out.write(text + "\n")


class Lives(threading.Thread):
    """Kills the consumer until stopped."""

    def __init__(self, program, topology, folder, seed):
        super().__init__(daemon=True)
        self.program = program
        self.topology = topology
        self.folder = pathlib.Path(folder)
        self.journal = Journal(self.folder / "journal")
        self.log = self.folder / "log"
        self.random = random.Random(seed)
        self.stopping = threading.Event()
        self.failure = None
        self.kills = 0
        self.sleeps = 0

    def command(self, *more):
        return [self.program, self.topology.url(), str(self.folder),
                str(self.random.randrange(1 << 32)), *more]

    def story(self):
        """The end of what the consumer said."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])

    def live(self):
        """Lets the consumer come as far as more bytes of its journal, or for some time."""
        by_time = self.random.random() < 0.6
        wanted = self.random.choice((1, 200, 2000, 20000, 100000))
        seconds = self.random.choice((0.003, 0.02, 0.05, 0.1, 0.3, 1))
        naps = self.random.random() < 0.1
        nap = self.random.choice((0.05, 0.5, 1.5))
        with open(self.log, "ab") as log:
            process = subprocess.Popen(self.command(), stderr=log)
        end = time.monotonic() + (seconds if by_time else 2)
        size = self.journal.size() + wanted
        while time.monotonic() < end and (by_time or self.journal.size() < size):
            if process.poll() is not None:
                raise Wrong(f"life {self.kills + 1}: the consumer ended by itself, code "
                            f"{process.returncode}:\n{self.story()}")
            time.sleep(0.001)
        if naps and not self.stopping.is_set():
            process.send_signal(signal.SIGSTOP)
            self.stopping.wait(nap)
            process.send_signal(signal.SIGCONT)
            self.stopping.wait(self.random.choice((0.01, 0.3)))
            self.sleeps += 1
        process.send_signal(signal.SIGKILL)
        if process.wait() != -signal.SIGKILL:
            raise Wrong(f"life {self.kills + 1}: the consumer ended by itself, code "
                        f"{process.returncode}:\n{self.story()}")
        self.kills += 1
        self.journal.note("killed")

    def run(self):
        try:
            while not self.stopping.is_set():
                self.live()
        except Exception as failure:  # told by check()
            self.failure = failure

    def check(self):
        if self.failure is not None:
            raise self.failure

    def stop(self):
        self.stopping.set()
        self.join()
        self.check()

    def drain(self):
        """A life without faults: everything up to the end of what there is."""
        with open(self.log, "ab") as log:
            process = subprocess.Popen(self.command("latest"), stderr=log)
            try:
                code = process.wait(DRAIN_SECONDS)
            except subprocess.TimeoutExpired as late:
                process.kill()
                raise Wrong(f"the consumer does not come to the end:\n{self.story()}") from late
        if code != 0:
            raise Wrong(f"the last consumer ended with code {code}:\n{self.story()}")


class Watch:
    """Says when the consumer has stood still for too long."""

    def __init__(self, lives):
        self.lives = lives
        self.pulse = -1
        self.since = time.monotonic()

    def look(self):
        self.lives.check()
        pulse = self.lives.journal.seen_pulse()
        if pulse != self.pulse:
            self.pulse = pulse
            self.since = time.monotonic()
        elif time.monotonic() - self.since > PATIENCE:
            raise Wrong(f"the consumer stands still at pulse {pulse}:\n{self.lives.story()}")
