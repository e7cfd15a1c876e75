"""Child processes that cannot outlive us: each leads its own process group, and the guard knows all of them."""

import atexit
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, cast

ROTATE_BYTES = 10 * 1024 * 1024


class StackError(Exception):
    """Something the person at the keyboard can act on; the message is one line and may be followed by log lines."""


class Guard:
    """Our end of the guard process (guard.py), started with the first child."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._owner = 0

    def add(self, pid: int, *, stop_signal: int, stage: int) -> None:
        """Lists a process group; the guard sends it `stop_signal` when we are gone."""
        self._write(f"{pid} {int(stop_signal)} {stage}\n")

    def remove(self, pid: int) -> None:
        """Strikes an ended process group off, so that a new process with the same number is safe."""
        self._write(f"-{pid}\n")

    def close(self) -> None:
        """Closes the pipe: the guard ends whatever is still listed, then itself."""
        if self._process and self._process.stdin and self._owner == os.getpid():
            self._process.stdin.close()
            self._process.wait()
        self._process = None

    def _write(self, line: str) -> None:
        process = self._process
        if process is None or self._owner != os.getpid() or process.poll() is not None:
            process = self._start()
        pipe = cast(IO[str], process.stdin)
        pipe.write(line)
        pipe.flush()

    def _start(self) -> subprocess.Popen[str]:
        self._owner = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(Path(__file__).with_name("guard.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )
        return self._process


GUARD = Guard()
atexit.register(GUARD.close)


class Process:
    """One child program with its log file. `start` and `stop` may follow each other any number of times."""

    def __init__(
        self,
        name: str,
        argv: Sequence[str],
        *,
        log: Path,
        env: Mapping[str, str] | None = None,
        stop_signal: int = signal.SIGTERM,
        stage: int = 0,
    ) -> None:
        self.name = name
        self.argv = list(argv)
        self.log = log
        self.env = env
        self.stop_signal = stop_signal
        self.stage = stage
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The program's process id, also its group's; raises StackError when it was never started."""
        if self._child is None:
            raise StackError(f"{self.name} is not running")
        return self._child.pid

    @property
    def returncode(self) -> int | None:
        """Exit code, negative for a signal; None while it runs."""
        return self._child.poll() if self._child else None

    def alive(self) -> bool:
        """Whether it was started and has not ended."""
        return self._child is not None and self._child.poll() is None

    def start(self) -> None:
        """Starts the program; raises StackError when the system refuses."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > ROTATE_BYTES:
            self.log.replace(self.log.with_suffix(".1.log"))
        try:
            with self.log.open("ab") as sink:
                self._child = subprocess.Popen(
                    self.argv,
                    stdin=subprocess.DEVNULL,
                    stdout=sink,
                    stderr=subprocess.STDOUT,
                    env=None if self.env is None else dict(self.env),
                    start_new_session=True,
                )
        except OSError as error:
            raise StackError(f"{self.name} could not be started: {error}") from error
        GUARD.add(self._child.pid, stop_signal=self.stop_signal, stage=self.stage)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Signals the whole group, as if the machine's memory ran out under it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, number)

    def signal(self, number: int) -> None:
        """Signals the program itself, not its children."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def stop(self, *, timeout_s: float = 10) -> None:
        """Asks it to end and waits; kills what is left of its group after `timeout_s`. No-op when not running."""
        if self._child is None:
            return
        if self._child.poll() is None:
            self.signal(self.stop_signal)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(timeout_s)
        self.kill(signal.SIGKILL)
        self._child.wait()
        GUARD.remove(self._child.pid)
        self._child = None

    def last_lines(self, count: int = 5) -> str:
        """The end of the log, for an error message."""
        if not self.log.exists():
            return ""
        with self.log.open("rb") as log:
            log.seek(max(0, self.log.stat().st_size - 16_384))
            return "\n".join(log.read().decode(errors="replace").strip().splitlines()[-count:])


def free_port() -> int:
    """A loopback TCP port that nothing listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(ready: Callable[[], bool], process: Process, *, timeout_s: float) -> None:
    """Waits until `ready()`; raises StackError with the log's end when the process dies or time is up."""
    deadline = time.monotonic() + timeout_s
    while not ready():
        if not process.alive():
            raise StackError(
                f"{process.name} stopped at once (exit code {process.returncode}); the end of {process.log}:\n"
                + process.last_lines()
            )
        if time.monotonic() > deadline:
            raise StackError(
                f"{process.name} was not ready within {timeout_s:.0f} s; the end of {process.log}:\n"
                + process.last_lines()
            )
        time.sleep(0.02)
