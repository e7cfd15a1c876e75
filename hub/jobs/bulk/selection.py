"""Which jobs are meant, as SQL: pages by keyset, so that no statement is longer than its page."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from hub.rules.ids import uuid7
from hub.rules.status import JobStatus

FIRST = UUID(int=0)
LAST = UUID(int=(1 << 128) - 1)
# An id is drawn within its transaction, `created_at` is shortly before; nothing lies this far apart.
SPREAD = timedelta(hours=1)


class Action(StrEnum):
    """What is done to each job."""

    RETRY = "retry"
    CANCEL = "cancel"


# What a retry may repeat, and what can be cancelled.
POSSIBLE = {
    Action.RETRY: (JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.EXPIRED),
    Action.CANCEL: (
        JobStatus.SCHEDULED,
        JobStatus.QUEUED,
        JobStatus.RETRYING,
        JobStatus.RUNNING,
        JobStatus.WAITING,
        JobStatus.RECONCILING,
    ),
}

PAGE = """
SELECT j.id, j.connection_id, j.operation, j.status, j.error, j.tags, j.batch_id, j.created_at, j.finished_at
FROM job j WHERE j.tenant_id = %(tenant)s AND j.id > %(after)s AND j.id <= %(last)s
    AND (%(connection)s::uuid IS NULL OR j.connection_id = %(connection)s)
ORDER BY j.id LIMIT %(page)s
"""
# A job that has been retried is stood for by its retry.
MATCHES = """
j.status = ANY(%(statuses)s)
    AND (%(operation)s::text IS NULL OR j.operation = %(operation)s)
    AND (%(category)s::text IS NULL OR j.error ->> 'category' = %(category)s)
    AND (%(tag)s::text IS NULL OR j.tags @> ARRAY[%(tag)s::text])
    AND (%(batch)s::uuid IS NULL OR j.batch_id = %(batch)s)
    AND (%(since)s::timestamptz IS NULL OR j.created_at >= %(since)s)
    AND (%(until)s::timestamptz IS NULL OR j.created_at < %(until)s)
    AND (NOT %(retrying)s OR NOT EXISTS (SELECT FROM job r WHERE r.retry_of = j.id AND r.retry_of IS NOT NULL))
"""
# What has ended, or was asked to stop, only after the wish was made is not part of it.
AS_ASKED = "(NOT %(retrying)s OR j.finished_at <= %(asked_at)s)"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which jobs; None leaves a criterion out. statuses: empty takes all that the action is possible for."""

    statuses: tuple[str, ...] = ()
    connection_id: UUID | None = None
    operation: str | None = None
    category: str | None = None
    tag: str | None = None
    batch_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """For the row."""
        return json.loads(json.dumps(asdict(self), default=str))


def from_json(stored: dict[str, Any]) -> Selection:
    """The selection that `as_json` wrote."""
    known = {each.name for each in fields(Selection)}
    given: dict[str, Any] = {name: value for name, value in stored.items() if name in known and value is not None}
    for name in ("connection_id", "batch_id"):
        if name in given:
            given[name] = UUID(given[name])
    for name in ("since", "until"):
        if name in given:
            given[name] = datetime.fromisoformat(given[name])
    return Selection(**given | {"statuses": tuple(stored["statuses"])})


def params(tenant_id: UUID, selection: Selection, action: Action, *, asked_at: datetime, page: int) -> dict[str, Any]:
    """Of a page and MATCHES, from the start. asked_at: jobs that came later are left out."""
    until = min(selection.until or asked_at, asked_at)
    return {
        "tenant": tenant_id,
        "statuses": [str(status) for status in selection.statuses or POSSIBLE[action]],
        "connection": selection.connection_id,
        "operation": selection.operation,
        "category": selection.category,
        "tag": selection.tag,
        "batch": selection.batch_id,
        "since": selection.since,
        "until": selection.until,
        "retrying": action == Action.RETRY,
        "asked_at": asked_at,
        "after": _floor(selection.since) or FIRST,
        "last": _floor(until + SPREAD) or LAST,
        "page": page,
    }


def _floor(at: datetime | None) -> UUID | None:
    """The lowest id of that instant; None outside of what ids can say."""
    if at is None or not 1970 < at.year < 9000:
        return None
    return uuid7(int(at.timestamp() * 1000) * 1_000_000, 0)
