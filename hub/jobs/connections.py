"""A tenant's connections: create, change, delete, check."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from hub import db
from hub.connectors import registry
from hub.connectors.base import Access
from hub.connectors.described import DOCUMENT_HASH, Described
from hub.jobs import describing, documents, operations, parking, token_rows
from hub.jobs.accesses import open_credentials, seal_credentials
from hub.jobs.lifecycle import QUEUE, Move, move, wake
from hub.jobs.models import Connection, ConnectionToken
from hub.jobs.tokens import RowTokens
from hub.lanes.models import Lane
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.outcomes import Done, Outcome
from hub.rules.progress import Step
from hub.rules.status import JobStatus
from hub.rules.targets import parse_target

OPEN_JOBS = """
SELECT id FROM job WHERE connection_id = %s AND status IN ('scheduled', 'queued', 'retrying') LIMIT 10000
"""


@dataclass(frozen=True, slots=True)
class ConnectionFields:
    """What a client may set; None leaves a field as it is. credentials: in the clear, never returned."""

    name: str | None = None
    base_url: str | None = None
    config: dict[str, Any] | None = None
    credentials: dict[str, Any] | None = None
    max_in_flight: int | None = None
    disabled: bool | None = None
    # {"requests", "window_s"}; empty for none.
    rate_limit: dict[str, float] | None = None


def get(tenant_id: UUID, connection_id: UUID, *, field: str = "path.connection_id") -> Connection:
    """The tenant's connection. Errors: `not_found`."""
    found = Connection.objects.filter(id=connection_id, tenant_id=tenant_id, deleted_at=None).first()
    if found is None:
        raise HubError("not_found", "There is no connection with this id.", field=field)
    return found


def require_free_name(tenant_id: UUID, name: str) -> None:
    """Raise HubError `name_taken` when the tenant has a connection of this name."""
    if Connection.objects.filter(tenant_id=tenant_id, name=name, deleted_at=None).exists():
        raise HubError("name_taken", "There is a connection of this name already.", field="name")


# Called with the connection's public id in the transaction of its change, for whoever writes something down about it.
Noting = Callable[[str], None]


def _nothing(connection_id: str) -> None:
    """Nothing is written down."""


def create(tenant_id: UUID, connector: str, fields: ConnectionFields, *, noting: Noting = _nothing) -> Connection:
    """A connection and its lane.

    Errors: `not_found` (connector), `invalid_input` (`config.…`, `credentials.…`), `invalid_url`, `name_taken`.
    """
    registry.get(connector)
    connection = Connection(id=db.new_id(), tenant_id=tenant_id, connector=connector)
    _apply(connection, fields, new=True)
    document = describing.fetch(connector, _access(connection, connection.config))
    with transaction.atomic():
        _describe(connection, document)
        _save(connection, new=True)
        Lane.objects.create(id=connection.id, queue=QUEUE, tenant_id=tenant_id)
        noting(public_id("connection", connection.id))
    return connection


def change(tenant_id: UUID, connection_id: UUID, fields: ConnectionFields, *, noting: Noting = _nothing) -> Connection:
    """Set the given fields; sessions and workers take the new version with their next call. Errors as `create`.

    New credentials reconnect it: what was fetched with the old ones is forgotten, and its jobs go on.
    """
    document = _described_anew(tenant_id, connection_id, fields)
    with transaction.atomic():
        connection = locked(tenant_id, connection_id)
        before = connection.config.get(DOCUMENT_HASH)
        _apply(connection, fields, new=False)
        if document is not None:
            _describe(connection, document)
        elif before:
            connection.config = connection.config | {DOCUMENT_HASH: before}
        connection.version += 1
        connection.updated_at = datetime.now(UTC)
        if fields.credentials is not None:
            token_rows.reset(connection.id)
            connection.credentials_end_at = connection.warned_at = None
        if fields.credentials is not None or fields.base_url is not None or fields.disabled is False:
            _begin_anew(connection)
        _save(connection, new=False)
        noting(public_id("connection", connection.id))
        wake([connection.id])
    operations.forget(connection_id)
    return connection


def _described_anew(tenant_id: UUID, connection_id: UUID, fields: ConnectionFields) -> bytes | None:
    """The document after a change of what it depends on, fetched before anything is locked; None: it stays."""
    if fields.config is None and fields.base_url is None:
        return None
    connection = get(tenant_id, connection_id)
    before = connection.config.get(DOCUMENT_HASH)
    _apply(connection, fields, new=False)
    given = fields.config or {}
    if before and fields.base_url is None and not (given.get("document") or given.get("document_url")):
        return None
    return describing.fetch(connection.connector, _access(connection, connection.config))


