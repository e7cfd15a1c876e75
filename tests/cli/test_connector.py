"""`hub connector`: from a skeleton to a call."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hub.cli import cli
from hub.connectors import registry
from tests.connectors import records
from tests.connectors.records import TOKEN, Records

pytestmark = pytest.mark.pure


@pytest.fixture
def system() -> Iterator[Records]:
    """An empty REST system."""
    with records.running() as server:
        yield server


@pytest.fixture(autouse=True)
def only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `try` registers is forgotten afterwards."""
    known = dict(registry.connectors())
    monkeypatch.setattr(registry, "connectors", lambda: known)


def hub(*words: str) -> Result:
    return CliRunner().invoke(cli, ["connector", *words])


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The skeleton, written."""
    made = hub("new", "desk", "--folder", str(tmp_path))
    assert made.exit_code == 0, made.output
    return tmp_path / "desk.yaml"


def test_the_skeleton_is_right_as_it_stands_and_is_never_written_over(desk: Path):
    checked = hub("check", str(desk))

    assert checked.exit_code == 0, checked.output
    assert "ticket.create                writes  by_search" in checked.output
    assert hub("new", "desk", "--folder", str(desk.parent)).exit_code == 1
    assert hub("new", "Desk 1", "--folder", str(desk.parent)).exit_code == 2


def test_a_wrong_manifest_is_explained_line_by_line(desk: Path):
    desk.write_text(desk.read_text().replace("safety: by_search", "safety: hope").replace("title: Read", "titel: Read"))

    checked = hub("check", str(desk))

    assert checked.exit_code == 1
    assert f"{desk}: operations.ticket.create.safety: " in checked.stderr
    assert f"{desk}: operations.ticket.read.titel: Extra inputs" in checked.stderr


def trial(desk: Path, system: Records, *words: str, token: str = TOKEN) -> Result:
    config = json.dumps({"account": "acme"})
    credentials = desk.with_name("secret.json")
    credentials.write_text(json.dumps({"token": token}))
    about = ["--base-url", system.url, "--config", config, "--credentials", f"@{credentials}", "--allow", "127.0.0.0/8"]
    return hub("try", str(desk), *words, *about)


def test_a_trial_shows_what_goes_and_comes_without_secrets(desk: Path, system: Records):
    body = {"ticket": {"id": 7, "external_id": "job_try", "api_token": "also-secret", "echo": f"Bearer {TOKEN}"}}
    system.answers.append((201, {"X-RateLimit-Remaining": "59"}, json.dumps(body).encode()))

    tried = trial(desk, system, "ticket.create", "--input", '{"subject": "Hello"}')

    assert tried.exit_code == 0, tried.output
    assert f"→ POST {system.url}/tickets" in tried.output
    assert '"external_id": "job_try"' in tried.output
    assert "authorization: •••" in tried.output
    assert "← 201" in tried.output
    assert "Limit minute: 59 of 60 left" in tried.output
    assert TOKEN not in tried.output.partition("Done:")[0]
    assert "also-secret" not in tried.output.partition("Done:")[0]


def test_a_trial_that_fails_says_how_and_exits_so(desk: Path, system: Records):
    system.answers.append((401, {}, b'{"error": {"message": "Who are you?"}}'))

    refused = trial(desk, system, "check")
    wrong = trial(desk, system, "ticket.create", "--input", "{}")

    assert refused.exit_code == wrong.exit_code == 1
    assert '"category": "auth"' in refused.output
    assert "input: A required field is missing: subject." in wrong.output
    assert len(system.seen) == 1


def test_a_trial_may_look_for_what_was_done(desk: Path, system: Records):
    system.answers.append((200, {}, b'{"tickets": []}'))

    looked = trial(desk, system, "ticket.create", "--input", '{"subject": "Hello"}', "--find", "--reference", "job_9")

    assert "Nothing found." in looked.output
    assert system.seen[-1][1] == "/api/tickets?external_id=job_9"


def test_all_connectors_are_listed_and_documented(tmp_path: Path):
    listed = hub("list")
    written = hub("docs", "--folder", str(tmp_path))

    assert all(name in listed.output for name in registry.connectors())
    assert written.exit_code == 0, written.output
    assert {each.stem for each in tmp_path.glob("*.md")} == {*registry.connectors(), "README"}
