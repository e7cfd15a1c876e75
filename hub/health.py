"""/healthz and /readyz: up or down and how long it took, without addresses or error texts."""

import time
from collections.abc import Callable
from functools import cache
from typing import Any

import structlog
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, JsonResponse
from redis import RedisError

from hub import db, queue

log = structlog.get_logger("hub.health")

POSTGRES_MIN = 180000
# A probe asks every few seconds, and every lane is looked at.
QUEUES_KEPT_S = 5.0
# How long the oldest due row of each queue has been waiting for a drain. Information only: a lane may be blocked, because
# its receiver is down, for as long as that lasts.
OLDEST_DUE = """
SELECT l.queue, extract(epoch FROM now() - min(due.due_at))::float8 FROM lane l CROSS JOIN LATERAL (
    (SELECT d.due_at FROM delivery d WHERE d.lane_id = l.id AND d.status = 'pending' AND d.due_at <= now()
        ORDER BY d.due_at LIMIT 1)
    UNION ALL
    (SELECT j.due_at FROM job j WHERE j.connection_id = l.id AND j.due_at <= now()
        AND j.status IN ('scheduled', 'queued', 'retrying', 'reconciling') ORDER BY j.priority, j.due_at LIMIT 1)
) due GROUP BY l.queue
"""


class NotReady(Exception):
    """A part works, but not as the hub needs it; the text is shown."""


def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the process serves requests."""
    return JsonResponse({"status": "up"})


def readyz(request: HttpRequest) -> JsonResponse:
    """200 when everything necessary is up, else 503. Redis carries hints only: without it work is found by sweeps."""
    looks = {"postgres": _postgres, "migrations": _migrations, "redis": _redis, "queues": _queues}
    parts = {name: _timed(name, look) for name, look in looks.items()}
    ready = all(parts[name]["status"] == "up" for name in ("postgres", "migrations"))
    body = {"status": "up" if ready else "down", "parts": parts}
    return JsonResponse(body, status=200 if ready else 503, headers={} if ready else {"Retry-After": "2"})


def _timed(name: str, look: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    started = time.perf_counter()
    try:
        facts = {"status": "up", **look()}
    except NotReady as exc:
        facts = {"status": "down", "reason": str(exc)}
    except (DatabaseError, RedisError) as exc:
        log.warning("health.down", part=name, error=type(exc).__name__)
        facts = {"status": "down"}
    return {**facts, "ms": round((time.perf_counter() - started) * 1000, 1)}


def _postgres() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        version = int(cursor.fetchone()[0])
    if version < POSTGRES_MIN:
        raise NotReady("PostgreSQL 18 or newer is needed")
    return {}


@cache
def _wanted_migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def _migrations() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        missing = _wanted_migrations() - set(cursor.fetchall())
    if missing:
        raise NotReady(f"{len(missing)} migrations are not applied")
    return {}


_queues_seen: tuple[float, dict[str, Any]] = (0.0, {})


def _queues() -> dict[str, Any]:
    global _queues_seen
    until, found = _queues_seen
    if time.monotonic() >= until:
        ages = {"jobs": 0.0, "deliveries": 0.0, **dict(db.rows(OLDEST_DUE))}
        found = {"oldest_due_s": {name: round(age, 1) for name, age in ages.items()}}
        _queues_seen = (time.monotonic() + QUEUES_KEPT_S, found)
    return found


def _redis() -> dict[str, Any]:
    queue.client().ping()
    return {}
