"""The AsyncAPI document says what the code does: no more frames, no fewer, and none that it refuses."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import httpx
import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from hub.realtime import frames, protocol
from hub.realtime.asyncapi import document
from hub.rules import cursor
from hub.rules.errors import HubError
from tests.npm_folder import installed
from tests.realtime.schema import FILE, checked, validator
from tests.realtime.test_socket import BAD_FRAMES

HERE = Path(__file__).with_name("npm")
PAGE = FILE.with_name("realtime.md").read_text()
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=70)
VALUES = st.none() | st.booleans() | st.integers() | TEXTS | st.lists(TEXTS, max_size=1)
FRAMES = st.fixed_dictionaries(
    {"op": st.sampled_from(["auth", "subscribe", "unsubscribe", "ping", "pong", "event", ""])},
    optional={"sid": VALUES | TEXTS, "topic": VALUES | TEXTS, "since": VALUES | TEXTS, "ticket": VALUES | TEXTS},
)


def readable(text: str) -> bool:
    try:
        frames.parse(text)
    except HubError:
        return False
    return True


@pytest.mark.pure
def test_the_file_is_what_the_code_makes() -> None:
    assert json.loads(FILE.read_text()) == document("https://hub.example"), "python -m hub.realtime.asyncapi > docs/…"


@pytest.mark.pure
@given(FRAMES)
def test_a_clients_frame_is_accepted_exactly_when_its_schema_allows_it(frame: dict) -> None:
    assert readable(json.dumps(frame)) == validator("ClientFrame").is_valid(frame)


@pytest.mark.pure
@pytest.mark.parametrize("text", [text for text in BAD_FRAMES if isinstance(text, str) and "ud800" not in text])
def test_what_is_answered_as_a_bad_frame_has_no_place_in_the_schema(text: str) -> None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    assert not validator("ClientFrame").is_valid(value)


@pytest.mark.pure
def test_every_example_is_what_its_schema_says() -> None:
    messages = json.loads(FILE.read_text())["components"]["messages"]

    for message in messages.values():
        for example in message["examples"]:
            checked(message["payload"]["$ref"].rpartition("/")[2], example["payload"])
    assert cursor.decode(protocol.CURSOR)


@pytest.mark.pure
def test_the_page_names_every_frame_error_and_close_code() -> None:
    shown = {
        frame["op"]: frame for frame in map(json.loads, re.findall(r'^\{"op".*?\}$', PAGE, re.DOTALL | re.MULTILINE))
    }
    errors = PAGE.partition("| code | meaning | then |")[2].partition("### Close codes")[0]
    codes = PAGE.partition("### Close codes")[2].partition("##")[0]

    assert shown.keys() == {"ready", "subscribed", "event", "lagged", "closing", "error"}
    for frame in shown.values():
        checked("ServerFrame", frame)
    assert set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", errors, re.MULTILINE)))) == set(
        get_args(protocol.ErrorCode)
    )
    assert {int(code) for code in re.findall(r"\b\d{4}\b", codes)} == protocol.CLOSE_CODES.keys() - {protocol.NORMAL}


@pytest.mark.skipif(not (shutil.which("node") and shutil.which("npm")), reason="Node.js is not installed")
@pytest.mark.pure
def test_asyncapis_own_parser_finds_nothing_wrong() -> None:
    done = subprocess.run(
        ["node", "check.mjs"],
        cwd=installed(HERE, "check.mjs"),
        input=FILE.read_text(),
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_the_realtime_plane_serves_the_document_with_its_own_address(server) -> None:
    answer = httpx.get(f"{server.url}/stream/v1/asyncapi.json")

    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == document(settings.HUB.stream_url)
