"""How many streams a process, an address, a tenant and a ticket may have at once, and how fast a client may send."""

from collections import Counter
from typing import Any
from uuid import UUID

from hub.realtime.access import Access
from hub.rules.errors import HubError

# A ticket is one browser's; a key may be a whole fleet's.
PER_TICKET = 20
SUBSCRIPTIONS = 100
# A client's frames: this many a second in the long run, and at once.
FRAMES_PER_S = 20.0
FRAMES_BURST = 200.0
BAD_FRAMES = 5


class Streams:
    """Counts what is open. per_process, per_tenant, per_address: the most at once."""

    def __init__(self, *, per_process: int, per_tenant: int, per_address: int) -> None:
        self._per_process = per_process
        self._per_tenant = per_tenant
        self._per_address = per_address
        self._open = 0
        self._addresses: Counter[str] = Counter()
        self._tenants: Counter[UUID] = Counter()
        self._tickets: Counter[bytes] = Counter()

    def connect(self, place: str | None) -> None:
        """Count a connection in, whoever it is. place: see places.py. HubError `unavailable`, `too_many_streams`."""
        if self._open >= self._per_process:
            raise HubError("unavailable", "This process is full.", extra={"retry_after_s": 2})
        if place is not None:
            if self._addresses[place] >= self._per_address:
                raise too_many()
            self._addresses[place] += 1
        self._open += 1

    def disconnect(self, place: str | None) -> None:
        """Count a connection out."""
        self._open -= 1
        if place is not None:
            _decrease(self._addresses, place)

    def enter(self, access: Access) -> None:
        """Count a stream in. HubError `too_many_streams`."""
        holder = access.holder
        if self._tenants[access.tenant_id] >= self._per_tenant or (holder and self._tickets[holder] >= PER_TICKET):
            raise too_many()
        self._tenants[access.tenant_id] += 1
        if holder:
            self._tickets[holder] += 1

    def leave(self, access: Access) -> None:
        """Count a stream out."""
        _decrease(self._tenants, access.tenant_id)
        if access.holder:
            _decrease(self._tickets, access.holder)


def too_many() -> HubError:
    """What who has too many streams is told."""
    return HubError("too_many_streams", "Too many streams are open.", extra={"retry_after_s": 5})


def _decrease(counts: Counter[Any], key: Any) -> None:
    counts[key] -= 1
    if not counts[key]:
        del counts[key]


class Flood:
    """A token bucket for one client's frames."""

    __slots__ = ("_at", "_tokens")

    def __init__(self, now: float) -> None:
        self._at = now
        self._tokens = FRAMES_BURST

    def take(self, now: float) -> bool:
        """Whether another frame is allowed at `now` (seconds, any steady clock)."""
        self._tokens = min(FRAMES_BURST, self._tokens + (now - self._at) * FRAMES_PER_S)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True
