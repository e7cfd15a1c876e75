"""The record of a replay's states: who brought it there, when and why."""

from hub import db
from hub.delivery.replay_models import Replay, ReplayChange

# Whom the hub's own steps are by.
HUB = "hub"


def note(replay: Replay, *, by: str = HUB, reason: str = "") -> None:
    """Record the state, and the pace, that the replay has now."""
    ReplayChange.objects.create(
        id=db.new_id(),
        tenant_id=replay.tenant_id,
        replay_id=replay.id,
        state=str(replay.state),
        per_s=replay.per_s,
        by=by,
        reason=reason,
    )
