"""What moves replays on: one short step under a replay's row lock, as often as there is something to do.

Creating and steering take the first steps themselves, so that small replays wait for nobody; a periodic task takes the
others. A step that dies with its process has changed nothing.
"""

import time
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery.one_by_one import contained
from hub.delivery.replay import progress
from hub.delivery.replay.audit import note
from hub.delivery.replay.freezing import PAGE, freeze_page
from hub.delivery.replay.releasing import database_now, release
from hub.delivery.replay_models import Replay
from hub.rules.ids import public_id
from hub.rules.replays import MOVING, OPEN, RESTING, ReplayState, check_step

# What one run of the periodic task may take before the next is due.
BUDGET_S = 0.8
CANCEL_BATCH = 5_000
# In no order: one whose steps take long must not be the first in each run. Of those that rest, what was under way when they
# were last counted.
OPEN_NOW = f"""
SELECT id FROM replay
WHERE state IN ({db.listed(OPEN)}) AND (state IN ({db.listed(MOVING)}) OR counts ? 'pending' OR counts ? 'held')
ORDER BY random()
"""
CANCEL = """
UPDATE delivery SET status = 'cancelled', reason = 'replay_cancelled', finished_at = now()
WHERE id = ANY(ARRAY(
    SELECT id FROM delivery WHERE replay_id = %(replay)s AND status IN ('pending', 'held')
    LIMIT %(batch)s FOR UPDATE SKIP LOCKED
))
"""
UNDER_WAY = "SELECT 1 FROM delivery WHERE replay_id = %s AND status IN ('pending', 'held') LIMIT 1"


def move_all() -> int:
    """Take steps of replays with something to do, in turn, until nothing is left or the time is up; how many were taken."""
    until = time.monotonic() + BUDGET_S
    turn = [row[0] for row in db.rows(OPEN_NOW)]
    taken = 0
    while turn:
        again = []
        for replay_id in turn:
            taken += 1
            with contained("replay.stuck", replay=public_id("replay", replay_id)):
                if step(replay_id):
                    again.append(replay_id)
            if time.monotonic() > until:
                return taken
        turn = again
    return taken


def advance(replay_id: UUID, *, page: int = PAGE) -> None:
    """The first steps, in the caller's time: one page of the set, and the first deliveries when that is all of it."""
    if not step(replay_id, page=page):
        return
    replay = Replay.objects.filter(id=replay_id).first()
    if replay is not None and replay.state != ReplayState.PREPARING:
        step(replay_id)


def step(replay_id: UUID, *, page: int = PAGE) -> bool:
    """One step of a replay, unless another process is taking one; whether there is more to do right now."""
    with transaction.atomic():
        if db.row("SELECT 1 FROM replay WHERE id = %s FOR UPDATE SKIP LOCKED", (replay_id,)) is None:
            return False
        replay = Replay.objects.get(id=replay_id)
        if replay.state == ReplayState.PREPARING:
            return _prepare(replay, page=page)
        if replay.state == ReplayState.CANCELLING:
            return _cancel(replay)
        if replay.state in (ReplayState.CANARY, ReplayState.RUNNING):
            return _deliver(replay)
        if replay.state in RESTING and progress.had_under_way(replay) and db.row(UNDER_WAY, (replay.id,)) is None:
            progress.count_and_tell(replay, now=database_now())
        return False


def _prepare(replay: Replay, *, page: int) -> bool:
    if not freeze_page(replay, page=page):
        return True
    if not replay.total:
        progress.end(replay, ReplayState.FINISHED)
        note(replay)
        return False
    _go(replay, ReplayState.CANARY if replay.canary is not None else ReplayState.RUNNING)
    replay.started_at = datetime.now(UTC)
    replay.save(update_fields=["started_at"])
    if not replay.single:
        progress.tell(replay, "started")
    return True


def _deliver(replay: Replay) -> bool:
    now = database_now()
    release(replay, now=now)
    progress.count(replay, now=now)
    progress.tell_tenths(replay)
    left = replay.total - replay.released - replay.skipped
    if left == 0 and db.row(UNDER_WAY, (replay.id,)) is None:
        progress.end(replay, ReplayState.FINISHED)
        note(replay)
    elif replay.state == ReplayState.CANARY and replay.canary is not None and replay.released >= replay.canary:
        return _judge_canary(replay)
    # Rooms and pace want time to pass: the next run of the task comes soon enough.
    return False


CANARY = """
SELECT count(*) FILTER (WHERE status IN ('dead', 'cancelled') OR (status IN ('pending', 'held') AND tried > 0)),
    count(*) FILTER (WHERE status IN ('pending', 'held'))
FROM delivery WHERE replay_id = %s
"""


def _judge_canary(replay: Replay) -> bool:
    """The first failed try ends the canary; success of all of it too."""
    failed, under_way = db.row(CANARY, (replay.id,)) or (0, 0)
    if not failed and under_way:
        return False
    goes_on = replay.canary_goes_on and not failed
    _go(
        replay,
        ReplayState.RUNNING if goes_on else ReplayState.WAITING,
        reason="canary_failed" if failed else "canary_delivered",
    )
    progress.count_and_tell(replay, now=database_now())
    return goes_on


def _cancel(replay: Replay) -> bool:
    if db.execute(CANCEL, {"replay": replay.id, "batch": CANCEL_BATCH}) == CANCEL_BATCH:
        return True
    if db.row(UNDER_WAY, (replay.id,)) is not None:
        return False  # a drain is writing some of them: once more in a moment
    progress.end(replay, ReplayState.CANCELLED)
    note(replay)
    return False


def _go(replay: Replay, wanted: ReplayState, *, reason: str = "") -> None:
    check_step(ReplayState(replay.state), wanted)
    replay.state = wanted
    replay.save(update_fields=["state"])
    note(replay, reason=reason)
