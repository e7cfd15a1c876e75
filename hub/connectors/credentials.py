"""How a connection proves who it is: what goes along with each request, and where access tokens come from and are kept.

Two seams. `Authorizer` turns a connection's credentials into headers and query parameters; the kinds that a manifest
can name are in `manifest/authorizers.py`. `Tokens` keeps access tokens that have to be fetched: `MemoryTokens` for as
long as the process, and whoever needs more (a row with a lock, shared by all workers) gives `Sessions` another one.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from hub.rules.errors import HubError

# A token is renewed this long before its end: the request that carries it may wait in between.
AHEAD = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Token:
    """An access token. expires_at: None when the system did not say. extra: other members of the answer, by name.

    refresh_token: a new one that replaces the connection's own, None when that stays. grant_ends_at: when the consent itself
    ends and a person is needed, where the system says.
    """

    value: str = field(repr=False)
    expires_at: datetime | None = None
    refresh_token: str | None = field(default=None, repr=False)
    extra: Mapping[str, Any] = field(default_factory=dict, repr=False)
    grant_ends_at: datetime | None = None

    def fresh(self, now: datetime) -> bool:
        """Good for a while yet."""
        return self.expires_at is None or now < self.expires_at - AHEAD


# Fetches a token with the given credentials, which are the newest there are. RemoteFailure when it is refused.
Renew = Callable[[Mapping[str, Any]], Awaitable[Token]]


class Tokens(Protocol):
    """Where tokens are kept. One fetch at a time for each connection, whoever asks."""

    async def current(self, access: Any, renew: Renew, *, instead_of: Token | None = None) -> Token:
        """The connection's token; fetched with `renew` when there is none that is fresh.

        access: base.Access. instead_of: the token that the system has just refused: never given again, but if another
        caller has got a newer one in the meantime, that is it. A store that shares tokens re-reads the credentials
        under its lock, hands those to `renew`, and saves a `refresh_token` that comes back. RemoteFailure of `renew`
        passes through; a store may look once more for a newer token before it lets an `auth` through.
        """
        ...


class MemoryTokens:
    """Tokens for as long as the pool of sessions they belong to, per connection and version."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], Token] = {}
        self._fetching: dict[tuple[str, int], asyncio.Lock] = {}

    async def current(self, access: Any, renew: Renew, *, instead_of: Token | None = None) -> Token:
        """See Tokens."""
        key = (access.connection_id, access.version)
        async with self._fetching.setdefault(key, asyncio.Lock()):
            kept = self._kept.get(key)
            if kept is not None and kept is not instead_of and kept.fresh(datetime.now(UTC)):
                return kept
            if kept is None and instead_of is None and (held := held_token(access.credentials)):
                kept = self._kept[key] = held
                if held.fresh(datetime.now(UTC)):
                    return held
            credentials = dict(access.credentials)
            if kept is not None and kept.refresh_token:
                credentials["refresh_token"] = kept.refresh_token
            token = self._kept[key] = await renew(credentials)
            return token


def held_token(credentials: Mapping[str, Any]) -> Token | None:
    """The access token among a connection's credentials, where the connect flow or a store has put one.

    Fields: `access_token`, `expires_at` (RFC 3339), `token_extra`.
    """
    value = credentials.get("access_token")
    if not value:
        return None
    ends = credentials.get("expires_at")
    return Token(value, datetime.fromisoformat(ends) if ends else None, None, credentials.get("token_extra") or {})


@dataclass(frozen=True, slots=True)
class Proof:
    """What goes along with a request. token: where it came from, for the members of its answer and for a refusal."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    params: Mapping[str, str] = field(default_factory=dict, repr=False)
    token: Token | None = None


class Authorizer(Protocol):
    """Turns credentials into what goes along with each request."""

    async def prove(self, *, refused: Proof | None = None) -> Proof:
        """The headers and parameters for the next request. RemoteFailure when no token is to be had.

        refused: what the system has just answered 401 to; the same object comes back when there is nothing better.
        """
        ...


def chosen(kinds: Mapping[str, Any], credentials: Mapping[str, Any]) -> str:
    """The name of the kind of authentication that credentials are for: their `auth`, else the first kind."""
    name = credentials.get("auth") or next(iter(kinds))
    if name not in kinds:
        raise HubError("invalid_input", f"There is no kind of credentials {name!r}.", field="credentials.auth")
    return str(name)
