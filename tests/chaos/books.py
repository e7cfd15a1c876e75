"""The hub's rows as they are after a long run, read once."""

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hub.rules.ids import public_id
from tests.stacks import Account

EVENTS = "SELECT id, type, channels, body FROM event WHERE tenant_id = %(tenant)s ORDER BY id"
DELIVERIES = """
SELECT d.id, d.event_id, p.url, d.status, d.reason, d.tried, extract(epoch FROM d.created_at)::float8,
    coalesce(r.reason, '?' || d.replay_id)
FROM delivery d JOIN endpoint p ON p.id = d.endpoint_id LEFT JOIN replay r ON r.id = d.replay_id
WHERE d.tenant_id = %(tenant)s ORDER BY d.id
"""
ATTEMPTS = """
SELECT delivery_id, extract(epoch FROM started_at)::float8, status_code, error, stale FROM attempt
WHERE tenant_id = %(tenant)s ORDER BY delivery_id, started_at, id
"""


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the tenant's log. id: public."""

    id: str
    type: str
    channels: tuple[str, ...]
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Attempt:
    """started_s: epoch seconds."""

    started_s: float
    status: int | None
    error: str | None
    stale: bool

    @property
    def second(self) -> int:
        """The `webhook-timestamp` of its request."""
        return int(self.started_s)

    @property
    def ok(self) -> bool:
        return self.error is None and self.status is not None and 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Delivery:
    """event: public id. path: its endpoint's. why: of the replay that made it, None for an event's own delivery."""

    id: str
    event: str
    path: str
    status: str
    reason: str | None
    tried: int
    created_s: float
    why: str | None
    attempts: tuple[Attempt, ...]

    @property
    def fresh(self) -> list[Attempt]:
        """The attempts that count: of whoever owned the lane when they were written down."""
        return [attempt for attempt in self.attempts if not attempt.stale]

    def __str__(self) -> str:
        tries = " ".join(f"{one.status or one.error}{' stale' if one.stale else ''}" for one in self.attempts)
        return f"{self.path} {self.event} {self.id} {self.status} ({self.reason}, tried {self.tried}: {tries})"


@dataclass(slots=True)
class Books:
    """events: by public id. deliveries: by event and path, an event's own first. orphans: attempts of no delivery."""

    events: dict[str, Event]
    deliveries: dict[tuple[str, str], list[Delivery]]
    orphans: int

    @property
    def all(self) -> list[Delivery]:
        """Every delivery."""
        return [delivery for several in self.deliveries.values() for delivery in several]


def read(account: Account) -> Books:
    """All of the tenant's."""
    events = {}
    for id_, type_, channels, body in account.sql(EVENTS):
        public = public_id("event", id_)
        events[public] = Event(public, type_, tuple(channels), json.loads(bytes(body))["data"])
    attempts: dict[UUID, list[Attempt]] = defaultdict(list)
    for delivery_id, *facts in account.sql(ATTEMPTS):
        attempts[delivery_id].append(Attempt(*facts))
    deliveries: dict[tuple[str, str], list[Delivery]] = defaultdict(list)
    for id_, event_id, url, *facts in account.sql(DELIVERIES):
        event, path = public_id("event", event_id), "/" + url.rpartition("/")[2]
        made = Delivery(public_id("delivery", id_), event, path, *facts, tuple(attempts.pop(id_, ())))
        deliveries[event, path].append(made)
    return Books(events, deliveries, orphans=len(attempts))
