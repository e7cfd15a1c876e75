"""Delivering again: a set that is frozen when it is asked for, made into new deliveries at a pace; history is never rewritten.

    create → freezing (the set, page by page) → canary → releasing (deliveries, a batch at a time) → finished

Each step is one short transaction under the replay's row lock; a periodic task takes them (`motion.py`), and whoever dies
leaves a replay where it was.
"""

from hub.delivery.replay.creation import Asked, check, create, create_filtered, replay_one
from hub.delivery.replay.dry_run import count
from hub.delivery.replay.filtered import LeftOut
from hub.delivery.replay.reads import changes, get, items, listed, under_way
from hub.delivery.replay.selection import Selection
from hub.delivery.replay.steering import cancel, pause, resume, set_pace

__all__ = [
    "Asked",
    "LeftOut",
    "Selection",
    "cancel",
    "changes",
    "check",
    "count",
    "create",
    "create_filtered",
    "get",
    "items",
    "listed",
    "pause",
    "replay_one",
    "resume",
    "set_pace",
    "under_way",
]
