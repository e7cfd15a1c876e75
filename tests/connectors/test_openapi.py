"""The `openapi` connector: operations from documents, requests that a document's own words allow, answers as outcomes."""

import asyncio
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from hub.connectors import registry
from hub.connectors.base import Access
from hub.connectors.described import OPERATIONS
from hub.connectors.openapi.document import parse
from hub.connectors.openapi.operations import Operations
from hub.connectors.openapi.requests import build
from hub.rules.errors import HubError
from hub.rules.outcomes import Category, Done, Safety
from tests.connectors import records
from tests.connectors.contract import with_sessions

pytestmark = pytest.mark.pure

ORDER = {
    "type": "object",
    "required": ["id", "lines"],
    "properties": {
        "id": {"type": "integer", "readOnly": True},
        "note": {"type": "string", "nullable": True, "pattern": "^[a-z ]*$", "default": "none"},
        "parent": {"$ref": "#/components/schemas/Order"},
        "lines": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Line"}},
    },
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Shop", "version": "1"},
    "security": [{"key": []}],
    "paths": {
        "/orders": {
            "parameters": [{"$ref": "#/components/parameters/Trace"}],
            "get": {
                "operationId": "orders/list",
                "parameters": [
                    {"name": "state", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                    {
                        "name": "ids",
                        "in": "query",
                        "explode": False,
                        "schema": {"type": "array", "items": {"type": "integer"}},
                    },
                    {"name": "where", "in": "query", "style": "deepObject", "schema": {"type": "object"}},
                ],
                "responses": {"200": {"description": "ok"}},
            },
            "post": {
                "operationId": "createOrder",
                "summary": "Create an order",
                "parameters": [
                    {"name": "Idempotency-Key", "in": "header", "required": True, "schema": {"type": "string"}}
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}},
                },
                "responses": {
                    "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}
                },
            },
        },
        "/orders/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "put": {"responses": {}},
            "patch": {
                "responses": {},
                "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}},
            },
            "delete": {"security": [], "responses": {"204": {"description": "gone"}}},
        },
    },
    "components": {
        "parameters": {"Trace": {"name": "X-Trace", "in": "header", "schema": {"type": "string"}}},
        "schemas": {
            "Order": ORDER,
            "Line": {
                "type": "object",
                "required": ["sku"],
                "properties": {
                    "sku": {"type": "string"},
                    "quantity": {"type": "number", "minimum": 0, "exclusiveMinimum": True},
                },
            },
        },
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "login": {"type": "http", "scheme": "basic"},
        },
    },
}


def operations(document: Any = None) -> Operations:
    return Operations(parse(json.dumps(document or DOCUMENT).encode()))


def access(url: str, document: Any = None, credentials: Any = None, **config: Any) -> Access:
    settings = registry.validate_config("openapi", config) | {OPERATIONS: operations(document)}
    given = registry.validate_credentials("openapi", {"api_key": "k"} if credentials is None else credentials)
    return Access("con_1", 1, url, settings, given)


def perform(connection: Access, name: str, given: dict[str, Any]) -> Any:
    async def run(sessions: registry.Sessions) -> Any:
        about: dict[str, Any] = {"reference": "job_1", "timeout_s": 10}
        return await registry.perform(sessions, "openapi", connection, name, given, **about)

    return with_sessions(run)


@pytest.fixture
def system():
    with records.running() as server:
        yield server


