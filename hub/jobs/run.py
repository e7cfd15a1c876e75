"""Jobs through the drain: pick what is due, perform it on the connectors' event loop, write the results back."""

import json
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from hub import db
from hub.connectors.base import Access
from hub.jobs import begin, callbacks, lane_memory, lifecycle, parking
from hub.jobs.accesses import Accesses
from hub.jobs.callback_addresses import Address
from hub.jobs.engine import Call, Engine, Finished
from hub.jobs.gates import TENANT_HAS_ROOM, TenantLimits
from hub.jobs.lifecycle import QUEUE, JobRow, Move
from hub.jobs.watch import Watch
from hub.lanes import rows as lane_rows
from hub.lanes.work import Lane
from hub.rules.ids import public_id
from hub.rules.outcomes import Category, Done, Outcome, failed
from hub.rules.progress import Step, after_call, after_find
from hub.rules.status import JobStatus

# A scalar look-up, not EXISTS: the planner turns that into a join over everything that is open. In the order of the index:
# without it a scan of the whole table looks quicker for one row of a lane that, by the statistics, has many.
HAS_DUE = """
(SELECT 1 FROM job j WHERE j.connection_id = l.id AND j.due_at <= now()
    AND j.status IN ('scheduled', 'queued', 'retrying', 'reconciling', 'running')
    ORDER BY j.priority, j.due_at, j.id LIMIT 1) IS NOT NULL
"""
# A free lane with a running job was left by an owner that died: somebody has to see to it, whatever the tenant's limit.
DUE = f"""
{HAS_DUE} AND ({TENANT_HAS_ROOM} OR (SELECT 1 FROM job r WHERE r.tenant_id = l.tenant_id AND r.status = 'running'
    AND r.connection_id = l.id LIMIT 1) IS NOT NULL)
"""
LANES_OF = f"""
SELECT l.id FROM lane l WHERE l.queue = 'jobs' AND l.tenant_id = ANY(%b) AND {HAS_DUE} AND {TENANT_HAS_ROOM} LIMIT 100
"""
FINISH_RUNS = """
UPDATE run SET status = r.status, outcome = r.outcome::jsonb, provider_request_id = r.request_id, finished_at = now(),
    exchanges = r.exchanges::jsonb
FROM unnest(%(ids)b::uuid[], %(statuses)b::text[], %(outcomes)b::text[], %(requests)b::text[], %(exchanges)b::text[])
    AS r(id, status, outcome, request_id, exchanges)
WHERE run.id = r.id AND run.status IN ('running', 'abandoned')
"""
NOT_KEPT = failed(
    Category.UNKNOWN_OUTCOME,
    "The system's answer could not be kept; the call's effect may exist.",
    provider_code="answer_not_kept",
)
# While a lane is held, what its owner knows is written down for whoever asks how the connection is.
SAVE_EVERY_S = 1.0


@dataclass(slots=True)
class Running:
    """A begun job with what its result will need.

    access: why there is none when the connection cannot be used. held: whether its lane is still ours.
    """

    id: UUID
    lane_id: UUID
    token: int
    job: JobRow
    run_id: UUID
    kind: str
    access: Access | Outcome
    held: Callable[[], bool]
    address: Address | None = None
    stopped: bool = False


