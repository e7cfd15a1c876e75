"""Celery tasks of the jobs: a drain, and the sweep that finds what a lost hint announced."""

from functools import lru_cache

from celery import shared_task
from django.conf import settings

from hub import db, drain, queue
from hub.connectors.exchanges import Keep
from hub.jobs import bulk, callback_addresses, connect, documents, parking, retention, statistics, sweeps, ticking
from hub.jobs.engine import Engine
from hub.jobs.lifecycle import QUEUE
from hub.jobs.run import DUE, Performing
from hub.lanes import ending
from hub.lanes import rows as lane_rows


@lru_cache(maxsize=1)
def _performing() -> Performing:
    """This process's performer, made at its first drain and kept: sessions are reused from drain to drain."""
    db.plan_by_index()
    hub = settings.HUB
    return Performing(Engine(allow=hub.connection_allow, keep=Keep(hub.keep_exchanges)), room=hub.job_room)


@shared_task(name="jobs.drain", bind=True, **ending.LIMITS)
def drain_jobs(self) -> int:
    """Perform what is due; how many runs were recorded."""
    return drain.run(_performing(), task_id=self.request.id)


@shared_task(name="jobs.sweep")
def sweep() -> None:
    """Wake a drain when a free lane has due jobs; end waits whose time is up."""
    if not queue.is_awake(QUEUE) and lane_rows.due(QUEUE, DUE, limit=1):
        queue.wake(QUEUE)
    callback_addresses.expire()
    sweeps.expire()


@shared_task(name="jobs.tick")
def tick() -> int:
    """Fire schedules, and move bulk actions on; how many jobs and slices there were."""
    return ticking.fire_due() + bulk.move_all()


@shared_task(name="jobs.catch_up")
def catch_up() -> int:
    """See to parked and waiting jobs, and to batches, that were left over; tell of consents that end soon; how many."""
    return sweeps.catch_up() + parking.warn_of_endings()


@shared_task(name="jobs.count")
def count() -> None:
    """Count accepted and ended jobs by the minute."""
    statistics.count()


@shared_task(name="jobs.forget")
def forget_old() -> int:
    """Remove finished jobs past their retention, connect links of last week and unused documents; how many."""
    return retention.forget() + connect.forget_old() + documents.forget_unused()
