"""Connections as the job engine needs them: decrypted once per version and kept in memory."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

import structlog

from hub import db, vault
from hub.connectors import registry
from hub.connectors.base import Access
from hub.jobs import documents
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.outcomes import Category, Outcome

log = structlog.get_logger()

LOAD = """
SELECT id, version, base_url, config, credentials, max_in_flight, fresh_starts, disabled_at IS NOT NULL,
    broken_at IS NOT NULL, deleted_at IS NOT NULL, rate_limit, connector, tenant_id
FROM connection WHERE id = ANY(%s)
"""
KEPT = 10_000
DELETED = Outcome(Category.NOT_FOUND, "The connection was deleted.", retryable=False)
DISABLED = Outcome(Category.UNAVAILABLE, "The connection is disabled.", retryable=True, retry_after_s=60)
UNREADABLE = Outcome(
    Category.AUTH,
    "The connection's credentials cannot be decrypted by the hub's present keys.",
    retryable=True,
    provider_code="credentials_unreadable",
)
BROKEN = Outcome(
    Category.AUTH,
    "The connection's credentials are not accepted any more; its jobs wait until it is reconnected.",
    retryable=True,
    provider_code="connection_broken",
)


@dataclass(frozen=True, slots=True)
class Known:
    """A connection at one version. access: or why it cannot be used. fresh_starts: see parking.py.

    rates: name → (requests, seconds): the tenant's own and the vendor's documented limits.
    """

    version: int
    access: Access | Outcome
    max_in_flight: int
    fresh_starts: int = 0
    rates: Mapping[str, tuple[int, float]] = field(default_factory=dict)

    @property
    def parked(self) -> bool:
        """Nothing is to be begun until somebody changes it."""
        return self.access is DISABLED or self.access is BROKEN


GONE = Known(0, DELETED, 1)


def seal_credentials(connection_id: UUID, credentials: dict) -> bytes:
    """Credentials for the connection's row, bound to it."""
    return vault.seal(json.dumps(credentials).encode(), context=_context(connection_id))


def open_credentials(connection_id: UUID, sealed: bytes | None) -> dict:
    """What `seal_credentials` took; empty when there were none."""
    return json.loads(vault.open(bytes(sealed), context=_context(connection_id))) if sealed else {}


def _context(connection_id: UUID) -> bytes:
    return f"connection:{connection_id}".encode()


class Accesses:
    """The connections this process knows."""

    def __init__(self) -> None:
        self.known: dict[UUID, Known] = {}

    def load(self, connection_ids: Collection[UUID]) -> dict[UUID, Known]:
        """Fresh from the table."""
        loaded = {row[0]: _known(row) for row in db.rows(LOAD, (list(connection_ids),))}
        self.known.update(loaded)
        self._keep(loaded)
        return loaded

    def current(self, connection_ids: Collection[UUID]) -> dict[UUID, Known]:
        """In their present versions; only what has changed is decrypted again."""
        if not connection_ids:
            return {}
        versions = dict(db.rows("SELECT id, version FROM connection WHERE id = ANY(%s)", (list(connection_ids),)))
        old = [id_ for id_, version in versions.items() if id_ not in self.known or self.known[id_].version < version]
        if old:
            self.known.update((row[0], _known(row)) for row in db.rows(LOAD, (old,)))
        found = {id_: self.known[id_] if id_ in versions else GONE for id_ in connection_ids}
        if old:
            self._keep(found)
        return found

    def _keep(self, asked: dict[UUID, Known]) -> None:
        """Forget what is not asked for now, once there is too much of it."""
        if len(self.known) > KEPT:
            self.known = {id_: known for id_, known in asked.items() if known is not GONE}


def _known(row: tuple) -> Known:
    _, version, _, _, _, max_in_flight, fresh_starts, disabled, broken, deleted, rate_limit, connector, _ = row
    access: Access | Outcome
    if deleted:
        access = DELETED
    elif disabled:
        access = DISABLED
    elif broken:
        access = BROKEN
    else:
        access = _usable(row)
    rates = registry.documented_rates(connector)
    if rate_limit:
        rates = rates | {"own": (rate_limit["requests"], rate_limit["window_s"])}
    return Known(version, access, max_in_flight, fresh_starts, rates)


def _usable(row: tuple) -> Access | Outcome:
    """The connection's access, or that the document of its system is not there."""
    id_, version, base_url, config, credentials, max_in_flight, *_, connector, tenant_id = row
    try:
        config = documents.with_operations(tenant_id, connector, config)
    except HubError as error:
        return Outcome(Category.NOT_FOUND, error.detail, retryable=False, provider_code="no_document")
    try:
        opened = open_credentials(id_, credentials)
    except (vault.VaultError, ValueError) as error:
        # Its jobs say so; it must not take the others' with it.
        log.error("connection.unreadable", connection=public_id("connection", id_), error=type(error).__name__)
        return UNREADABLE
    return Access(public_id("connection", id_), version, base_url, config, opened, max_in_flight)
