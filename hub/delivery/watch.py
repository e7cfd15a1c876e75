"""Endpoints that fail and nothing else: their owner is warned, and after some days they are disabled.

The senders keep, once for each batch and lane, when the present run of failures began and when the latest came; a minute's
task reads that. Time in which nothing was tried does not count: an endpoint that failed once and was owed nothing since
is not failing. One that was changed or resumed begins anew. Each share of the time is told once in a run.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import structlog
from django.db import transaction

from hub import db
from hub.delivery import alerts, outbox, outcomes
from hub.delivery.alert_models import Stage
from hub.delivery.one_by_one import contained
from hub.rules.ids import public_id

log = structlog.get_logger()

STAGES = {50: Stage.FAILING_50, 75: Stage.FAILING_75}
WARN_AT_PERCENT = tuple(STAGES)
SECONDS_A_DAY = 86_400.0

FAILING = """
SELECT p.id, to_timestamp((l.state #>> '{failing,since}')::float8), to_timestamp((l.state #>> '{failing,last}')::float8),
    coalesce(l.state #>> '{failing,with}', '')
FROM lane l JOIN endpoint p ON p.id = l.id AND p.kind = 'webhook' AND p.deleted_at IS NULL AND p.disabled_at IS NULL
WHERE l.queue = 'deliveries' AND (l.state #>> '{failing,version}')::int = p.version
    AND (l.state #>> '{failing,last}')::float8 - (l.state #>> '{failing,since}')::float8 >= %(least_s)s
    AND NOT (p.failing_since IS NOT DISTINCT FROM to_timestamp((l.state #>> '{failing,since}')::float8)
        AND p.warned_percent >= 100 * ((l.state #>> '{failing,last}')::float8
            - (l.state #>> '{failing,since}')::float8) / %(limit_s)s)
"""
# A sender that died may have taken the news of a success with it. Asked only when a threshold is passed.
SUCCEEDED = "SELECT 1 FROM delivery WHERE endpoint_id = %s AND status = 'delivered' AND finished_at >= %s LIMIT 1"
# The row is the memory of what was told: a second task that passes the same threshold changes nothing.
WARNED = """
UPDATE endpoint SET failing_since = %(since)s, warned_percent = %(percent)s
WHERE id = %(id)s AND disabled_at IS NULL AND (failing_since IS DISTINCT FROM %(since)s OR warned_percent < %(percent)s)
RETURNING tenant_id, url, owner_email, alert_channel
"""
OVER = """
UPDATE endpoint p SET failing_since = NULL, warned_percent = 0
FROM lane l WHERE p.failing_since IS NOT NULL AND p.disabled_at IS NULL AND l.id = p.id
    AND (l.state #>> '{failing,version}')::int IS DISTINCT FROM p.version
"""


class Failing(NamedTuple):
    """An endpoint's present run of failures. failed_with: how the latest attempt ended."""

    endpoint_id: UUID
    since: datetime
    last: datetime
    failed_with: str


def watch(limit: timedelta) -> int:
    """Warn at 50 and 75 % of the limit and disable at its end; how many endpoints were warned about or disabled.

    Who was told of failures is also told when they are over.
    """
    alerts.note_recovered()
    db.execute(OVER)
    limit_s = limit.total_seconds()
    params = {"limit_s": limit_s, "least_s": limit_s * WARN_AT_PERCENT[0] / 100}
    told = 0
    for found in [Failing(*row) for row in db.rows(FAILING, params)]:
        percent = _percent(found, limit)
        with contained("endpoint.not_watched", endpoint=public_id("endpoint", found.endpoint_id)):
            if percent and not db.rows(SUCCEEDED, (found.endpoint_id, found.since)):
                told += _warn(found, percent, limit)
    return told


def _percent(found: Failing, limit: timedelta) -> int:
    """The highest threshold that has been passed, 0 for none."""
    share = 100 * (found.last - found.since) / limit
    return max((percent for percent in (*WARN_AT_PERCENT, 100) if share >= percent), default=0)


def _warn(found: Failing, percent: int, limit: timedelta) -> bool:
    """Tell of one threshold, the last of which disables; False when that has been done."""
    with transaction.atomic():
        row = db.row(WARNED, {"id": found.endpoint_id, "since": found.since, "percent": percent})
        if row is None:
            return False
        tenant_id, url, owner_email, channel = row
        data = {
            "endpoint_id": public_id("endpoint", found.endpoint_id),
            "url": url,
            "failing_since": found.since.isoformat(),
            "percent": percent,
            "disabled_at": (found.since + limit).isoformat() if percent < 100 else None,
            "owner_email": owner_email or None,
        }
        channels = (channel,) if channel else ()
        at, subject = datetime.now(UTC), found.endpoint_id
        event = outbox.new_event(tenant_id, "endpoint.failing", data, at=at, subject_id=subject, channels=channels)
        outbox.publish([event])
        if percent == 100:
            days = limit.total_seconds() / SECONDS_A_DAY
            outcomes.disable(found.endpoint_id, reason=f"Nothing but failures for {days:g} days.")
        else:
            stage, reason = STAGES[percent], f"Every attempt fails, the latest with {found.failed_with or 'an error'}."
            alerts.note(found.endpoint_id, stage, outage_at=found.since, reason=reason)
    log.warning("endpoint.failing", endpoint=data["endpoint_id"], percent=percent)
    return True
