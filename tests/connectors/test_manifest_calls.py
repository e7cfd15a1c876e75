"""Paging, versions, ids in headers, and hooks of manifests, over real sockets."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from hub.connectors import registry
from hub.connectors.manifest.load import load
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors import records
from tests.connectors.contract import Subject
from tests.connectors.records import Records
from tests.connectors.test_manifest_load import MANIFEST, OPERATION

LIST = {
    "title": "List",
    "description": "Lists things.",
    "safety": "idempotent",
    "request": {"path": "/things", "query": {"q": "{{input.q?}}"}},
    "input": {"properties": {"q": {"type": "string"}}},
    "returns": {"kind": "list", "pointer": "/items"},
    "examples": [{}],
}


@pytest.fixture
def system() -> Iterator[Records]:
    """A system; `answers` says what it answers, in order."""
    with records.running() as server:
        yield server


@pytest.fixture
def thing(system: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes a registered connector with one operation; gives a function that performs it."""

    def make(operation: dict[str, Any], *, hooks: str | None = None, **more: Any) -> Any:
        document = MANIFEST | {"operations": {"thing.do": operation}} | more
        if hooks is not None:
            (tmp_path / "thing.py").write_text(hooks)
            document["hooks"] = "./thing.py"
        (tmp_path / "thing.yaml").write_text(yaml.safe_dump(document))
        monkeypatch.setitem(registry.connectors(), "thing", load(tmp_path / "thing.yaml"))
        subject = Subject("thing", system.url, {}, {}, {}, read=("thing.do", {}))
        return lambda given=None, ask=registry.perform: subject._ask(ask, ("thing.do", given or {}), "job_1")

    return make


def reply(document: Any, status: int = 200, **headers: str) -> tuple[int, dict[str, str], bytes]:
    return status, headers, json.dumps(document).encode()


STYLES: list[tuple[dict[str, Any], list[tuple[int, dict[str, str], bytes]], list[str]]] = [
    (
        {"style": "cursor", "next": "/next", "parameter": "after"},
        [reply({"items": [1, 2], "next": "c/2"}), reply({"items": [3], "next": None})],
        ["/api/things?q=x", "/api/things?q=x&after=c%2F2"],
    ),
    (
        {"style": "offset", "parameter": "start", "size_parameter": "limit", "size": 2},
        [reply({"items": [1, 2]}), reply({"items": [3]})],
        ["/api/things?q=x&limit=2&start=0", "/api/things?q=x&limit=2&start=2"],
    ),
    (
        {"style": "page", "parameter": "page", "first": 1, "size": 2, "more": "/more"},
        [reply({"items": [1, 2], "more": True}), reply({"items": [3], "more": False})],
        ["/api/things?q=x&page=1", "/api/things?q=x&page=2"],
    ),
    (
        {"style": "link"},
        [
            reply({"items": [1, 2]}, Link='</api/x>; rel="prev", </api/things?q=x&p=2>; rel="next"'),
            reply({"items": [3]}, Link='</api/things?p=1>; rel="first"'),
        ],
        ["/api/things?q=x", "/api/things?q=x&p=2"],
    ),
    (
        {"style": "next_url", "next": "/@next"},
        [reply({"items": [1, 2], "@next": "/api/things?skip=2"}), reply({"items": [3]})],
        ["/api/things?q=x", "/api/things?skip=2"],
    ),
]


@pytest.mark.parametrize(
    ("paging", "answers", "paths"), STYLES, ids=lambda each: each.get("style") if isinstance(each, dict) else ""
)
def test_all_pages_are_read(thing, system, paging, answers, paths):
    do = thing(LIST | {"paging": paging})
    system.answers += answers

    result = do({"q": "x", "limit": 100})

    assert result == Done({"records": [1, 2, 3], "next": None})
    assert [path for _, path, _, _ in system.seen] == paths


def test_no_more_pages_are_read_than_asked_for_and_the_cursor_goes_on(thing, system):
    do = thing(LIST | {"paging": {"style": "next_url", "next": "/next", "size": 2}})
    page = reply({"items": [1, 2], "next": "/api/things?skip=2"})
    system.answers += [page, page]

    first = do({"limit": 2}).output
    second = do({"limit": 1, "cursor": first["next"]}).output

    assert first == second == {"records": [1, 2], "next": "/things?skip=2"}
    assert [path for _, path, _, _ in system.seen] == ["/api/things", "/api/things?skip=2"]


def test_an_endless_list_ends_at_the_number_of_pages(thing, system):
    do = thing(LIST | {"paging": {"style": "cursor", "next": "/next", "parameter": "after", "max_pages": 3}})
    system.answers += [reply({"items": [1], "next": "same"})] * 3

    result = do({"limit": 1000})

    assert result == Done({"records": [1, 1, 1], "next": "same"})
    assert len(system.seen) == 3


@pytest.mark.parametrize("url", ["https://elsewhere.example/api/things", "/other/things", "//elsewhere.example/api/x"])
def test_a_next_page_elsewhere_is_not_followed(thing, system, url):
    do = thing(LIST | {"paging": {"style": "next_url", "next": "/next"}})
    system.answers.append(reply({"items": [1], "next": url}))

    result = do({"limit": 1000})

    assert isinstance(result, Outcome)
    assert result.provider_code == "page_elsewhere"
    assert len(system.seen) == 1


