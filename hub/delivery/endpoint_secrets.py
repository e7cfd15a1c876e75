"""The secrets that sign an endpoint's deliveries: rotation, what signs now, public keys."""

import secrets as randomness
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from hub.delivery.endpoint_rows import locked, touch
from hub.delivery.models import Endpoint
from hub.delivery.sealed import seal, shown
from hub.rules import rotation, signing


def new_secret(given: str | None) -> str:
    """The given secret, or one of ours. Errors: `invalid_secret`."""
    if given is None:
        return signing.new_secret(randomness.token_bytes(32))
    signing.check_secret(given, field="secret")
    return given


def live_secrets(endpoint: Endpoint) -> list[dict[str, Any]]:
    """Every secret that signs now, the newest first: [{"secret", "expires_at": ISO 8601 or None}]; [] when none can be read."""
    return rotation.live(shown("secrets", endpoint.id, endpoint.secrets) or [], datetime.now(UTC))


def public_keys(endpoint: Endpoint) -> list[dict[str, Any]]:
    """The `whpk_…` of every Ed25519 secret that signs now, the newest first: [{"public_key", "expires_at"}]."""
    return [
        {"public_key": signing.public_key(one["secret"]), "expires_at": one["expires_at"]}
        for one in live_secrets(endpoint)
        if one["secret"].startswith(signing.PRIVATE)
    ]


def rotate(
    tenant_id: UUID, endpoint_id: UUID, *, overlap: timedelta, secret: str | None = None
) -> tuple[Endpoint, str]:
    """A new secret; the present ones sign along until `overlap` (0 to 7 days) has passed.

    Errors: `invalid_secret`, `invalid_overlap`, `not_found`.
    """
    rotation.check_overlap(overlap, what="sign")
    text = new_secret(secret)
    with transaction.atomic():
        endpoint = locked(tenant_id, endpoint_id)
        kept = rotation.rotated(live_secrets(endpoint), text, now=datetime.now(UTC), overlap=overlap)
        endpoint.secrets = seal("secrets", endpoint.id, kept)
        touch(endpoint)
        endpoint.save(update_fields=["secrets", "version", "updated_at"])
    return endpoint, text
