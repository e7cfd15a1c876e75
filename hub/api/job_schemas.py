"""Shapes of /jobs."""

from typing import Annotated, Any

from django.conf import settings
from pydantic import Field

from hub.api.endpoint_schemas import Secret, Url
from hub.api.exchange_schemas import ExchangeOut
from hub.api.ids import BatchId, ConnectionId, JobId, RunId, ScheduleId
from hub.api.schemas import WHOLE, In, Instant, Label, Out, Page, Search, Several
from hub.jobs.after import MOST as AFTER_MOST
from hub.jobs.after import AfterPolicy
from hub.jobs.steering import Decision
from hub.lanes.ending import LONGEST_CALL_S
from hub.rules.callbacks import Verdict
from hub.rules.status import JOB_FINAL, JobStatus

BATCH_MAX = 1000
Reason = Annotated[str, Field(max_length=1000, description="kept with the job")]
# How soon asking again is worth it.
POLL_MS = {JobStatus.QUEUED: 500, JobStatus.RUNNING: 500, JobStatus.RECONCILING: 2000, JobStatus.RETRYING: 2000}
POLL_SLOWLY_MS = 5000


class NewJob(In):
    """An operation to perform."""

    connection_id: ConnectionId
    operation: str = Field(min_length=1, max_length=100, examples=["create_sale_order"])
    input: dict[str, Any] = Field(default_factory=dict, description="as the operation's `input` schema says")
    priority: Annotated[int, Field(ge=0, le=9, description="0 first, 9 last"), WHOLE] = 5
    run_at: Instant | None = Field(None, description="not before")
    expires_at: Instant | None = Field(None, description="not begun by then: `expired`")
    timeout_s: float = Field(30, ge=0.1, le=LONGEST_CALL_S, description="of one call")
    max_runs: Annotated[int, Field(ge=1, le=20, description="calls before it has failed for good"), WHOLE] = 6
    tags: list[Label] = Field(default_factory=list, max_length=20, description="also stream topics `tag:<tag>`")
    metadata: dict[str, Any] = Field(default_factory=dict, description="comes back with the job and in its events")
    concurrency_key: Label | None = Field(None, description="jobs with the same key take turns, on all connections")
    concurrency_limit: Annotated[int, Field(ge=1, le=1000), WHOLE] = Field(
        1, description="so many jobs with the key are under way at once"
    )
    after: list[JobId] = Field(default_factory=list, max_length=AFTER_MOST, description="wait until these have ended")
    after_policy: AfterPolicy = Field(
        AfterPolicy.CANCEL,
        strict=False,
        description="when one of them does not succeed: `cancel` this job too, or `run` it",
    )
    callback_url: Url | None = Field(None, description="gets the final event, besides the tenant's endpoints")
    callback_secret: Secret | None = Field(None, description="signs for `callback_url`; needed with it")


class NewBatch(In):
    """The batch that the jobs belong to."""

    id: BatchId | None = Field(None, description="of one that is still open; null makes a new one")
    tags: list[Label] = Field(default_factory=list, max_length=20, description="of a new one")
    metadata: dict[str, Any] = Field(default_factory=dict, description="of a new one; comes back in its event")
    open: bool = Field(False, description="more jobs may come: it is not finished before it is closed")


class NewJobs(In):
    """Up to 1,000 operations, accepted in one transaction."""

    jobs: list[NewJob] = Field(min_length=1, max_length=BATCH_MAX)
    batch: NewBatch | None = Field(None, description="counted together, and told together when all have ended")


class Links(Out):
    """Where to follow the job."""

    self: str
    events: str
    stream: str = Field(description="WebSocket `hub.v1`; get a ticket first")


class AcceptedOut(Out):
    """An accepted job."""

    id: JobId
    status: JobStatus
    links: Links
    poll_after_ms: int | None = Field(description="ask again after this time; null when it has ended")


class RefusedOut(Out):
    """A job that was not accepted."""

    code: str
    detail: str
    field: str | None


class ItemOut(Out):
    """What became of one item: accepted with its id, or refused with the error."""

    id: JobId | None
    status: JobStatus | None
    error: RefusedOut | None


class BatchOut(Out):
    """One result for each item, in order."""

    data: list[ItemOut]
    accepted: int
    refused: int
    batch_id: BatchId | None


