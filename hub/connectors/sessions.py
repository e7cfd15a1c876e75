"""Open sessions, one per connection, as old as the event loop they live on."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network

from hub.connectors.base import Access, Connector, Session
from hub.connectors.credentials import MemoryTokens, Tokens
from hub.connectors.outbound import Outbound
from hub.rules.addresses import Network

# A session that nobody has used for this long is closed.
IDLE_S = 300.0
SWEEP_S = 30.0


@dataclass(eq=False)
class Slot:
    """A session at one version of its connection, and how many calls use it. stale: close it after the last."""

    version: int
    stale: bool = False
    session: Session | None = None
    users: int = 0
    used_at: float = 0.0
    opening: asyncio.Lock = field(default_factory=asyncio.Lock)


class Sessions:
    """The pool. Belongs to one event loop; `aclose` it before the loop ends."""

    def __init__(self, *, allow: Sequence[str | Network] = (), tokens: Tokens | None = None) -> None:
        """allow: networks that connections may reach although they are not public (HUB_CONNECTION_ALLOW).

        tokens: where access tokens are kept; by default as long as the pool.
        """
        self._allow = [ip_network(network) for network in allow]
        self._tokens = tokens or MemoryTokens()
        self._slots: dict[str, Slot] = {}
        self._closing: set[asyncio.Task[None]] = set()
        self._swept_at = time.monotonic()

    @asynccontextmanager
    async def use(self, connector: Connector, access: Access) -> AsyncIterator[Session]:
        """The connection's session, opened if need be. A superseded one is closed when its last user leaves."""
        slot = self._slot(access)
        slot.users += 1
        try:
            if slot.session is None:
                async with slot.opening:
                    slot.session = slot.session or await self._open(connector, access)
            yield slot.session
        finally:
            slot.users -= 1
            slot.used_at = time.monotonic()
            if slot.stale and not slot.users:
                self._close(slot)
            self._sweep(slot.used_at)

    async def aclose(self) -> None:
        """Close all sessions; nothing may be using them any more."""
        for slot in self._slots.values():
            self._close(slot)
        self._slots.clear()
        await asyncio.gather(*self._closing)

    def _slot(self, access: Access) -> Slot:
        known = self._slots.get(access.connection_id)
        if known is not None and known.version == access.version:
            return known
        if known is not None and known.version > access.version:
            # A call that began before the change: its session serves it alone.
            return Slot(access.version, stale=True)
        if known is not None:
            known.stale = True
            if not known.users:
                self._close(known)
        slot = self._slots[access.connection_id] = Slot(access.version)
        return slot

    async def _open(self, connector: Connector, access: Access) -> Session:
        outbound = Outbound(access.base_url, allow=self._allow, tokens=self._tokens, sockets=access.max_in_flight)
        try:
            return await connector.open(access, outbound)
        except BaseException:
            await outbound.aclose()
            raise

    def _sweep(self, now: float) -> None:
        if now < self._swept_at + SWEEP_S:
            return
        self._swept_at = now
        idle = [key for key, slot in self._slots.items() if not slot.users and slot.used_at < now - IDLE_S]
        for key in idle:
            self._close(self._slots.pop(key))

    def _close(self, slot: Slot) -> None:
        """In the background: giving a login back must not cost the call that happens to be the last."""
        session, slot.session = slot.session, None
        if session is not None:
            task = asyncio.get_running_loop().create_task(session.aclose())
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)
