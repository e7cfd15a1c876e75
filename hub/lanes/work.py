"""What a drain holds in memory of a lane, and what the two queues fill in (jobs and deliveries)."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

# A lane starts with this many in flight and earns more by finishing some: one that hangs never takes the others' room.
FIRST_WINDOW = 8
# A lane is not read from its start more often than this; when it is given back, whoever leases it next begins there anyway.
START_OVER_S = 5.0


def lease_clock() -> float:
    """Seconds, for leases: like the database's clock this one goes on while the machine sleeps."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


@dataclass(slots=True)
class Lane:
    """A leased lane. in_flight: row id → when it was started (monotonic seconds)."""

    id: UUID
    tenant_id: UUID
    token: int
    state: dict[str, Any]
    # Nobody else can have leased it before this (by `lease_clock`).
    leased_until: float = 0.0
    window: int = FIRST_WINDOW
    in_flight: dict[UUID, float] = field(default_factory=dict)
    # False once a fetch has come back short: nothing more is due until a hint says otherwise.
    hungry: bool = True
    # Where the next fetch goes on, for queues that keep such a place: (due at, id); None: from the start. And when a fetch
    # began there last (monotonic seconds).
    since: tuple[datetime, UUID] | None = None
    started_over_at: float = 0.0
    # Nothing new is begun, and it is released when nothing is in flight. promised: another drain is told of it then.
    leaving: bool = False
    promised: bool = False
    # Nothing may start before this (monotonic seconds): rate limit, open breaker, spent quota.
    blocked_until: float = 0.0
    config: Any = None

    def held(self) -> bool:
        """Whether it is ours for certain: asked, from any thread, right before something leaves that must not come late."""
        return lease_clock() < self.leased_until

    def start_over(self, now: float) -> None:
        """The next fetch begins at the lane's start. now: monotonic seconds."""
        self.since, self.started_over_at = None, now


class Row(Protocol):
    """What a queue fetches: anything with an id and its lane's."""

    id: UUID
    lane_id: UUID
    # Its lane's when it was fetched: what is recorded under an older one changes nothing.
    token: int


class Result(Protocol):
    """What an engine gives back: the row it belongs to, and whatever `record` understands."""

    row: Any


class Work(Protocol):
    """What the two queues fill in. Lanes passed in are always leased by the caller."""

    queue: str
    # Rows in flight in one drain: at most, and to begin with.
    room: int
    first_room: int
    # SQL: whether lane `l` has due rows; see lanes/rows.py.
    due_sql: str
    # SQL: whether a block of lane `l` counts no more, because of something that its next owner does not know yet.
    unblocked_sql: str

    def open(self, lanes: Sequence[Lane]) -> None:
        """Newly leased lanes: read their configuration; sort out what a former owner left behind."""

    def cap(self, lane: Lane, now: float) -> int:
        """How many rows the lane may have in flight now; may set `lane.blocked_until`."""

    def fetch(self, wanted: dict[UUID, int], lanes: dict[UUID, Lane]) -> list[Any]:
        """Due rows of these lanes, at most so many of each, none that is in flight; marks them as begun."""

    def start(self, rows: Iterable[Any]) -> None: ...

    def collect(self, timeout_s: float) -> list[Any]:
        """Finished results; at once when there are some, empty at the timeout."""

    def bare(self, result: Any) -> Any:
        """The result without anything that came from outside: what is written of one that cannot be written."""

    def record(self, results: list[Any], lanes: dict[UUID, Lane]) -> None:
        """Write results under the lanes' tokens, with the events that follow, in one transaction; update lane state."""
