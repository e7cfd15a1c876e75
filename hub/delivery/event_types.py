"""The types of events that a tenant publishes: registered with a JSON Schema for each version of their data.

A version is never changed and never goes away while its type is there, so a publisher that names one keeps working. What is
read here to check an event is remembered for a moment; schemas are compiled once by their text (rules/payload.py).
"""

import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from hub import db
from hub.delivery import policies
from hub.delivery.policies import Checking
from hub.delivery.rows import EventType, EventTypeVersion
from hub.rules import filters, payload
from hub.rules.errors import HubError

# Types that only the hub speaks: a receiver may trust them.
RESERVED = ("job", "endpoint", "replay", "delivery", "hub", "source", "batch", "schedule", "bulk", "connection")
TYPES_MAX = 500
VERSIONS_MAX = 20
REMEMBERED = 10_000

SCHEMA = """
SELECT v.schema FROM event_type t JOIN event_type_version v ON v.event_type_id = t.id
WHERE t.tenant_id = %(tenant)s AND t.name = %(name)s AND (%(version)s::int IS NULL OR v.version = %(version)s)
ORDER BY v.version DESC LIMIT 1
"""

Problems = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A schema of a type's data, and data that fits it."""

    schema: dict[str, Any]
    examples: list[dict[str, Any]]


_schemas: dict[tuple[UUID, str, int | None], tuple[float, dict[str, Any] | None]] = {}


def problems_of(tenant_id: UUID, name: str, data: Any, *, version: int | None) -> Problems:
    """What is wrong with an event that is about to be published: `[{"field", "detail"}]`, empty when nobody looks.

    version: of the type's schema; None takes the newest.
    """
    if policies.checking(tenant_id) == Checking.OPEN:
        return []
    schema = _schema(tenant_id, name, version)
    if schema is None and version is not None and _schema(tenant_id, name, None) is not None:
        return [{"field": "type_version", "detail": f"The type {name} has no version {version}."}]
    if schema is None:
        return [{"field": "type", "detail": f"There is no event type {name}; register it at /event-types."}]
    return payload.problems(schema, data)


def list_types(tenant_id: UUID) -> list[EventType]:
    """The tenant's types by name, with their `versions` loaded."""
    return list(EventType.objects.filter(tenant_id=tenant_id).order_by("name").prefetch_related("versions"))


def get(tenant_id: UUID, name: str) -> EventType:
    """The tenant's type. Errors: `not_found`."""
    known = EventType.objects.filter(tenant_id=tenant_id, name=name)
    found = known.first() if "\0" not in name else None
    if found is None:
        raise HubError("not_found", "There is no such event type.", field="path.type_name")
    return found


def versions(event_type: EventType) -> list[EventTypeVersion]:
    """All of the type's, the newest first."""
    return sorted(event_type.versions.all(), key=lambda one: -one.version)


def create(tenant_id: UUID, name: str, first: NewVersion, *, description: str = "") -> EventType:
    """Register a type with version 1.

    Errors: `invalid_event_type`, `reserved_event_type`, `invalid_schema`, `invalid_example`, `name_taken`, `too_many`.
    """
    check_own(name, field="name")
    _check(first)
    if EventType.objects.filter(tenant_id=tenant_id).count() >= TYPES_MAX:
        raise HubError("too_many", f"A tenant has at most {TYPES_MAX} event types.", field="name")
    event_type = EventType(id=db.new_id(), tenant_id=tenant_id, name=name, description=description)
    try:
        with transaction.atomic():
            event_type.save(force_insert=True)
            _save_version(event_type, 1, first)
    except IntegrityError as error:
        raise HubError("name_taken", f"There is an event type {name} already.", field="name") from error
    event_type.refresh_from_db()
    _schemas.clear()
    return event_type


def add_version(tenant_id: UUID, name: str, new: NewVersion) -> EventType:
    """Add a schema, which counts from now on for whoever names no version.

    Errors: `not_found`, `invalid_schema`, `invalid_example`, `too_many`.
    """
    _check(new)
    with transaction.atomic():
        event_type = get(tenant_id, name)
        EventType.objects.select_for_update().get(id=event_type.id)
        latest = max((one.version for one in event_type.versions.all()), default=0)
        if latest >= VERSIONS_MAX:
            raise HubError("too_many", f"A type has at most {VERSIONS_MAX} versions.", field="data_schema")
        _save_version(event_type, latest + 1, new)
    _schemas.clear()
    return get(tenant_id, name)


def change(tenant_id: UUID, name: str, *, description: str | None = None, deprecated: bool | None = None) -> EventType:
    """Describe it anew, deprecate it or take that back; None leaves as it is. Errors: `not_found`."""
    event_type = get(tenant_id, name)
    if description is not None:
        event_type.description = description
    if deprecated is not None:
        event_type.deprecated_at = (event_type.deprecated_at or datetime.now(UTC)) if deprecated else None
    event_type.updated_at = datetime.now(UTC)
    event_type.save(update_fields=["description", "deprecated_at", "updated_at"])
    return event_type


def delete(tenant_id: UUID, name: str) -> None:
    """Unregister it; events of this type stay as they are. Errors: `not_found`."""
    get(tenant_id, name).delete()
    _schemas.clear()


def check_own(name: str, *, field: str = "type") -> None:
    """Raise HubError `invalid_event_type`, or `reserved_event_type` for types of the hub's own."""
    filters.check_event_type(name, field=field)
    if name.partition(".")[0] in RESERVED:
        raise HubError("reserved_event_type", f"Types under {', '.join(RESERVED)} are the hub's own.", field=field)


def _check(new: NewVersion) -> None:
    payload.check_schema(new.schema, field="data_schema")
    for place, example in enumerate(new.examples):
        found = payload.problems(new.schema, example)
        if found:
            field = found[0]["field"].replace("data", f"examples.{place}", 1)
            raise HubError("invalid_example", f"The example does not fit the schema: {found[0]['detail']}", field=field)


def _save_version(event_type: EventType, number: int, new: NewVersion) -> None:
    EventTypeVersion.objects.create(
        id=db.new_id(),
        event_type=event_type,
        tenant_id=event_type.tenant_id,
        version=number,
        schema=json.dumps(new.schema),
        examples=new.examples,
    )


def _schema(tenant_id: UUID, name: str, version: int | None) -> dict[str, Any] | None:
    """The schema, None when there is none; remembered in this process for TRUST_S seconds."""
    key, now = (tenant_id, name, version), time.monotonic()
    known = _schemas.get(key)
    if known is not None and known[0] > now:
        return known[1]
    found = db.row(SCHEMA, {"tenant": tenant_id, "name": name, "version": version})
    schema = json.loads(found[0]) if found else None
    if len(_schemas) >= REMEMBERED:
        _schemas.clear()
    _schemas[key] = (now + policies.TRUST_S, schema)
    return schema
