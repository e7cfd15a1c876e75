"""Where a new subscription starts: at the client's cursor, or now and with the present state of what it is about."""

from typing import Any, NamedTuple
from uuid import UUID

from hub.eventlog import read
from hub.eventlog.horizon import missed_since
from hub.realtime import snapshots
from hub.realtime.feed import Feed
from hub.realtime.logthread import LogThread
from hub.realtime.snapshots import Snapshot
from hub.rules.cursor import Position
from hub.rules.errors import HubError
from hub.rules.topics import Topic


class Start(NamedTuple):
    """recovered: nothing was missed since the client's cursor. snapshot: the object's present state, when not.

    horizon: of a cursor from before the retention, the place from where on nothing is missing.
    """

    position: Position
    recovered: bool
    snapshot: dict[str, Any] | None
    horizon: Position | None = None


async def start_of(feed: Feed, topic: Topic, since: Position | None, *, thread: LogThread) -> Start:
    """The start. Raises HubError `not_found` when the tenant has no such object; LogAway."""
    snapshot = snapshots.of(topic.kind)
    if since is not None and feed.floor <= since <= feed.position and snapshot is None:
        return Start(since, True, None)
    end, state, horizon = await thread.share(_look, feed.tenant_id, since, topic.subject_id, snapshot)
    if snapshot is not None and state is None:
        raise HubError("not_found", f"There is no {topic.kind} with this id.", field="query.topic")
    # A cursor from beyond the log's end is of another history: the database was restored from a backup.
    if since is not None and since <= end and horizon is None:
        return Start(since, True, None)
    return Start(end, False, state, horizon)


def _look(
    tenant_id: UUID, since: Position | None, subject_id: UUID | None, snapshot: Snapshot | None
) -> tuple[Position, dict[str, Any] | None, Position | None]:
    # The place first: events of states newer than the snapshot come after it, older ones are told by their version.
    end = read.now()
    state = snapshot(tenant_id, subject_id) if snapshot is not None and subject_id is not None else None
    return end, state, missed_since(tenant_id, since) if since is not None else None
