"""/event-types: what the tenant's events look like, and the hub's own."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.event_type_schemas import (
    EventTypeChange,
    EventTypeOut,
    EventTypes,
    EventTypeSummary,
    EventTypeVersionOut,
    MisfitOut,
    NewEventType,
    NewEventTypeVersion,
)
from hub.api.operation import operation
from hub.api.webhooks import own_types, receive
from hub.delivery import event_types, misfits
from hub.delivery.event_types import NewVersion
from hub.delivery.rows import EventType
from hub.rules.ids import public_id

router = Router(tags=["events"])
READ, WRITE = "events:read", "events:write"
SHIPMENT = {
    "type": "object",
    "required": ["order"],
    "properties": {"order": {"type": "string", "pattern": "^SO-[0-9]+$"}, "parcels": {"type": "integer", "minimum": 1}},
}


def _facts(row: EventType) -> dict[str, Any]:
    return {
        "name": row.name,
        "description": row.description,
        "own": True,
        "version": event_types.versions(row)[0].version,
        "deprecated_at": row.deprecated_at,
    }


def _hubs_own() -> list[dict[str, Any]]:
    return [
        {"name": name, "description": meaning, "own": False, "version": 1, "deprecated_at": None}
        for name, (meaning, _) in own_types().items()
    ]


def _shape(row: EventType) -> EventTypeOut:
    versions = [
        EventTypeVersionOut(
            version=each.version,
            data_schema=json.loads(each.schema),
            examples=each.examples,
            created_at=each.created_at,
        )
        for each in event_types.versions(row)
    ]
    return EventTypeOut(**_facts(row), versions=versions, misfits=_misfits(row.tenant_id, row.name))


def _misfits(tenant_id: UUID, type: str | None = None) -> list[MisfitOut]:
    same = ("type", "detail", "events", "first_at", "last_at")
    return [
        MisfitOut(
            **{name: getattr(one, name) for name in same},
            field=f"body.{one.field}",
            last_event_id=public_id("event", one.last_event_id),
        )
        for one in misfits.by_field(tenant_id, type=type)
    ]


@operation(router, "GET", "/event-types", scope=READ, returns={200: EventTypes})
def list_event_types(request: HttpRequest) -> EventTypes:
    """List event types.

    The hub's own, then the tenant's; one by one they come with their schemas. `misfits` says which events of late were unknown
    or did not fit, and where.
    """
    tenant_id = caller_of(request).tenant_id
    every = (*_hubs_own(), *map(_facts, event_types.list_types(tenant_id)))
    return EventTypes(data=[EventTypeSummary(**facts) for facts in every], misfits=_misfits(tenant_id))


@operation(
    router,
    "POST",
    "/event-types",
    scope=WRITE,
    returns={201: EventTypeOut},
    refuses=(409,),
    examples={
        "a shipment": {
            "name": "shipment.sent",
            "description": "A shipment has left the house.",
            "data_schema": SHIPMENT,
            "examples": [{"order": "SO-17", "parcels": 2}],
        }
    },
    audit=Within("event_type.created"),
)
def create_event_type(request: HttpRequest, new: NewEventType) -> Status:
    """Register an event type.

    Its schema becomes version 1. Whether events are held against it is the tenant's `event_types` at /settings.
    """
    first = NewVersion(new.data_schema, new.examples)
    row = event_types.create(caller_of(request).tenant_id, new.name, first, description=new.description)
    return Status(201, _shape(row))


@operation(router, "GET", "/event-types/{type_name}", scope=READ, returns={200: EventTypeOut})
def get_event_type(request: HttpRequest, type_name: str) -> EventTypeOut:
    """Get an event type.

    With all its schemas, the newest first. Also the hub's own types.
    """
    if type_name not in own_types():
        return _shape(event_types.get(caller_of(request).tenant_id, type_name))
    facts = next(facts for facts in _hubs_own() if facts["name"] == type_name)
    only = EventTypeVersionOut(version=1, data_schema=own_types()[type_name][1], examples=[], created_at=None)
    return EventTypeOut(**facts, versions=[only], misfits=[])


@operation(
    router,
    "PATCH",
    "/event-types/{type_name}",
    scope=WRITE,
    returns={200: EventTypeOut},
    examples={"no longer": {"deprecated": True}},
    audit=Within("event_type.changed"),
)
def change_event_type(request: HttpRequest, type_name: str, change: EventTypeChange) -> EventTypeOut:
    """Change an event type."""
    return _shape(event_types.change(caller_of(request).tenant_id, type_name, **change.model_dump()))


@operation(
    router,
    "POST",
    "/event-types/{type_name}/versions",
    scope=WRITE,
    returns={201: EventTypeOut},
    examples={"one more field": {"data_schema": {"type": "object", "required": ["order", "carrier"]}}},
    audit=Within("event_type.version_added"),
)
def add_event_type_version(request: HttpRequest, type_name: str, new: NewEventTypeVersion) -> Status:
    """Add a version to an event type.

    It counts for whoever publishes without `type_version`; the older ones stay valid for whoever names them.
    """
    version = NewVersion(new.data_schema, new.examples)
    return Status(201, _shape(event_types.add_version(caller_of(request).tenant_id, type_name, version)))


@operation(
    router,
    "DELETE",
    "/event-types/{type_name}",
    scope=WRITE,
    returns={204: None},
    audit=Within("event_type.deleted"),
)
def delete_event_type(request: HttpRequest, type_name: str) -> Status:
    """Unregister an event type.

    Its events stay.
    """
    event_types.delete(caller_of(request).tenant_id, type_name)
    return Status(204, None)


@operation(router, "GET", "/webhooks/openapi.json", scope=READ, returns={200: dict[str, Any]})
def get_webhooks_document(request: HttpRequest) -> dict[str, Any]:
    """Get the tenant's webhooks as OpenAPI.

    A document of its own for whoever builds a receiver: what an endpoint of this tenant may get, the hub's own types too.
    """
    hooks = {name: receive(name, meaning, data) for name, (meaning, data) in own_types().items()}
    for row in event_types.list_types(caller_of(request).tenant_id):
        newest = event_types.versions(row)[0]
        # With an id, `#/$defs/…` means the schema's own definitions and not the document's.
        schema = {"$id": f"urn:hub:event-type:{row.name}:{newest.version}", **json.loads(newest.schema)}
        hooks[row.name] = receive(
            row.name, row.description, schema, examples=newest.examples, deprecated=row.deprecated_at is not None
        )
    return {"openapi": "3.1.0", "info": {"title": "Webhooks", "version": "1"}, "webhooks": hooks}
