"""The hidden endpoints behind jobs' own callback targets.

Spread over some lanes of their tenant, so that one that hangs holds up few of the others. Not a lane for each: systems name
another address with each job, and whoever looks for lanes with something due passes by all of them.
"""

import hashlib
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from hub import db
from hub.delivery.endpoint_reach import check_url
from hub.delivery.outbox import QUEUE
from hub.delivery.sealed import seal
from hub.rules import signing

LANES_A_TENANT = 32

# A target in use says so at times, and nobody removes it then (jobs/retention.py). Its lane may be from when all shared one.
KNOWN = """
SELECT id, lane_id = %(lane)s AND updated_at > now() - interval '1 hour' FROM endpoint
WHERE tenant_id = %(tenant)s AND target_hash = %(hash)s
"""
USE = "UPDATE endpoint SET lane_id = %(lane)s, updated_at = now() WHERE id = %(id)s"
LANE = """
INSERT INTO lane (id, queue, tenant_id, token, owner, state) VALUES (%s, %s, %s, 0, '', '{}') ON CONFLICT DO NOTHING
"""
CALLBACK = """
INSERT INTO endpoint (id, tenant_id, lane_id, kind, url, description, event_types, channels, secrets, timeout_s,
    max_in_flight, ordered, disabled_reason, target_hash, version)
VALUES (%(id)s, %(tenant)s, %(lane)s, 'callback', %(url)s, '', '{}', '{}', %(secrets)s, 15, 100, false, '',
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
    target = {"tenant": tenant_id, "hash": hashed, "lane": uuid5(tenant_id, str(hashed[0] % LANES_A_TENANT))}
    while True:
        known = db.row(KNOWN, target)
        if known and known[1]:
            return known[0]
        with transaction.atomic():
            db.execute(LANE, (target["lane"], QUEUE, tenant_id))
            if known:
                db.execute(USE, {**target, "id": known[0]})
            else:
                _make({**target, "url": url}, secret)


def _make(target: dict[str, Any], secret: str | None) -> None:
    endpoint_id = db.new_id()
    sealed = seal("secrets", endpoint_id, [{"secret": secret, "expires_at": None}])
    db.execute(CALLBACK, {**target, "id": endpoint_id, "secrets": sealed})
