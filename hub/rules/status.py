"""States and the only ways between them; the tables' CHECK constraints list the same values."""

from enum import StrEnum


class JobStatus(StrEnum):
    SCHEDULED = "scheduled"  # its run_at is in the future
    QUEUED = "queued"
    RUNNING = "running"
    RETRYING = "retrying"  # waits for its next run
    WAITING = "waiting"  # for an outside callback
    RECONCILING = "reconciling"  # a write whose outcome is unknown
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


JOB_FINAL = frozenset({JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.EXPIRED})
# Has not begun, or waits for its next call.
JOB_NOT_BEGUN = (JobStatus.SCHEDULED, JobStatus.QUEUED, JobStatus.RETRYING)
# Has begun, and its effect may come about at any moment.
JOB_UNDER_WAY = (JobStatus.RUNNING, JobStatus.WAITING, JobStatus.RECONCILING)
JOB_NOT_ENDED = JOB_NOT_BEGUN + JOB_UNDER_WAY
# What a drain looks at: everything that time or an owner moves on.
JOB_OPEN = (
    JobStatus.SCHEDULED,
    JobStatus.QUEUED,
    JobStatus.RETRYING,
    JobStatus.RECONCILING,
    JobStatus.RUNNING,
)

_ENDS = {JobStatus.CANCELLED, JobStatus.EXPIRED}
JOB_NEXT: dict[JobStatus, set[JobStatus]] = {
    JobStatus.SCHEDULED: {JobStatus.RUNNING, JobStatus.QUEUED} | _ENDS,
    JobStatus.QUEUED: {JobStatus.RUNNING} | _ENDS,
    JobStatus.RUNNING: {
        JobStatus.SUCCEEDED,
        JobStatus.FAILED,
        JobStatus.RETRYING,
        JobStatus.WAITING,
        JobStatus.RECONCILING,
        JobStatus.CANCELLED,
        JobStatus.EXPIRED,
    },
    JobStatus.RETRYING: {JobStatus.RUNNING} | _ENDS,
    JobStatus.WAITING: {JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.RECONCILING} | _ENDS,
    # Never expired, and cancelled only by the owner who looked and found nothing: until then the effect may exist.
    JobStatus.RECONCILING: {
        JobStatus.RECONCILING,
        JobStatus.SUCCEEDED,
        JobStatus.FAILED,
        JobStatus.QUEUED,
        JobStatus.RETRYING,
        JobStatus.CANCELLED,
    },
    **{final: set() for final in JOB_FINAL},
}


def before(status: JobStatus) -> list[str]:
    """The states from which a job may go to that one; what a guarded update compares with."""
    return sorted(start for start, following in JOB_NEXT.items() if status in following)


class DeliveryStatus(StrEnum):
    PENDING = "pending"
    HELD = "held"  # its endpoint is paused or disabled
    DELIVERED = "delivered"
    DEAD = "dead"  # its attempts are used up
    CANCELLED = "cancelled"


DELIVERY_FINAL = frozenset({DeliveryStatus.DELIVERED, DeliveryStatus.DEAD, DeliveryStatus.CANCELLED})
DELIVERY_NEXT: dict[DeliveryStatus, set[DeliveryStatus]] = {
    DeliveryStatus.PENDING: {
        DeliveryStatus.PENDING,
        DeliveryStatus.HELD,
        DeliveryStatus.DELIVERED,
        DeliveryStatus.DEAD,
        DeliveryStatus.CANCELLED,
    },
    # A request that was under way when its endpoint was paused still counts.
    DeliveryStatus.HELD: {
        DeliveryStatus.HELD,
        DeliveryStatus.PENDING,
        DeliveryStatus.DELIVERED,
        DeliveryStatus.DEAD,
        DeliveryStatus.CANCELLED,
    },
    **{final: set() for final in DELIVERY_FINAL},
}
