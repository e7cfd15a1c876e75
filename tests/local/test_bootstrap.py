"""The verbs in scripts/ say in one line what is missing on a machine."""

import os
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.pure
ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the verbs need, without a .venv."""
    (tmp_path / "scripts").mkdir()
    for name in ("scripts/_bootstrap", "scripts/up", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "scripts/up").chmod(0o755)
    return tmp_path


def up(checkout: Path, **env: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(checkout), **env}
    return subprocess.run([str(checkout / "scripts/up")], env=environment, capture_output=True, text=True, timeout=60)


def test_a_python_that_is_too_old_is_named(checkout: Path) -> None:
    old = checkout / "python3.10"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)

    done = up(checkout, HUB_PYTHON=str(old))

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"Error: HUB_PYTHON={old} is not Python 3.11 or newer."


def test_a_python_without_venv_says_which_package_is_needed(checkout: Path) -> None:
    bare = checkout / "python3"
    bare.write_text('#!/bin/sh\n[ "$1" = -c ] && exit 0\necho "No module named venv" >&2\nexit 1\n')
    bare.chmod(0o755)

    done = up(checkout, HUB_PYTHON=str(bare))

    assert done.returncode == 1
    assert "No module named venv" in done.stderr
    assert "python3-venv" in done.stderr.splitlines()[-1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_checkout_that_cannot_be_written_is_named(checkout: Path) -> None:
    checkout.chmod(0o555)

    done = up(checkout)

    checkout.chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"Error: no permission to write in {checkout}")
