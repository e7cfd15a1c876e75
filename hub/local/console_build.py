"""The console's production build: made when its sources have changed, shared by all hubs that run from one checkout.

A build is a folder named after the sources that it was made from, with everything its server needs: it runs on while
the next one is made, and goes once nobody uses it.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hub.local.processes import Process, StackError
from hub.local.tryton import ROOT

FRONTEND = ROOT / "frontend"
BUILDS = ROOT / ".hub" / "console"
# As `engines` in frontend/package.json.
OLDEST_NODE = (20, 19)
# A slow machine with a slow connection; what hangs for longer is not going to end.
STEP_S = 900
SHOWN_LINES = 20
# Silent: what fails says why itself, and npm would add ten lines of its own.
RUN = ("npm", "--silent", "run")
# Of what a build is made besides package files. Tests are not part of it.
SOURCES = ("packages/client", "console")
NO_SOURCE = re.compile(r"(\.test\.tsx?|\.md|\.tsbuildinfo|next-env\.d\.ts)$")
NO_FOLDER = re.compile(r"node_modules|dist|tests|\..*")

Tell = Callable[[str], None]


def obstacle() -> str:
    """Why no console can be built here, in a few words; empty when it can."""
    if not (FRONTEND / "package.json").exists():
        return "its sources are not part of this installation"
    if not (shutil.which("node") and shutil.which("npm")):
        return f"it needs Node.js {_dotted(OLDEST_NODE)} or newer with npm, which is not installed"
    found = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    version = tuple(int(part) for part in re.findall(r"\d+", found)[:2])
    if version < OLDEST_NODE:
        return f"it needs Node.js {_dotted(OLDEST_NODE)} or newer, and this is {found.strip() or 'none'}"
    return ""


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


class Build:
    """The build of the sources as they are now, kept while this object is open. Close it when its server has ended."""

    def __init__(self, tell: Tell) -> None:
        """Makes it unless it is there. Raises StackError with the last lines of what failed, and what to do."""
        with _alone(tell):
            self.folder = BUILDS / stamp()
            if not self.server.exists():
                _make(self.folder, tell)
            self._use = _use_of(self.folder).open("w")
            fcntl.flock(self._use, fcntl.LOCK_SH)
            _prune()

    @property
    def server(self) -> Path:
        """The program that `node` runs."""
        return self.folder / "console" / "server.js"

    def close(self) -> None:
        """Nobody here uses it any longer."""
        self._use.close()


def stamp() -> str:
    """Sixteen letters that change with every source of the console and of the client in it."""
    summed = hashlib.sha256(str(FRONTEND).encode())
    for path in _sources():
        summed.update(f"\0{path.relative_to(FRONTEND)}\0".encode())
        summed.update(path.read_bytes())
    return summed.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    yield FRONTEND / "package-lock.json"
    yield FRONTEND / "tsconfig.base.json"
    for name in SOURCES:
        for folder, folders, files in os.walk(FRONTEND / name):
            folders[:] = sorted(each for each in folders if not NO_FOLDER.fullmatch(each))
            yield from (Path(folder, each) for each in sorted(files) if not NO_SOURCE.search(each))


def installed() -> bool:
    """Whether node_modules has what the lock file names, whoever installed it.

    npm notes what it has installed in node_modules/.package-lock.json; what is for other systems is optional.
    """
    try:
        noted = _packages(FRONTEND / "node_modules" / ".package-lock.json")
    except FileNotFoundError:
        return False
    wanted = _packages(FRONTEND / "package-lock.json")
    return all(
        noted.get(name, {}).get("version") == package.get("version") and (FRONTEND / name).exists()
        for name, package in wanted.items()
        if name and not package.get("optional")
    )


def _packages(path: Path) -> dict[str, dict[str, str]]:
    return json.loads(path.read_text())["packages"]


def install(tell: Tell) -> None:
    """Installs what the lock file names, unless it is there. Raises StackError."""
    with _alone(tell):
        _install(tell)


def _install(tell: Tell) -> None:
    if not installed():
        _step("Installing the console's packages (once, up to a minute)", ["npm", "ci", "--ignore-scripts"], tell)


def _make(folder: Path, tell: Tell) -> None:
    _install(tell)
    _step("Building the TypeScript client", [*RUN, "build", "--workspace", "@hub/client"], tell)
    _step("Building the console (once for these sources)", [*RUN, "build", "--workspace", "@hub/console"], tell)
    made = FRONTEND / "console" / ".next"
    fresh = folder.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(made / "standalone", fresh, symlinks=True)
    shutil.copytree(made / "static", fresh / "console" / ".next" / "static")
    if (FRONTEND / "console" / "public").exists():
        shutil.copytree(FRONTEND / "console" / "public", fresh / "console" / "public")
    fresh.rename(folder)


def _step(what: str, command: Sequence[str], tell: Tell) -> None:
    """Runs a step of the build to its end. Raises StackError with its last lines."""
    tell(f"{what} ...")
    began = time.monotonic()
    log = BUILDS / "build.log"
    log.unlink(missing_ok=True)
    # In the folder by --prefix, for Process knows none; nothing of ours is for a build, and nothing is told to Next.js.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("HUB_", "npm_", "NODE_ENV"))}
    process = Process(
        command[0],
        [command[0], "--prefix", str(FRONTEND), *command[1:]],
        log=log,
        env=env | {"NEXT_TELEMETRY_DISABLED": "1", "CI": "1"},
    )
    process.start()
    try:
        while process.alive() and time.monotonic() - began < STEP_S:
            time.sleep(0.05)
        code = process.returncode
    finally:
        lines = "\n".join(line for line in process.last_lines(2 * SHOWN_LINES).splitlines() if line.strip())
        process.stop(timeout_s=2)
    if code != 0:
        why = "took too long" if code is None else f"failed (exit code {code})"
        raise StackError(f"`{' '.join(command)}` in frontend/ {why}; the end of {log}:\n{lines}")
    tell(f"  done in {time.monotonic() - began:.0f} s.")


@contextmanager
def _alone(tell: Tell) -> Iterator[None]:
    """Waits while another process installs or builds in this checkout."""
    BUILDS.mkdir(parents=True, exist_ok=True)
    with (BUILDS / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("The console is being built by another process; waiting for it ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _use_of(folder: Path) -> Path:
    return folder.with_suffix(".use")


def _prune() -> None:
    """Deletes the builds that no hub uses."""
    for use in BUILDS.glob("*.use"):
        with use.open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            shutil.rmtree(use.with_suffix(""), ignore_errors=True)
            use.unlink()
