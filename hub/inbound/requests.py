"""Reading what came in: kept requests, and how many there were."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hub import db
from hub.eventlog.partitions import first_id_at
from hub.rules.errors import HubError


@dataclass(slots=True)
class Request:
    """A kept request, its columns. body: None where it is not kept; shorter than body_bytes where it is a sample."""

    id: UUID
    source_id: UUID
    state: str
    reason: str
    received_at: datetime
    method: str
    query: str
    headers: dict[str, str]
    body: bytes | None
    body_bytes: int
    provider_id: str | None
    event_ids: list[UUID]
    event_types: list[str]
    repeated: int
    duplicate_of: UUID | None
    replay_of: UUID | None
    asked_by: str
    asked_why: str
    mapping: str
    outcomes: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """Which requests; None does not choose."""

    state: str | None = None
    reason: str | None = None
    mapping: str | None = None
    provider_id: str | None = None
    received_after: datetime | None = None
    received_before: datetime | None = None


COLUMNS = ", ".join(field.name for field in fields(Request))
# A listing shows no bodies.
BRIEF = COLUMNS.replace(" body,", " NULL::bytea,")
ONE = f"SELECT {COLUMNS} FROM inbound_request WHERE id = %s AND source_id = %s AND tenant_id = %s"
LIST = f"""
SELECT {BRIEF} FROM inbound_request
WHERE source_id = %(source)s AND tenant_id = %(tenant)s AND id < %(before)s AND id >= %(after)s {{conditions}}
ORDER BY id DESC LIMIT %(limit)s
"""
COUNTS = """
SELECT state, reason, sum(count)::bigint FROM source_count
WHERE source_id = %s AND tenant_id = %s AND minute >= %s GROUP BY 1, 2 ORDER BY 1, 2
"""
# Ids carry their time, in milliseconds since then.
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
NEWEST = UUID(int=(1 << 128) - 1)


def get(tenant_id: UUID, source_id: UUID, request_id: UUID) -> Request:
    """A kept request of the tenant's source. Errors: `not_found`."""
    found = db.row(ONE, (request_id, source_id, tenant_id))
    if found is None:
        raise HubError("not_found", "There is no request with this id.", field="path.request_id")
    return of_row(found)


def listed(tenant_id: UUID, source_id: UUID, where: RequestFilter, *, before: UUID | None, limit: int) -> list[Request]:
    """The source's kept requests without their bodies, newest first."""
    chosen = {name: getattr(where, name) for name in ("state", "reason", "mapping", "provider_id")}
    given = {name: value for name, value in chosen.items() if value is not None}
    low = first_id_at(max(where.received_after or EARLIEST, EARLIEST))
    high = first_id_at(max(where.received_before, EARLIEST)) if where.received_before else NEWEST
    params = {
        "source": source_id,
        "tenant": tenant_id,
        "before": min(before or NEWEST, high),
        "after": low,
        "limit": limit,
        **given,
    }
    conditions = " ".join(f"AND {name} = %({name})s" for name in given)
    return [of_row(row) for row in db.planned_rows(LIST.format(conditions=conditions), params)]


def counts(tenant_id: UUID, source_id: UUID, *, since: datetime) -> list[tuple[str, str, int]]:
    """How many requests since then (whole minutes): (state, reason, count), also of those that are not kept."""
    return [(row[0], row[1], row[2]) for row in db.rows(COUNTS, (source_id, tenant_id, since))]


def of_row(row: tuple[Any, ...]) -> Request:
    """A row of COLUMNS."""
    return Request(*row)
