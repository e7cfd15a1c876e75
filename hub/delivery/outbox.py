"""The only writer of events: appends to the log and fans out, in the caller's transaction and in one statement.

Matching is `INSERT … SELECT` over the endpoints: event type by array overlap with the type's patterns, channels
likewise, the payload by the endpoint's own SQL/JSON path predicate. What filters take is bounded: endpoints that had no turn
within MATCHING_S are noted in that statement, and matched after the commit (`late_matching.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db, queue
from hub.realtime import push
from hub.rules import envelope, filters

QUEUE = "deliveries"
# What all payload filters of a statement may take of the publisher's time.
MATCHING_S = 1.0
# Lists within an array parameter; check_event_type and the schemas keep it out of what is listed.
SEPARATOR = "\x1f"

# CTEs for a statement that may do more in the same breath (jobs/submit.py); parameters: `params(events)`.
APPEND_AND_FAN_OUT = r"""
news AS (
    SELECT n.*, CASE WHEN EXISTS (SELECT FROM endpoint f WHERE f.tenant_id = n.tenant_id AND f.filter IS NOT NULL
        AND f.deleted_at IS NULL) THEN convert_from(n.body, 'UTF8')::jsonb END AS document
    FROM unnest(%(event_ids)b::uuid[], %(event_tenants)b::uuid[], %(event_types)b::text[],
        %(event_subjects)b::uuid[], %(event_topics)b::text[], %(event_channels)b::text[], %(event_patterns)b::text[],
        %(event_bodies)b::bytea[], %(event_callbacks)b::uuid[], %(event_ats)b::timestamptz[])
        AS n(id, tenant_id, type, subject_id, topics, channels, patterns, body, callback_id, at)
), appended AS (
    INSERT INTO event (id, tenant_id, epoch, type, subject_id, topics, channels, body, created_at)
    SELECT id, tenant_id, (SELECT max(epoch) FROM event_epoch), type, subject_id,
        string_to_array(topics, E'\x1f'), string_to_array(channels, E'\x1f'), body, at
    FROM news
), drawn AS MATERIALIZED (
    SELECT left(id::text, 24) AS head, ('x' || right(id::text, 12))::bit(48)::bigint & ((1::bigint << 47) - 1) AS tail,
        clock_timestamp() + make_interval(secs => %(matching_s)s) AS until
    FROM uuidv7() AS id
), found AS MATERIALIZED (
    SELECT * FROM (
        SELECT p.tenant_id, p.lane_id, p.id, n.id AS event_id, n.type,
            CASE WHEN p.paused_at IS NULL AND p.disabled_at IS NULL THEN 'pending' ELSE 'held' END AS status,
            CASE WHEN p.filter IS NULL THEN true WHEN clock_timestamp() < drawn.until
                THEN coalesce(payload_matches(n.document, p.filter), false) END AS wanted
        FROM drawn CROSS JOIN news n
        JOIN endpoint p ON p.tenant_id = n.tenant_id AND p.kind = 'webhook' AND p.deleted_at IS NULL
            AND p.id IS DISTINCT FROM n.subject_id -- what befalls an endpoint is not told to itself: that would befall it, too
            AND (p.event_types = '{}' OR p.event_types && string_to_array(n.patterns, E'\x1f'))
            AND (p.channels = '{}' OR p.channels && string_to_array(n.channels, E'\x1f'))
        UNION ALL
        SELECT p.tenant_id, p.lane_id, p.id, n.id, n.type, 'pending', true
        FROM news n JOIN endpoint p ON p.id = n.callback_id
    ) each WHERE wanted IS NOT false
), late AS (
    INSERT INTO late_matching (event_id, tenant_id)
    SELECT DISTINCT event_id, tenant_id FROM found WHERE wanted IS NULL
), owed AS (
    INSERT INTO delivery (id, tenant_id, lane_id, endpoint_id, event_id, event_type, status)
    -- Counted on from one drawn id: drawing each costs 5 µs. In the order of the events, which ordered endpoints see.
    SELECT (drawn.head || lpad(to_hex(drawn.tail + row_number() OVER (ORDER BY found.event_id)), 12, '0'))::uuid,
        found.tenant_id, found.lane_id, found.id, found.event_id, found.type, found.status
    FROM drawn CROSS JOIN found WHERE wanted
    RETURNING lane_id, status
)
"""
# More hints than the drains have places say nothing new: whoever is woken looks at the table, too.
HINTS = 1000
PUBLISH = f"WITH {APPEND_AND_FAN_OUT} SELECT DISTINCT lane_id FROM owed WHERE status = 'pending' LIMIT {HINTS}"

PUBLISH_ONE = db.for_one(PUBLISH)
PUBLISH_TO = """
WITH appended AS (
    INSERT INTO event (id, tenant_id, epoch, type, subject_id, body, created_at)
    SELECT id, tenant_id, (SELECT max(epoch) FROM event_epoch), type, subject_id, body, at
    FROM unnest(%(event_ids)b::uuid[], %(event_tenants)b::uuid[], %(event_types)b::text[], %(event_subjects)b::uuid[],
        %(event_bodies)b::bytea[], %(event_ats)b::timestamptz[]) AS n(id, tenant_id, type, subject_id, body, at)
    RETURNING id, type
)
INSERT INTO delivery (tenant_id, lane_id, endpoint_id, event_id, event_type, status)
SELECT p.tenant_id, p.lane_id, p.id, appended.id, appended.type,
    CASE WHEN p.paused_at IS NULL AND p.disabled_at IS NULL THEN 'pending' ELSE 'held' END
