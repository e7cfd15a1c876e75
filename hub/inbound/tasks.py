"""Celery tasks of the sources: what is to be done after the answer, and forgetting."""

from datetime import UTC, datetime

from celery import shared_task

from hub.eventlog import partitions
from hub.inbound import hints, mappings, replays, retention


@shared_task(name="inbound.sweep")
def sweep() -> int:
    """Publish what was held, apply the mappings; how many requests. A hint asks for it, and it comes by itself every 2 s."""
    hints.take()
    return replays.release_held() + mappings.work_off()


@shared_task(name="inbound.tidy")
def tidy() -> int:
    """Make the coming days' tables and forget what is past its time; how many requests."""
    partitions.ensure(retention.TABLE, datetime.now(UTC).date())
    return retention.forget()
