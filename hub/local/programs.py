"""What the supervisor starts besides the two servers: command line, environment and readiness of each program."""

import http.client
import os
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hub.local.processes import Process

HOST = "127.0.0.1"
# Queue → processes of its worker. One drain keeps hundreds of calls in flight, a second overlaps with its write-back.
# Maintenance has two: while one drops old days or counts attempts for seconds, the other sweeps.
WORKERS = {"jobs": 2, "deliveries": 2, "maintenance": 2}


@dataclass(frozen=True)
class Program:
    """A process, how to see that it is ready, and how long it may take to finish its work when it is stopped."""

    process: Process
    ready: Callable[[], bool]
    stop_s: float

    @property
    def name(self) -> str:
        """The same as the process's."""
        return self.process.name

    def alive(self) -> bool:
        """Whether the process runs."""
        return self.process.alive()

    def start(self) -> None:
        """Starts it; does not wait until it is ready."""
        self.process.start()

    def stop(self) -> None:
        """Asks it to end, and ends it after `stop_s`."""
        self.process.stop(timeout_s=self.stop_s)


def programs(directory: Path, *, api_port: int, stream_port: int, env: Mapping[str, str]) -> list[Program]:
    """API, realtime, the workers and beat, in the order of starting."""
    workers = [_celery(directory, queue, _worker(queue, count), env=env) for queue, count in WORKERS.items()]
    schedule = ["beat", "--schedule", str(directory / "beat-schedule"), "--pidfile="]
    beat = _celery(directory, "beat", schedule, env=env)
    return [_api(directory, api_port, env), _realtime(directory, stream_port, env), *workers, beat]


def _api(directory: Path, port: int, env: Mapping[str, str]) -> Program:
    argv = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    # As many requests at work as threads that may wait for Postgres, as many again ready to follow. Its only warning
    # at this level is that 16 threads are many for a small machine; they wait more than they work.
    argv += ["--workers", "2", "--blocking-threads", "4", "--backpressure", "32", "--backlog", "2048"]
    argv += ["--no-ws", "--no-access-log", "--log-level", "error", "hub.wsgi:application"]
    process = Process("api", argv, log=directory / "log" / "api.log", env=env)
    return Program(process, lambda: answers(port, "/healthz"), stop_s=5)


def _realtime(directory: Path, port: int, env: Mapping[str, str]) -> Program:
    argv = [sys.executable, "-m", "uvicorn", "hub.asgi:application", "--host", HOST, "--port", str(port)]
    argv += ["--loop", "uvloop", "--ws", "websockets-sansio", "--ws-per-message-deflate", "false"]
    # Whose word about a client's address counts is HUB_TRUSTED_PROXIES's business alone.
    argv += ["--no-proxy-headers"]
    # Frames over 16 KiB are refused with an answer; what is far over is not even read.
    argv += ["--ws-max-size", "65536", "--ws-ping-interval", "25"]
    argv += ["--lifespan", "auto", "--no-access-log", "--log-level", "warning", "--timeout-graceful-shutdown", "3"]
    process = Process("realtime", argv, log=directory / "log" / "realtime.log", env=env)
    return Program(process, lambda: answers(port, "/healthz"), stop_s=5)


def _worker(queue: str, count: int) -> list[str]:
    quiet = ["--without-mingle", "--without-gossip", "--without-heartbeat"]
    return ["worker", "-Q", queue, "-n", f"{queue}@local", "--pool", "prefork", "-c", str(count), *quiet]


def _celery(directory: Path, name: str, arguments: list[str], *, env: Mapping[str, str]) -> Program:
    ready_file = directory / "ready" / name
    ready_file.parent.mkdir(parents=True, exist_ok=True)
    process = _Announced(
        name,
        [sys.executable, "-m", "celery", "--quiet", "-A", "hub.celery", *arguments],
        log=directory / "log" / f"{name}.log",
        env={**env, "HUB_READY_PATH": str(ready_file)},
    )
    process.ready_file = ready_file
    return Program(process, ready_file.exists, stop_s=10)


class _Announced(Process):
    """A process that touches a file of ours when it is ready."""

    ready_file: Path

    def start(self) -> None:
        self.ready_file.unlink(missing_ok=True)
        super().start()


def listens(port: int) -> bool:
    """Whether something accepts connections at the loopback port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def answers(port: int, path: str) -> bool:
    """Whether a GET of the path is answered with 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def base_environment() -> dict[str, str]:
    """Ours, plus what every program of the local stack needs."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "hub.settings", "PYTHONUNBUFFERED": "1"}
    if os.geteuid() == 0:
        # Celery warns about root because of pickle; only JSON is accepted here.
        env["PYTHONWARNINGS"] = "ignore:::celery.platforms"
    return env
