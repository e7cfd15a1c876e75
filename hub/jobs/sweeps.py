"""What is looked for now and then, because time brings it about or because a hint, or a process, was lost on the way."""

from datetime import UTC, datetime

from django.db import transaction

from hub import db
from hub.jobs import after, batches, gates, lifecycle
from hub.jobs.lifecycle import Move, move
from hub.rules.progress import Step
from hub.rules.status import JobStatus

SLICE = 1_000
# Whatever keeps a job from beginning (its lane, a gate, other jobs), its time runs out.
EXPIRED = """
SELECT id FROM job WHERE expires_at <= %s AND expires_at IS NOT NULL AND status IN ('scheduled', 'queued', 'retrying')
ORDER BY expires_at LIMIT %s
"""


def expire() -> int:
    """End jobs that have not begun in time; how many."""
    found = [row[0] for row in db.rows(EXPIRED, (datetime.now(UTC), SLICE))]
    return len(move([Move(job_id, Step(JobStatus.EXPIRED)) for job_id in found]))


def catch_up() -> int:
    """Bring back parked jobs whose key has a place, release jobs that wait for nothing any more, finish finished batches."""
    with transaction.atomic():
        freed = gates.release(gates.waiting_keys())
        lifecycle.wake(list(freed))
    released = lifecycle.release_waiting(after.left_over())
    return len(freed) + len(released) + batches.settle_left_over()
