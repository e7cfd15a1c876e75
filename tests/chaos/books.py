"""The hub's rows as they are after a long run, read once."""

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hub.rules.ids import public_id
from tests.stacks import Account

EVENTS = "SELECT id, type, channels, subject_id, body FROM event WHERE tenant_id = %(tenant)s ORDER BY id"
DELIVERIES = """
SELECT d.id, d.event_id, p.url, d.status, d.reason, d.tried, extract(epoch FROM d.created_at)::float8,
    extract(epoch FROM d.finished_at)::float8, r.reason, r.id IS NOT NULL
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
    subject_id: UUID | None
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
    finished_s: float | None
    why: str | None
    attempts: tuple[Attempt, ...]

    @property
    def fresh(self) -> list[Attempt]:
        """The attempts that count: of whoever owned the lane when they were written down."""
        return [attempt for attempt in self.attempts if not attempt.stale]

    def __str__(self) -> str:
        tries = " ".join(f"{one.status or one.error}{' stale' if one.stale else ''}" for one in self.attempts)
        return f"{self.path} {self.event} {self.id} {self.status} ({self.reason}, tried {self.tried}: {tries})"


class Books:
    """events: by public id. deliveries: by event and path, an event's own first."""

    def __init__(self, account: Account) -> None:
        self.events = {}
        for id_, type_, channels, subject_id, body in account.sql(EVENTS):
            public = public_id("event", id_)
            self.events[public] = Event(public, type_, tuple(channels), subject_id, json.loads(bytes(body))["data"])
        attempts: dict[UUID, list[Attempt]] = defaultdict(list)
        for delivery_id, *facts in account.sql(ATTEMPTS):
            attempts[delivery_id].append(Attempt(*facts))
        self.deliveries: dict[tuple[str, str], list[Delivery]] = defaultdict(list)
        for id_, event_id, url, status, reason, tried, created_s, finished_s, why, replayed in account.sql(DELIVERIES):
            event, path = public_id("event", event_id), "/" + url.rpartition("/")[2]
            made_by = why if replayed else None
            facts = (status, reason, tried, created_s, finished_s, made_by, tuple(attempts.pop(id_, ())))
            self.deliveries[event, path].append(Delivery(public_id("delivery", id_), event, path, *facts))
        self.orphans = len(attempts)

    @property
    def all(self) -> list[Delivery]:
        """Every delivery."""
        return [delivery for several in self.deliveries.values() for delivery in several]
