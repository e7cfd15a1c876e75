"""How far a replay is: counted, told as events, and seen to be over."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hub import db
from hub.delivery import outbox
from hub.delivery.models import Endpoint
from hub.delivery.replay_models import Replay
from hub.rules import replays
from hub.rules.ids import public_id
from hub.rules.replays import MOVING, OVER, ReplayState

# Up to so many deliveries are counted whenever somebody asks; more are counted every few seconds while the replay moves.
COUNTED_AT_ONCE = 50_000
COUNT_EVERY = timedelta(seconds=5)
COUNT = "SELECT status, count(*) FROM delivery WHERE replay_id = %s GROUP BY status"


@dataclass(frozen=True, slots=True)
class Progress:
    """by_state: of deliveries, with `waiting` and `skipped` items; only what is not zero. speed: ended ones a second."""

    by_state: dict[str, int]
    eta_s: float | None
    speed_per_s: float | None

    def of(self, *states: str) -> int:
        """How many are in one of these states."""
        return sum(self.by_state.get(state, 0) for state in states)

    @property
    def pending(self) -> int:
        """What has no end yet."""
        return self.of("waiting", "pending", "held")

    @property
    def ended(self) -> int:
        return self.of("delivered", "dead", "cancelled", "skipped")


def progress(replay: Replay) -> Progress:
    """As now, or as a few seconds ago when the replay is large and moving."""
    counts = replay.counts
    kept = replay.state in OVER or (replay.state in MOVING and replay.released > COUNTED_AT_ONCE)
    if counts is None or not kept:
        counts = dict(db.rows(COUNT, (replay.id,)))
    return _progress(replay, counts)


def count(replay: Replay, *, now: datetime) -> None:
    """Count anew and keep it on the locked row: always for a small replay, every few seconds for a large one."""
    last = replay.released + replay.skipped >= replay.total
    fresh = replay.counted_at is not None and now - replay.counted_at < COUNT_EVERY
    if fresh and replay.released > COUNTED_AT_ONCE and not last:
        return
    _count(replay, now)


def tell(replay: Replay, type: str) -> None:
    """Publish `replay.<type>` with how far it is, in the caller's transaction."""
    _publish(replay, type, progress(replay))


def tell_tenths(replay: Replay) -> None:
    """Publish `replay.progress` when another tenth of a locked replay has ended; small ones are over before it matters."""
    if replay.single or replay.total < 10:
        return
    tenths = _progress(replay, replay.counts or {}).ended * 10 // replay.total
    if replay.told < tenths < 10:
        replay.told = tenths
        replay.save(update_fields=["told"])
        tell(replay, "progress")


def count_and_tell(replay: Replay, *, now: datetime) -> None:
    """Count anew, keep it on the locked row and publish `replay.progress` with just that."""
    _publish(replay, "progress", _progress(replay, _count(replay, now)))


def had_under_way(replay: Replay) -> bool:
    """Whether something was under way when it was last counted; `motion.OPEN_NOW` asks the same."""
    return bool({"pending", "held"} & (replay.counts or {}).keys())


def facts(replay: Replay, seen: Progress) -> dict[str, Any]:
    """The replay as its events and its topic's snapshot show it."""
    return {
        "id": public_id("replay", replay.id),
        "state": str(replay.state),
        "reason": replay.reason,
        "requested_by": replay.requested_by,
        "total": replay.total,
        "pending": seen.pending,
        "delivered": seen.of("delivered"),
        "dead": seen.of("dead"),
        "cancelled": seen.of("cancelled"),
        "skipped": seen.of("skipped"),
        "per_s": replay.per_s,
        "eta_s": seen.eta_s,
    }


def snapshot(tenant_id: UUID, replay_id: UUID) -> dict[str, Any] | None:
    """How far it is now, as its topic's subscribers are told first; None when the tenant has no such replay."""
    found = Replay.objects.filter(id=replay_id, tenant_id=tenant_id).first()
    return None if found is None else facts(found, progress(found))


def end(replay: Replay, state: ReplayState) -> None:
    """A locked replay is over: its stand-in is not needed any more, and everybody hears of it."""
    replay.state = state
    replay.finished_at = datetime.now(UTC)
    replay.counts = dict(db.rows(COUNT, (replay.id,)))
    replay.save(update_fields=["state", "finished_at", "counts"])
    if replay.stand_in_id:
        Endpoint.objects.filter(id=replay.stand_in_id).update(deleted_at=replay.finished_at)
    tell(replay, "finished")


def _count(replay: Replay, now: datetime) -> dict[str, int]:
    counts = dict(db.rows(COUNT, (replay.id,)))
    replay.counts, replay.counted_at = counts, now
    replay.save(update_fields=["counts", "counted_at"])
    return counts


def _publish(replay: Replay, type: str, seen: Progress) -> None:
    what = facts(replay, seen)
    at = datetime.now(UTC)
    outbox.publish([outbox.new_event(replay.tenant_id, f"replay.{type}", what, at=at, subject_id=replay.id)])


def _progress(replay: Replay, counts: dict[str, int]) -> Progress:
    by_state = dict(counts)
    if replay.state != ReplayState.FINISHED:
        left = "cancelled" if replay.state in (ReplayState.CANCELLING, ReplayState.CANCELLED) else "waiting"
        by_state[left] = by_state.get(left, 0) + replay.total - replay.released - replay.skipped
    by_state["skipped"] = replay.skipped
    seen = Progress({state: number for state, number in sorted(by_state.items()) if number}, None, None)
    if replay.started_at is None:
        return seen
    elapsed_s = ((replay.finished_at or datetime.now(UTC)) - replay.started_at).total_seconds()
    done = seen.of("delivered", "dead")
    # What stands still for somebody to decide ends at no time that can be told.
    goes = replay.state in MOVING or replay.state in OVER
    return Progress(
        seen.by_state,
        replays.eta_s(left=seen.pending, done=done, elapsed_s=elapsed_s, per_s=replay.per_s) if goes else None,
        round(done / elapsed_s, 1) if elapsed_s > 0 else None,
    )
