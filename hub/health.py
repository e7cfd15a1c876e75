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

from hub import queue

log = structlog.get_logger("hub.health")

POSTGRES_MIN = 180000


class NotReady(Exception):
    """A part works, but not as the hub needs it; the text is shown."""


def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the process serves requests."""
    return JsonResponse({"status": "up"})


def readyz(request: HttpRequest) -> JsonResponse:
    """200 when everything necessary is up, else 503. Redis carries hints only: without it work is found by sweeps."""
    parts = {"postgres": _timed(_postgres), "migrations": _timed(_migrations), "redis": _timed(_redis)}
    ready = all(parts[name]["status"] == "up" for name in ("postgres", "migrations"))
    body = {"status": "up" if ready else "down", "parts": parts}
    return JsonResponse(body, status=200 if ready else 503, headers={} if ready else {"Retry-After": "2"})


def _timed(look: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    started = time.perf_counter()
    try:
        facts = {"status": "up", **look()}
    except NotReady as exc:
        facts = {"status": "down", "reason": str(exc)}
    except (DatabaseError, RedisError) as exc:
        log.warning("health.down", part=look.__name__.lstrip("_"), error=type(exc).__name__)
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


def _redis() -> dict[str, Any]:
    queue.client().ping()
    return {}
