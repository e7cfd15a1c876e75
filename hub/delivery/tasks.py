"""Celery tasks of the deliveries: a drain, and the sweep that finds what a lost hint announced."""

from functools import lru_cache
from ipaddress import ip_network

from celery import shared_task
from django.conf import settings

from hub import db, drain, queue
from hub.delivery import statistics
from hub.delivery.send import DUE, QUEUE, Sending
from hub.lanes import rows as lane_rows
from hub.wire import Wire

STRAY = """
UPDATE delivery d SET status = 'cancelled', reason = 'endpoint_deleted', finished_at = now()
FROM endpoint p
WHERE p.id = d.endpoint_id AND p.deleted_at > now() - interval '1 day' AND d.lane_id = p.lane_id AND d.status = 'pending'
"""


@lru_cache(maxsize=1)
def _sending() -> Sending:
    """This process's sender, made at its first drain and kept: its connections are reused from drain to drain."""
    env = settings.HUB
    wire = Wire(
        allow=[ip_network(cidr) for cidr in env.target_allow],
        allow_http=env.target_http,
        max_connections=env.delivery_room * drain.ROOMS,
    )
    return Sending(wire, room=env.delivery_room)


@shared_task(name="deliveries.drain", bind=True)
def drain_deliveries(self) -> int:
    """Send what is due; how many attempts were recorded."""
    return drain.run(_sending(), task_id=self.request.id)


@shared_task(name="deliveries.tidy")
def tidy() -> int:
    """Cancel deliveries that were written in the moment in which their endpoint was deleted; how many."""
    return db.execute(STRAY)


@shared_task(name="deliveries.sweep")
def sweep() -> None:
    """Wake a drain when a free lane has due deliveries."""
    if lane_rows.due(QUEUE, DUE, limit=1):
        queue.wake(QUEUE)


@shared_task(name="deliveries.count")
def count_attempts() -> None:
    """Bring the statistics up to now."""
    statistics.count()