class ProgressOut(Out):
    """How far a running operation is."""

    fraction: float | None = Field(description="0 to 1; null when it cannot be told")
    message: str
    at: Instant


class JobOut(Out):
    """A job."""

    id: JobId
    status: JobStatus
    version: int
    connection_id: ConnectionId
    connector: str
    operation: str
    input: dict[str, Any]
    priority: int
    run_at: Instant | None
    expires_at: Instant | None
    timeout_s: float
    max_runs: int
    tags: list[str]
    metadata: dict[str, Any]
    runs: int = Field(description="calls made")
    progress: ProgressOut | None = Field(description="what the operation last told, if it tells")
    output: dict[str, Any] | None
    error: dict[str, Any] | None = Field(description="category, message, retryable, the system's own code")
    cancel_requested_at: Instant | None
    concurrency_key: str | None
    concurrency_limit: int
    after_policy: AfterPolicy | None = Field(description="null when it waits for no other job")
    batch_id: BatchId | None
    schedule_id: ScheduleId | None
    retry_of: JobId | None
    created_at: Instant
    started_at: Instant | None
    finished_at: Instant | None
    links: Links
    poll_after_ms: int | None


class RunOut(Out):
    """One try at a job."""

    id: RunId
    kind: str = Field(description="call, or find: a look for the effect of a call whose answer was lost")
    status: str = Field(description="running, succeeded, failed, unknown or abandoned")
    outcome: dict[str, Any] | None
    provider_request_id: str | None
    exchanges: list[ExchangeOut] = Field(
        description="what was asked of the outside system and what it said, in order, without secrets: the first 10 and the"
        " last 10; empty when nothing was sent, while the run lasts, when its worker was lost, and when the installation"
        " does not keep them",
    )
    exchanges_left_out: int = Field(
        description="exchanges that are not kept: between the first 10 and the last 10, or all of them by the"
        " installation's choice"
    )
    started_at: Instant
    finished_at: Instant | None


class Why(In):
    """Why."""

    reason: Reason = ""


class Resolved(In):
    """What somebody found out about a call whose answer was lost."""

    decision: Decision = Field(
        strict=False,
        description="`succeeded`: its effect is there; `failed`: it is not and shall not be; `run_again`: make the call again",
    )
    output: dict[str, Any] | None = Field(
        None, description="with `succeeded`: what the job gives, as far as it is known"
    )
    message: str | None = Field(None, max_length=500, description="with `failed`: what the job's error says")
    reason: Reason = ""


class JobChangeOut(Out):
    """What somebody did to a job."""

    action: str = Field(examples=["cancel", "resolve:succeeded"])
    by: str = Field(description="id of the key or operator")
    reason: str
    at: Instant


class CallbackOut(Out):
    """An answer that came for a job, kept whatever became of it."""

    verdict: Verdict = Field(description="accepted, progress, repeated, late or refused")
    reason: str = Field(description="why it was not accepted")
    early: bool = Field(description="it came before the job waited for it")
    via: str = Field(description="`callback`, or the source that brought it")
    content_type: str
    body: str = Field(description="as it came, read as UTF-8; at most its first 16,384 characters")
    at: Instant


class Explanation(Out):
    """Why a job is where it is."""

    status: JobStatus
    sentence: str
    facts: dict[str, Any]


class JobFilter(Page):
    """Which jobs."""

    search: Search | None = Field(None, description="a job's id, or the `Idempotency-Key` of its submission (7 days)")
    status: Several[JobStatus] = Field(None, description="one of these")
    connection_id: ConnectionId | None = None
    batch_id: BatchId | None = None
    operation: str | None = Field(None, max_length=100)
    tag: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_.:/-]{1,64}$")] = None
    created_after: Instant | None = None
    created_before: Instant | None = None


def links(job_id: str) -> Links:
    """The job's absolute addresses, as clients reach them."""
    api, stream = settings.HUB.api_url.rstrip("/"), settings.HUB.stream_url.rstrip("/")
    own = f"{api}/api/v1/jobs/{job_id}"
    return Links(self=own, events=f"{own}/events", stream=f"{stream.replace('http', 'ws', 1)}/ws/v1")


def poll_after_ms(status: str) -> int | None:
    """When to ask again; None when the job has ended."""
    return None if status in JOB_FINAL else POLL_MS.get(JobStatus(status), POLL_SLOWLY_MS)
