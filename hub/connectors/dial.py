"""Connections to checked addresses only: the name is resolved once, and exactly what was checked is dialled."""

import asyncio
import socket
from collections.abc import Iterable, Sequence
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx

from hub.rules.addresses import Network, check_addresses

# Small on purpose: a connection's limiter decides how much is in flight, and an ERP has few workers.
LIMITS = httpx.Limits(max_connections=20, max_keepalive_connections=10, keepalive_expiry=30)


class ForbiddenTarget(Exception):
    """The name leads to an address that connections may not reach; `reason` as in rules/addresses.py."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Resolves, checks and dials. TLS still sees the name: httpcore takes the server name from the URL."""

    def __init__(self, allow: Sequence[Network]) -> None:
        self._allow = allow
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Dial the addresses of `host` in turn until one answers. Raises ForbiddenTarget, httpcore.ConnectError."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in await self._checked(host, port, timeout):
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def _checked(self, host: str, port: int, timeout: float | None) -> list[str]:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                rows = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"{host} was not resolved in time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} was not resolved") from error
        addresses = list(dict.fromkeys(str(row[4][0]) for row in rows))
        if reason := check_addresses(map(ip_address, addresses), self._allow):
            raise ForbiddenTarget(reason)
        return addresses


def checked_transport(allow: Sequence[Network], *, verify: Any) -> httpx.AsyncHTTPTransport:
    """An httpx transport that dials checked addresses. verify: the TLS context."""
    transport = httpx.AsyncHTTPTransport(verify=verify, trust_env=False, limits=LIMITS)
    # httpx 0.28 has no argument for the network backend; its pool is replaced by the same one with ours.
    transport._pool = httpcore.AsyncConnectionPool(
        ssl_context=verify,
        max_connections=LIMITS.max_connections,
        max_keepalive_connections=LIMITS.max_keepalive_connections,
        keepalive_expiry=LIMITS.keepalive_expiry,
        network_backend=CheckedBackend(allow),
    )
    return transport
