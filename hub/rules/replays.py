"""How a replay goes: its states and the ways between them, its pace, and how much of it is under way at once."""

import math
from enum import StrEnum

from hub.rules.errors import HubError


class ReplayState(StrEnum):
    """What a replay is doing; the table's CHECK constraint lists the same values."""

    PREPARING = "preparing"  # its set is being written down
    CANARY = "canary"  # the first few go out; the others wait for what becomes of these
    WAITING = "waiting"  # the canary is over; somebody decides
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLING = "cancelling"
    FINISHED = "finished"
    CANCELLED = "cancelled"


# What the periodic task moves on; the others wait for a person, or for nothing.
MOVING = (ReplayState.PREPARING, ReplayState.CANARY, ReplayState.RUNNING, ReplayState.CANCELLING)
# Nothing more is released until somebody decides; what has been released goes on.
RESTING = (ReplayState.PAUSED, ReplayState.WAITING)
OPEN = MOVING + RESTING
OVER = (ReplayState.FINISHED, ReplayState.CANCELLED)

_STOPS = {ReplayState.PAUSED, ReplayState.CANCELLING}
NEXT: dict[ReplayState, set[ReplayState]] = {
    ReplayState.PREPARING: {ReplayState.CANARY, ReplayState.RUNNING, ReplayState.FINISHED} | _STOPS,
    ReplayState.CANARY: {ReplayState.WAITING, ReplayState.RUNNING, ReplayState.FINISHED} | _STOPS,
    ReplayState.WAITING: {ReplayState.RUNNING, ReplayState.CANCELLING},
    ReplayState.RUNNING: {ReplayState.FINISHED} | _STOPS,
    ReplayState.PAUSED: {
        ReplayState.PREPARING,
        ReplayState.CANARY,
        ReplayState.RUNNING,
        ReplayState.CANCELLING,
    },
    ReplayState.CANCELLING: {ReplayState.CANCELLED},
    ReplayState.FINISHED: set(),
    ReplayState.CANCELLED: set(),
}


def check_step(now: ReplayState, wanted: ReplayState) -> None:
    """Raise HubError `replay_state` unless a replay may go from the one state to the other."""
    if wanted not in NEXT[now]:
        raise HubError("replay_state", f"This replay is {now}.", extra={"state": str(now)})


def paced(per_s: float | None, *, next_s: float, now_s: float, lead_s: float) -> int | None:
    """How many may be made due from `next_s` (their first instant) until `lead_s` from now; None without a pace.

    Instants are epoch seconds. The caller makes the k-th due at next_s + k / per_s: no bursts, however late it comes,
    as long as it never hands in a `next_s` that is past.
    """
    if per_s is None:
        return None
    ahead_s = now_s + lead_s - next_s
    return 0 if ahead_s < 0 else math.floor(ahead_s * per_s) + 1


def eta_s(*, left: int, done: int, elapsed_s: float, per_s: float | None) -> float | None:
    """Seconds until the rest has gone out: at the asked pace, or as fast as until now if that is slower; None if unknown."""
    if left == 0:
        return 0.0
    speed = done / elapsed_s if elapsed_s > 0 else 0.0
    if per_s is not None:
        speed = min(speed, per_s) if done else per_s
    return round(left / speed, 1) if speed else None
