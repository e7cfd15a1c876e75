"""What of a source is encrypted at rest: JSON values, each bound to its source and its place."""

import json
from typing import Any, Literal
from uuid import UUID

from hub import vault

Place = Literal["secrets", "token"]


def seal(place: Place, source_id: UUID, value: Any) -> bytes:
    """The value for its column. secrets: [{"secret", "expires_at": ISO 8601 or None}], the newest first. token: text."""
    return vault.seal(json.dumps(value).encode(), context=_context(place, source_id))


def unseal(place: Place, source_id: UUID, sealed: bytes) -> Any:
    """What `seal` took."""
    return json.loads(vault.open(bytes(sealed), context=_context(place, source_id)))


def _context(place: Place, source_id: UUID) -> bytes:
    return f"source-{place}:{source_id}".encode()
