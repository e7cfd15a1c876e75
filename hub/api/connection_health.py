"""/connections/{id}/health and /resume: how a connection is, and letting what waits for it go on."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import ConnectionId
from hub.api.operation import operation
from hub.api.schemas import Out
from hub.jobs import connection_health, parking
from hub.jobs.connection_health import Health
from hub.rules.ids import public_id, require_id

router = Router(tags=["connections"])


class QuotaOut(Out):
    """One limit, as the system last told it."""

    name: str
    limit: int | None = Field(description="requests in the window")
    remaining: int | None = Field(description="of these, left when it was heard")
    window_s: float | None
    reset_at: datetime | None
    heard_at: datetime


class TokenOut(Out):
    """The connection's access token, where it has one that is fetched."""

    expires_at: datetime | None
    renewed_at: datetime | None
    renewing: bool
    consent_ends_at: datetime | None = Field(description="then a person has to connect it again")


class ParkedOut(Out):
    """Why no job of it begins."""

    because: str = Field(description="broken, disabled, breaker, asked_to_wait, `quota:<name>` or `rate:<name>`")
    text: str
    until: datetime | None = Field(description="null: until somebody does something")


class ConnectionHealthOut(Out):
    """How a connection is."""

    id: ConnectionId
    state: str = Field(description="ok, unknown or parked")
    parked: ParkedOut | None
    breaker: str = Field(description="closed, open or half_open")
    in_flight: int
    max_in_flight: int
    quotas: list[QuotaOut]
    token: TokenOut
    jobs: dict[str, int] = Field(description="open jobs by status, counted up to 100,000")
    errors: list[dict[str, Any]] = Field(description="the last ones of the system, the newest first")
    last_error: dict[str, Any] | None = Field(description="of the last check, or what broke it")
    checked_at: datetime | None


class ResumedOut(Out):
    """What goes on."""

    jobs: int = Field(description="retries that were waiting for their time and are due now")


def _shape(health: Health) -> ConnectionHealthOut:
    row, parked = health.connection, None
    if health.parked_because is not None:
        text = health.parked_text or ""
        parked = ParkedOut(because=health.parked_because, text=text, until=health.parked_until)
    token = TokenOut(
        expires_at=health.token_expires_at,
        renewed_at=health.token_renewed_at,
        renewing=health.token_renewing,
        consent_ends_at=row.credentials_end_at,
    )
    return ConnectionHealthOut(
        id=public_id("connection", row.id),
        state=health.state,
        parked=parked,
        breaker=health.breaker,
        in_flight=health.in_flight,
        max_in_flight=row.max_in_flight,
        quotas=[QuotaOut.model_validate(quota) for quota in health.quotas],
        token=token,
        jobs=health.jobs,
        errors=health.errors,
        last_error=row.last_error,
        checked_at=row.checked_at,
    )


@operation(
    router,
    "GET",
    "/connections/{connection_id}/health",
    scope="connections:read",
    returns={200: ConnectionHealthOut},
)
def get_connection_health(request: HttpRequest, connection_id: ConnectionId) -> ConnectionHealthOut:
    """Get a connection's health.

    Requests left, when quotas are given anew, the breaker, the token, the last errors, and what waits. Written down about once
    a second while calls come back.
    """
    row_id = require_id("connection", connection_id, field="path.connection_id")
    return _shape(connection_health.health(caller_of(request).tenant_id, row_id))


@operation(
    router,
    "POST",
    "/connections/{connection_id}/resume",
    scope="connections:write",
    returns={200: ResumedOut},
    audit=Within("connection.resumed"),
)
def resume_connection(request: HttpRequest, connection_id: ConnectionId) -> ResumedOut:
    """Resume a connection.

    Lets all of its jobs go on now, whatever held them: refused credentials, an open breaker, a spent quota, a pause that the
    system asked for. Retries that wait for their time become due. A disabled connection stays disabled.
    """
    row_id = require_id("connection", connection_id, field="path.connection_id")
    return ResumedOut(jobs=parking.resume(caller_of(request).tenant_id, row_id))
