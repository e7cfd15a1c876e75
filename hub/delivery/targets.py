"""What the sender needs to know of an endpoint, read once per version and kept in memory."""

from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

import structlog

from hub import db
from hub.delivery.sealed import unseal
from hub.delivery.tokens import OAuth
from hub.rules.ids import public_id
from hub.rules.retry import DEFAULT_SCHEDULE_S
from hub.vault import VaultError
from hub.wire import Tls

log = structlog.get_logger()

LOAD = """
SELECT id, kind, version, url, headers, secrets, timeout_s, rate_per_s, max_in_flight, ordered, retry_schedule_s, auth, tls,
    fresh_starts
FROM endpoint WHERE {which} = ANY(%s)
"""
KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Secret:
    """A signing secret, live until `expires_at` (epoch seconds; None: for good)."""

    text: str
    expires_at: float | None


@dataclass(frozen=True, slots=True)
class Target:
    """An endpoint as the sender sees it.

    headers: `Name: value` lines. fresh_starts: see models.Endpoint. unreadable: what it keeps sealed cannot be opened (a key
    was taken away, its row was changed), so that nothing can be sent to it.
    """

    endpoint_id: UUID
    kind: str
    version: int
    url: str
    headers: tuple[str, ...]
    secrets: tuple[Secret, ...]
    timeout_s: float
    rate_per_s: float | None
    max_in_flight: int
    ordered: bool
    schedule_s: tuple[float, ...]
    oauth: OAuth | None
    tls: Tls | None
    fresh_starts: int
    unreadable: bool

    def live_secrets(self, now_s: float) -> list[str]:
        """Every secret that signs now: during a rotation more than one."""
        return [secret.text for secret in self.secrets if secret.expires_at is None or secret.expires_at > now_s]


class Targets:
    """The targets this process knows, by endpoint id."""

    def __init__(self) -> None:
        self.known: dict[UUID, Target] = {}

    def of_lanes(self, lane_ids: Collection[UUID]) -> dict[UUID, Target]:
        """Fresh from the table, by lane id; the lane of a tenant's callbacks has many targets and is not in it."""
        loaded = {target.endpoint_id: target for target in _load("lane_id", [*lane_ids])}
        self.known.update(loaded)
        self._keep(loaded)
        return {endpoint_id: target for endpoint_id, target in loaded.items() if target.kind == "webhook"}

    def at_least(self, versions: dict[UUID, int]) -> dict[UUID, Target]:
        """The targets in these versions or newer; only what is missing or older is read."""
        old = [
            endpoint_id
            for endpoint_id, version in versions.items()
            if endpoint_id not in self.known or self.known[endpoint_id].version < version
        ]
        if old:
            self.known.update((target.endpoint_id, target) for target in _load("id", old))
        found = {endpoint_id: self.known[endpoint_id] for endpoint_id in versions}
        if old:
            self._keep(found)
        return found

    def _keep(self, asked: dict[UUID, Target]) -> None:
        """Forget what is not asked for now, once there is too much of it."""
        if len(self.known) > KEPT:
            self.known = dict(asked)


class Opened(NamedTuple):
    """What an endpoint keeps sealed, as a Target has it."""

    headers: tuple[str, ...]
    secrets: tuple[Secret, ...]
    oauth: OAuth | None
    tls: Tls | None


NOTHING = Opened((), (), None, None)


def _load(which: str, ids: list[UUID]) -> list[Target]:
    return [_target(row) for row in db.rows(LOAD.format(which=which), (ids,))]


def _target(row: tuple) -> Target:
    id_, kind, version, url, headers, secrets, timeout_s, rate_per_s, max_in_flight, ordered, schedule_s, *more = row
    try:
        opened = _opened(id_, headers, secrets, auth=more[0], tls=more[1])
    except (VaultError, ValueError, LookupError, TypeError) as error:
        # Its deliveries say so; it must not take the others' with it.
        log.error("endpoint.unreadable", endpoint=public_id("endpoint", id_), error=type(error).__name__)
        opened = NOTHING
    return Target(
        endpoint_id=id_,
        kind=kind,
        version=version,
        url=url,
        headers=opened.headers,
        secrets=opened.secrets,
        timeout_s=timeout_s,
        rate_per_s=rate_per_s,
        max_in_flight=max_in_flight,
        ordered=ordered,
        schedule_s=tuple(DEFAULT_SCHEDULE_S if schedule_s is None else schedule_s),
        oauth=opened.oauth,
        tls=opened.tls,
        fresh_starts=more[2],
        unreadable=opened is NOTHING,
    )


def _opened(id_: UUID, headers: bytes | None, secrets: bytes, *, auth: bytes | None, tls: bytes | None) -> Opened:
    how, files = unseal("auth", id_, auth) or {}, unseal("tls", id_, tls)
    lines = [f"{name}: {value}" for name, value in (unseal("headers", id_, headers) or {}).items()]
    if how.get("type") == "basic":
        pair = f"{how['username']}:{how['password']}"
        lines.append(f"authorization: Basic {b64encode(pair.encode()).decode()}")
    return Opened(
        tuple(lines),
        tuple(Secret(one["secret"], _epoch_s(one["expires_at"])) for one in unseal("secrets", id_, secrets)),
        _oauth(how),
        Tls(**{name: pem and pem.encode() for name, pem in files.items()}) if files else None,
    )


def _oauth(auth: dict[str, str]) -> OAuth | None:
    if auth.get("type") != "oauth2":
        return None
    return OAuth(**{name: value for name, value in auth.items() if name != "type"})


def _epoch_s(text: str | None) -> float | None:
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC).timestamp()
