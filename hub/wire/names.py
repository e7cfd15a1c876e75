"""Names to checked addresses, without ever blocking the loop.

A name is looked up once, on a thread; whoever asks meanwhile waits for the same answer. A name server that hangs holds up its
own names only: lookups that take long do not count among those that go on at a time, and names known to take long have a few
threads of their own. A name that was known is served as it was when there is no news of it (as in RFC 8767).
"""

import socket
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from math import inf
from time import monotonic
from typing import Any

from hub.rules.targets import Address, Network, check_addresses

Resolve = Callable[..., list[tuple[Any, ...]]]

# Lookups at a time: those that have just begun, those of names that took long the last time, and all.
QUICK_LOOKUPS = 16
SLOW_LOOKUPS = 8
MOST_LOOKUPS = 128
# A lookup takes milliseconds, or its server does not answer: resolvers then ask again after 5 s.
SLOW_S = 1.0
# A receiver that moves is found again within half a minute; a failed lookup must not hold up its recovery.
POSITIVE_TTL_S = 30.0
NEGATIVE_TTL_S = 2.0
# How long news of a known name is waited for, how long the old answer then serves, and until when after its lookup.
GRACE_S = 1.0
STALE_STEP_S = 5.0
STALE_S = 3600.0
CACHED_NAMES = 10_000
MAX_ADDRESSES = 8


@dataclass(slots=True)
class Answer:
    """Where a name leads: checked addresses in the resolver's order, or why there are none (`error`, `detail`).

    until: when it is asked for again. known_until: how long it serves when there is no news.
    """

    addresses: list[Address]
    error: str | None
    detail: str
    until: float
    known_until: float = 0.0


@dataclass(slots=True)
class Found:
    """What a lookup has found. temporary: the name server did not answer, which says nothing about the name."""

    host: str
    addresses: list[Address] = field(default_factory=list)
    problem: str = ""
    temporary: bool = False
    took_s: float = 0.0


class Names:
    """A cache in front of a resolver. Used by one thread; only the lookups run elsewhere."""

    def __init__(self, resolve: Resolve, allow: Sequence[Network], *, wake: Callable[[], None]) -> None:
        """resolve: as socket.getaddrinfo. wake: called from a lookup's thread when its answer is in."""
        self._resolve = resolve
        self._allow = allow
        self._wake = wake
        self._cache: OrderedDict[str, Answer] = OrderedDict()
        self._queued: dict[str, None] = {}
        self._running: dict[str, float] = {}
        self._slow: OrderedDict[str, None] = OrderedDict()
        self._found: deque[Found] = deque()

    def get(self, host: str, now: float) -> Answer | None:
        """The cached answer, or None."""
        answer = self._cache.get(host)
        return answer if answer is not None and answer.until > now else None

    def literal(self, host: str, address: Address) -> Answer:
        """The answer for a host that is an address already."""
        return self._keep(host, self._checked([address], "", until=inf))

    def known(self, host: str, now: float) -> Answer | None:
        """The former answer, or None: for when there is no news of the name."""
        answer = self._cache.get(host)
        return answer if answer is not None and answer.known_until > now else None

    def use_known(self, host: str, now: float) -> Answer | None:
        """The same, which from now on serves for a while without waiting for news."""
        answer = self.known(host, now)
        if answer is not None:
            answer.until = max(answer.until, now + STALE_STEP_S)
        return answer

    @property
    def queued(self) -> bool:
        """Whether lookups wait for their turn, which may come by time alone."""
        return bool(self._queued)

    def ask(self, host: str) -> None:
        """Start a lookup unless one is under way; `arrived` tells when it is done."""
        if host not in self._running and host not in self._queued:
            self._queued[host] = None
            self._start(monotonic())

    def arrived(self, now: float) -> list[tuple[str, Answer]]:
        """The lookups that have ended since the last call."""
        told = []
        while self._found:
            found = self._found.popleft()
            del self._running[found.host]
            self._note_pace(found)
            told.append((found.host, self._take(found, now)))
        if self._queued:
            self._start(now)
        return told

    def prefer_others(self, host: str, address: Address) -> None:
        """Nobody answered at the address: the next connection tries the name's other ones first."""
        answer = self._cache.get(host)
        if answer is not None and address in answer.addresses:
            answer.addresses.remove(address)
            answer.addresses.append(address)

    def close(self) -> None:
        """Begin no more lookups; those under way end by themselves."""
        self._queued.clear()

    def _start(self, now: float) -> None:
        """Begin as many lookups as may go on at a time."""
        young = sum(now - since < SLOW_S and host not in self._slow for host, since in self._running.items())
        slow = sum(host in self._slow for host in self._running)
        for host in list(self._queued):
            if len(self._running) >= MOST_LOOKUPS:
                return
            if (slow >= SLOW_LOOKUPS) if host in self._slow else (young >= QUICK_LOOKUPS):
                continue
            slow, young = slow + (host in self._slow), young + (host not in self._slow)
            del self._queued[host]
            self._running[host] = now
            threading.Thread(target=self._look_up, args=(host,), name="wire-names", daemon=True).start()

    def _note_pace(self, found: Found) -> None:
        self._slow.pop(found.host, None)
        if found.took_s > SLOW_S:
            self._slow[found.host] = None
            if len(self._slow) > CACHED_NAMES:
                self._slow.popitem(last=False)

    def _take(self, found: Found, now: float) -> Answer:
        """The new answer; the former one for now when the name server did not answer."""
        former = self.use_known(found.host, now) if found.temporary else None
        if former is not None:
            return former
        ttl_s = POSITIVE_TTL_S if found.addresses else NEGATIVE_TTL_S
        answer = self._checked(found.addresses, found.problem, until=now + ttl_s)
        if answer.error is None:
            answer.known_until = now + STALE_S
        return self._keep(found.host, answer)

    def _keep(self, host: str, answer: Answer) -> Answer:
        self._cache[host] = answer
        self._cache.move_to_end(host)
        if len(self._cache) > CACHED_NAMES:
            self._cache.popitem(last=False)
        return answer

    def _checked(self, addresses: list[Address], problem: str, *, until: float) -> Answer:
        if not addresses:
            return Answer([], "dns", problem or "the name has no address", until)
        why = check_addresses(addresses, self._allow)
        if why is not None:
            return Answer([], "forbidden_address", f"the name leads to a {why} address", until)
        return Answer(addresses[:MAX_ADDRESSES], None, "", until)

    def _look_up(self, host: str) -> None:
        found, began_at = Found(host), monotonic()
        try:
            rows = self._resolve(host, None, type=socket.SOCK_STREAM)
            found.addresses = list(dict.fromkeys(ip_address(row[4][0]) for row in rows))
        except (OSError, ValueError) as error:  # ValueError: no valid name, or no valid address for it
            found.problem = str(error)
            found.temporary = isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
        found.took_s = monotonic() - began_at
        self._found.append(found)
        self._wake()