def test_every_operation_has_a_name_a_class_and_schemas():
    found = operations()

    assert list(found) == ["orders.list", "createOrder", "put.orders.id", "delete.orders.id", "patch.orders.id"]
    assert {name: (each.writes, each.safety) for name, each in found.items()} == {
        "orders.list": (False, Safety.IDEMPOTENT),
        "createOrder": (True, Safety.BY_KEY),
        "put.orders.id": (True, Safety.IDEMPOTENT),
        "delete.orders.id": (True, Safety.IDEMPOTENT),
        "patch.orders.id": (True, Safety.UNSAFE),
    }
    assert found["createOrder"].title == "Create an order"
    assert found["createOrder"].input["required"] == ["body"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"body": {"lines": [{"sku": "A"}]}}, None),
        ({"body": {"lines": [{"sku": "A"}], "note": None, "parent": {"lines": [{"sku": "B"}]}}}, None),
        ({}, "input"),
        ({"body": {}}, "input.body"),
        ({"body": {"lines": []}}, "input.body.lines"),
        ({"body": {"lines": [{"sku": "A", "quantity": 0}]}}, "input.body.lines.0.quantity"),
        ({"body": {"lines": [{"sku": "A"}], "note": "UPPER"}}, "input.body.note"),
        ({"body": {"lines": [{"sku": "A"}]}, "query": {}}, "input.query"),
        ({"body": {"lines": [{"sku": "A"}]}, "header": {"X-Nothing": "1"}}, "input.header.X-Nothing"),
    ],
)
def test_inputs_are_held_against_the_document(given, field):
    shape = operations()["createOrder"].accepts
    if field is None:
        assert shape.normalise(given, root="input") == given
        return
    with pytest.raises(HubError) as refused:
        shape.normalise(given, root="input")
    assert refused.value.field == field


def test_requests_are_written_in_the_styles_of_the_document(system):
    system.answers += [
        (200, {}, b"[]"),
        (201, {"Location": "/orders/1"}, b'{"id": 1}'),
        (204, {}, b""),
        (200, {}, b"{}"),
    ]
    connection = access(system.url)

    query = {"state": ["open", "a&b"], "ids": [1, 2], "where": {"total": {"gt": 5}}}
    listed = perform(connection, "orders.list", {"query": query, "header": {"X-Trace": "t"}})
    created = perform(connection, "createOrder", {"body": {"lines": [{"sku": "Ä"}]}})
    gone = perform(connection, "delete.orders.id", {"path": {"id": "a/b ?"}})
    perform(connection, "patch.orders.id", {"path": {"id": "1"}, "body": {"a": {"b": [1, 2]}}})

    get, post, delete, patch = system.seen
    assert parse_qs(urlsplit(get[1]).query) == {"state": ["open", "a&b"], "ids": ["1,2"], "where[total][gt]": ["5"]}
    assert (get[2]["X-Trace"], get[2]["X-Key"]) == ("t", "k")
    assert listed.output == {"status": 200, "location": None, "body": []}
    assert (post[2]["Idempotency-Key"], json.loads(post[3])) == ("job_1", {"lines": [{"sku": "Ä"}]})
    assert created.output == {"status": 201, "location": "/orders/1", "body": {"id": 1}}
    assert delete[1] == "/api/orders/a%2Fb%20%3F"
    assert isinstance(gone, Done)
    assert parse_qs(patch[3].decode()) == {"a[b][0]": ["1"], "a[b][1]": ["2"]}


@pytest.mark.parametrize("value", ["..", ".", "", "%2e%2e"])
def test_a_path_parameter_cannot_leave_its_place(system, value):
    result = perform(access(system.url), "delete.orders.id", {"path": {"id": value}})

    assert result.category is Category.VALIDATION
    assert system.seen == []


def test_answers_become_outcomes_in_the_systems_own_words(system):
    system.answers += [
        (422, {}, b'{"title": "Bad", "detail": "No such article.", "code": 17}'),
        (404, {}, b'{"error": {"message": "Gone."}}'),
        (500, {}, b"<html>"),
        (429, {"Retry-After": "7"}, b""),
    ]
    connection, given = access(system.url), {"body": {"lines": [{"sku": "A"}]}}

    refused, missing, lost, busy = (perform(connection, "createOrder", given) for _ in range(4))

    assert (refused.category, refused.message, refused.provider_code) == (Category.VALIDATION, "No such article.", "17")
    assert (missing.category, missing.message) == (Category.NOT_FOUND, "Gone.")
    assert lost.category is Category.UNKNOWN_OUTCOME
    assert (busy.category, busy.retry_after_s) == (Category.RATE_LIMIT, 7)


