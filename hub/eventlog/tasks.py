"""Celery tasks that keep the log in order: partitions ahead of time, the epoch, answers past their time."""

from datetime import UTC, datetime

from celery import shared_task

from hub.eventlog import epochs, partitions
from hub.idempotency import keep


@shared_task(name="eventlog.partitions")
def make_partitions() -> list[str]:
    """Create the coming days' partitions; their names."""
    today = datetime.now(UTC).date()
    return [name for parent in partitions.PARTITIONED for name in partitions.ensure(parent, today)]


@shared_task(name="eventlog.epoch")
def settle_epoch() -> bool:
    """Begin a new epoch when the database cluster is another one now."""
    return epochs.settle()


@shared_task(name="eventlog.forget_answers")
def forget_answers() -> int:
    """Delete first answers to Idempotency-Keys past their time; how many."""
    return keep.forget_old()
