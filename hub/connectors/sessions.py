"""Open sessions, one per connection and version, as old as the event loop they live on."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network

from hub.connectors.base import Access, Connector, Session
from hub.connectors.outbound import Outbound
from hub.rules.addresses import Network

# A session nobody has used for this long is closed at the next call of any connection.
IDLE_S = 300.0


@dataclass
class Slot:
    """A session and who uses it. stale: a newer version of the connection is in use."""

    version: int
    opened: asyncio.Lock = field(default_factory=asyncio.Lock)
    session: Session | None = None
    users: int = 0
    used_at: float = 0.0
    stale: bool = False


class Sessions:
    """The pool. Belongs to one event loop; `aclose` it before the loop ends."""

    def __init__(self, *, allow: Sequence[str | Network] = ()) -> None:
        """allow: networks that connections may reach although they are not public (HUB_CONNECTION_ALLOW)."""
        self._allow = [ip_network(network) for network in allow]
        self._slots: dict[tuple[str, int], Slot] = {}
        self._newest: dict[str, int] = {}

    @asynccontextmanager
    async def use(self, connector: Connector, access: Access) -> AsyncIterator[Session]:
        """The connection's session, opened if need be. A superseded one is closed when its last user leaves."""
        slot = self._slot(access)
        slot.users += 1
        try:
            async with slot.opened:
                if slot.session is None:
                    slot.session = await self._open(connector, access)
            yield slot.session
        finally:
            slot.users -= 1
            slot.used_at = time.monotonic()
            await self._close_unused()

    async def aclose(self) -> None:
        """Close all sessions; nothing may be using them any more."""
        for slot in self._slots.values():
            slot.stale = True
        await self._close_unused()

    async def _open(self, connector: Connector, access: Access) -> Session:
        outbound = Outbound(access.base_url, allow=self._allow)
        try:
            return await connector.open(access, outbound)
        except BaseException:
            await outbound.aclose()
            raise

    def _slot(self, access: Access) -> Slot:
        newest = max(access.version, self._newest.get(access.connection_id, access.version))
        self._newest[access.connection_id] = newest
        for (connection, version), slot in self._slots.items():
            if connection == access.connection_id and version < newest:
                slot.stale = True
        slot = self._slots.setdefault((access.connection_id, access.version), Slot(access.version))
        slot.stale = access.version < newest
        return slot

    async def _close_unused(self) -> None:
        now = time.monotonic()
        unused = [
            key for key, slot in self._slots.items() if not slot.users and (slot.stale or slot.used_at < now - IDLE_S)
        ]
        closing = [self._slots.pop(key).session for key in unused]
        for connection, version in unused:
            if self._newest.get(connection) == version:
                del self._newest[connection]
        for session in closing:
            if session is not None:
                await session.aclose()