def test_limits_are_heard_in_either_spelling(system):
    system.answers += [
        (200, {"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "99999999999"}, b"[]"),
        (200, {"RateLimit-Remaining": "5", "RateLimit-Reset": "30"}, b"[]"),
    ]
    spent, left = (perform(access(system.url), "orders.list", {}) for _ in range(2))

    assert spent.limits.quotas["requests"].spent
    assert left.limits.quotas["requests"].remaining == 5


def with_schemes(schemes: Any, security: Any) -> Any:
    return DOCUMENT | {"components": DOCUMENT["components"] | {"securitySchemes": schemes}, "security": security}


@pytest.mark.parametrize(
    ("scheme", "credentials", "expected"),
    [
        ({"type": "http", "scheme": "bearer"}, {"token": "t"}, ("Authorization", "Bearer t")),
        ({"type": "http", "scheme": "basic"}, {"username": "u", "password": "p"}, ("Authorization", "Basic dTpw")),
        ({"type": "apiKey", "in": "cookie", "name": "sid"}, {"api_key": "k"}, ("Cookie", "sid=k")),
        ({"type": "apiKey", "in": "header", "name": "X-A"}, {"api_keys": {"one": "k1"}}, ("X-A", "k1")),
        ({"type": "oauth2", "flows": {"implicit": {}}}, {"token": "t"}, ("Authorization", "Bearer t")),
    ],
)
def test_security_schemes_take_the_credentials_that_are_theirs(system, scheme, credentials, expected):
    system.answers.append((200, {}, b"[]"))
    document = with_schemes({"one": scheme}, [{"one": []}])

    assert isinstance(perform(access(system.url, document, credentials), "orders.list", {}), Done)

    assert system.seen[0][2][expected[0]] == expected[1]


def test_client_credentials_are_exchanged_at_the_documents_token_url(system):
    flow = {"clientCredentials": {"tokenUrl": "/api/token", "scopes": {"orders": "all of them"}}}
    document = with_schemes({"one": {"type": "oauth2", "flows": flow}}, [{"one": ["orders"]}])
    system.answers += [(200, {}, b'{"access_token": "t1", "expires_in": 3600}'), (200, {}, b"[]")]

    result = perform(access(system.url, document, {"client_id": "i", "client_secret": "s"}), "orders.list", {})

    assert isinstance(result, Done)
    assert [path for _, path, _, _ in system.seen] == ["/api/token", "/api/orders"]
    assert system.seen[1][2]["Authorization"] == "Bearer t1"


def test_without_credentials_nothing_is_sent_where_they_are_needed(system):
    system.answers.append((204, {}, b""))
    connection = access(system.url, credentials={})

    refused = perform(connection, "orders.list", {})
    public = perform(connection, "delete.orders.id", {"path": {"id": "1"}})

    assert (refused.category, refused.provider_code) == (Category.AUTH, "credentials_incomplete")
    assert isinstance(public, Done)
    assert len(system.seen) == 1


SWAGGER = {
    "swagger": "2.0",
    "info": {"title": "Old", "version": "1"},
    "consumes": ["application/json"],
    "securityDefinitions": {"login": {"type": "basic"}},
    "parameters": {"page": {"name": "page", "in": "query", "type": "integer", "minimum": 1}},
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "parameters": [
                    {"$ref": "#/parameters/page"},
                    {
                        "name": "tags",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "string"},
                        "collectionFormat": "pipes",
                    },
                ],
                "responses": {
                    "200": {"description": "ok", "schema": {"type": "array", "items": {"$ref": "#/definitions/Pet"}}}
                },
            },
            "post": {
                "operationId": "addPet",
                "parameters": [
                    {"name": "pet", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Pet"}}
                ],
                "responses": {},
            },
        },
        "/pets/photo": {
            "post": {
                "operationId": "photo",
                "consumes": ["multipart/form-data"],
                "parameters": [{"name": "title", "in": "formData", "type": "string", "required": True}],
                "responses": {},
            }
        },
    },
    "definitions": {"Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}},
}


