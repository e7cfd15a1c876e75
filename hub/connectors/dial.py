"""Connections to checked addresses only: the name is resolved once, and exactly what was checked is dialled."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx
from httpcore import _synchronization

from hub.rules.addresses import Network, check_addresses

# Small by default: an ERP has few workers. A connection that may have more calls in flight gets as many sockets.
SOCKETS = 20
KEEPALIVE_S = 30
# A pool looks through all of its connections and waiting requests at each step, so many sockets are spread over several.
POOL_SOCKETS = 20

# For each of its locks httpcore 1.0.9 asks whether it runs under trio, by importing what is not installed: a search through the
# whole path, six times a request, that costs more than the rest of it. Here there is nothing but asyncio.
_synchronization.current_async_library = lambda: "asyncio"


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
        addresses = [host] if _is_address(host) else await _resolved(host, port, timeout)
        if reason := check_addresses(map(ip_address, addresses), self._allow):
            raise ForbiddenTarget(reason)
        return addresses


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


async def _resolved(host: str, port: int, timeout: float | None) -> list[str]:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(timeout):
            rows = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except TimeoutError as error:
        raise httpcore.ConnectTimeout(f"{host} was not resolved in time") from error
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host} was not resolved") from error
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


class Spread(httpx.AsyncBaseTransport):
    """Several transports as one: each request goes to the one that has the fewest."""

    def __init__(self, transports: Sequence[httpx.AsyncBaseTransport]) -> None:
        self._transports = transports
        self._busy = [0] * len(transports)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """As the chosen transport; it counts as busy until its answer is closed."""
        place = self._busy.index(min(self._busy))
        self._busy[place] += 1
        try:
            answer = await self._transports[place].handle_async_request(request)
        except BaseException:
            self._busy[place] -= 1
            raise
        assert isinstance(answer.stream, httpx.AsyncByteStream)  # noqa: S101 an asynchronous transport's
        answer.stream = _Counted(answer.stream, lambda: self._free(place))
        return answer

    def _free(self, place: int) -> None:
        self._busy[place] -= 1

    async def aclose(self) -> None:
        """Close all of them."""
        for transport in self._transports:
            await transport.aclose()


class _Counted(httpx.AsyncByteStream):
    """A body that tells once when it is closed."""

    def __init__(self, stream: httpx.AsyncByteStream, closed: Callable[[], None]) -> None:
        self._stream = stream
        self._closed: Callable[[], None] | None = closed

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._stream.__aiter__()

    async def aclose(self) -> None:
        if self._closed is not None:
            self._closed()
            self._closed = None
        await self._stream.aclose()


def checked_transport(allow: Sequence[Network], *, verify: Any, sockets: int = SOCKETS) -> httpx.AsyncBaseTransport:
    """An httpx transport that dials checked addresses. verify: the TLS context. sockets: at least so many may be open."""
    pools = max(1, -(-sockets // POOL_SOCKETS))
    each = max(SOCKETS, -(-sockets // pools))
    transports = [_transport(allow, verify=verify, sockets=each) for _ in range(pools)]
    return transports[0] if pools == 1 else Spread(transports)


def _transport(allow: Sequence[Network], *, verify: Any, sockets: int) -> httpx.AsyncHTTPTransport:
    transport = httpx.AsyncHTTPTransport(verify=verify, trust_env=False)
    # httpx 0.28 has no argument for the network backend; its pool is replaced by the same one with ours.
    transport._pool = httpcore.AsyncConnectionPool(
        ssl_context=verify,
        max_connections=sockets,
        max_keepalive_connections=sockets // 2,
        keepalive_expiry=KEEPALIVE_S,
        network_backend=CheckedBackend(allow),
    )
    return transport