@pytest.mark.parametrize("cursor", ["https://elsewhere.example/", "/../x", "//x", "/a b"])
def test_a_cursor_of_somebodys_own_is_refused(thing, system, cursor):
    do = thing(LIST | {"paging": {"style": "next_url", "next": "/next"}})

    result = do({"cursor": cursor})

    assert isinstance(result, Outcome)
    assert result.field_errors.keys() == {"cursor"}
    assert system.seen == []


def test_a_cursor_that_counts_is_a_number_also_in_a_body_and_nothing_else(thing, system):
    system.answers += [reply({"items": []})]
    paging = {"style": "offset", "parameter": "offset", "into": "body"}
    do = thing(LIST | {"writes": False, "request": {"method": "POST", "path": "/search"}, "paging": paging})

    refused = do({"cursor": "ten"})
    do({"cursor": "10"})

    assert isinstance(refused, Outcome)
    assert refused.field_errors.keys() == {"cursor"}
    assert [json.loads(body) for *_, body in system.seen] == [{"offset": 10}]


def test_ids_and_versions_may_stand_in_headers_and_a_version_goes_along_when_it_is_given(thing, system):
    operation = OPERATION | {
        "request": {"method": "PATCH", "path": "/things", "headers": {"If-Match": "{{input.version?}}"}},
        "input": {"properties": {"version": {"type": "string"}}},
        "returns": {
            "kind": "none",
            "id": {"header": "Location", "pattern": "([^/]+)$"},
            "version": {"header": "ETag"},
        },
        "examples": [{}],
    }
    do = thing(operation)
    system.answers += [reply(None, Location="https://x/things/4711", ETag='W/"2"'), reply({}, status=412)]

    done, stale = do(), do({"version": 'W/"1"'})

    assert done == Done({"id": "4711", "version": 'W/"2"'})
    assert "If-Match" not in system.seen[0][2]
    assert system.seen[1][2]["If-Match"] == 'W/"1"'
    assert isinstance(stale, Outcome)
    assert stale.category is Category.CONFLICT


HOOKS = """
from dataclasses import replace
from hub.connectors.base import Result
from hub.connectors.manifest.session import Sent
from hub.rules.outcomes import Category, Done

async def prepare(session):
    if "csrf" not in session.state:
        answer = await session.plain(Sent("GET", "/csrf", False))
        session.state["csrf"] = answer.headers["x-csrf"]

async def before_request(session, sent):
    return replace(sent, headers={**sent.headers, "X-Csrf": session.state.get("csrf", "fetch")})

async def again(session, sent, answer):
    if answer.status == 403 and answer.headers.get("x-csrf") == "required":
        session.state.pop("csrf")
        await prepare(session)
        return True
    return False

def meaning(session, answer, outcome):
    return replace(outcome, category=Category.CONFLICT) if answer.status == 418 else outcome

def parse(session, answer):
    return {"text": answer.body.decode()}
"""


def test_hooks_fetch_what_a_system_asks_for_before_and_again_when_it_has_ended(thing, system):
    do = thing(OPERATION, hooks=HOOKS)
    fetched = [(200, {"X-Csrf": token}, b"") for token in ("c1", "c2")]
    system.answers += [fetched[0], (403, {"X-Csrf": "required"}, b""), fetched[1], (200, {}, b"made")]

    result = do({"name": "x"})

    assert result == Done({"record": {"text": "made"}})
    assert [(method, path) for method, path, _, _ in system.seen] == [("GET", "/api/csrf"), ("POST", "/api/things")] * 2
    assert [headers["X-Csrf"] for _, _, headers, _ in system.seen] == ["fetch", "c1", "fetch", "c2"]


def test_hooks_may_say_what_a_refusal_means(thing, system):
    do = thing(OPERATION, hooks=HOOKS)
    system.answers += [(200, {"X-Csrf": "c1"}, b""), (418, {}, b"")]

    result = do({"name": "x"})

    assert isinstance(result, Outcome)
    assert result.category is Category.CONFLICT


def test_an_operation_may_be_a_function(thing, system):
    hooks = (
        "from hub.connectors.manifest.parts import Request\nfrom hub.rules.outcomes import Done\n"
        "async def both(session, given, *, reference):\n"
        "    one, _ = await session.ask(Request(path='/one'), session.values(given, reference))\n"
        "    _, two = await session.ask(Request(path='/{{reference}}'), session.values(given, reference))\n"
        "    return Done({'status': one.status, 'two': two})\n"
    )
    operation = {key: each for key, each in OPERATION.items() if key != "request"} | {"call": "both"}
    do = thing(operation, hooks=hooks)
    system.answers += [reply({}), reply({"n": 2}), reply({}, status=404)]

    assert do({"name": "x"}) == Done({"status": 200, "two": {"n": 2}})
    assert system.seen[1][1] == "/api/job_1"
    refused = do({"name": "x"})
    assert isinstance(refused, Outcome)
    assert refused.category is Category.NOT_FOUND


def test_a_success_that_hides_an_error_is_a_refusal(thing, system):
    errors = {"in_success": "/errors", "code": ["/errors/*/code"], "rules": [{"code": "E1", "category": "duplicate"}]}
    do = thing(OPERATION, errors=errors)
    system.answers += [reply({"errors": [{"code": "E1"}]}), reply({"errors": []})]

    refused, done = do({"name": "x"}), do({"name": "x"})

    assert isinstance(refused, Outcome)
    assert refused.category is Category.DUPLICATE
    assert isinstance(done, Done)
