"""What of an endpoint is encrypted at rest: JSON values, each bound to its endpoint and its place."""

import json
from typing import Any, Literal
from uuid import UUID

from hub import vault

Place = Literal["secrets", "headers", "auth", "tls"]


def seal(place: Place, endpoint_id: UUID, value: Any) -> bytes:
    """The value for its column.

    secrets: [{"secret", "expires_at": ISO 8601 or None}], the newest first. headers: name → value. auth: see
    `endpoint_reach.check_auth`. tls: {"certificate", "key", "ca"}, each PEM or None.
    """
    return vault.seal(json.dumps(value).encode(), context=_context(place, endpoint_id))


def unseal(place: Place, endpoint_id: UUID, sealed: bytes | None) -> Any:
    """What `seal` took; None for NULL."""
    return None if sealed is None else json.loads(vault.open(bytes(sealed), context=_context(place, endpoint_id)))


def shown(place: Place, endpoint_id: UUID, sealed: bytes | None) -> Any:
    """The same for who looks at it or replaces it: None also when it cannot be opened, which the endpoint's attempts say."""
    try:
        return unseal(place, endpoint_id, sealed)
    except vault.VaultError:
        return None


def _context(place: Place, endpoint_id: UUID) -> bytes:
    return f"endpoint-{place}:{endpoint_id}".encode()
