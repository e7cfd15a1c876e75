"""No route lets one tenant see or change what is another's. The routes come from the table, so a new one is covered by itself.

A route with a parameter that nobody here can make fails with what to do about it.
"""

import copy
import json
import secrets
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from django.db import connection as database

from hub import db
from hub.accounts import invites, keys
from hub.accounts.models import Membership, Operator
from hub.api.app import api as application
from hub.delivery import endpoints, event_types, publish, replay
from hub.delivery.endpoints import EndpointFields
from hub.inbound import intake, source_secrets, sources
from hub.inbound.sources import SourceFields
from hub.jobs import bulk, connect, connections, schedules, submit
from hub.jobs.batches import BatchRequest
from hub.jobs.connect import LinkRequest
from hub.jobs.connections import ConnectionFields
from hub.jobs.schedules import ScheduleFields
from hub.rules.ids import public_id
from hub.rules.inbound.received import Received

DOCUMENT = application.get_openapi_schema()
ROUTES = [(method.upper(), path) for path, methods in DOCUMENT["paths"].items() for method in methods]
# Names of parameters that no tenant owns.
SHARED = {"name", "operation_name"}


class Possessions:
    """One of everything that a tenant can own; what is free text holds `marker`."""

    def __init__(self, tenant):
        self.marker = f"marker-{secrets.token_hex(8)}"
        fields = ConnectionFields(name=self.marker)
        connection = connections.create(tenant.id, "echo", fields)
        wanted = EndpointFields(url="https://partner.example.com/hooks", description=self.marker)
        endpoint, _ = endpoints.create(tenant.id, wanted)
        request = submit.JobRequest(connection.id, "echo", {"message": self.marker}, tags=("marked",))
        job = submit.submit(tenant.id, request)
        marked = BatchRequest(metadata={"text": self.marker}, open=True)
        batch_id = submit.submit_many(tenant.id, [request], batch=marked).batch_id
        wanted_times = {"connection_id": connection.id, "operation": "echo", "cron": "0 0 1 1 *"}
        schedule = schedules.create(tenant.id, ScheduleFields(name=self.marker, **wanted_times))
        action = bulk.create(tenant.id, bulk.Selection(), bulk.Action.RETRY, by=self.marker, reason=self.marker)
        event_id = publish.publish_own(tenant.id, "test.made", {"text": self.marker}, at=datetime.now(UTC)).id
        type_name = f"type-{secrets.token_hex(8)}"
        event_types.create(tenant.id, type_name, event_types.NewVersion({"title": self.marker}, []))
        key, _ = keys.create_key(tenant, name=self.marker, scopes=["jobs:read"])
        delivery, attempt = dead_delivery(tenant.id)
        made = replay.create(tenant.id, replay.Selection(), replay.Asked(by=self.marker, reason=self.marker))
        source = sources.create(tenant.id, "unsigned", SourceFields(name=self.marker, description=self.marker))
        request_id = received_request(source, self.marker)
        client = {"client_id": self.marker, "client_secret": self.marker}
        wanted_link = LinkRequest(connector="hubspot", name=f"{self.marker}-hubspot", credentials=client)
        link, _ = connect.create(tenant.id, wanted_link, by=self.marker)
        member = Operator.objects.create(email=f"{self.marker}@example.com")
        Membership.objects.create(operator=member, tenant=tenant, role="viewer")
        invite, _ = invites.create(frozenset({"*"}), tenant.id, f"{self.marker}-2@example.com", role="viewer")
        self.ids = {
            "operator_id": public_id("operator", member.id),
            "invite_id": public_id("invite", invite.id),
            "link_id": public_id("connect_link", link.id),
            "source_id": public_id("source", source.id),
            "request_id": public_id("request", request_id),
            "connection_id": public_id("connection", connection.id),
            "endpoint_id": public_id("endpoint", endpoint.id),
            "job_id": public_id("job", job.id),
            "batch_id": public_id("batch", batch_id),
            "schedule_id": public_id("schedule", schedule.id),
            "bulk_id": public_id("bulk", action.id),
            "event_id": public_id("event", event_id),
            "type_name": type_name,
            "key_id": public_id("key", key.id),
            "delivery_id": public_id("delivery", delivery),
            "attempt_id": public_id("attempt", attempt),
            "replay_id": public_id("replay", made.id),
        }


def received_request(source, text):
    """A request that came to the source."""
    url = source_secrets.address(source)
    intake.take(url.rpartition("/")[2], Received("POST", url, {}, json.dumps({"text": text}).encode()))
    return db.row("SELECT id FROM inbound_request WHERE source_id = %s", (source.id,))[0]


