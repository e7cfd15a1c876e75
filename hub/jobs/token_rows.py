"""The rows behind tokens.py: short transactions, each under the row's lock."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db, vault
from hub.connectors.credentials import Token, held_token
from hub.connectors.outbound import RemoteFailure
from hub.jobs import parking
from hub.jobs.accesses import DELETED, open_credentials
from hub.rules.outcomes import Category, Outcome

MAKE = """
INSERT INTO connection_token (connection_id, tenant_id, version)
SELECT id, tenant_id, 1 FROM connection WHERE id = %s AND deleted_at IS NULL
ON CONFLICT (connection_id) DO NOTHING
"""
LOCKED = """
SELECT t.version, t.sealed, t.claimed_by, coalesce(t.claimed_until > now(), false), c.credentials
FROM connection_token t JOIN connection c ON c.id = t.connection_id
WHERE t.connection_id = %s AND c.deleted_at IS NULL FOR UPDATE OF t
"""
CLAIM = "UPDATE connection_token SET claimed_by = %s, claimed_until = now() + %s WHERE connection_id = %s"
RELEASE = """
UPDATE connection_token SET claimed_by = NULL, claimed_until = NULL WHERE connection_id = %s AND claimed_by = %s
"""
KEEP = """
UPDATE connection_token SET sealed = %(sealed)s, expires_at = %(expires_at)s, version = version + 1, claimed_by = NULL,
    claimed_until = NULL, renewed_at = now()
WHERE connection_id = %(id)s AND version = %(version)s
"""
ENDS = "UPDATE connection SET credentials_end_at = %s, warned_at = NULL WHERE id = %s"
RESET = """
UPDATE connection_token SET sealed = NULL, expires_at = NULL, version = version + 1, claimed_by = NULL, claimed_until = NULL
WHERE connection_id = %s
"""
# A token that ends sooner is not handed out any more, not even while another process fetches the next one.
LAST_MOMENT = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to fetch a token. credentials: the newest there are. version: what they are kept under."""

    version: int
    credentials: dict[str, Any] = field(repr=False)
    refresh_token: str | None = field(repr=False)


def look(connection_id: UUID, *, refused: str | None, owner: UUID, claim: timedelta) -> Token | Claim | None:
    """The token if it is fresh, else the right to fetch one, else None: somebody else has it; look again.

    refused: a token that the system has just refused. RemoteFailure when the connection is gone.
    """
    now = datetime.now(UTC)
    with transaction.atomic():
        db.execute(MAKE, (connection_id,))
        version, sealed, claimed_by, claimed, credentials = _locked(connection_id)
        opened = open_credentials(connection_id, credentials)
        token = _unseal(connection_id, sealed) if sealed else held_token(opened)
        usable = token if token is not None and token.value != refused else None
        if usable is not None and usable.fresh(now):
            return usable
        if claimed and claimed_by != owner:
            still_good = usable is not None and usable.expires_at is not None and usable.expires_at > now + LAST_MOMENT
            return usable if still_good else None
        db.execute(CLAIM, (owner, claim, connection_id))
        rotated = token.refresh_token if token is not None else None
        return Claim(version, opened | ({"refresh_token": rotated} if rotated else {}), rotated)


def keep(connection_id: UUID, token: Token, *, claim: Claim, owner: UUID) -> Token | None:
    """Save a token that was fetched under a claim; None when newer credentials or a newer token have come meanwhile."""
    with transaction.atomic():
        params = {
            "sealed": _seal(connection_id, token),
            "expires_at": token.expires_at,
            "id": connection_id,
            "version": claim.version,
        }
        if not db.execute(KEEP, params):
            db.execute(RELEASE, (connection_id, owner))
            return None
        if token.grant_ends_at is not None:
            db.execute(ENDS, (token.grant_ends_at, connection_id))
        return token


def give_up(connection_id: UUID, outcome: Outcome, *, claim: Claim, owner: UUID) -> bool:
    """The token endpoint gave none. Whether that is final: False when the row has changed since the claim.

    What the endpoint refuses for good breaks the connection, in the same transaction.
    """
    with transaction.atomic():
        changed = _locked(connection_id)[0] != claim.version
        db.execute(RELEASE, (connection_id, owner))
        if changed:
            return False
        if outcome.category is Category.AUTH:
            parking.declare_broken(connection_id, outcome)
        return True


def reset(connection_id: UUID) -> None:
    """New credentials were given: what was fetched with the old ones counts no more, nor what is being fetched."""
    db.execute(RESET, (connection_id,))


def _locked(connection_id: UUID) -> tuple[Any, ...]:
    row = db.row(LOCKED, (connection_id,))
    if row is None:
        raise RemoteFailure(DELETED)
    return row


def _seal(connection_id: UUID, token: Token) -> bytes:
    document = {
        "access_token": token.value,
        "expires_at": token.expires_at.isoformat() if token.expires_at else None,
        "refresh_token": token.refresh_token,
        "extra": dict(token.extra),
    }
    return vault.seal(json.dumps(document).encode(), context=_context(connection_id))


def _unseal(connection_id: UUID, sealed: bytes) -> Token:
    document = json.loads(vault.open(bytes(sealed), context=_context(connection_id)))
    ends = document["expires_at"]
    expires_at = datetime.fromisoformat(ends) if ends else None
    return Token(document["access_token"], expires_at, document["refresh_token"], document["extra"])


def _context(connection_id: UUID) -> bytes:
    return f"connection-token:{connection_id}".encode()
