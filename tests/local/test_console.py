"""What `hub up` says and does about the console; with the real one, tests/frontend goes on."""

import os
import socket
from pathlib import Path

import pytest

from hub.local import console_build
from hub.local.console import Console
from hub.local.files import console_secret, secrets_of
from hub.local.processes import StackError

pytestmark = pytest.mark.pure


class Lines(list[str]):
    """What was told, as one text."""

    @property
    def text(self) -> str:
        return "\n".join(self)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all there is on the PATH besides the system's own shell."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A front end of a few files, whose packages are installed."""
    frontend = tmp_path / "frontend"
    for name in ("package.json", "tsconfig.base.json", "console/lib/format.ts", "packages/client/src/index.ts"):
        (frontend / name).parent.mkdir(parents=True, exist_ok=True)
        (frontend / name).write_text("{}")
    (frontend / "node_modules" / "react").mkdir(parents=True)
    lock = '{"packages": {"": {}, "node_modules/react": {"version": "19.3.1"}}}'
    (frontend / "package-lock.json").write_text(lock)
    (frontend / "node_modules" / ".package-lock.json").write_text(lock)
    monkeypatch.setattr(console_build, "FRONTEND", frontend)
    monkeypatch.setattr(console_build, "BUILDS", tmp_path / "builds")
    return frontend


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_without_node_it_says_which_one_is_needed(tools: Path) -> None:
    assert console_build.obstacle() == "it needs Node.js 20.19 or newer with npm, which is not installed"


def test_a_node_that_is_too_old_is_named(tools: Path) -> None:
    program(tools, "npm", "exit 0")
    program(tools, "node", "echo v18.20.4")

    assert console_build.obstacle() == "it needs Node.js 20.19 or newer, and this is v18.20.4"


def test_an_installation_without_sources_has_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(console_build, "FRONTEND", tmp_path / "frontend")

    assert console_build.obstacle() == "its sources are not part of this installation"


def test_a_build_that_fails_is_left_out_with_its_last_lines_and_the_command_to_repeat(
    checkout: Path, tools: Path
) -> None:
    told = Lines()
    program(tools, "npm", "echo 'Type error in overview.tsx'; exit 3")

    served = Console(1).serve(None, told.append)  # type: ignore[arg-type] it never gets as far as the stack

    assert served is False
    assert "`npm --silent run build --workspace @hub/client` in frontend/ failed (exit code 3)" in told.text
    assert "Type error in overview.tsx" in told.text
    assert told[-1] == "The rest of the hub is up. Start again once that is mended, or with --no-console."


def test_packages_are_installed_once_and_again_when_the_lock_file_names_others(checkout: Path) -> None:
    assert console_build.installed()

    (checkout / "package-lock.json").write_text('{"packages": {"node_modules/react": {"version": "20.0.0"}}}')

    assert not console_build.installed()


def test_packages_of_other_systems_are_not_missed(checkout: Path) -> None:
    text = '{"packages": {"node_modules/esbuild-windows": {"version": "1.0.0", "optional": true}}}'
    (checkout / "package-lock.json").write_text(text)

    assert console_build.installed()


def test_a_source_changes_the_stamp_and_a_test_does_not(checkout: Path) -> None:
    before = console_build.stamp()

    (checkout / "console" / "lib" / "format.test.ts").write_text("test()")
    (checkout / "console" / ".next").mkdir()
    (checkout / "console" / ".next" / "BUILD_ID").write_text("1")
    assert console_build.stamp() == before

    (checkout / "console" / "lib" / "format.ts").write_text("export {}")
    assert console_build.stamp() != before


def test_a_build_stays_while_somebody_uses_it_and_then_goes(checkout: Path, tools: Path) -> None:
    os.environ["PATH"] += ":/bin:/usr/bin"
    standalone = checkout / "console" / ".next" / "standalone" / "console"
    program(tools, "npm", f"mkdir -p {standalone} {standalone}/../../static; echo 1 > {standalone}/server.js")
    first = console_build.Build(print)
    (checkout / "console" / "lib" / "format.ts").write_text("export {}")

    second = console_build.Build(print)
    assert first.server.exists()
    assert second.server.exists()

    first.close()
    console_build.Build(print).close()
    assert not first.folder.exists()
    assert second.server.exists()
    second.close()


def test_a_taken_port_is_passed_over_unless_it_was_asked_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(StackError, match=f"port {port} is taken by another program; choose another one"):
            Console.at(port)

    assert Console.at(None).port >= 3000


def test_its_pages_may_open_streams_beside_whoever_else_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUB_STREAM_ORIGINS", "https://shop.example.com")

    listed = Console(3007).stack_environment["HUB_STREAM_ORIGINS"].split(",")

    assert listed == ["http://localhost:3007", "http://127.0.0.1:3007", "https://shop.example.com"]


def test_its_secret_is_made_once_and_the_hub_s_programs_do_not_get_it(tmp_path: Path) -> None:
    others = secrets_of(tmp_path)
    secret = console_secret(tmp_path)

    assert len(secret) >= 32
    assert console_secret(tmp_path) == secret
    assert secrets_of(tmp_path) == others
    assert "HUB_CONSOLE_SECRET" not in others
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
