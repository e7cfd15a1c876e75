"""API keys: create, revoke, list."""

from datetime import UTC, datetime
from uuid import UUID

from hub.accounts import callers, tokens
from hub.accounts.models import ApiKey, Tenant, new_id
from hub.accounts.scopes import covers, require_scopes
from hub.rules.errors import HubError


def create_key(
    tenant: Tenant | UUID, *, name: str, scopes: list[str], expires_at: datetime | None = None
) -> tuple[ApiKey, str]:
    """A new key and its token, which is never shown again. HubError `unknown_scope`, `already_past`."""
    scopes = require_scopes(scopes, field="body.scopes")
    if expires_at is not None and expires_at <= datetime.now(UTC):
        raise HubError("already_past", "The key would have expired already.", field="body.expires_at")
    token = tokens.new_secret(tokens.API_KEY_PREFIX)
    key = ApiKey(
        id=new_id(),
        tenant_id=tenant.id if isinstance(tenant, Tenant) else tenant,
        name=name,
        hash=tokens.digest(token),
        hint=token[-4:],
        scopes=scopes,
        expires_at=expires_at,
    )
    key.save(force_insert=True)
    return key, token


def grant_key(
    granted: frozenset[str],
    tenant_id: UUID,
    *,
    name: str,
    scopes: list[str],
    expires_at: datetime | None = None,
) -> tuple[ApiKey, str]:
    """`create_key` for a caller who was `granted` these scopes: nobody hands on more than they have (`forbidden`)."""
    if not covers(granted, frozenset(scopes)):
        raise HubError("forbidden", "A key cannot have scopes that its creator lacks.", field="body.scopes")
    return create_key(tenant_id, name=name, scopes=scopes, expires_at=expires_at)


def revoke_key(tenant: Tenant | UUID, key_id: UUID) -> ApiKey:
    """Revoke a key for good; again is harmless. HubError `not_found`.

    Every process refuses it within callers.TRUST_S seconds.
    """
    tenant_id = tenant.id if isinstance(tenant, Tenant) else tenant
    ApiKey.objects.filter(tenant_id=tenant_id, id=key_id, revoked_at=None).update(revoked_at=datetime.now(UTC))
    callers.forget()
    return get_key(tenant_id, key_id)


def get_key(tenant_id: UUID, key_id: UUID) -> ApiKey:
    """The tenant's key, or HubError `not_found`."""
    key = ApiKey.objects.filter(tenant_id=tenant_id, id=key_id).first()
    if key is None:
        raise HubError("not_found", "There is no such key.")
    return key


def list_keys(tenant_id: UUID, *, before: UUID | None, limit: int) -> list[ApiKey]:
    """Keys, newest first (a UUIDv7 is in order of time), those older than the key `before` when it is given."""
    found = ApiKey.objects.filter(tenant_id=tenant_id)
    if before is not None:
        found = found.filter(id__lt=before)
    return list(found.order_by("-id")[:limit])
