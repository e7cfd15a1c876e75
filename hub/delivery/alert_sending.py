"""Sending alerts: one after the other, by one process at a time, in bounded time. Rows are the truth; nothing is in Redis.

An alert is claimed by moving its next try away, so whoever dies while sending leaves it to a later run: it may then be sent
twice, never not at all.
"""

import time
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import structlog
from django.conf import settings

from hub import db
from hub.delivery import alert_channels, alert_text
from hub.delivery.alert_models import Recipient, Stage
from hub.delivery.alert_text import Facts
from hub.delivery.alone import ALERTING, alone
from hub.rules.ids import public_id

log = structlog.get_logger()

# Its worker also runs the sweeps.
BUDGET_S = 5.0
# 30 s, 1 min, 2 min … 6 h between tries: about a day and a half.
TRIES = 15
CLAIM = """
UPDATE endpoint_alert a SET tried = a.tried + 1, due_at = now() + make_interval(secs => least(30 * 2 ^ a.tried, 21600))
FROM endpoint p
WHERE p.id = a.endpoint_id AND a.id = (
    SELECT id FROM endpoint_alert WHERE state = 'pending' AND due_at <= now() ORDER BY due_at, id LIMIT 1
    FOR UPDATE SKIP LOCKED
)
RETURNING a.id, a.endpoint_id, a.stage, a.recipient, a.reason, a.outage_at, a.tried, p.url, p.description, p.owner_email,
    p.deleted_at IS NOT NULL
"""
SENT = "UPDATE endpoint_alert SET state = 'sent', sent_at = now(), error = NULL WHERE id = %s"
NOT_SENT = "UPDATE endpoint_alert SET state = %s, error = %s WHERE id = %s"


class Claimed(NamedTuple):
    """An alert and what it says about its endpoint now."""

    id: UUID
    endpoint_id: UUID
    stage: str
    recipient: str
    reason: str
    outage_at: datetime
    tried: int
    url: str
    description: str
    owner_email: str
    deleted: bool


def send_due(*, budget_s: float = BUDGET_S) -> int:
    """Send what is due, for that long; how many were sent."""
    sent = 0
    with alone(ALERTING) as mine:
        end = time.monotonic() + budget_s
        while mine and time.monotonic() < end:
            row = db.row(CLAIM)
            if row is None:
                break
            sent += _settle(Claimed(*row))
    return sent


def _settle(alert: Claimed) -> bool:
    """Try once and write down what became of it; whether it was sent."""
    error, final = _try(alert)
    if error is None:
        db.execute(SENT, (alert.id,))
    else:
        given_up = final or alert.tried >= TRIES
        db.execute(NOT_SENT, ("failed" if given_up else "pending", error, alert.id))
    log.info(
        "alert.attempted",
        endpoint=public_id("endpoint", alert.endpoint_id),
        stage=alert.stage,
        recipient=alert.recipient,
        attempt=alert.tried,
        error=error,
    )
    return error is None


def _try(alert: Claimed) -> tuple[str | None, bool]:
    """(class of error or None, whether another try would say the same)."""
    if alert.deleted:
        return "endpoint_deleted", True
    facts = _facts(alert)
    text = alert_text.body(facts)
    if alert.recipient == Recipient.WEBHOOK:
        if not settings.HUB.alert_webhook_url:
            return "no_recipient", True
        return alert_channels.post(alert.id, f"{alert_text.subject(facts)}\n{text}"), False
    to = settings.HUB.alert_emails if alert.recipient == Recipient.OPERATORS else [alert.owner_email]
    if not settings.HUB.smtp_url or not all(to) or not to:
        return "no_recipient", True
    return alert_channels.mail(alert.id, to, subject=alert_text.subject(facts), text=text), False


def _facts(alert: Claimed) -> Facts:
    return Facts(
        endpoint_id=public_id("endpoint", alert.endpoint_id),
        url=alert.url,
        description=alert.description,
        stage=Stage(alert.stage),
        reason=alert.reason,
        outage_at=alert.outage_at,
        api_url=settings.HUB.api_url,
    )
