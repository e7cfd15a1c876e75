"""`Idempotency-Key`: claim a key with the answer that the work is going to have, or get the first answer back.

Call `claim` inside the transaction that does the work: when that rolls back, so does the claim.
"""

import hashlib
import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from hub import db
from hub.rules.errors import HubError

KEPT_FOR = timedelta(days=7)

CLAIM = """
INSERT INTO first_answer (tenant_id, scope, key, body_hash, answer) VALUES (%s, %s, %s, %s, %s::jsonb)
ON CONFLICT DO NOTHING RETURNING true
"""
FIRST = "SELECT body_hash, answer FROM first_answer WHERE tenant_id = %s AND scope = %s AND key = %s"


def body_hash(body: bytes) -> bytes:
    """SHA-256 of the request's body as it came."""
    return hashlib.sha256(body).digest()


def claim(tenant_id: UUID, *, scope: str, key: str, hashed: bytes, answer: dict[str, Any]) -> dict[str, Any] | None:
    """None when the key is new and now ours; else the first answer.

    A concurrent request with the same key waits here until the first one has committed.
    Errors: `idempotency_key_reused` when the key came with another body before.
    """
    if db.row(CLAIM, (tenant_id, scope, key, hashed, json.dumps(answer))):
        return None
    first = db.row(FIRST, (tenant_id, scope, key))
    if first is None:  # expired between the two statements
        return claim(tenant_id, scope=scope, key=key, hashed=hashed, answer=answer)
    if bytes(first[0]) != hashed:
        raise HubError(
            "idempotency_key_reused",
            "This Idempotency-Key was used before with another body.",
            field="header.Idempotency-Key",
        )
    return first[1]


def first_answer(tenant_id: UUID, *, scope: str, key: str) -> dict[str, Any] | None:
    """What the first request with this key was answered; None for an unknown or forgotten key."""
    found = db.row(FIRST, (tenant_id, scope, key))
    return found[1] if found else None


def forget_old() -> int:
    """Delete answers past their time; how many."""
    return db.execute("DELETE FROM first_answer WHERE created_at < now() - %s", (KEPT_FOR,))
