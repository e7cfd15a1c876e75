"""Connections that take nothing for now: broken ones wait for a person, and both ends are told by event.

A parked connection's jobs stay as they are: nothing is called, no run is spent. What brings them back is a number on the
connection's row that goes up (`fresh_starts`); whoever looks for free lanes compares it with what the lane's last owner kept.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import outbox
from hub.jobs.lifecycle import wake
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.outcomes import Outcome

# How long before the end of what cannot be renewed the owner is told.
WARN = timedelta(days=7)

BREAK = """
UPDATE connection SET health = 'broken', broken_at = now(), checked_at = now(), last_error = %(error)s::jsonb,
    version = version + 1
WHERE id = %(id)s AND broken_at IS NULL AND deleted_at IS NULL RETURNING tenant_id, name, connector
"""
RESUME = """
UPDATE connection SET fresh_starts = fresh_starts + 1, broken_at = NULL, version = version + 1,
    health = CASE WHEN health = 'broken' THEN 'unknown' ELSE health END
WHERE id = %(id)s AND tenant_id = %(tenant)s AND deleted_at IS NULL RETURNING id
"""
# Their due time is what held them; those that wait for a place or for others keep waiting.
DUE_NOW = """
UPDATE job SET due_at = now() WHERE id = ANY(ARRAY(
    SELECT id FROM job WHERE connection_id = %s AND status = 'retrying' AND gate IS NULL AND due_at > now() LIMIT 10000
)) AND status = 'retrying'
"""
ENDING = """
UPDATE connection SET warned_at = now()
WHERE id = ANY(ARRAY(
    SELECT c.id FROM connection c WHERE c.credentials_end_at <= now() + %(warn)s AND c.warned_at IS NULL
        AND c.deleted_at IS NULL ORDER BY c.id LIMIT 500 FOR UPDATE SKIP LOCKED
)) RETURNING id, tenant_id, name, connector, credentials_end_at
"""
# A blocked lane is free again once its connection began anew since its last owner knew it (hub/lanes/rows.py).
UNBLOCKED = """
l.id IN (SELECT c.id FROM connection c WHERE c.fresh_starts > 0)
    AND (SELECT c.fresh_starts FROM connection c WHERE c.id = l.id) > coalesce((l.state ->> 'fresh_starts')::int, 0)
"""


def declare_broken(connection_id: UUID, outcome: Outcome) -> bool:
    """Park the connection until somebody reconnects or resumes it, and tell so once; whether that was news."""
    error = outcome.as_dict()
    with transaction.atomic():
        found = db.row(BREAK, {"id": connection_id, "error": json.dumps(error)})
        if found is None:
            return False
        tenant_id, name, connector = found
        about = _about(connection_id, name, connector) | {"error": error}
        _publish(tenant_id, connection_id, "connection.broken", about)
        return True


def resume(tenant_id: UUID, connection_id: UUID) -> int:
    """Let the connection's jobs go on now, whatever held them: broken credentials, a breaker, a spent quota.

    How many retries became due by it. Errors: `not_found`.
    """
    with transaction.atomic():
        if db.row(RESUME, {"id": connection_id, "tenant": tenant_id}) is None:
            raise HubError("not_found", "There is no connection with this id.", field="path.connection_id")
        due = db.execute(DUE_NOW, (connection_id,))
        wake([connection_id])
    return due


def warn_of_endings() -> int:
    """Tell once of each connection whose consent ends soon and cannot be renewed by the hub; how many."""
    now = datetime.now(UTC)
    with transaction.atomic():
        ending = db.rows(ENDING, {"warn": WARN})
        for connection_id, tenant_id, name, connector, ends_at in ending:
            about = _about(connection_id, name, connector)
            about["expires_at"] = ends_at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
            about["expired"] = ends_at <= now
            _publish(tenant_id, connection_id, "connection.expiring", about)
    return len(ending)


def _about(connection_id: UUID, name: str, connector: str) -> dict[str, Any]:
    return {"connection_id": public_id("connection", connection_id), "name": name, "connector": connector}


def _publish(tenant_id: UUID, connection_id: UUID, event_type: str, data: dict[str, Any]) -> None:
    event = outbox.new_event(
        tenant_id,
        event_type,
        data,
        at=datetime.now(UTC),
        subject_id=connection_id,
        topics=(f"connection:{public_id('connection', connection_id)}",),
    )
    outbox.publish([event])