FROM appended JOIN endpoint p ON p.id = %(only)s
RETURNING lane_id
"""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to be appended. body: the exact bytes that go out. callback_id: one more endpoint that is owed it."""

    id: UUID
    tenant_id: UUID
    type: str
    at: datetime
    body: bytes
    subject_id: UUID | None = None
    topics: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    callback_id: UUID | None = None


def new_event(
    tenant_id: UUID,
    type: str,
    data: dict[str, Any],
    *,
    at: datetime,
    subject_id: UUID | None = None,
    topics: tuple[str, ...] = (),
    channels: tuple[str, ...] = (),
    callback_id: UUID | None = None,
) -> NewEvent:
    """An event with its id drawn and its body encoded. Errors: `invalid_data`, see envelope.encode."""
    body = envelope.encode(type, at, data)
    return NewEvent(db.new_id(), tenant_id, type, at, body, subject_id, topics, channels, callback_id)


def publish(events: Sequence[NewEvent]) -> None:
    """Append and fan out in the current transaction; drains and streams are woken once it has committed."""
    if not events:
        return
    arrays = params(events)
    found = db.rows(PUBLISH_ONE, db.only(arrays)) if len(events) == 1 else db.rows(PUBLISH, arrays)
    announce(events, [row[0] for row in found])


def publish_to(endpoint_id: UUID, event: NewEvent) -> None:
    """Append an event that only this endpoint is owed, whatever its filters say; held while it takes nothing."""
    with transaction.atomic():
        lanes = [found[0] for found in db.rows(PUBLISH_TO, {**params([event]), "only": endpoint_id})]
        announce([event], lanes)


def announce(events: Sequence[NewEvent], lanes: Sequence[UUID]) -> None:
    """After the commit: hints for the lanes that are owed something, and for whoever streams these tenants' logs."""
    queue.wake_after_commit(QUEUE, lanes)
    push.nudge_after_commit({event.tenant_id for event in events})


def params(events: Sequence[NewEvent]) -> dict[str, Any]:
    """The parameters of APPEND_AND_FAN_OUT."""
    return {
        "event_ids": [event.id for event in events],
        "event_tenants": [event.tenant_id for event in events],
        "event_types": [event.type for event in events],
        "event_subjects": [event.subject_id for event in events],
        "event_topics": [SEPARATOR.join(event.topics) for event in events],
        "event_channels": [SEPARATOR.join(event.channels) for event in events],
        "event_patterns": [SEPARATOR.join(filters.patterns(event.type)) for event in events],
        "event_bodies": [event.body for event in events],
        "event_callbacks": [event.callback_id for event in events],
        "event_ats": [event.at for event in events],
        "matching_s": MATCHING_S,
    }
