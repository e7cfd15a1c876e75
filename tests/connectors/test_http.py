"""The generic connector: what it sends, what it makes of answers, and what it refuses to send."""

import json
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.during import DURING, During
from hub.connectors.http_shapes import judge
from hub.connectors.outbound import MAX_ANSWER_BYTES
from hub.connectors.registry import Category, Done, Outcome, Safety
from hub.rules.errors import HubError
from tests.connectors.conftest import RECORD, over_http
from tests.connectors.contract import Subject, with_sessions
from tests.connectors.records import Records

GET = {"method": "GET", "path": "/records"}


@pytest.fixture
def http(system: Records) -> Subject:
    return over_http(system)


def test_the_reference_goes_along_as_key_and_in_the_body(http: Subject, system: Records):
    result = http.perform(http.write, "job_1")

    assert result == Done(
        {
            "status": 201,
            "result": {"name": "Ada", "external_id": "job_1", "id": 1},
            "location": "/api/records/1",
        },
        provider_request_id="r-1",
    )
    method, path, headers, body = system.seen[-1]
    assert (method, path, json.loads(body)) == ("POST", "/api/records", {"name": "Ada", "external_id": "job_1"})
    assert headers["Idempotency-Key"] == "job_1"
    assert headers["Content-Type"] == "application/json"


def test_a_read_carries_no_key_and_no_body(http: Subject, system: Records):
    http.perform(("request", GET), "job_1")

    _, _, headers, body = system.seen[-1]
    assert "Idempotency-Key" not in headers
    assert body == b""


def test_values_stay_within_their_place_in_path_and_query(http: Subject, system: Records):
    given = {
        "method": "GET",
        "path": "/records/{{id}}",
        "query": {"q": "{{id}}", "page": "{{page}}"},
        "values": {"id": "a b?c&d=#é%2e", "page": 2},
    }

    http.perform(("request", given), "job_1")

    path, _, query = system.seen[-1][1].partition("?")
    assert path == "/api/records/a%20b%3Fc%26d%3D%23%C3%A9%252e"
    assert query == "q=a+b%3Fc%26d%3D%23%C3%A9%252e&page=2"


@pytest.mark.parametrize(
    ("body_format", "body", "sent", "content_type"),
    [
        ("form", {"a": "{{x}} y", "n": "{{n}}"}, b"a=%C3%BC+y&n=1", "application/x-www-form-urlencoded"),
        ("text", "<x>{{x}}</x>", "<x>ü</x>".encode(), "text/plain; charset=utf-8"),
        ("json", ["{{n}}", None], b"[1, null]", "application/json"),
    ],
)
def test_bodies_of_other_formats(http: Subject, system: Records, body_format, body, sent, content_type):
    system.answers.append((200, {}, b"thanks"))
    given = {"method": "POST", "path": "/in", "body": body, "body_format": body_format, "values": {"x": "ü", "n": 1}}

    result = http.perform(("request", given), "job_1")

    assert result == Done({"status": 200, "result": "thanks", "location": None})
    assert system.seen[-1][3] == sent
    assert system.seen[-1][2]["Content-Type"] == content_type


@pytest.mark.pure
@pytest.mark.parametrize(
    "path",
    [
        "records",
        "//evil.example/x",
        "https://evil.example/x",
        "/a/../../admin",
        "/a/%2e%2e/admin",
        "/a/.%252e/admin",
        "/a%2f..%2fadmin",
        "/a/{{up}}/admin",
        "/a/{{deep}}",
        "/a\\..\\b",
        "/a?x=1",
        "/a#b",
        "/a b",
        "/a\nb",
        "/é",
        "/{{nobody}}",
    ],
)
def test_a_path_cannot_leave_the_base_url(path):
    given = {"method": "GET", "path": path, "values": {"up": "..", "deep": "x/../../y"}}

    with pytest.raises(HubError) as refused:
        registry.validate_input("http", "request", given)
    assert refused.value.code == "invalid_input"


@pytest.mark.pure
@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "x"},
        {"host": "x"},
        {"Content-Length": "1"},
        {"X-A": "1\r\nX-B: 2"},
        {"X-A": "{{v}}"},
        {"": "x"},
    ],
)
def test_headers_that_are_not_the_callers_are_refused(headers):
    with pytest.raises(HubError):
        registry.validate_input("http", "request", GET | {"headers": headers, "values": {"v": "a\nb"}})


@pytest.mark.pure
@pytest.mark.parametrize(
    "changes",
    [
        {"safety": "by_search"},
        {"body_format": "form", "body": [1]},
        {"body_format": "form", "body": {"a": {"b": 1}}},
        {"body_format": "text", "body": 1},
        {"body_format": "form", "body": {}, "reference_pointer": "/id"},
        {"body": "text", "reference_pointer": "/id"},
        {"reference_pointer": "id"},
        {"find": {"path": "/../x", "reference_pointer": "/id"}},
        {"find": {"path": "/x", "query": {"a": "{{nobody}}"}, "reference_pointer": "/id"}},
        {"method": "CONNECT"},
    ],
)
def test_a_request_that_cannot_work_is_refused_before_it_becomes_a_job(changes):
    with pytest.raises(HubError):
        registry.validate_input("http", "request", {"method": "POST", "path": "/x"} | changes)