def test_swagger_2_is_understood_and_yaml_too(system):
    found = Operations(parse(yaml.safe_dump(SWAGGER).encode()))

    assert list(found) == ["listPets", "addPet", "photo"]
    found["addPet"].accepts.normalise({"body": {"name": "Rex"}}, root="input")
    with pytest.raises(HubError):
        found["addPet"].accepts.normalise({"body": {}}, root="input")
    with pytest.raises(HubError):
        found["listPets"].accepts.normalise({"query": {"page": 0}}, root="input")
    sending = found["listPets"].call.args[0]
    assert build(sending, {"query": {"tags": ["a", "b"], "page": 2}}, reference="r").path == "/pets?page=2&tags=a|b"
    upload = build(found["photo"].call.args[0], {"body": {"title": 'R"x'}}, reference="r")
    assert upload.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert b'name="title"\r\n\r\nR"x\r\n' in upload.content
    assert found["listPets"].output["properties"]["body"]["items"] == {"$ref": "#/$defs/Pet"}


@pytest.mark.parametrize(
    "text",
    [
        b"not a document: [",
        b'{"openapi": "4.0.0", "paths": {"/a": {"get": {}}}}',
        b'{"openapi": "3.0.0", "paths": {}}',
        b'{"openapi": "3.0.0"}',
        b"openapi: 3.0.0\npaths: &a {x: [*a, *a]}",
        b"[" * 100_000,
        b"a: " + b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_document_is_refused(text):
    with pytest.raises(HubError) as refused:
        parse(text)
    assert (refused.value.code, refused.value.field) == ("invalid_input", "config.document")


def test_references_that_lead_nowhere_or_in_circles_hurt_nobody():
    schemas = {
        "A": {"$ref": "#/components/schemas/B"},
        "B": {"$ref": "#/components/schemas/A"},
        "Deep": {"properties": {"next": {"$ref": "#/components/schemas/Deep"}}},
        "Odd": {"type": ["string", "martian"], "pattern": "(?<=x)y", "required": True, "minimum": "low"},
    }
    body = {
        "type": "object",
        "properties": {
            "a": {"$ref": "#/components/schemas/A"},
            "deep": {"$ref": "#/components/schemas/Deep"},
            "odd": {"$ref": "#/components/schemas/Odd"},
            "far": {"$ref": "https://elsewhere.example/schema.json"},
            "none": {"$ref": "#/components/schemas/None"},
            "slow": {"type": "string", "pattern": "^(a+)+$"},
        },
    }
    post = {"operationId": "x", "requestBody": {"content": {"application/json": {"schema": body}}}}
    document = {"openapi": "3.0.0", "paths": {"/x": {"post": post}}, "components": {"schemas": schemas}}
    shape = operations(document)["x"].accepts

    given = {"body": {"deep": {"next": {"next": {}}}, "odd": "z", "far": 1, "none": 2}}
    assert shape.normalise(given, root="input") == given
    with pytest.raises(HubError):
        shape.normalise({"body": {"slow": "a" * 40 + "!"}}, root="input")


def test_a_check_asks_for_what_needs_no_input(system):
    system.answers += [(200, {}, b"[]"), (401, {}, b"{}")]

    async def run(sessions: registry.Sessions) -> Any:
        first = await registry.check(sessions, "openapi", access(system.url))
        return first, await registry.check(sessions, "openapi", access(system.url))

    good, bad = with_sessions(run)

    assert isinstance(good, Done)
    assert bad.category is Category.AUTH
    assert asyncio.iscoroutinefunction(registry.check)
