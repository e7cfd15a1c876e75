"""A source's address and the secrets that verify what comes there: rotation, what counts now."""

import secrets as randomness
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from hub.accounts import tokens
from hub.inbound.models import Source
from hub.inbound.sealed import seal, unseal
from hub.rules import rotation, signing
from hub.rules.errors import HubError
from hub.rules.inbound import presets
from hub.rules.inbound.received import Options

# Of the path; long enough that nobody guesses one (256 bits).
PATH = "/in/"


def new_token(source: Source) -> None:
    """Give the source an address; save it."""
    token = randomness.token_urlsafe(32)
    source.token_hash = tokens.digest(token)
    source.token = seal("token", source.id, token)


def address(source: Source) -> str:
    """The URL that the outside system is told to call: whoever knows it can send."""
    return address_of(unseal("token", source.id, source.token))


def address_of(token: str) -> str:
    """The URL of a token, as senders know it."""
    return f"{settings.HUB.api_url.rstrip('/')}{PATH}{token}"


def first_secret(source: Source, given: str | None) -> str | None:
    """Seal the source's first secret: the given one, one of ours where we make it, or none yet. Errors: `invalid_secret`."""
    preset = presets.PRESETS[source.preset]
    text = given
    if given is not None:
        presets.check_secret(preset, given, Options(**source.options))
    elif preset.key == "made":
        text = made(source)
    source.secrets = seal("secrets", source.id, [] if text is None else [{"secret": text, "expires_at": None}])
    return text


def made(source: Source) -> str:
    """A secret of ours, in the form that the preset wants."""
    raw = randomness.token_bytes(32)
    if source.preset == "standard_webhooks":
        return signing.new_secret(raw)
    if source.options.get("secret_encoding") == "base64":
        return signing.new_secret(raw).removeprefix(signing.SYMMETRIC)
    return raw.hex()


def live_secrets(source: Source) -> list[dict[str, Any]]:
    """Every secret that verifies now, the newest first: [{"secret", "expires_at": ISO 8601 or None}]."""
    return rotation.live(unseal("secrets", source.id, source.secrets), datetime.now(UTC))


def rotate(tenant_id: UUID, source_id: UUID, *, overlap: timedelta, secret: str | None = None) -> Source:
    """A new secret; the present ones verify along until `overlap` (0 to 7 days) has passed.

    Errors: `not_found`, `invalid_secret`, `invalid_overlap`; `secret_required` where the sender makes the secret.
    """
    rotation.check_overlap(overlap, what="verify")
    with transaction.atomic():
        source = locked(tenant_id, source_id)
        text = _next_secret(source, secret)
        kept = rotation.rotated(live_secrets(source), text, now=datetime.now(UTC), overlap=overlap)
        source.secrets = seal("secrets", source.id, kept)
        touch(source)
        source.save(update_fields=["secrets", "version", "updated_at"])
    source.refresh_from_db()
    return source


def _next_secret(source: Source, given: str | None) -> str:
    preset = presets.PRESETS[source.preset]
    if given is not None or preset.key == "none":
        presets.check_secret(preset, given or "", Options(**source.options))
        return given or ""
    if preset.key == "given":
        raise HubError("secret_required", f"{preset.title} makes the secret: send it here.", field="secret")
    return made(source)


def locked(tenant_id: UUID, source_id: UUID) -> Source:
    """The tenant's source, locked until the transaction ends. Errors: `not_found`."""
    found = Source.objects.select_for_update().filter(id=source_id, tenant_id=tenant_id, deleted_at=None).first()
    return found or missing()


def missing() -> Source:
    """Raise HubError `not_found`."""
    raise HubError("not_found", "There is no source with this id.", field="path.source_id")


def touch(source: Source) -> None:
    """It was changed now."""
    source.version += 1
    source.updated_at = Now()
