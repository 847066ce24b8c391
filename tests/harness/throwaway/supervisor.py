"""The supervisor: the parent of one folder's server, in a process of its own.

    supervisor.py DIR OWNER_PID OWNER_START_TIME

It listens on DIR/control.sock. A connection carries one command, a line, and gets a line of JSON:
  start    runs the command in DIR/state.json, unless the server runs
  stop     tells the server to shut down
  kill     kill -9
  status   does nothing
           answer to all: {"pid": number or null, "crashed": whether it ended without being told}
  remove   kills the server, deletes DIR and ends; when the connection closes, all of it is done
  keep     the same, but leaves DIR
It does what `remove` does too when the process that owns the server has ended (OWNER_PID 0: never)
or when it gets SIGTERM; it ends likewise when DIR is gone. If it is killed, the kernel kills the
server.
"""

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys

if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from throwaway.processes import as_server_account, die_with_parent, process_start_time

OWNER_CHECK_SECONDS = 0.2


class Supervisor:

    def __init__(self, directory, owner, owner_start_time):
        self._directory = directory
        self._owner = owner
        self._owner_start_time = owner_start_time
        self._server = None
        self._told_to_end = False
        self._crashed = False

    def run(self):
        for ignored in (signal.SIGINT, signal.SIGHUP):
            signal.signal(ignored, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        keep = False
        connection = None  # outlives the loop: it closes with this process
        try:
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(self._path("control.sock"))
            listener.listen(16)
            while self._owner_lives() and os.path.exists(self._path("control.sock")):
                ready = select.select([listener], [], [], OWNER_CHECK_SECONDS)[0]
                self._note_end()
                if not ready:
                    continue
                connection = listener.accept()[0]
                connection.settimeout(10)
                with contextlib.suppress(OSError):
                    command = connection.makefile("r").readline().strip()
                    if command in ("remove", "keep"):
                        keep = command == "keep"
                        break
                    connection.sendall(json.dumps(self._obey(command)).encode() + b"\n")
                connection.close()
        finally:
            if self._server is not None:
                self._server.kill()
                self._server.wait()
            if not keep:
                shutil.rmtree(self._directory, ignore_errors=True)

    def _path(self, name):
        return os.path.join(self._directory, name)

    def _owner_lives(self):
        return self._owner == 0 or process_start_time(self._owner) == self._owner_start_time

    def _note_end(self):
        if self._server is not None and self._server.poll() is not None:
            self._crashed = not self._told_to_end
            self._server = None

    def _obey(self, command):
        if command == "start" and self._server is None:
            try:
                self._start()
            except (OSError, ValueError, subprocess.SubprocessError) as error:
                return {"error": f"can not run the server: {error}"}
        elif command in ("stop", "kill") and self._server is not None:
            self._told_to_end = True
            self._server.send_signal(signal.SIGKILL if command == "kill" else signal.SIGTERM)
        return {"pid": self._server and self._server.pid, "crashed": self._crashed}

    def _start(self):
        with open(self._path("state.json"), encoding="utf-8") as file:
            state = json.load(file)
        with contextlib.suppress(FileNotFoundError):
            os.remove(self._path("mysql.sock"))  # a killed server leaves it
        self._told_to_end = False
        self._crashed = False
        with open(self._path("error.log"), "ab") as log:
            self._server = subprocess.Popen(
                state["argv"], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
                env=dict(os.environ, LC_ALL="C", **state["environment"]),
                # Runs after the change of user, which would undo it.
                preexec_fn=die_with_parent(signal.SIGKILL), **as_server_account())


if __name__ == "__main__":
    Supervisor(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])).run()
