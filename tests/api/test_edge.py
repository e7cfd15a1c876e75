"""What every request meets, whatever it asks for."""

import json

import pytest
from django.db import OperationalError
from django.test import Client

from hub.accounts import reads

MEMBERS = {"type", "title", "status", "detail", "code", "instance", "request_id", "errors"}


def is_problem(answer, status, code):
    """The answer is a problem of that status and code, complete and with our media type."""
    assert (answer.status_code, answer.data["code"]) == (status, code), answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.data.keys() >= MEMBERS
    assert answer.data["status"] == status
    assert answer.data["request_id"] == answer["X-Request-Id"]
    return answer.data


def test_unknown_address_is_a_problem(anybody):
    is_problem(anybody.get("/nothing-here"), 404, "not_found")


def test_wrong_method_is_a_problem_that_names_the_right_ones(anybody):
    answer = anybody.call("PUT", "/keys", {})

    is_problem(answer, 405, "method_not_allowed")
    assert answer["Allow"] == "GET, POST"


@pytest.mark.parametrize("header", ["", "hub_sk_wrong", "Basic YTpi", "Bearer", "Bearer hub_sk_wrong", "Bearer a.b.c"])
def test_without_a_valid_token_nothing_is_said(anybody, header):
    answer = anybody.get("/me", Authorization=header)

    is_problem(answer, 401, "unauthenticated")
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_key_without_the_scope_is_refused_by_name_of_the_scope(tenant, api_of):
    problem = is_problem(api_of(tenant, "jobs:read").get("/keys"), 403, "forbidden")

    assert problem["scope"] == "keys:admin"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "malformed_json"),
        (b'{"name": "\\ud800"}', 400, "malformed_json"),
        (b'{"name": NaN}', 400, "malformed_json"),
        (b"\xff", 400, "malformed_json"),
        (b"[" * 300 + b"]" * 300, 400, "malformed_json"),
        (b"9" * 5000, 400, "malformed_json"),
        (b'{"name": "a\\u0000b"}', 400, "nul_character"),
        (b'{"name": 1e999}', 400, "number_too_large"),
        (b'{"name": [{"a": 1' + b"0" * 400 + b".0}]}", 400, "number_too_large"),
    ],
)
def test_what_cannot_be_kept_as_json_is_refused(api, body, status, code):
    is_problem(api.post("/keys", body), status, code)


def test_escaped_backslash_before_u0000_is_no_nul(api):
    answer = api.post("/keys", b'{"name": "a\\\\u0000b", "scopes": ["jobs:read"]}')

    assert answer.status_code == 201
    assert answer.data["name"] == "a\\u0000b"


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1"]
)
def test_other_media_types_are_refused(api, content_type):
    answer = api.call("POST", "/keys", b'{"name": "a", "scopes": ["jobs:read"]}', Content_Type=content_type)

    is_problem(answer, 415, "unsupported_media_type")


def test_every_wrong_field_is_named_by_its_path(api):
    problem = is_problem(
        api.post("/keys", {"name": "", "scopes": ["jobs:read", 1], "colour": "red"}), 422, "invalid_fields"
    )

    assert {error["field"]: error["code"] for error in problem["errors"]} == {
        "body.name": "string_too_short",
        "body.scopes.1": "string_type",
        "body.colour": "extra_forbidden",
    }
    assert "red" not in json.dumps(problem["errors"])


def test_missing_body_is_named(api):
    problem = is_problem(api.post("/keys"), 422, "invalid_fields")

    assert [error["field"] for error in problem["errors"]] == ["body"]


@pytest.mark.parametrize(
    ("query", "code", "field"),
    [
        ("limit=0", "invalid_fields", "query.limit"),
        ("limit=201", "invalid_fields", "query.limit"),
        ("limit=x", "invalid_fields", "query.limit"),
        ("limit=1&limit=2", "repeated_parameter", "query.limit"),
        ("lmit=1", "unknown_parameter", "query.lmit"),
        ("cursor=nonsense", "invalid_cursor", "query.cursor"),
    ],
)
def test_wrong_query_parameters_are_named(api, query, code, field):
    problem = is_problem(api.get(f"/keys?{query}"), 422, code)

    assert [error["field"] for error in problem["errors"]] == [field]


def test_nul_in_the_query_is_refused(api):
    is_problem(api.get("/keys?cursor=a%00b"), 400, "nul_character")


def test_body_over_a_mebibyte_is_refused_before_it_is_read(api):
    big = json.dumps({"name": "x" * 1024 * 1024, "scopes": ["jobs:read"]}).encode()

    problem = is_problem(api.post("/keys", big), 413, "body_too_large")

    assert problem["limit"] == 1024 * 1024


def test_callers_request_id_comes_back_when_it_is_harmless(anybody):
    assert anybody.get("/me", X_Request_Id="abc-123")["X-Request-Id"] == "abc-123"
    assert anybody.get("/me", X_Request_Id="<script>")["X-Request-Id"] != "<script>"


def test_unserved_host_is_refused_but_probes_answer():
    client = Client(headers={"Host": "elsewhere.example"})

    assert client.get("/api/v1/openapi.json").status_code == 400
    assert client.get("/healthz").status_code == 200


def test_our_own_bug_shows_nothing_of_itself(api, monkeypatch):
    def broken(_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(reads, "get_tenant", broken)

    problem = is_problem(api.get("/me"), 500, "internal")
    assert "secret detail" not in json.dumps(problem)


def test_database_that_is_away_is_no_bug_but_a_wait(api, monkeypatch):
    def away(_):
        raise OperationalError("connection to server at 10.1.2.3 failed")

    monkeypatch.setattr(reads, "get_tenant", away)

    answer = api.get("/me")
    problem = is_problem(answer, 503, "unavailable")
    assert answer["Retry-After"] == "2"
    assert "10.1.2.3" not in json.dumps(problem)
