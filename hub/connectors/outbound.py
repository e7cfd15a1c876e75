"""The HTTP client of one connection: bounded, direct, to checked addresses, and honest about what was sent."""

import asyncio
import json
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx

from hub.connectors.credentials import MemoryTokens, Tokens
from hub.connectors.dial import SOCKETS, ForbiddenTarget, checked_transport
from hub.connectors.during import exchanges, may_send
from hub.connectors.exchanges import Exchange, Exchanges, request_id_of
from hub.connectors.no_answer import NotSent, error_class, words
from hub.rules.addresses import Network
from hub.rules.outcomes import Category, Outcome, failed, from_status
from hub.rules.quotas import Limits

MAX_ANSWER_BYTES = 4 * 1024 * 1024
MAX_MESSAGE = 500
# Connecting is quick or it fails; how long an answer may take is the job's own timeout (registry.perform).
TIMEOUT = httpx.Timeout(None, connect=10)


@dataclass
class Trail:
    """What one call has sent and heard so far.

    wrote: a request that may change something has begun to leave. limits: what the system told of its limits.
    """

    wrote: bool = False
    limits: Limits | None = None

    def heard(self, limits: Limits | None) -> None:
        """Keep what an answer told."""
        if limits is not None:
            self.limits = self.limits.with_newer(limits) if self.limits else limits


TRAIL: ContextVar[Trail] = ContextVar("trail")
# For a person who tries a connector: told of each request and its answer, secrets included. Never set in a worker.
Watch = Callable[[httpx.Request, "Answer"], None]
WATCH: ContextVar[Watch | None] = ContextVar("watch", default=None)


class RemoteFailure(Exception):
    """Carries an Outcome from deep inside a connector to `registry.perform`, which returns it as the value it is."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.message)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer. headers: names in lower case or any other. body: at most MAX_ANSWER_BYTES."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        """2xx."""
        return 200 <= self.status < 300

    @property
    def request_id(self) -> str | None:
        """What the other system calls this request."""
        return request_id_of(self.headers)

    def json(self) -> Any:
        """The body as JSON; None when it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def outcome(self, *, wrote: bool, message: str | None = None, code: str | None = None) -> Outcome:
        """What this answer means, when it is not 2xx."""
        return from_status(
            self.status,
            wrote=wrote,
            now=datetime.now(UTC),
            retry_after=self.headers.get("retry-after"),
            message=message[:MAX_MESSAGE] if message else None,
            provider_code=code,
            provider_request_id=self.request_id,
        )


class Outbound:
    """Sends requests below one base URL. Made by the session pool, one per open session.

    base_url: a connector that finds out later where its system is may set it.
    """

    def __init__(
        self, base_url: str, *, allow: Sequence[Network], tokens: Tokens | None = None, sockets: int = SOCKETS
    ) -> None:
        """tokens: where the connection's access tokens are kept; by default in this process. sockets: open at once."""
        self.base_url = base_url.rstrip("/")
        self.tokens = tokens or MemoryTokens()
        # More only where a document of a system is fetched.
        self.max_answer_bytes = MAX_ANSWER_BYTES
        self._hushed = False
        self._client = httpx.AsyncClient(
            transport=checked_transport(allow, verify=tls(), sockets=sockets),
            timeout=TIMEOUT,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": "hub/1"},
            # Calls must not depend on what an earlier one was answered.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        )

    async def send(
        self,
        method: str,
        path: str,
        *,
        writes: bool,
        headers: Mapping[str, str] | None = None,
        params: Sequence[tuple[str, str]] = (),
        content: bytes | None = None,
    ) -> Answer:
        """Send one request and read its whole answer, whatever its status.

        path: starts with `/`, appended to the base URL. writes: the request may change something there.
        Raises RemoteFailure when there is no answer: `unknown_outcome` if a write has begun to leave in this
        call, else `unavailable`; `permission` for a forbidden address.
        """
        trail = TRAIL.get(Trail())
        request = self._client.build_request(
            method,
            self.base_url + path,
            headers=dict(headers or {}),
            params=list(params) or None,
            content=content,
            extensions={"trace": _before_sending(trail, writes=writes)},
        )
        exchange = Exchange(request)
        try:
            kept = exchanges()
            return await (self._kept(kept, exchange, trail) if kept else self._exchange(exchange, trail))
        except ForbiddenTarget as error:
            text = f"The connection's address is not allowed ({error.reason}); HUB_CONNECTION_ALLOW opens networks."
            raise RemoteFailure(failed(Category.PERMISSION, text, provider_code="target_forbidden")) from error
        except httpx.RequestError as error:
            raise RemoteFailure(lost(trail, f"No answer: {words(error)}.")) from error

    def at(self, base_url: str) -> "Outbound":
        """The same client for another address, such as a token endpoint's; closed with this one."""
        other = copy(self)
        other.base_url = base_url.rstrip("/")
        return other

    def hushed(self) -> "Outbound":
        """The same client for requests about credentials: of them, a run keeps the method, path and status only."""
        other = copy(self)
        other._hushed = True
        return other

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _kept(self, kept: Exchanges, exchange: Exchange, trail: Trail) -> Answer:
        """`_exchange`, kept with the run however it ends."""
        try:
            return await self._exchange(exchange, trail)
        except (ForbiddenTarget, httpx.RequestError, asyncio.CancelledError) as error:
            exchange.error = error_class(error)
            raise
        finally:
            kept.add(exchange, hushed=self._hushed)

    async def _exchange(self, exchange: Exchange, trail: Trail) -> Answer:
        answer = await self._client.send(exchange.request, stream=True)
        exchange.status, exchange.headers = answer.status_code, answer.headers
        body = bytearray()
        try:
            async for part in answer.aiter_bytes():
                body += part
                if len(body) > self.max_answer_bytes:
                    exchange.error = "answer_too_large"
                    outcome = lost(trail, f"The answer is over {MAX_ANSWER_BYTES // 1024**2} MiB.")
                    raise RemoteFailure(outcome)
        finally:
            await answer.aclose()
        exchange.body = bytes(body)
        complete = Answer(answer.status_code, answer.headers, exchange.body)
        if watch := WATCH.get():
            watch(exchange.request, complete)
        return complete


def _before_sending(trail: Trail, *, writes: bool) -> Callable[[str, Any], Awaitable[None]]:
    """httpcore's trace hook (1.0), for the moment when the first byte is about to leave: may it, and is it a write's?

    Not for writes alone: a refresh token that is used a second time may cost the connection.
    """

    async def trace(event: str, info: Any) -> None:
        if event.endswith("send_request_headers.started"):
            if not may_send():
                raise NotSent("not sent")
            trail.wrote = trail.wrote or writes

    return trace


def lost(trail: Trail, message: str) -> Outcome:
    """What it means that an answer is missing: unknown once a write has begun to leave."""
    category = Category.UNKNOWN_OUTCOME if trail.wrote else Category.UNAVAILABLE
    return failed(category, message)


@lru_cache(maxsize=1)
def tls() -> ssl.SSLContext:
    """One TLS context for all: loading the roots takes 20 ms."""
    return httpx.create_ssl_context(trust_env=False)
