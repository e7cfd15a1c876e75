"""What an attempt's answer means for its delivery, and writing a batch of them down in one statement."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import structlog
from django.db import transaction

from hub import db
from hub.delivery import alerts, holding, outbox
from hub.delivery.alert_models import Stage
from hub.rules import retry
from hub.rules.ids import public_id
from hub.rules.keepable import keepable
from hub.rules.status import DeliveryStatus
from hub.wire import Response

if TYPE_CHECKING:
    from hub.delivery.send import Owed

log = structlog.get_logger()

# What the hub tells a tenant about its own deliveries; nothing that happens to these is told in turn.
OPERATIONAL = ("endpoint.", "delivery.", "replay.")
RETURNING = " RETURNING d.id, d.status"
# Listed in one `delivery.dead` event.
MOST_DEAD = 100
RETRY_AFTER_CAP = timedelta(hours=24)
# Answers whose `Retry-After` speaks of the receiver, not of one request (RFC 6585, 4; RFC 9110, 15.6.4), and for how long it is
# believed: what waits then is everything that the endpoint is owed.
BUSY = (429, 503)
LEFT_ALONE_CAP = timedelta(hours=1)

# An attempt is written whoever owns the lane: the request went out. Its delivery moves on only under the lane's own token, and
# only with a new attempt, so that a batch written again after a lost COMMIT answer counts once. IS TRUE keeps the planner from
# making a join of it: not knowing how long the arrays are it compares each attempt with each. The endpoint and the tenant are
# named because the indexes by page end with the id: while the statistics say that a table that has just grown is empty,
# the planner reads one of those whole for each row (docs/performance.md).
WRITE = """
WITH sent AS (
    SELECT r.*, coalesce((SELECT l.token <> r.token FROM lane l WHERE l.id = r.lane_id), true) AS stale
    FROM unnest(%(attempts)b::uuid[], %(deliveries)b::uuid[], %(lanes)b::uuid[], %(tokens)b::bigint[],
        %(tenants)b::uuid[], %(endpoints)b::uuid[], %(statuses)b::text[], %(delays)b::float8[], %(starts)b::float8[],
        %(durations)b::float8[], %(codes)b::int[], %(errors)b::text[], %(details)b::text[], %(reasons)b::text[],
        %(headers)b::text[], %(excerpts)b::bytea[])
        AS r(attempt_id, delivery_id, lane_id, token, tenant_id, endpoint_id, status, delay_s, started_s, duration_ms,
             code, error, detail, reason, headers, excerpt)
), made AS (
    INSERT INTO attempt (id, tenant_id, delivery_id, endpoint_id, started_at, duration_ms, status_code, error,
        error_detail, response_headers, response_excerpt, stale)
    SELECT attempt_id, tenant_id, delivery_id, endpoint_id, to_timestamp(started_s), duration_ms, code, error,
        nullif(detail, ''), headers::jsonb, excerpt, stale
    FROM sent
    ON CONFLICT (id) DO NOTHING
    RETURNING id
)
UPDATE delivery d SET tried = d.tried + 1, status_code = sent.code, error = sent.error, reason = sent.reason,
    status = CASE WHEN sent.status = 'pending' THEN d.status ELSE sent.status END,
    due_at = CASE WHEN sent.delay_s IS NULL THEN d.due_at ELSE now() + make_interval(secs => sent.delay_s) END,
    finished_at = CASE WHEN sent.status = 'pending' THEN NULL ELSE now() END
FROM sent
WHERE d.id = sent.delivery_id AND d.endpoint_id = sent.endpoint_id AND d.tenant_id = sent.tenant_id
    AND d.status IN ('pending', 'held') AND NOT sent.stale
    AND (sent.attempt_id IN (SELECT id FROM made)) IS TRUE