@pytest.mark.pure
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"method": "GET"}, (False, Safety.IDEMPOTENT)),
        ({"method": "PUT"}, (True, Safety.IDEMPOTENT)),
        ({"method": "DELETE"}, (True, Safety.IDEMPOTENT)),
        ({"method": "PATCH"}, (True, Safety.UNSAFE)),
        ({"method": "POST"}, (True, Safety.UNSAFE)),
        ({"method": "POST", "find": RECORD["find"]}, (True, Safety.BY_SEARCH)),
        ({"method": "POST", "safety": "by_key"}, (True, Safety.BY_KEY)),
        ({"method": "PUT", "safety": "unsafe"}, (True, Safety.UNSAFE)),
    ],
)
def test_safety_follows_from_method_and_find_unless_declared(changes, expected):
    assert judge(registry.validate_input("http", "request", {"path": "/x"} | changes)) == expected


ANSWERS: list[tuple[dict[str, Any], int, dict[str, str], Category, bool]] = [
    (GET, 503, {"Retry-After": "7"}, Category.UNAVAILABLE, True),
    (GET, 500, {}, Category.UNAVAILABLE, True),
    (RECORD, 500, {}, Category.UNKNOWN_OUTCOME, False),
    (RECORD, 429, {"Retry-After": "7"}, Category.RATE_LIMIT, True),
    (RECORD, 422, {}, Category.VALIDATION, False),
    (GET, 302, {"Location": "/api/elsewhere"}, Category.VALIDATION, False),
]


@pytest.mark.parametrize(("given", "status", "headers", "category", "retryable"), ANSWERS)
def test_refusals_keep_the_systems_words_and_are_not_followed_elsewhere(
    http: Subject, system: Records, given, status, headers, category, retryable
):
    body = b'{"error": {"text": "Not like this.", "code": 17}}'
    system.answers.append((status, headers | {"X-Request-Id": "r-9"}, body))

    result = http.perform(("request", given), "job_1")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (category, retryable)
    assert (result.message, result.provider_code, result.provider_request_id) == ("Not like this.", "17", "r-9")
    assert result.retry_after_s == (7 if "Retry-After" in headers else None)
    assert len(system.seen) == 1


@pytest.mark.parametrize(("given", "category"), [(GET, Category.UNAVAILABLE), (RECORD, Category.UNKNOWN_OUTCOME)])
def test_an_endless_answer_is_cut_off(http: Subject, system: Records, given, category):
    system.answers.append((200, {}, b"x" * (MAX_ANSWER_BYTES + 1)))

    result = http.perform(("request", given), "job_1")

    assert isinstance(result, Outcome)
    assert result.category is category
    assert "4 MiB" in result.message


@pytest.mark.parametrize("given", [GET, RECORD])
def test_nothing_leaves_for_a_job_that_another_worker_has_by_now(http: Subject, system: Records, given):
    before = DURING.set(During(may_send=lambda: False))
    try:
        result = http.perform(("request", given), "job_1")
    finally:
        DURING.reset(before)

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.UNAVAILABLE, True)
    assert system.seen == []


def test_a_write_that_cannot_be_looked_for_stays_unknown(http: Subject, system: Records):
    unsafe = registry.validate_input("http", "request", {"method": "POST", "path": "/records"})
    subject = over_http(system)

    result = subject._ask(registry.find, ("request", unsafe), "job_1")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.UNKNOWN_OUTCOME, False)
    assert system.seen == []


@pytest.mark.pure
@pytest.mark.parametrize(
    "credentials",
    [
        {"bearer": "a", "username": "b", "password": "c"},
        {"username": "b"},
        {"header_name": "X-Key"},
        {"bearer": "a\r\nX: b"},
    ],
)
def test_credentials_are_of_one_kind_and_whole(credentials):
    with pytest.raises(HubError) as refused:
        registry.validate_credentials("http", credentials)
    assert str(refused.value.field).startswith("credentials")


@pytest.mark.parametrize(
    ("credentials", "header", "value"),
    [
        ({"username": "ada", "password": "x:y"}, "Authorization", "Basic YWRhOng6eQ=="),
        ({"header_name": "X-API-Key", "header_value": "k"}, "X-API-Key", "k"),
    ],
)
def test_credentials_become_headers(http: Subject, system: Records, credentials, header, value):
    http.perform(("request", GET), "job_1", credentials=credentials)

    assert system.seen[-1][2][header] == value


def test_cookies_are_not_kept_between_calls(system: Records):
    subject = over_http(system)
    access = subject.access()
    given = registry.validate_input("http", "request", GET)
    system.answers.append((200, {"Set-Cookie": "session=1; Path=/"}, b"{}"))

    async def main(pool: registry.Sessions) -> None:
        for _ in range(2):
            await registry.perform(pool, "http", access, "request", given, reference="job_1", timeout_s=5)

    with_sessions(main)

    assert len(system.seen) == 2
    assert all("Cookie" not in headers for _, _, headers, _ in system.seen)
