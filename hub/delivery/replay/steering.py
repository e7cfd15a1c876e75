"""Pausing, resuming, cancelling and pacing a replay at any moment, and the record of who did."""

from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery.replay import motion, progress
from hub.delivery.replay.audit import note
from hub.delivery.replay.reads import get
from hub.delivery.replay.releasing import database_now
from hub.delivery.replay_models import Replay
from hub.rules.errors import HubError
from hub.rules.replays import OVER, ReplayState, check_step


def pause(tenant_id: UUID, replay_id: UUID, *, by: str, reason: str = "") -> Replay:
    """Release nothing more; what has been released, about two seconds' worth and retries, goes on.

    Pausing what is paused changes nothing. Errors: `not_found`; `replay_state` unless it moves.
    """
    with transaction.atomic():
        replay = _locked(tenant_id, replay_id)
        if replay.state != ReplayState.PAUSED:
            before = ReplayState(replay.state)
            _go(replay, ReplayState.PAUSED, by=by, reason=reason)
            replay.resumes_to = before
            replay.save(update_fields=["resumes_to"])
            progress.count_and_tell(replay, now=database_now())
    return replay


def resume(tenant_id: UUID, replay_id: UUID, *, by: str, reason: str = "") -> Replay:
    """Go on where it was paused, or with the rest after the canary. Errors: `not_found`, `replay_state`."""
    with transaction.atomic():
        replay = _locked(tenant_id, replay_id)
        paused = replay.state == ReplayState.PAUSED
        if replay.state not in (ReplayState.CANARY, ReplayState.RUNNING):
            wanted = ReplayState(replay.resumes_to) if paused and replay.resumes_to else ReplayState.RUNNING
            _go(replay, wanted, by=by, reason=reason)
            progress.tell(replay, "progress")
    motion.advance(replay_id)
    return get(tenant_id, replay_id)


def cancel(tenant_id: UUID, replay_id: UUID, *, by: str, reason: str = "") -> Replay:
    """Leave what is delivered, cancel the rest (`replay_cancelled`). Errors: `not_found`; `replay_state` when it is over."""
    with transaction.atomic():
        replay = _locked(tenant_id, replay_id)
        if replay.state != ReplayState.CANCELLING:
            _go(replay, ReplayState.CANCELLING, by=by, reason=reason)
    motion.advance(replay_id)
    return get(tenant_id, replay_id)


def set_pace(tenant_id: UUID, replay_id: UUID, per_s: float | None, *, by: str, reason: str = "") -> Replay:
    """Deliveries a second from now on; None for no pace. Errors: `not_found`; `replay_state` when it is over."""
    with transaction.atomic():
        replay = _locked(tenant_id, replay_id)
        if replay.state in OVER:
            raise HubError("replay_state", f"This replay is {replay.state}.", extra={"state": str(replay.state)})
        replay.per_s, replay.next_at = per_s, None
        replay.save(update_fields=["per_s", "next_at"])
        note(replay, by=by, reason=reason)
    return replay


def _go(replay: Replay, wanted: ReplayState, *, by: str, reason: str) -> None:
    check_step(ReplayState(replay.state), wanted)
    replay.state = wanted
    replay.save(update_fields=["state"])
    note(replay, by=by, reason=reason)


def _locked(tenant_id: UUID, replay_id: UUID) -> Replay:
    """The tenant's replay under its row lock. Errors: `not_found`."""
    db.execute("SELECT FROM replay WHERE id = %s AND tenant_id = %s FOR UPDATE", (replay_id, tenant_id))
    return get(tenant_id, replay_id)
