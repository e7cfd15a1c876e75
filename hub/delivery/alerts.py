"""Alerts: what befalls an endpoint is told to its owner and to the operators, each stage once in an outage.

Whoever changes the endpoint writes the alerts in the same transaction (`note`); a periodic task sends them
(`alert_sending.py`). What nobody could be told, because no channel is set up, is not written down.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from hub import db
from hub.delivery import endpoint_rows
from hub.delivery.alert_models import Alert, Recipient, Stage
from hub.delivery.one_by_one import contained
from hub.rules.ids import public_id

KEPT = timedelta(days=30)
BATCH = 5_000

NOTE = """
INSERT INTO endpoint_alert (id, tenant_id, endpoint_id, stage, recipient, outage_at, reason)
SELECT uuidv7(), p.tenant_id, p.id, %(stage)s, recipient, %(outage_at)s, %(reason)s
FROM endpoint p, unnest(%(recipients)s::text[]) AS recipient
WHERE p.id = %(endpoint)s AND p.kind = 'webhook' AND (recipient <> 'owner' OR p.owner_email <> '')
ON CONFLICT DO NOTHING
"""
# Told of an outage, taking deliveries since, and nobody has heard of that yet.
RECOVERED = """
SELECT DISTINCT ON (a.endpoint_id) a.endpoint_id, a.outage_at
FROM endpoint_alert a JOIN endpoint p ON p.id = a.endpoint_id AND p.disabled_at IS NULL AND p.deleted_at IS NULL
JOIN lane l ON l.id = p.id AND NOT l.state ? 'failing'
    AND (l.state ->> 'succeeded')::float8 > extract(epoch FROM a.created_at)
WHERE a.stage <> 'recovered' AND NOT EXISTS (
    SELECT FROM endpoint_alert r WHERE r.endpoint_id = a.endpoint_id AND r.stage = 'recovered' AND r.id > a.id
)
ORDER BY a.endpoint_id, a.id DESC
"""
FORGET = """
DELETE FROM endpoint_alert WHERE id = ANY(ARRAY(
    SELECT id FROM endpoint_alert WHERE created_at < now() - %s::interval AND state <> 'pending' LIMIT %s
))
"""


def note(endpoint_id: UUID, stage: Stage, *, outage_at: datetime, reason: str) -> None:
    """Owe the news to everybody who can be told, in the caller's transaction. reason: one sentence."""
    recipients = [str(recipient) for recipient in _reachable()]
    if recipients:
        db.execute(
            NOTE,
            {
                "endpoint": endpoint_id,
                "stage": str(stage),
                "outage_at": outage_at,
                "reason": reason,
                "recipients": recipients,
            },
        )


def note_recovered() -> int:
    """Owe the news of endpoints that take deliveries again after an outage that was told; how many."""
    found = db.rows(RECOVERED)
    for endpoint_id, outage_at in found:
        with contained("endpoint.not_told", endpoint=public_id("endpoint", endpoint_id)):
            note(endpoint_id, Stage.RECOVERED, outage_at=outage_at, reason="It takes deliveries again.")
    return len(found)


def owners(tenant_id: UUID, endpoint_id: UUID, *, before: UUID | None, limit: int) -> list[Alert]:
    """What its owner was told or is to be told, newest first. Errors: `not_found`."""
    endpoint_rows.get(tenant_id, endpoint_id)
    found = Alert.objects.filter(tenant_id=tenant_id, endpoint_id=endpoint_id, recipient=Recipient.OWNER)
    return list((found if before is None else found.filter(id__lt=before)).order_by("-id")[:limit])


def forget_old() -> int:
    """Delete alerts of long ago, a batch a transaction; how many."""
    return db.execute_until_done(FORGET, (KEPT, BATCH))


def _reachable() -> list[Recipient]:
    env = settings.HUB
    mail = [Recipient.OWNER, *([Recipient.OPERATORS] if env.alert_emails else [])] if env.smtp_url else []
    return [*mail, *([Recipient.WEBHOOK] if env.alert_webhook_url else [])]
