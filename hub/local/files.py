"""The small files of a stack's folder: its lock, its secrets, and what `hub submit` and the like read."""

import base64
import fcntl
import json
import os
import secrets
import shutil
from pathlib import Path
from typing import IO, Any

from hub.local.processes import StackError


def make_folder(directory: Path) -> None:
    """Makes the stack's folder for its owner only; StackError when that is not allowed or the disk is full."""
    try:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = directory / ".probe"
        probe.write_bytes(b"\0" * 4096)
        probe.unlink()
    except OSError as error:
        raise StackError(f"{directory} cannot be used: {error.strerror}; choose another folder with --dir") from error


def lock(directory: Path) -> IO[str]:
    """Holds the folder for one stack until the file is closed; StackError when another has it."""
    file = (directory / "lock").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.seek(0)
        pid = file.read().strip() or "?"
        file.close()
        raise StackError(f"a hub is running in {directory} already (process {pid}); stop it, or use --dir") from error
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


def write_private(path: Path, content: dict[str, Any]) -> None:
    """Replaces a JSON file that only its owner may read."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(content, indent=2) + "\n")
    fresh.replace(path)


def read_private(path: Path) -> dict[str, Any]:
    """The file's content; empty when there is none."""
    try:
        return json.loads(path.read_text())
    except FileNotFoundError:
        return {}


def secrets_of(directory: Path) -> dict[str, str]:
    """This stack's own HUB_SECRET_KEY and HUB_VAULT_KEYS, made once: they belong to the data beside them."""
    kept = _secrets(directory)
    return {name: kept[name] for name in ("HUB_SECRET_KEY", "HUB_VAULT_KEYS")}


def console_secret(directory: Path) -> str:
    """What seals the console's session cookies, made once: a restart signs nobody out."""
    return _secrets(directory)["HUB_CONSOLE_SECRET"]


def _secrets(directory: Path) -> dict[str, str]:
    path = directory / "secrets.json"
    kept = read_private(path)
    made = {
        "HUB_SECRET_KEY": secrets.token_urlsafe(48),
        "HUB_VAULT_KEYS": "local:" + base64.b64encode(secrets.token_bytes(32)).decode(),
        "HUB_CONSOLE_SECRET": secrets.token_urlsafe(48),
    }
    if not made.keys() <= kept.keys():
        write_private(path, made | kept)
    return made | kept


def reset(directory: Path) -> None:
    """Deletes a stack's data; keeps what is only a cache. StackError when a hub runs there."""
    if not directory.exists():
        return
    lock(directory).close()
    for name in ("pg", "valkey", "log", "ready", "beat-schedule", "secrets.json", "local.json"):
        path = directory / name
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
