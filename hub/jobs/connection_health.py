"""How a connection is: what its lane's owner last knew of the system's limits, its token, its last errors, what waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hub import db
from hub.jobs import connections
from hub.jobs.models import Connection
from hub.rules.status import JOB_NOT_ENDED

# An owner that holds the lane writes what it knows at least this often while calls come back.
FACTS = """
SELECT l.state, l.blocked_until, l.leased_until, t.expires_at, t.renewed_at, t.claimed_until > now()
FROM connection c LEFT JOIN lane l ON l.id = c.id LEFT JOIN connection_token t ON t.connection_id = c.id
WHERE c.id = %s AND c.tenant_id = %s
"""
# Counted so far and no farther: a backlog of millions is told as "at least".
COUNTED = 100_000
JOBS = f"""
SELECT status, count(*) FROM (
    SELECT status FROM job WHERE connection_id = %s AND status IN ({db.listed(JOB_NOT_ENDED)})
    LIMIT {COUNTED}
) open GROUP BY 1
"""
REASONS = {
    "broken": "The system does not accept the credentials any more; reconnect it.",
    "disabled": "Somebody has disabled the connection.",
    "asked_to_wait": "The system asked for a pause.",
    "breaker": "The system failed again and again; a single call tries it now and then.",
}


@dataclass(frozen=True, slots=True)
class Quota:
    """What the system told of one limit. remaining: when it was heard."""

    name: str
    limit: int | None
    remaining: int | None
    window_s: float | None
    reset_at: datetime | None
    heard_at: datetime


@dataclass(frozen=True, slots=True)
class Health:
    """state: ok, parked (nothing begins before `parked_until`, or until somebody does something) or unknown.

    jobs: open ones by status, up to COUNTED of them. errors: the last of the system, the newest first.
    """

    connection: Connection
    state: str
    parked_because: str | None
    parked_text: str | None
    parked_until: datetime | None
    breaker: str
    quotas: list[Quota]
    jobs: dict[str, int]
    in_flight: int
    token_expires_at: datetime | None
    token_renewed_at: datetime | None
    token_renewing: bool
    errors: list[dict[str, Any]]


def health(tenant_id: UUID, connection_id: UUID) -> Health:
    """The connection's health, as the rows have it now. Errors: `not_found`."""
    connection = connections.get(tenant_id, connection_id)
    found = db.row(FACTS, (connection_id, tenant_id)) or ({}, None, None, None, None, None)
    state, blocked_until, _, expires_at, renewed_at, renewing = found
    state = state or {}
    jobs = dict(db.rows(JOBS, (connection_id,)))
    why, until = _parked(connection, state, blocked_until)
    return Health(
        connection=connection,
        state="parked" if why else connection.health if connection.health != "broken" else "unknown",
        parked_because=why,
        parked_text=text_of(why) if why else None,
        parked_until=until,
        breaker=(state.get("breaker") or {}).get("state", "closed"),
        quotas=[_quota(name, one) for name, one in sorted((state.get("quotas") or {}).items())],
        jobs=jobs,
        in_flight=jobs.get("running", 0),
        token_expires_at=expires_at,
        token_renewed_at=renewed_at,
        token_renewing=bool(renewing),
        errors=list(state.get("errors") or []),
    )


def _parked(
    connection: Connection, state: Mapping[str, Any], blocked_until: datetime | None
) -> tuple[str | None, datetime | None]:
    """Why nothing begins and until when; the row says it before the lane's owner knows."""
    if connection.broken_at is not None:
        return "broken", None
    if connection.disabled_at is not None:
        return "disabled", None
    anew = connection.fresh_starts > state.get("fresh_starts", 0)
    if anew or blocked_until is None or blocked_until <= datetime.now(UTC):
        return None, None
    return state.get("why") or "asked_to_wait", blocked_until


def text_of(why: str) -> str:
    """Why nothing begins, as a sentence. why: as the lane's owner noted it, or a key of REASONS."""
    kind, _, name = why.partition(":")
    if kind == "quota":
        return f"The system's quota {name!r} is spent."
    return f"The rate {name!r} is used up for the moment." if kind == "rate" else REASONS[why]


def _quota(name: str, saved: Mapping[str, Any]) -> Quota:
    reset_at = datetime.fromtimestamp(saved["reset_at"], UTC) if "reset_at" in saved else None
    heard_at = datetime.fromtimestamp(saved["at"], UTC)
    return Quota(name, saved.get("limit"), saved.get("remaining"), saved.get("window_s"), reset_at, heard_at)
