"""What passes between a drain and its running calls: who is to be stopped, and how far each is.

Neither costs a statement for each call: both are looked at together, about once a second.
"""

import json
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

import structlog
from django.db import Error, transaction

from hub import db, queue
from hub.delivery import outbox
from hub.jobs.engine import Engine, Told
from hub.jobs.lifecycle import COLUMNS, JobRow, event_of

log = structlog.get_logger()

# The rows are looked at this often while calls are under way, and at once when the hint says that somebody asked.
LOOK_S = 1.0
HINT_S = 0.2
HINT = "hub:stops"

ASKED = "SELECT id FROM job WHERE id = ANY(%b) AND cancel_requested_at IS NOT NULL"
PROGRESS = f"""
UPDATE job j SET progress = p.progress::jsonb, version = j.version + 1
FROM unnest(%(ids)b::uuid[], %(tokens)b::bigint[], %(progresses)b::text[]) AS p(id, token, progress)
WHERE j.id = p.id AND j.status = 'running' AND j.lane_token = p.token
RETURNING {COLUMNS}
"""


class Begun(Protocol):
    """A run that has been handed to the engine. id: its job's. token: its lane's when it was fetched."""

    id: UUID
    run_id: UUID
    kind: str
    token: int
    # Set when its call is stopped, as somebody asked.
    stopped: bool


def hint_at_stops() -> None:
    """After the commit of a request to stop: have drains look at their rows now."""
    transaction.on_commit(lambda: queue.quietly(lambda: queue.client().incr(HINT)))


class Watch:
    """One performer's view of its running calls."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.running: dict[UUID, Begun] = {}
        self._seen: bytes | None = None
        self._hint_at = self._look_at = 0.0

    def add(self, rows: Iterable[Begun]) -> None:
        """Runs that begin."""
        self.running.update((row.run_id, row) for row in rows)

    def drop(self, rows: Iterable[Begun]) -> None:
        """Runs that have come back."""
        for row in rows:
            self.running.pop(row.run_id, None)

    def look(self) -> None:
        """Stop what somebody has asked to stop and write down what the calls told, when it is time for either.

        Never raises for the database: when it is away the drain meets that itself, words that it does not take are not worth
        the results, and there is a next time.
        """
        now = time.monotonic()
        if not self.running or (now < self._look_at and not self._hinted(now)):
            return
        self._look_at = now + LOOK_S
        try:
            self._stop_asked()
            self._write_told(self.engine.take_told())
        except Error as error:
            log.warning("watch.skipped", error=type(error).__name__)

    def _hinted(self, now: float) -> bool:
        if now < self._hint_at:
            return False
        self._hint_at = now + HINT_S
        before, self._seen = self._seen, queue.quietly(lambda: queue.client().get(HINT))
        return before != self._seen

    def _stop_asked(self) -> None:
        # A look for an effect is not stopped: its answer is what decides.
        by_job = {row.id: run_id for run_id, row in self.running.items() if row.kind == "call"}
        asked = [row[0] for row in db.rows(ASKED, (list(by_job),))]
        for job_id in asked:
            self.running[by_job[job_id]].stopped = True
        self.engine.stop([by_job[job_id] for job_id in asked])

    def _write_told(self, told: dict[UUID, Told]) -> None:
        rows = [(self.running[run_id], word) for run_id, word in told.items() if run_id in self.running]
        if rows:
            write_progress(rows)


def write_progress(rows: Sequence[tuple[Begun, Told]]) -> None:
    """The newest word of each run on its job, with `job.progress`, in one transaction; of lost lanes nothing is written."""
    now = datetime.now(UTC)
    at = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    params = {
        "ids": [row.id for row, _ in rows],
        "tokens": [row.token for row, _ in rows],
        "progresses": [
            json.dumps({"fraction": fraction, "message": message, "at": at}) for _, (fraction, message) in rows
        ],
    }
    with transaction.atomic():
        changed = [JobRow(*row) for row in db.rows(PROGRESS, params)]
        outbox.publish([event_of(job, at=now, type="job.progress") for job in changed])
