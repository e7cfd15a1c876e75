"""What a subscriber without a cursor is told first: the present state of the topic's object.

The objects live on higher floors; these register a function for their kind of topic at start.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

# (tenant, object) → its state as JSON values, or None when this tenant has no such object. Runs on a thread.
Snapshot = Callable[[UUID, UUID], dict[str, Any] | None]

_known: dict[str, Snapshot] = {}


def register(kind: str, snapshot: Snapshot) -> None:
    """From now on topics `kind:<id>` start with this snapshot, and exist only when it is not None."""
    _known[kind] = snapshot


def of(kind: str) -> Snapshot | None:
    """The function for this kind of topic, if any."""
    return _known.get(kind)
