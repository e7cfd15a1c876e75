"""Who is calling: the one answer to "which tenant, and what may it do", for machines and for operators."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from hub.accounts import tokens
from hub.accounts.models import ApiKey, Membership
from hub.accounts.scopes import ROLES, covers
from hub.rules.ids import parse_id, public_id

# A revoked key is refused everywhere within this time; until then each process trusts what it has read.
TRUST_S = 5.0
USED_EVERY = timedelta(minutes=1)
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Caller:
    """An authenticated caller. subject: its public id (`key_…` or `op_…`)."""

    tenant_id: UUID
    scopes: frozenset[str]
    subject: str

    def may(self, scope: str) -> bool:
        """Whether the scope was granted, by name or by `*`."""
        return covers(self.scopes, frozenset({scope}))


_roles: dict[tuple[str, str], tuple[float, str | None]] = {}
_known: dict[bytes, tuple[float, Caller | None]] = {}


def by_token(token: str) -> Caller | None:
    """The caller behind a bearer token (an API key or an operator's access token), or None.

    API keys are remembered in the process for TRUST_S seconds, wrong ones too; so are the roles of operators.
    """
    if not token.startswith(tokens.API_KEY_PREFIX):
        return _operator(token)
    key_hash = tokens.digest(token)
    now = time.monotonic()
    known = _known.get(key_hash)
    if known is not None and known[0] > now:
        return known[1]
    trusted_s, caller = _machine(key_hash)
    if len(_known) >= REMEMBERED:
        _known.clear()
    _known[key_hash] = (now + trusted_s, caller)
    return caller


def forget() -> None:
    """Forget every remembered key and role of this process."""
    _known.clear()
    _roles.clear()


def _machine(key_hash: bytes) -> tuple[float, Caller | None]:
    """(seconds to trust this answer, the key's caller or None)"""
    now = datetime.now(UTC)
    key = (
        ApiKey.objects.filter(hash=key_hash, revoked_at=None)
        .filter(Q(expires_at=None) | Q(expires_at__gt=now))
        .only("id", "tenant_id", "scopes", "expires_at", "last_used_at")
        .first()
    )
    if key is None:
        return TRUST_S, None
    if key.last_used_at is None or key.last_used_at < now - USED_EVERY:
        ApiKey.objects.filter(id=key.id).update(last_used_at=now)
    left_s = (key.expires_at - now).total_seconds() if key.expires_at else TRUST_S
    return min(TRUST_S, left_s), Caller(key.tenant_id, frozenset(key.scopes), public_id("key", key.id))


def _operator(token: str) -> Caller | None:
    claims = tokens.verify(tokens.OPERATOR, token)
    if claims is None:
        return None
    role = _role(claims["sub"], claims["tid"])
    return None if role is None else Caller(UUID(claims["tid"]), ROLES[role], claims["sub"])


def _role(subject: str, tenant_id: str) -> str | None:
    """The operator's present role in the tenant, not the one that the token was issued with; None for no member."""
    now = time.monotonic()
    known = _roles.get((subject, tenant_id))
    if known is not None and known[0] > now:
        return known[1]
    found = Membership.objects.filter(
        operator_id=parse_id("operator", subject), tenant_id=tenant_id, operator__is_active=True
    )
    role = found.values_list("role", flat=True).first()
    if len(_roles) >= REMEMBERED:
        _roles.clear()
    _roles[subject, tenant_id] = (now + TRUST_S, role)
    return role