class Performing:
    """The jobs' side of the drain; one for the life of a worker process, as is its engine's event loop."""

    queue = QUEUE
    due_sql = DUE
    unblocked_sql = parking.UNBLOCKED

    def __init__(self, engine: Engine, *, room: int) -> None:
        self.engine = engine
        self.room = self.first_room = room
        self.accesses = Accesses()
        self.limits = TenantLimits()
        self.watch = Watch(engine)
        self._save_at = 0.0

    def open(self, lanes: Sequence[Lane]) -> None:
        """Read the connections of newly leased lanes; take over what a lost owner left running there."""
        known = self.accesses.load([lane.id for lane in lanes])
        for lane in lanes:
            mine = known.get(lane.id)
            lane.config = lane_memory.remember(mine, lane.state)
            lane_memory.keep_state(lane)
            # How many calls a system stands is said with its connection, not found out by and by: a call may take minutes.
            lane.window = max(lane.window, mine.max_in_flight if mine else 0)
        begin.take_over(lanes)

    def cap(self, lane: Lane, now: float) -> int:
        """As the connection, its system's limits and its breaker allow."""
        return lane_memory.room(lane, now)

    def fetch(self, wanted: dict[UUID, int], lanes: dict[UUID, Lane]) -> list[Running]:
        """Due jobs, marked and announced, with the access that each is performed with."""
        begun = begin.pick(wanted, lanes, self.limits)
        known = self.accesses.current({one.job.connection_id for one in begun})
        for one in begun:
            lane_memory.follow(lanes[one.job.connection_id], known[one.job.connection_id])
            lane_memory.note_start(lanes[one.job.connection_id])
        return [
            Running(
                id=one.job.id,
                lane_id=one.job.connection_id,
                token=lanes[one.job.connection_id].token,
                job=one.job,
                run_id=one.run_id,
                kind=one.kind,
                access=known[one.job.connection_id].access,
                held=lanes[one.job.connection_id].held,
                address=one.address,
            )
            for one in begun
        ]

    def start(self, rows: Iterable[Running]) -> None:
        """Hand the calls to the event loop."""
        rows = list(rows)
        self.watch.add(rows)
        self.engine.start(
            Call(
                key=row,
                run_id=row.run_id,
                kind=row.kind,
                connector=row.job.connector,
                access=row.access,
                operation=row.job.operation,
                given=row.job.input,
                reference=public_id("job", row.job.id),
                timeout_s=row.job.timeout_s,
                may_send=row.held,
                callback_url=row.address.url if row.address else None,
            )
            for row in rows
        )

    def collect(self, timeout_s: float) -> list[Finished]:
        """Calls that have come back; those that somebody wants stopped are, and what they told is written down."""
        self.watch.look()
        finished = self.engine.collect(timeout_s)
        self.watch.drop(one.row for one in finished)
        return finished

    def bare(self, result: Finished) -> Finished:
        """Without the system's words: of what it has done nobody knows more than of a lost answer."""
        return Finished(result.row, None if result.result is None else NOT_KEPT)

    def record(self, results: list[Finished], lanes: dict[UUID, Lane]) -> None:
        """Runs, job states and events in one transaction; a job whose lane was lost is left to its new owner."""
        now = datetime.now(UTC)
        moves = [Move(one.row.id, _step(one, now), one.row.token) for one in results]
        with transaction.atomic():
            db.execute(FINISH_RUNS, _run_params(results))
            moved = lifecycle.move(moves)
            # An answer may have come before the call had ended, and even when its own answer was lost.
            unanswered = [job.id for job in moved if job.status in (JobStatus.WAITING, JobStatus.RECONCILING)]
            if unanswered:
                callbacks.settle_early(unanswered)
        limited = self.limits.limited({one.row.job.tenant_id for one in results})
        if limited:
            lifecycle.wake([row[0] for row in db.rows(LANES_OF, (list(limited),))])
        self._learn(results, lanes)

    def _learn(self, results: list[Finished], lanes: dict[UUID, Lane]) -> None:
        """What the results say about their connections: a provider that asks for a pause gets it for the whole connection."""
        wall_s, now, touched = time.time(), time.monotonic(), {}
        for one in results:
            lane = lanes.get(one.row.lane_id)
            if lane is None or one.row.stopped:
                continue
            touched[lane.id] = lane
            if lane_memory.learn(lane, one.result, wall_s=wall_s, now=now) and isinstance(one.result, Outcome):
                parking.declare_broken(lane.id, one.result)
                lane_memory.follow(lane, self.accesses.current([lane.id])[lane.id])
        for lane in touched.values():
            # May block it: what was learned counts for what is fetched next.
            lane_memory.room(lane, now)
            lane_memory.keep_state(lane)
        if touched and now >= self._save_at:
            self._save_at = now + SAVE_EVERY_S
            lane_rows.save(touched.values())


def _step(one: Finished, now: datetime) -> Step:
    progress = begin.progress_of(one.row.job)
    if one.row.stopped:
        progress = replace(progress, cancel_requested=True)
    jitter = random.random()  # noqa: S311
    if one.row.kind == "find":
        return after_find(one.result, progress, now=now, jitter=jitter)
    assert one.result is not None  # noqa: S101 only a find may find nothing
    step = after_call(one.result, progress, now=now, jitter=jitter)
    if step.status == JobStatus.SUCCEEDED and one.row.address is not None:
        return replace(step, status=JobStatus.WAITING, due_at=one.row.address.expires_at)
    return step


def _run_params(results: Sequence[Finished]) -> dict[str, list]:
    return {
        "ids": [one.row.run_id for one in results],
        "statuses": [_run_status(one.result) for one in results],
        "outcomes": [json.dumps(one.result.as_dict()) if isinstance(one.result, Outcome) else None for one in results],
        "exchanges": [one.exchanges for one in results],
        "requests": [one.result.provider_request_id if one.result is not None else None for one in results],
    }


def _run_status(result: Done | Outcome | None) -> str:
    if isinstance(result, Outcome):
        return "unknown" if result.category == Category.UNKNOWN_OUTCOME else "failed"
    return "succeeded"
