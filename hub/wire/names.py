"""Names to checked addresses, without ever blocking the loop.

A name is looked up once on a small pool of threads; whoever asks meanwhile waits for the same answer.
"""

import socket
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from math import inf
from queue import SimpleQueue
from typing import Any

from hub.rules.targets import Address, Network, check_addresses

Resolve = Callable[..., list[tuple[Any, ...]]]

THREADS = 8
# A receiver that moves is found again within half a minute; a failed lookup must not hold up its recovery.
POSITIVE_TTL_S = 30.0
NEGATIVE_TTL_S = 2.0
CACHED_NAMES = 10_000
MAX_ADDRESSES = 8


@dataclass(slots=True)
class Answer:
    """Where a name leads: checked addresses in the resolver's order, or why there are none (`error`, `detail`)."""

    addresses: list[Address]
    error: str | None
    detail: str
    until: float


class Names:
    """A cache in front of a resolver. Used by one thread; only the lookups run elsewhere."""

    def __init__(self, resolve: Resolve, allow: Sequence[Network], *, wake: Callable[[], None]) -> None:
        """resolve: as socket.getaddrinfo. wake: called from a lookup's thread when its answer is in."""
        self._resolve = resolve
        self._allow = allow
        self._wake = wake
        self._cache: OrderedDict[str, Answer] = OrderedDict()
        self._asked: set[str] = set()
        self._questions: SimpleQueue[str | None] = SimpleQueue()
        self._answers: deque[tuple[str, list[Address], str]] = deque()
        self._threads: list[threading.Thread] = []

    def get(self, host: str, now: float) -> Answer | None:
        """The cached answer, or None."""
        answer = self._cache.get(host)
        return answer if answer is not None and answer.until > now else None

    def literal(self, host: str, address: Address) -> Answer:
        """The answer for a host that is an address already."""
        return self._keep(host, self._checked([address], "", until=inf))

    def ask(self, host: str) -> None:
        """Start a lookup unless one is under way; `arrived` tells when it is done."""
        if host in self._asked:
            return
        self._asked.add(host)
        if len(self._threads) < THREADS:
            thread = threading.Thread(target=self._look_up, name="wire-names", daemon=True)
            thread.start()
            self._threads.append(thread)
        self._questions.put(host)

    def arrived(self, now: float) -> list[tuple[str, Answer]]:
        """The lookups that have ended since the last call."""
        found = []
        while self._answers:
            host, addresses, problem = self._answers.popleft()
            ttl_s = POSITIVE_TTL_S if addresses else NEGATIVE_TTL_S
            answer = self._checked(addresses, problem, until=now + ttl_s)
            self._asked.discard(host)
            found.append((host, self._keep(host, answer)))
        return found

    def prefer_others(self, host: str, address: Address) -> None:
        """Nobody answered at the address: the next connection tries the name's other ones first."""
        answer = self._cache.get(host)
        if answer is not None and address in answer.addresses:
            answer.addresses.remove(address)
            answer.addresses.append(address)

    def close(self) -> None:
        """Let the threads end once their present lookup returns."""
        for _ in self._threads:
            self._questions.put(None)

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

    def _look_up(self) -> None:
        while (host := self._questions.get()) is not None:
            addresses: list[Address] = []
            problem = ""
            try:
                rows = self._resolve(host, None, type=socket.SOCK_STREAM)
                addresses = list(dict.fromkeys(ip_address(row[4][0]) for row in rows))
            except (OSError, ValueError) as error:  # ValueError: no valid name, or no valid address for it
                problem = str(error)
            self._answers.append((host, addresses, problem))
            self._wake()