def _describe(connection: Connection, document: bytes | None) -> None:
    """Keep the system's document, if it has one, under what the config names it by."""
    made = registry.get(connection.connector)
    if document is not None and isinstance(made, Described):
        name = documents.keep(connection.tenant_id, document)
        connection.config = made.without_document(connection.config) | {DOCUMENT_HASH: name}


def locked(tenant_id: UUID, connection_id: UUID) -> Connection:
    """The tenant's connection, nobody else's to change until the commit. Errors: `not_found`."""
    get(tenant_id, connection_id)
    return Connection.objects.select_for_update().get(id=connection_id)


def _begin_anew(connection: Connection) -> None:
    connection.fresh_starts += 1
    connection.broken_at = None
    if connection.health == "broken":
        connection.health, connection.last_error = "unknown", None


def delete(tenant_id: UUID, connection_id: UUID) -> None:
    """Hide it, wipe its credentials and cancel what has not begun. Errors: `not_found`."""
    with transaction.atomic():
        connection = locked(tenant_id, connection_id)
        connection.deleted_at = datetime.now(UTC)
        connection.credentials = None
        connection.version += 1
        connection.save()
        ConnectionToken.objects.filter(connection_id=connection_id).delete()
        waiting = [row[0] for row in db.rows(OPEN_JOBS, (connection_id,))]
        move([Move(job_id, Step(JobStatus.CANCELLED)) for job_id in waiting])


def check(tenant_id: UUID, connection_id: UUID) -> Done | Outcome:
    """Really call the system, outside any transaction, and remember what came of it. Errors: `not_found`."""
    connection = get(tenant_id, connection_id)
    config = documents.with_operations(tenant_id, connection.connector, connection.config)
    result = asyncio.run(_check(connection.connector, _access(connection, config)))
    if isinstance(result, Done) and connection.broken_at is not None:
        parking.resume(tenant_id, connection_id)
    # Nobody has changed it meanwhile; the hub itself may have found it broken.
    Connection.objects.filter(id=connection_id, updated_at=connection.updated_at, deleted_at=None).update(
        health="ok" if isinstance(result, Done) else "broken",
        checked_at=datetime.now(UTC),
        last_error=None if isinstance(result, Done) else result.as_dict(),
    )
    return result


def _access(connection: Connection, config: dict[str, Any]) -> Access:
    credentials = open_credentials(connection.id, connection.credentials)
    return Access(public_id("connection", connection.id), connection.version, connection.base_url, config, credentials)


async def _check(connector: str, access: Access) -> Done | Outcome:
    tokens = RowTokens()
    sessions = registry.Sessions(allow=settings.HUB.connection_allow, tokens=tokens)
    try:
        return await registry.check(sessions, connector, access)
    finally:
        await sessions.aclose()
        tokens.close()


def _apply(connection: Connection, fields: ConnectionFields, *, new: bool) -> None:
    if fields.name is not None:
        connection.name = fields.name
    if new or fields.base_url is not None:
        connection.base_url = checked_url(connection.connector, fields.base_url or "")
    if new or fields.config is not None:
        connection.config = registry.validate_config(connection.connector, fields.config or {})
    if new or fields.credentials is not None:
        credentials = registry.validate_credentials(connection.connector, fields.credentials or {})
        connection.credentials = seal_credentials(connection.id, credentials)
    if fields.max_in_flight is not None:
        connection.max_in_flight = fields.max_in_flight
    if fields.rate_limit is not None:
        connection.rate_limit = fields.rate_limit or None
    if fields.disabled is not None:
        connection.disabled_at = (connection.disabled_at or datetime.now(UTC)) if fields.disabled else None


def checked_url(connector: str, base_url: str) -> str:
    """The address of a connection's system. Errors: `invalid_input` when it is missing, `invalid_url`."""
    if not registry.get(connector).needs_url:
        return base_url
    if not base_url:
        raise HubError("invalid_input", "This connector needs the address of the system.", field="base_url")
    parse_target(base_url, allow_http=True, field="base_url")
    return base_url


def _save(connection: Connection, *, new: bool) -> None:
    try:
        connection.save(force_insert=new)
    except IntegrityError as error:
        if "connection_name_once" in str(error):
            raise HubError("name_taken", "There is a connection of this name already.", field="name") from error
        raise
