"""Delivering again: new deliveries for a set that is frozen when it is asked for; history is never rewritten."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db, queue
from hub.delivery.models import Replay
from hub.delivery.outbox import QUEUE
from hub.rules import filters
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.status import DeliveryStatus

MOST = 100_000
FINISHED = ("delivered", "dead", "cancelled")

# One row for each event and endpoint, however often that was tried or replayed before. What is delivered, or on its way, is
# left out unless delivered ones are asked for by name.
SELECTED = """
SELECT DISTINCT ON (d.endpoint_id, d.event_id) d.endpoint_id, d.event_id, d.event_type, d.lane_id, d.reason, d.id
FROM delivery d JOIN endpoint p ON p.id = d.endpoint_id AND p.deleted_at IS NULL
WHERE d.tenant_id = %(tenant)s AND d.status = ANY(%(statuses)s)
    AND (%(endpoint)s::uuid IS NULL OR d.endpoint_id = %(endpoint)s)
    AND (%(event)s::uuid IS NULL OR d.event_id = %(event)s)
    AND (%(delivery)s::uuid IS NULL OR d.id = %(delivery)s)
    AND (%(type)s::text IS NULL OR d.event_type LIKE %(type)s)
    AND (%(low)s::int IS NULL OR d.status_code BETWEEN %(low)s AND %(high)s)
    AND (%(since)s::timestamptz IS NULL OR d.created_at >= %(since)s)
    AND (%(until)s::timestamptz IS NULL OR d.created_at < %(until)s)
    AND NOT EXISTS (
        SELECT FROM delivery other
        WHERE other.event_id = d.event_id AND other.endpoint_id = d.endpoint_id AND other.id <> d.id
            AND other.status = ANY(%(settled)s)
    )
ORDER BY d.endpoint_id, d.event_id, d.id DESC
LIMIT %(most)s + 1
"""
COUNTS = f"""
SELECT endpoint_id, coalesce(reason, ''), count(*) FROM ({SELECTED}) selected GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
"""
FREEZE = f"""
WITH selected AS ({SELECTED}), numbered AS (
    SELECT s.*, row_number() OVER (ORDER BY s.event_id, s.endpoint_id) - 1 AS place FROM selected s
)
INSERT INTO delivery (tenant_id, lane_id, endpoint_id, event_id, event_type, replay_id, status, due_at)
SELECT %(tenant)s, n.lane_id, n.endpoint_id, n.event_id, n.event_type, %(replay)s,
    CASE WHEN p.paused_at IS NULL AND p.disabled_at IS NULL THEN 'pending' ELSE 'held' END,
    now() + make_interval(secs => coalesce(n.place / %(per_s)s::float8, 0))
FROM numbered n JOIN endpoint p ON p.id = n.endpoint_id
RETURNING lane_id
"""
PROGRESS = "SELECT status, count(*) FROM delivery WHERE replay_id = %s GROUP BY status"


@dataclass(frozen=True, slots=True)
class Selection:
    """What to deliver again; None leaves a criterion out. code: `503` or `5xx`. type: a type or `prefix.*`."""

    statuses: tuple[str, ...] = (DeliveryStatus.DEAD,)
    endpoint_id: UUID | None = None
    event_id: UUID | None = None
    delivery_id: UUID | None = None
    event_type: str | None = None
    code: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants it, why, and how fast (deliveries a second; None: at once)."""

    by: str
    reason: str = ""
    per_s: float | None = None


def count(tenant_id: UUID, selection: Selection) -> list[dict[str, Any]]:
    """A dry run: how many deliveries of which endpoint and for which reason, most first. Errors: `too_many`."""
    found = db.planned_rows(COUNTS, _params(tenant_id, selection))
    _check_total(sum(row[2] for row in found))
    return [
        {"endpoint_id": public_id("endpoint", endpoint_id), "reason": reason, "count": number}
        for endpoint_id, reason, number in found
    ]


def create(tenant_id: UUID, selection: Selection, asked: Asked) -> Replay:
    """Freeze the set and make its deliveries, each with a fresh attempt budget. Errors: `too_many`."""
    replay = Replay(
        id=db.new_id(),
        tenant_id=tenant_id,
        requested_by=asked.by,
        reason=asked.reason,
        selection=json.loads(json.dumps(asdict(selection), default=str)),
        per_s=asked.per_s,
        total=0,
    )
    with transaction.atomic():
        params = {**_params(tenant_id, selection), "replay": replay.id, "per_s": asked.per_s}
        lanes = [row[0] for row in db.planned_rows(FREEZE, params)]
        _check_total(len(lanes))
        replay.total = len(lanes)
        replay.save(force_insert=True)
        queue.wake_after_commit(QUEUE, set(lanes))
    return replay


def replay_one(tenant_id: UUID, delivery_id: UUID, asked: Asked) -> Replay:
    """Deliver one again, whatever became of it. Errors: `not_found`; `delivery_pending` while it is still on its way."""
    found = db.row("SELECT status FROM delivery WHERE id = %s AND tenant_id = %s", (delivery_id, tenant_id))
    if found is None:
        raise HubError("not_found", "There is no delivery with this id.", field="path.delivery_id")
    if found[0] not in FINISHED:
        raise HubError(
            "delivery_pending", f"This delivery is {found[0]}: it will be tried anyway.", field="path.delivery_id"
        )
    replay = create(tenant_id, Selection(statuses=FINISHED, delivery_id=delivery_id), asked)
    if not replay.total:
        detail = "Another delivery of this event to this endpoint is on its way, or the endpoint was deleted."
        raise HubError("delivery_pending", detail, field="path.delivery_id")
    return replay


def get(tenant_id: UUID, replay_id: UUID) -> tuple[Replay, dict[str, int]]:
    """A replay and how many of its deliveries are in which state. Errors: `not_found`."""
    found = Replay.objects.filter(id=replay_id, tenant_id=tenant_id).first()
    if found is None:
        raise HubError("not_found", "There is no replay with this id.", field="path.replay_id")
    return found, dict(db.rows(PROGRESS, (replay_id,)))


def _check_total(total: int) -> None:
    if total > MOST:
        detail = f"This selects more than {MOST:,} deliveries; narrow it down, by time for example."
        raise HubError("too_many", detail, field="body.filter")


def _params(tenant_id: UUID, selection: Selection) -> dict[str, Any]:
    low, high = _codes(selection.code)
    # Delivered ones are only looked over when they were not asked for; what is on its way never doubles.
    settled = ["pending", "held"]
    if DeliveryStatus.DELIVERED not in selection.statuses:
        settled.append("delivered")
    return {
        "tenant": tenant_id,
        "statuses": [str(status) for status in selection.statuses],
        "endpoint": selection.endpoint_id,
        "event": selection.event_id,
        "delivery": selection.delivery_id,
        "type": filters.like(selection.event_type) if selection.event_type else None,
        "low": low,
        "high": high,
        "since": selection.since,
        "until": selection.until,
        "settled": settled,
        "most": MOST,
    }


def _codes(code: str | None) -> tuple[int | None, int | None]:
    """`503` → (503, 503), `5xx` → (500, 599)."""
    if code is None:
        return None, None
    if code.endswith("xx"):
        return int(code[0]) * 100, int(code[0]) * 100 + 99
    return int(code), int(code)