"""

DISABLE = """
UPDATE endpoint SET disabled_at = now(), disabled_reason = %(reason)s, version = version + 1, updated_at = now()
WHERE id = %(id)s AND disabled_at IS NULL AND deleted_at IS NULL
RETURNING tenant_id, url, owner_email, alert_channel, coalesce(failing_since, disabled_at)
"""


STATES = {"delivered": DeliveryStatus.DELIVERED, "retry": DeliveryStatus.PENDING, "dead": DeliveryStatus.DEAD}


@dataclass(slots=True)
class Judged:
    """A delivery's next state.

    delay_s: until its next attempt, for a retry. left_alone_s: for how long the receiver wants nothing at all. healthy: the
    receiver is not to blame.
    """

    row: "Owed"
    response: Response
    status: DeliveryStatus
    delay_s: float | None
    reason: str
    disable: bool
    left_alone_s: float = 0.0

    @property
    def healthy(self) -> bool:
        return self.status == DeliveryStatus.DELIVERED


def judge(row: "Owed", response: Response, *, jitter: float) -> Judged:
    """Apply the endpoint's retry schedule and the receiver's `Retry-After` to one answer. jitter: 0..1."""
    wish = response.headers.get("retry-after")
    asked = retry.parse_retry_after(wish, datetime.now(UTC), RETRY_AFTER_CAP) if wish else None
    verdict = retry.verdict(
        status=response.status,
        error=response.error,
        tried=row.tried + 1,
        schedule_s=row.target.schedule_s,
        retry_after=asked,
        jitter=jitter,
    )
    delay_s = verdict.delay.total_seconds() if verdict.delay is not None else None
    judged = Judged(row, response, STATES[verdict.state], delay_s, verdict.reason, verdict.disable)
    if asked is not None and response.status in BUSY:
        judged.left_alone_s = min(asked, LEFT_ALONE_CAP).total_seconds()
    return judged


def write(judged: list[Judged]) -> None:
    """Attempts, new states, and endpoints that asked to be left alone, in one transaction."""
    dead = [one for one in judged if one.status is DeliveryStatus.DEAD]
    if not dead:
        db.execute(WRITE, _params(judged))
        return
    with transaction.atomic():
        written = dict(db.rows(WRITE + RETURNING, _params(judged)))
        for endpoint_id in {one.row.endpoint_id for one in dead if one.disable and one.row.target.kind == "webhook"}:
            disable(endpoint_id, reason="The endpoint answered 410 Gone.")
        # Once only: a batch that is written again, or under an old token, changes no delivery.
        _tell_of_dead([one for one in dead if written.get(one.row.id) == DeliveryStatus.DEAD])


def disable(endpoint_id: UUID, *, reason: str) -> bool:
    """Disable an endpoint, hold what it is owed and tell its owner, in the caller's transaction; False if it was already."""
    found = db.row(DISABLE, {"id": endpoint_id, "reason": reason})
    if found is None:
        return False
    holding.settle_some(endpoint_id)
    tenant_id, url, owner_email, channel, outage_at = found
    alerts.note(endpoint_id, Stage.DISABLED, outage_at=outage_at, reason=reason)
    data = {
        "endpoint_id": public_id("endpoint", endpoint_id),
        "url": url,
        "reason": reason,
        "owner_email": owner_email or None,
    }
    channels = (channel,) if channel else ()
    at = datetime.now(UTC)
    event = outbox.new_event(tenant_id, "endpoint.disabled", data, at=at, subject_id=endpoint_id, channels=channels)
    outbox.publish([event])
    log.warning("endpoint.disabled", endpoint=data["endpoint_id"], reason=reason)
    return True


def _tell_of_dead(dead: list[Judged]) -> None:
    """One event for each endpoint, listing its deliveries. Those of operational events make none: it would never end."""
    by_endpoint: dict[UUID, list[Judged]] = {}
    for one in dead:
        if not one.row.event_type.startswith(OPERATIONAL):
            by_endpoint.setdefault(one.row.endpoint_id, []).append(one)
    at = datetime.now(UTC)
    outbox.publish(
        [
            outbox.new_event(
                some[0].row.tenant_id,
                "delivery.dead",
                _data_of_dead(some[start : start + MOST_DEAD]),
                at=at,
                subject_id=endpoint_id,
            )
            for endpoint_id, some in by_endpoint.items()
            for start in range(0, len(some), MOST_DEAD)
        ]
    )


def _data_of_dead(dead: list[Judged]) -> dict[str, Any]:
    target = dead[0].row.target
    return {
        # A job's own callback target is no endpoint that the tenant could look at.
        "endpoint_id": public_id("endpoint", target.endpoint_id) if target.kind == "webhook" else None,
        "url": target.url,
        "deliveries": [
            {
                "id": public_id("delivery", one.row.id),
                "event_id": public_id("event", one.row.event_id),
                "event_type": one.row.event_type,
                "attempts": one.row.tried + 1,
                "status_code": one.response.status,
                "reason": one.reason,
            }
            for one in dead
        ],
    }


def kept_headers(headers: dict[str, str]) -> str:
    """An answer's headers as JSON that PostgreSQL takes."""
    text = json.dumps(headers)
    # What jsonb cannot hold is an escape in this text; a receiver may also have sent these very letters, which stay.
    return json.dumps(keepable(headers)) if "\\u0000" in text or "\\ud" in text else text


def _params(judged: list[Judged]) -> dict[str, list]:
    rows = [one.row for one in judged]
    answers = [one.response for one in judged]
    return {
        "attempts": [row.attempt_id for row in rows],
        "deliveries": [row.id for row in rows],
        "lanes": [row.lane_id for row in rows],
        "tokens": [row.token for row in rows],
        "tenants": [row.tenant_id for row in rows],
        "endpoints": [row.endpoint_id for row in rows],
        "statuses": [str(one.status) for one in judged],
        # An ordered endpoint's retry keeps its due time, which is its place; the lane waits instead (send._learn).
        "delays": [None if one.row.target.ordered else one.delay_s for one in judged],
        "starts": [row.started_s for row in rows],
        "durations": [answer.duration_ms for answer in answers],
        "codes": [answer.status for answer in answers],
        "errors": [answer.error for answer in answers],
        "details": [answer.error_detail for answer in answers],
        "reasons": [one.reason for one in judged],
        "headers": [kept_headers(answer.headers) for answer in answers],
        "excerpts": [answer.excerpt or None for answer in answers],
    }
