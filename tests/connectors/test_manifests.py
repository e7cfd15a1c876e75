"""Every connector that is a manifest: each operation goes over a real socket, and every answer has a meaning."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import pytest
import structlog
from jsonschema import Draft202012Validator

from hub.connectors import registry
from hub.connectors.base import Operation
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.manifest.errors import outcome_of
from hub.connectors.manifest.session import names_of
from hub.connectors.outbound import Answer
from hub.connectors.registry import Category, Done, Outcome, Safety, Sessions
from hub.rules.outcomes import STATUSES
from tests.connectors.contract import with_sessions
from tests.connectors.doubles import SECRET, Double, GivenTokens, Reply, access_to, answer_to, found_by, running

MANIFESTS = sorted(name for name, each in registry.connectors().items() if isinstance(each, ManifestConnector))
LOOPBACK = ("127.0.0.0/8",)


@pytest.fixture(params=MANIFESTS)
def connector(request: pytest.FixtureRequest) -> ManifestConnector:
    """Each connector that is a manifest."""
    made = registry.get(request.param)
    assert isinstance(made, ManifestConnector)
    return made


@pytest.fixture
def double(connector: ManifestConnector) -> Iterator[Double]:
    """A stand-in for its system."""
    with running(connector.name) as server:
        yield server


def call(
    connector: ManifestConnector, double: Double, operation: str, given: dict[str, Any], **more: Any
) -> Done | Outcome | None:
    """Perform (or `ask=registry.find`) an operation on the stand-in."""
    ask, timeout_s = more.get("ask", registry.perform), more.get("timeout_s", 20.0)
    access = access_to(connector, double.url, auth=more.get("auth"))
    taken = registry.validate_input(connector.name, operation, given)

    async def run() -> Any:
        sessions = Sessions(allow=LOOPBACK, tokens=GivenTokens())
        try:
            return await ask(
                sessions, connector.name, access, operation, taken, reference="job_ref_1", timeout_s=timeout_s
            )
        finally:
            await sessions.aclose()

    return with_sessions(lambda pool: run())


def values_for(connector: ManifestConnector, operation: str, example: dict[str, Any]) -> dict[str, Any]:
    """What templates of the manifest know in a call with that example."""
    given = registry.validate_input(connector.name, operation, example)
    config = access_to(connector, "http://127.0.0.1").config
    known = {"input": given, "config": config, "token": {}, "schemas": connector.manifest.schemas}
    return known | names_of("job_ref_1")


def requests_of(connector: ManifestConnector) -> list[tuple[str, Operation]]:
    """The operations that are requests, not functions of the hooks."""
    specs = connector.manifest.operations
    return [(name, each) for name, each in connector.operations.items() if specs[name].request]


def first(connector: ManifestConnector, *, writes: bool) -> tuple[str, dict[str, Any]]:
    """An operation and its example."""
    found = [(name, dict(each.examples[0])) for name, each in requests_of(connector) if each.writes is writes]
    if not found:
        pytest.skip(f"{connector.name} has no request that {'writes' if writes else 'reads'}")
    return found[0]


def test_each_example_of_each_operation_goes_out_whole_and_its_answer_comes_back(connector, double):
    for name, operation in requests_of(connector):
        spec = connector.manifest.operations[name]
        for example in operation.examples:
            double.heard.clear()
            double.reply = answer_to(spec, values_for(connector, name, example))

            result = call(connector, double, name, example)

            assert isinstance(result, Done), (name, result)
            assert list(Draft202012Validator(operation.output).iter_errors(result.output)) == [], name
            assert len(double.heard) == 1, name
            sent = double.heard[0]
            assert sent.method == spec.request.method
            everything = unquote(sent.path) + str(sent.headers) + sent.body.decode()
            assert "{{" not in everything, name
            assert spec.reference is None or _carries_reference(everything), name
            if spec.returns.id is not None and spec.returns.kind == "record":
                assert result.output["id"], name


def _carries_reference(text: str) -> bool:
    return any(form in text for form in names_of("job_ref_1").values())


def test_find_finds_the_effect_when_it_is_there_and_nothing_when_it_is_not(connector, double):
    for name, operation in requests_of(connector):
        find = connector.manifest.operations[name].find
        if find is None or find.request is None:
            continue
        example = dict(operation.examples[0])
        spec = connector.manifest.operations[name]
        double.reply = found_by(find, spec.returns, values_for(connector, name, example))
        found = call(connector, double, name, example, ask=registry.find)
        assert isinstance(found, Done), (name, found)
        if spec.returns.id and spec.returns.kind == "record":
            assert found.output["id"], name

        double.reply = Reply((find.request.absent or [404])[0], {})
        assert call(connector, double, name, example, ask=registry.find) is None, name


def test_a_write_that_is_never_answered_is_unknown_and_a_read_is_unavailable(connector, double):
    double.reply = Reply(hang=True)
    read, write = first(connector, writes=False), first(connector, writes=True)

    assert _category(call(connector, double, *read, timeout_s=0.7)) is Category.UNAVAILABLE
    assert _category(call(connector, double, *write, timeout_s=0.7)) is Category.UNKNOWN_OUTCOME


def test_401_is_auth_and_a_fetched_token_is_renewed_once(connector, double):
    double.reply = Reply(401, {})
    name, example = first(connector, writes=True)
    for auth, kind in connector.manifest.auth.items():
        double.heard.clear()

        result = call(connector, double, name, example, auth=auth)

        assert _category(result) is Category.AUTH, auth
        assert len(double.heard) == (2 if kind.kind.startswith("oauth2") else 1), auth
        assert SECRET not in repr(result)


def test_429_is_a_limit_with_a_time_to_try_again(connector, double):
    double.reply = Reply(429, {}, {"Retry-After": "7"})
    for writes in (False, True):
        before = datetime.now(UTC)
        result = call(connector, double, *first(connector, writes=writes))

        assert isinstance(result, Outcome)
        assert result.category in {Category.RATE_LIMIT, Category.QUOTA_EXHAUSTED}
        assert result.retryable
        assert result.retry_at is not None
        assert result.retry_at >= before


def test_what_the_headers_tell_about_limits_comes_out_of_a_call(connector, double):
    told = [limit for limit in connector.manifest.limits if limit.remaining and not limit.remaining.pattern]
    if not told:
        pytest.skip(f"{connector.name} tells of no limit in a plain header")
    name, example = first(connector, writes=False)
    reply = answer_to(connector.manifest.operations[name], values_for(connector, name, example))
    double.reply = Reply(reply.status, reply.document, reply.headers | {told[0].remaining.name: "3"})

    result = call(connector, double, name, example)

    assert isinstance(result, Done)
    assert result.limits is not None
    assert result.limits.quotas[told[0].name].remaining == 3


def test_values_in_a_path_stay_within_their_segment(connector, double):
    hostile = "../..%2f?x=1#y/ü"
    for name, operation in requests_of(connector):
        spec = connector.manifest.operations[name]
        named = [key for key in operation.input["properties"] if f"{{{{input.{key}}}}}" in spec.request.path]
        for key in named:
            double.heard.clear()
            given = {**operation.examples[0], key: hostile}
            if list(operation.accepts._validator.iter_errors(given)):
                continue
            double.reply = Reply(404, {})

            call(connector, double, name, given)

            for heard in double.heard:
                path = heard.path.partition("?")[0]
                assert path.count("/") == spec.request.path.count("/"), (name, path)
                assert ".." not in path.split("/"), name


def test_no_secret_is_in_a_log_line_or_a_repr(connector, double):
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    logging.getLogger().addHandler(handler)
    level = logging.getLogger().level
    logging.getLogger().setLevel(logging.DEBUG)
    quiet = [logging.getLogger(name) for name in ("httpx", "httpcore")]
    before = [each.level for each in quiet]
    try:
        for each in quiet:
            each.setLevel(logging.WARNING)
        with structlog.testing.capture_logs() as wide:
            double.reply = Reply(400, {})
            result = call(connector, double, *first(connector, writes=True))
    finally:
        logging.getLogger().removeHandler(handler)
        logging.getLogger().setLevel(level)
        for each, was in zip(quiet, before, strict=True):
            each.setLevel(was)

    access = access_to(connector, double.url)
    assert SECRET not in lines.getvalue() + str(wide) + repr(result) + repr(access)


@pytest.mark.pure
@pytest.mark.parametrize("name", MANIFESTS)
def test_every_status_with_any_body_has_a_meaning(name):
    connector = registry.get(name)
    assert isinstance(connector, ManifestConnector)
    bodies = [b"", b"<html>", b"null", b"[]", b'"text"', b'{"error": 1}', b'{"errors": {"a": ["b"]}, "message": {}}']
    config = access_to(connector, "http://127.0.0.1").config
    for status in [*range(300, 310), *range(400, 432), 451, 477, *range(500, 512), 599]:
        for body in bodies:
            for wrote in (False, True):
                answer = Answer(status, {}, body)
                outcome = outcome_of(
                    connector.manifest, answer, answer.json(), wrote=wrote, limits=None, values={"config": config}
                )
                assert isinstance(outcome.category, Category)
                assert outcome.message
                unsure = status >= 500 and status not in STATUSES and wrote
                if unsure and outcome.category is not Category.UNKNOWN_OUTCOME:
                    named = [rule for rule in connector.manifest.errors.rules if rule.category is outcome.category]
                    assert named, f"{status} after a write is {outcome.category}, which no rule says"
                json.dumps(outcome.as_dict())


@pytest.mark.pure
@pytest.mark.parametrize("name", MANIFESTS)
def test_what_is_safe_by_something_says_by_what(name):
    connector = registry.get(name)
    assert isinstance(connector, ManifestConnector)
    for operation, spec in connector.manifest.operations.items():
        if spec.safety is Safety.BY_KEY:
            assert spec.reference or spec.call, operation
        if spec.safety is Safety.BY_SEARCH:
            assert spec.find, operation
    assert connector.manifest.docs
    assert connector.manifest.tested_against


def _category(result: Any) -> Category:
    assert isinstance(result, Outcome), result
    return result.category
