"""`hub` explains itself at once, and its errors are one line."""

import subprocess
import sys

import pytest

from hub.cli import COMMANDS

pytestmark = pytest.mark.pure
HEAVY = ("django", "celery", "psycopg", "redis", "httpx", "pydantic")


def hub(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hub.cli", *arguments]
    return subprocess.run(command, env={"PATH": "/usr/bin:/bin", **env}, capture_output=True, text=True, timeout=60)


def test_help_lists_every_command_without_importing_what_they_need() -> None:
    code = f"""
import sys
from hub.cli import cli
cli.main(["--help"], standalone_mode=False)
print("heavy:", [name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)

    assert done.stdout.splitlines()[-1] == "heavy: []"
    assert all(f"\n  {name} " in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", [*COMMANDS, "tenant create", "key create", "key revoke", "operator create"])
def test_every_command_has_its_help(name: str) -> None:
    done = hub(*name.split(), "--help")

    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: python -m hub.cli {name}")


def test_an_unknown_command_is_one_line_and_not_success() -> None:
    done = hub("dance")

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "Error: No such command 'dance'."


def test_bad_settings_are_named_and_not_success() -> None:
    done = hub("check", HUB_ENV="production", HUB_SECRET_KEY="short")

    assert done.returncode == 1
    assert "HUB_SECRET_KEY needs 32 characters or more." in done.stderr.splitlines()
    assert "Traceback" not in done.stderr


def test_good_settings_say_so() -> None:
    assert hub("check").stdout == "The settings are fine (HUB_ENV=local).\n"


def test_a_bug_is_one_line_that_says_how_to_see_where_it_is() -> None:
    shown = hub("migrate", HUB_DATABASE_URL="postgresql://hub@127.0.0.1:1/hub")
    traced = hub("migrate", HUB_DATABASE_URL="postgresql://hub@127.0.0.1:1/hub", HUB_DEBUG="1")

    assert shown.returncode == 1
    assert shown.stderr.startswith("Error: OperationalError: ")
    assert shown.stderr.endswith(" (HUB_DEBUG=1 shows where)\n")
    assert "Traceback" in traced.stderr
