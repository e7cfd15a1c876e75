"""Access tokens for endpoints that want OAuth 2 client credentials (RFC 6749, 4.4).

Fetched over the same wire as deliveries: the token's address is checked and pinned like every target, nothing waits for
it but its own endpoint, and since a lane has one owner there is one request at a time. A token is fetched anew while the
old one still serves. A fetch that fails is shown by one attempt of one delivery; the others wait unburnt until the next.
"""

import json
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import quote_plus, urlencode
from uuid import UUID

from hub.rules.limits import UNLIMITED
from hub.wire import Request, Response, Wire

# Renewed when a tenth of its life is left, at most a minute before the end.
RENEW_SHARE = 0.1
RENEW_MOST_S = 60.0
# RFC 6749, 5.1: an answer need not say how long.
DEFAULT_LIFE_S = 300.0
LONGEST_LIFE_S = 24 * 3600.0
RETRY_FIRST_S = 5.0
RETRY_MOST_S = 300.0
# How often a waiting lane looks again.
LOOK_S = 0.02
TIMEOUT_S = 10.0
CONNECT_TIMEOUT_S = 5.0
MOST_TOKEN_CHARS = 8_000
KEPT = 20_000


@dataclass(frozen=True, slots=True)
class OAuth:
    """How an endpoint gets its token. client_auth: `basic` or `body`."""

    token_url: str
    client_id: str
    client_secret: str
    scope: str
    client_auth: str


@dataclass(slots=True)
class Held:
    """What is known of an endpoint's token; times in epoch seconds. failure: not shown by an attempt yet."""

    oauth: OAuth
    header: str | None = None
    since: float = 0.0
    renew_at: float = 0.0
    expires_at: float = 0.0
    failure: Response | None = None
    failed: int = 0
    fetching: bool = False


@dataclass(frozen=True, slots=True)
class Errand:
    """The key of a token's request. held: what asked; thrown away meanwhile, it is no longer the endpoint's."""

    endpoint_id: UUID
    held: Held


class Tokens:
    """The tokens this process holds, by endpoint id."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.known: dict[UUID, Held] = {}

    def allows(self, endpoint_id: UUID, oauth: OAuth, wall_s: float) -> tuple[int, float]:
        """How many deliveries may start now, and for none the seconds to wait; starts a fetch when one is due."""
        held = self.known.get(endpoint_id)
        if held is None or held.oauth != oauth:
            if len(self.known) >= KEPT:
                self.known.clear()
            held = self.known[endpoint_id] = Held(oauth)
        if not held.fetching and wall_s >= held.renew_at and held.failure is None:
            held.fetching = True
            self.wire.start([_request(endpoint_id, held)])
        if held.header is not None and wall_s < held.expires_at:
            return UNLIMITED, 0.0
        if held.failure is not None:
            return 1, 0.0
        return 0, LOOK_S if held.fetching else max(LOOK_S, held.renew_at - wall_s)

    def ready(self, endpoint_id: UUID, oauth: OAuth) -> bool:
        """Whether `header_or_failure` has an answer."""
        held = self.known.get(endpoint_id)
        return held is not None and held.oauth == oauth and (held.header or held.failure) is not None

    def header_or_failure(self, endpoint_id: UUID) -> str | Response:
        """The `Authorization` header, or why there is none: then what one attempt is to say."""
        held = self.known[endpoint_id]
        if held.header is not None:
            return held.header
        assert held.failure is not None  # noqa: S101 `ready` said so
        failure, held.failure = held.failure, None
        return failure

    def refused(self, endpoint_id: UUID, started_s: float, wall_s: float) -> None:
        """The receiver answered 401 to what was sent at `started_s`: that token is not used again."""
        held = self.known.get(endpoint_id)
        if held is not None and held.header is not None and started_s >= held.since:
            held.header = None
            # At once the first time; one that refuses every token must not have its server asked all the time.
            held.renew_at = wall_s + (_wait_s(held) if held.failed else 0.0)
            held.failed += 1

    def take(self, response: Response, wall_s: float) -> None:
        """What became of a fetch."""
        errand = response.key
        assert isinstance(errand, Errand)  # noqa: S101 the caller sorts them
        held = errand.held
        held.fetching = False
        got = _read(response)
        if isinstance(got, tuple):
            token, life_s = got
            held.header = f"authorization: Bearer {token}"
            held.since = wall_s
            held.expires_at = wall_s + life_s
            held.renew_at = held.expires_at - min(RENEW_MOST_S, life_s * RENEW_SHARE)
            held.failure = None
            return
        held.renew_at = wall_s + _wait_s(held)
        held.failed += 1
        if wall_s >= held.expires_at:
            held.header = None
            held.failure = got

    def worked(self, endpoint_id: UUID) -> None:
        """The receiver took a delivery: what failed before is over."""
        if (held := self.known.get(endpoint_id)) is not None:
            held.failed = 0


def _wait_s(held: Held) -> float:
    return min(RETRY_MOST_S, RETRY_FIRST_S * 2.0 ** min(held.failed, 16))


def _request(endpoint_id: UUID, held: Held) -> Request:
    oauth = held.oauth
    form = {"grant_type": "client_credentials"}
    if oauth.scope:
        form["scope"] = oauth.scope
    headers = [
        "content-type: application/x-www-form-urlencoded",
        "accept: application/json",
        "user-agent: hub-webhooks/1",
    ]
    if oauth.client_auth == "body":
        form |= {"client_id": oauth.client_id, "client_secret": oauth.client_secret}
    else:
        pair = f"{quote_plus(oauth.client_id)}:{quote_plus(oauth.client_secret)}"
        headers.append(f"authorization: Basic {b64encode(pair.encode()).decode()}")
    return Request(
        key=Errand(endpoint_id, held),
        url=oauth.token_url,
        headers=headers,
        body=urlencode(form).encode(),
        connect_timeout_s=CONNECT_TIMEOUT_S,
        timeout_s=TIMEOUT_S,
    )


def _read(response: Response) -> tuple[str, float] | Response:
    """(token, life in seconds), or the response of the attempt that shows why there is none."""
    if response.error is not None:
        return _failure(response, "token_unreachable", f"{response.error}: {response.error_detail}")
    if response.status is None or not 200 <= response.status < 300:
        return _failure(response, "token_refused", f"the token's server answered {response.status}")
    try:
        answer = json.loads(response.excerpt)
        token, kind = answer["access_token"], str(answer.get("token_type", "bearer"))
        life_s = float(answer.get("expires_in") or DEFAULT_LIFE_S)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return _failure(response, "token_invalid", "the token's server did not answer with a token (RFC 6749, 5.1)")
    usable = isinstance(token, str) and 0 < len(token) <= MOST_TOKEN_CHARS and token.isascii() and token.isprintable()
    if not usable or kind.lower() != "bearer" or not life_s > 0:
        return _failure(response, "token_invalid", "the token's server answered with a token that cannot be used")
    return token, min(life_s, LONGEST_LIFE_S)


def _failure(response: Response, error: str, detail: str) -> Response:
    """Without the answer's body, which may hold more than a tenant's reader should see."""
    return Response(None, None, error, detail, response.duration_ms)