def dead_delivery(tenant_id):
    """One of the tenant's deliveries as it is after its last failed attempt, and that attempt."""
    attempt_id = db.new_id()
    delivery_id, endpoint_id = db.row("SELECT id, endpoint_id FROM delivery WHERE tenant_id = %s LIMIT 1", (tenant_id,))
    db.execute(
        "UPDATE delivery SET status = 'dead', tried = 1, status_code = 500, finished_at = now() WHERE id = %s",
        (delivery_id,),
    )
    db.execute(
        "INSERT INTO attempt (id, tenant_id, delivery_id, endpoint_id, started_at, duration_ms, status_code,"
        " response_excerpt) VALUES (%s, %s, %s, %s, now(), 12.5, 500, %s)",
        (attempt_id, tenant_id, delivery_id, endpoint_id, b"no \xff luck"),
    )
    return delivery_id, attempt_id


def everything_of(tenant_id):
    """Every row of every table that names the tenant, as text."""
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_name)"
            " WHERE c.column_name = 'tenant_id' AND t.table_schema = 'public' AND c.table_schema = 'public'"
            " AND t.table_type = 'BASE TABLE'"
        )
        tables = sorted({row[0] for row in cursor.fetchall()})
        found = {}
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t WHERE tenant_id = %s ORDER BY 1', (tenant_id,))
            found[table] = cursor.fetchall()
    return found


def path_for(path, ids):
    """The path below /api/v1 with the ids filled in."""
    for name in [part[1:-1] for part in path.split("/") if part.startswith("{")]:
        if name not in ids and name not in SHARED:
            pytest.fail(
                f"{path}: nothing here makes a {name!r}; add it to Possessions, or to SHARED when nobody owns it"
            )
        path = path.replace(f"{{{name}}}", ids.get(name, "echo"))
    return path.removeprefix("/api/v1")


def query_for(declared, ids):
    """Every query parameter that takes an id."""
    return {
        each["name"]: ids[each["name"]]
        for each in declared["parameters"]
        if each["in"] == "query" and each["name"] in ids
    }


def body_for(declared, ids):
    """The first example with every property that takes an id filled in, wherever the schema has one."""
    content = declared.get("requestBody", {}).get("content", {}).get("application/json")
    if content is None:
        return None
    body = copy.deepcopy(next(iter(content["examples"].values()))["value"])
    _name_ids(content["schema"], body, ids)
    return body


def _name_ids(schema, value, ids):
    schema = resolve(schema)
    if isinstance(value, list):
        for item in value:
            _name_ids(schema.get("items", {}), item, ids)
    if not isinstance(value, dict):
        return
    for name, inner in schema.get("properties", {}).items():
        if name in ids:
            value[name] = ids[name]
        elif resolve(inner).get("properties"):
            _name_ids(inner, value.setdefault(name, {}), ids)
        elif name in value:
            _name_ids(inner, value[name], ids)


def resolve(schema):
    """The schema behind a reference."""
    if "$ref" in schema:
        return DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def ask(client, method, path, ids):
    """The answer, and everything that was sent as text."""
    declared = DOCUMENT["paths"][path][method.lower()]
    address, query, body = path_for(path, ids), query_for(declared, ids), body_for(declared, ids)
    if query:
        address = f"{address}?{urlencode(query)}"
    return client.call(method, address, body), address + json.dumps(body)


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=[" ".join(route) for route in ROUTES])
def test_another_tenants_key_sees_and_changes_nothing(method, path, tenant, make_tenant, api_of):
    theirs = Possessions(tenant)
    stranger = api_of(make_tenant())
    before = everything_of(tenant.id)

    answer, sent = ask(stranger, method, path, theirs.ids)

    text = answer.content.decode()
    assert answer.status_code < 500, text
    if any(f"{{{name}}}" in path for name in theirs.ids):
        assert answer.status_code == 404, text
    assert theirs.marker not in text
    assert [each for each in theirs.ids.values() if each in text and each not in sent] == []
    assert everything_of(tenant.id) == before


OWNED = [(method, path) for method, path in ROUTES if "_id}" in path]


@pytest.mark.parametrize(("method", "path"), OWNED, ids=[" ".join(route) for route in OWNED])
def test_owner_finds_what_the_stranger_does_not(method, path, tenant, api_of):
    mine = Possessions(tenant)

    answer, _ = ask(api_of(tenant), method, path, mine.ids)

    assert answer.status_code not in (401, 403, 404), answer.content
    assert answer.status_code < 500, answer.content
