"""A set of events that an endpoint's filters left out: there is no delivery to make again, so the log itself is looked through.

As with deliveries, page by page in the log's order, and an event that came after the replay was asked for is not part of it.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from hub import db
from hub.delivery.left_out import LEFT_OUT, REASON
from hub.delivery.replay_models import Replay
from hub.rules.ids import uuid7

# What such a replay says instead of states of deliveries.
FILTERED = "filtered"
# Events looked through in one transaction: the filter may have to read each one's body.
PAGE = 1_000
# An event's id is drawn a little before, or after, what it says of its time.
SPREAD_S = 3600
FIRST = UUID(int=0)

FREEZE = f"""
WITH page AS MATERIALIZED (
    SELECT e.id, e.epoch, e.txid, e.tenant_id, e.type, e.channels, e.subject_id, e.body, e.created_at FROM event e
    WHERE e.tenant_id = %(tenant)s AND e.id >= %(floor)s
        AND (%(events)s::uuid[] IS NULL OR e.id = ANY(%(events)s::uuid[]))
        AND (e.epoch, e.txid, e.id) > (%(epoch)s, %(txid)s::text::xid8, %(after)s)
    ORDER BY e.epoch, e.txid, e.id LIMIT %(page)s
), missed AS (
    SELECT e.id, e.tenant_id, e.type, p.id AS endpoint_id, {REASON} AS reason
    FROM page e JOIN endpoint p ON p.id = %(endpoint)s AND p.deleted_at IS NULL AND p.kind = 'webhook'
    WHERE e.created_at <= %(asked_at)s AND e.created_at >= %(since)s
        AND (%(until)s::timestamptz IS NULL OR e.created_at < %(until)s) AND {LEFT_OUT}
), frozen AS (
    INSERT INTO replay_item (replay_id, endpoint_id, event_id, tenant_id, event_type)
    SELECT %(replay)s, endpoint_id, id, tenant_id, type FROM missed
    WHERE %(reasons)s::text[] IS NULL OR reason = ANY(%(reasons)s::text[])
    ON CONFLICT DO NOTHING
    RETURNING endpoint_id
), shared AS (
    INSERT INTO replay_share (replay_id, endpoint_id, total)
    SELECT %(replay)s, endpoint_id, count(*) FROM frozen GROUP BY endpoint_id
    ON CONFLICT (replay_id, endpoint_id) DO UPDATE SET total = replay_share.total + excluded.total
)
SELECT (SELECT count(*) FROM frozen), (SELECT count(*) FROM page),
    (SELECT id FROM page ORDER BY epoch DESC, txid DESC, id DESC LIMIT 1)
"""
PLACE = "SELECT epoch, txid::text FROM event WHERE id = %s"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Events from `since` on that the filters of one endpoint left out. event_ids: only these. left_out_by: for these reasons
    only, see hub.delivery.left_out."""

    endpoint_id: UUID
    since: datetime
    until: datetime | None = None
    event_ids: tuple[UUID, ...] | None = None
    left_out_by: tuple[str, ...] | None = None

    def as_json(self) -> dict[str, Any]:
        """For the replay's row."""
        return json.loads(json.dumps({"statuses": [FILTERED], **asdict(self)}, default=str))


def freeze_filtered(replay: Replay, *, page: int = PAGE) -> bool:
    """Add the next page of the log to a locked replay's set, and say how far it is; True when that was the last page."""
    asked = replay.selection
    ((frozen, looked, last),) = db.planned_rows(
        FREEZE,
        {
            "replay": replay.id,
            "tenant": replay.tenant_id,
            "endpoint": asked["endpoint_id"],
            "asked_at": replay.created_at,
            "since": asked["since"],
            "until": asked["until"],
            "floor": id_floor(datetime.fromisoformat(asked["since"])),
            "events": asked["event_ids"],
            "reasons": asked["left_out_by"],
            "page": page,
            **_place(replay.frozen_to),
        },
    )
    replay.total += frozen
    if last is not None:
        replay.frozen_to = last
    replay.save(update_fields=["total", "frozen_to"])
    return looked < page


def id_floor(at: datetime) -> UUID:
    """An id below those of all events of that instant."""
    if not 1971 < at.year < 9000:
        return FIRST
    return uuid7((int(at.timestamp()) - SPREAD_S) * 1_000_000_000, 0)


def _place(event_id: UUID | None) -> dict[str, Any]:
    """Where the log goes on; from its beginning when that event is gone meanwhile: nothing is written down twice."""
    found = db.row(PLACE, (event_id,)) if event_id is not None else None
    if found is None:
        return {"epoch": 0, "txid": "0", "after": FIRST}
    return {"epoch": found[0], "txid": found[1], "after": event_id}
