"""Connections whose system says itself what it can do: the document is fetched, kept, listed, and jobs are held against it."""

import json

import pytest

from hub import db
from hub.accounts import keys, tenants
from hub.connectors import registry
from hub.jobs import connections, documents
from hub.jobs.connections import ConnectionFields
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.outcomes import Category, Done
from tests.api.conftest import Api
from tests.connectors.test_openapi import DOCUMENT
from tests.jobs.conftest import LOOPBACK

ORDER = {"body": {"lines": [{"sku": "A"}]}}


@pytest.fixture
def shop(tenant, system, settings):
    """A connection whose document came from its system."""
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": LOOPBACK})
    system.answers.append((200, {}, json.dumps(DOCUMENT).encode()))
    fields = ConnectionFields(
        name="shop",
        base_url=system.url,
        config={"document_url": f"{system.url}/openapi.json"},
        credentials={"api_key": "k"},
    )
    return connections.create(tenant.id, "openapi", fields)


def test_the_document_is_fetched_once_and_kept_by_its_hash(tenant, system, shop):
    assert [(method, path) for method, path, _, _ in system.seen] == [("GET", "/api/openapi.json")]
    assert "X-Key" not in system.seen[0][2]
    assert len(shop.config["document_hash"]) == 64
    assert db.row("SELECT count(*) FROM system_document") == (1,)
    assert "createOrder" in documents.operations(tenant.id, "openapi", shop.config)

    inline = ConnectionFields(name="inline", base_url=system.url, config={"document": DOCUMENT})
    same = connections.create(tenant.id, "openapi", inline)

    assert same.config["document"] is None
    assert same.config["document_hash"] == shop.config["document_hash"]
    assert db.row("SELECT count(*) FROM system_document") == (1,)


def test_jobs_are_held_against_the_document_and_run(tenant, system, shop, submit_job, drain):
    for operation, given, field in (
        ("createOrder", {"body": {}}, "input.body"),
        ("no.such", {}, "operation"),
    ):
        with pytest.raises(HubError) as refused:
            submit_job(shop, operation, given)
        assert refused.value.field == field
    system.answers += [(201, {}, b'{"id": 7}'), (200, {}, b"[]")]

    job = submit_job(shop, "createOrder", ORDER)
    drain()

    job.refresh_from_db()
    assert (job.status, job.output["body"]) == ("succeeded", {"id": 7})
    _, path, headers, _ = system.seen[-1]
    assert (path, headers["X-Key"], headers["Idempotency-Key"]) == ("/api/orders", "k", public_id("job", job.id))
    assert isinstance(connections.check(tenant.id, shop.id), Done)


def test_a_lost_answer_is_handled_by_what_the_document_says(system, shop, submit_job, drain):
    system.answers += [(500, {}, b""), (500, {}, b"")]
    keyed = submit_job(shop, "createOrder", ORDER)
    unsafe = submit_job(shop, "patch.orders.id", {"path": {"id": "1"}})

    drain()

    keyed.refresh_from_db()
    unsafe.refresh_from_db()
    assert (keyed.status, unsafe.status) == ("retrying", "reconciling")
    assert unsafe.due_at.year == 9999


def test_another_document_replaces_the_operations_and_old_jobs_say_so(tenant, system, shop, submit_job, drain):
    job = submit_job(shop, "createOrder", ORDER)
    smaller = {"openapi": "3.1.0", "paths": {"/ping": {"get": {"operationId": "ping"}}}}

    changed = connections.change(tenant.id, shop.id, ConnectionFields(config={"document": smaller}))
    drain()

    job.refresh_from_db()
    assert (job.status, job.error["category"]) == ("failed", Category.NOT_FOUND)
    assert list(documents.operations(tenant.id, "openapi", changed.config)) == ["ping"]
    renamed = connections.change(tenant.id, shop.id, ConnectionFields(name="renamed", config={"headers": {"X-A": "1"}}))
    assert renamed.config["document_hash"] == changed.config["document_hash"]
    db.execute("UPDATE system_document SET created_at = now() - interval '2 days'")
    assert documents.forget_unused() == 1
    assert db.row("SELECT hash FROM system_document") == (changed.config["document_hash"],)


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ((404, {}, b""), "knows nothing"),
        ((200, {}, b"<html>"), "no OpenAPI document"),
        ((200, {}, b"x" * (17 * 2**20)), "MiB"),
    ],
)
def test_what_cannot_be_read_makes_no_connection(tenant, system, settings, answer, text):
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": LOOPBACK})
    system.answers.append(answer)
    fields = ConnectionFields(name="x", base_url=system.url, config={"document_url": f"{system.url}/d"})

    with pytest.raises(HubError) as refused:
        connections.create(tenant.id, "openapi", fields)

    assert (refused.value.code, refused.value.field) == ("invalid_input", "config.document")
    assert text in refused.value.detail
    assert db.row("SELECT count(*) FROM connection") == (0,)


def test_another_tenants_document_cannot_be_named(tenant, system, shop):
    other = tenants.create_tenant("other", "other")
    fields = ConnectionFields(name="x", base_url=system.url, config={"document_hash": shop.config["document_hash"]})

    with pytest.raises(HubError):
        connections.create(other.id, "openapi", fields)
    with pytest.raises(HubError):
        documents.operations(other.id, "openapi", shop.config)


def test_operations_are_listed_by_the_api_page_by_page(tenant, shop):
    api = Api(keys.create_key(tenant, name="test", scopes=["connections:read"])[1])
    path = f"/connections/{public_id('connection', shop.id)}/operations"

    first = api.get(f"{path}?limit=2").data
    second = api.get(f"{path}?limit=3&cursor={first['next_cursor']}").data
    found = api.get(f"{path}?search=create").data["data"]
    details = api.get(f"{path}/createOrder").data

    assert [each["name"] for each in first["data"] + second["data"]] == list(registry_names())
    assert second["next_cursor"] is None
    assert [(each["name"], each["safety"]) for each in found] == [("createOrder", "by_key")]
    assert details["input"]["required"] == ["body"]
    assert api.get(f"{path}/nothing").status_code == 404
    assert api.get(f"{path}?cursor=nonsense").status_code == 422


def registry_names():
    made = registry.get("openapi")
    return made.compile(json.dumps(DOCUMENT).encode())
