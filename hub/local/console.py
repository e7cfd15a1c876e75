"""The console beside a local hub: its place, what its server is told, and the build that it runs."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Self

from hub.local import console_build
from hub.local.files import console_secret
from hub.local.processes import Process, StackError
from hub.local.programs import HOST, Program, answers, listens
from hub.local.supervisor import Stack

FIRST_PORT = 3000
PORTS = 20
# What the server keeps are pages of a few KB; more than this is a leak, and a new server is better.
HEAP_MB = 256


class Console:
    """The console of one stack. `Console(port)` before the stack, for the stack must know its origins; then `serve`."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://{HOST}:{port}"
        self._build: console_build.Build | None = None

    @classmethod
    def at(cls, port: int | None) -> Self:
        """At this port, or at 3000 or the next free one. Raises StackError when there is none."""
        if port is not None:
            if listens(port):
                raise StackError(f"port {port} is taken by another program; choose another one with --console-port")
            return cls(port)
        for each in range(FIRST_PORT, FIRST_PORT + PORTS):
            if not listens(each):
                return cls(each)
        raise StackError(f"ports {FIRST_PORT} to {each} are taken; choose one with --console-port, or --no-console")

    @property
    def stack_environment(self) -> dict[str, str]:
        """What the stack must know: who may open a stream, and where connecting leads back to."""
        origins = [f"http://localhost:{self.port}", self.url]
        return {name: _with(name, origins) for name in ("HUB_STREAM_ORIGINS", "HUB_CONNECT_RETURN_URLS")}

    def serve(self, stack: Stack, tell: Callable[[str], None]) -> bool:
        """Builds it if need be and adds its server to the stack. False, and said why, when that fails."""
        try:
            self._build = console_build.Build(tell)
            tell("Starting console ...")
            stack.add(self._program(stack, self._build.server))
        except StackError as error:
            tell(f"The console is left out: {error}")
            tell("The rest of the hub is up. Start again once that is mended, or with --no-console.")
            return False
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Once its server has been stopped: its build may go when the sources are others."""
        if self._build:
            self._build.close()

    def _program(self, stack: Stack, server: Path) -> Program:
        argv = ["node", f"--max-old-space-size={HEAP_MB}", str(server)]
        # Nothing else of ours: the console has no business with the database or with the vault's keys.
        env = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TZ") if name in os.environ}
        env |= {"NODE_ENV": "production", "NEXT_TELEMETRY_DISABLED": "1", "HOSTNAME": HOST, "PORT": str(self.port)}
        env |= {"HUB_API_URL": stack.url, "HUB_STREAM_URL": stack.stream_url}
        if "HUB_TRUSTED_PROXIES" in os.environ:
            env["HUB_TRUSTED_PROXIES"] = os.environ["HUB_TRUSTED_PROXIES"]
        env["HUB_CONSOLE_SECRET"] = os.environ.get("HUB_CONSOLE_SECRET") or console_secret(stack.directory)
        process = Process("console", argv, log=stack.directory / "log" / "console.log", env=env)
        return Program(process, lambda: answers(self.port, "/sign-in"), stop_s=5)


def _with(name: str, origins: list[str]) -> str:
    """These, and whatever the environment lists besides."""
    return ",".join([*origins, *filter(None, [os.environ.get(name)])])
