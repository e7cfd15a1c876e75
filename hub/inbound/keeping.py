"""What came in, kept: counted exactly, and the raw request with what became of it.

What is verified is kept whole. What is not, or came before, is kept as a sample, so many a minute, source and reason: whoever
knows an address must not be able to fill the disk with it.
"""

import json
import random
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from hub import db
from hub.inbound.models import Source
from hub.rules.inbound.received import Received
from hub.rules.inbound.redaction import redacted_headers

# A busy source's requests would wait for each other's commit at one row; those that are kept as samples must share one.
SHARDS = 8
REFUSED_A_MINUTE = 5
REPEATED_A_MINUTE = 20
REFUSED_BODY_BYTES = 16 * 1024

KEEP = """
WITH counted AS (
    INSERT INTO source_count (source_id, tenant_id, minute, state, reason, shard, count)
    VALUES (%(source)s, %(tenant)s, date_trunc('minute', %(at)s::timestamptz), %(state)s, %(reason)s, %(shard)s, 1)
    ON CONFLICT (source_id, minute, state, reason, shard) DO UPDATE SET count = source_count.count + 1
    RETURNING count
)
INSERT INTO inbound_request (id, tenant_id, source_id, state, reason, received_at, method, query, headers, body, body_bytes,
    provider_id, event_ids, event_keys, event_types, repeated, duplicate_of, replay_of, asked_by, asked_why, mapping)
SELECT %(id)s, %(tenant)s, %(source)s, %(state)s, %(reason)s, %(at)s, %(method)s, %(query)s, %(headers)s::jsonb, %(body)s,
    %(body_bytes)s, %(provider_id)s, %(event_ids)s::uuid[], %(event_keys)s::bytea[], %(event_types)s::text[],
    %(repeated)s, %(duplicate_of)s,
    %(replay_of)s, %(asked_by)s, %(asked_why)s, %(mapping)s
FROM counted WHERE %(most)s::int IS NULL OR count <= %(most)s::int
RETURNING id
"""


class State(StrEnum):
    """What became of a request."""

    ACCEPTED = "accepted"
    HELD = "held"  # verified while the source is paused
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class Mapping(StrEnum):
    """How far a request's mappings are."""

    NONE = "none"
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a request. repeated: how many of its events had come before.
    event_keys: what the sender knows its events by, hashed, in the order of event_ids. asked: by whom and why, of a replay."""

    state: State
    reason: str = ""
    provider_id: str | None = None
    event_ids: list[UUID] = field(default_factory=list)
    event_keys: list[bytes] = field(default_factory=list)
    event_types: list[str] = field(default_factory=list)
    repeated: int = 0
    duplicate_of: UUID | None = None
    replay_of: UUID | None = None
    asked: tuple[str, str] = ("", "")
    mapping: Mapping = Mapping.NONE


def keep(source: Source, request_id: UUID, received: Received, kept: Kept, *, at: datetime) -> bool:
    """Count it, and write it down unless there are enough of its like this minute; whether it was written."""
    sampled = kept.state in (State.REFUSED, State.DUPLICATE)
    params: dict[str, Any] = {
        "id": request_id,
        "source": source.id,
        "tenant": source.tenant_id,
        "state": str(kept.state),
        "reason": kept.reason,
        "shard": 0 if sampled else random.randrange(SHARDS),  # noqa: S311 spreads load, keeps no secret
        "at": at,
        "method": received.method,
        "query": urlsplit(received.url).query,
        "headers": json.dumps(redacted_headers(received.headers)),
        "body": _body(kept.state, received.body),
        "body_bytes": len(received.body),
        "provider_id": kept.provider_id,
        "event_ids": kept.event_ids,
        "event_keys": kept.event_keys,
        "event_types": kept.event_types,
        "repeated": kept.repeated,
        "duplicate_of": kept.duplicate_of,
        "replay_of": kept.replay_of,
        "asked_by": kept.asked[0],
        "asked_why": kept.asked[1],
        "mapping": str(kept.mapping),
        "most": {State.REFUSED: REFUSED_A_MINUTE, State.DUPLICATE: REPEATED_A_MINUTE}.get(kept.state),
    }
    return db.row(KEEP, params) is not None


def _body(state: State, body: bytes) -> bytes | None:
    """A repeat's is the first one's; of what is not verified the beginning will do."""
    if state == State.DUPLICATE:
        return None
    return body[:REFUSED_BODY_BYTES] if state == State.REFUSED else body
