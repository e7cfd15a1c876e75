"""The hidden endpoints behind jobs' own callback targets; they share one lane per tenant."""

import hashlib
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery.endpoint_reach import check_url
from hub.delivery.outbox import QUEUE
from hub.delivery.sealed import seal
from hub.rules import signing

LANE = """
INSERT INTO lane (id, queue, tenant_id, token, owner, state) VALUES (%s, %s, %s, 0, '', '{}') ON CONFLICT DO NOTHING
"""
CALLBACK = """
INSERT INTO endpoint (id, tenant_id, lane_id, kind, url, description, event_types, channels, secrets, timeout_s,
    max_in_flight, ordered, disabled_reason, target_hash, version)
VALUES (%(id)s, %(tenant)s, %(tenant)s, 'callback', %(url)s, '', '{}', '{}', %(secrets)s, 15, 100, false, '',
    %(hash)s, 1)
ON CONFLICT (tenant_id, target_hash) DO NOTHING RETURNING id
"""


def callback(tenant_id: UUID, url: str, secret: str | None) -> UUID:
    """The hidden endpoint of a job's own callback target; jobs with the same URL and secret share it.

    Errors: `invalid_url`, `forbidden_target`, `invalid_secret`, each naming `callback_…`.
    """
    check_url(url, field="callback_url")
    signing.check_secret(secret or "", field="callback_secret")
    hashed = hashlib.sha256(f"{url}\n{secret}".encode()).digest()
    known = db.row("SELECT id FROM endpoint WHERE tenant_id = %s AND target_hash = %s", (tenant_id, hashed))
    if known:
        return known[0]
    endpoint_id = db.new_id()
    with transaction.atomic():
        db.execute(LANE, (tenant_id, QUEUE, tenant_id))
        sealed = seal("secrets", endpoint_id, [{"secret": secret, "expires_at": None}])
        db.execute(CALLBACK, {"id": endpoint_id, "tenant": tenant_id, "url": url, "secrets": sealed, "hash": hashed})
    return callback(tenant_id, url, secret)
