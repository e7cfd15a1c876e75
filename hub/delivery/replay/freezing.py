"""Writing down a replay's set: page by page, each in a short transaction, as the deliveries were when it was asked for."""

from uuid import UUID

from hub import db
from hub.delivery.replay.filtered import FILTERED, freeze_filtered
from hub.delivery.replay.selection import MATCHES, from_json, page_sql, params
from hub.delivery.replay_models import Replay

# Deliveries looked through in one transaction: about a quarter of a second.
PAGE = 10_000

# An end that came after the replay was asked for is not part of it: states that are final stay, so whenever a page is read
# the set is the same.
FREEZE = """
WITH page AS MATERIALIZED ({page}), frozen AS (
    INSERT INTO replay_item (replay_id, endpoint_id, event_id, tenant_id, event_type, source_id)
    SELECT %(replay)s, d.endpoint_id, d.event_id, d.tenant_id, d.event_type, d.id
    FROM page d JOIN endpoint p ON p.id = d.endpoint_id AND p.deleted_at IS NULL AND p.kind <> 'stand_in'
    WHERE coalesce(d.finished_at, d.created_at) <= %(asked_at)s AND {matches}
    ON CONFLICT DO NOTHING
    RETURNING endpoint_id
), shared AS (
    INSERT INTO replay_share (replay_id, endpoint_id, total)
    SELECT %(replay)s, endpoint_id, count(*) FROM frozen GROUP BY endpoint_id
    ON CONFLICT (replay_id, endpoint_id) DO UPDATE SET total = replay_share.total + excluded.total
)
SELECT (SELECT count(*) FROM frozen), (SELECT count(*) FROM page), last.endpoint_id, last.id
FROM (SELECT) AS one LEFT JOIN LATERAL (
    SELECT endpoint_id, id FROM page ORDER BY {backwards} LIMIT 1
) last ON true
"""


def freeze_page(replay: Replay, *, page: int = PAGE) -> bool:
    """Add the next page's deliveries to the set of a locked replay, and say how far it is; True when that was the last page."""
    if replay.selection["statuses"] == [FILTERED]:
        return freeze_filtered(replay)
    selection = from_json(replay.selection)
    given = params(replay.tenant_id, selection, elsewhere=replay.stand_in_id is not None, page=page)
    if replay.frozen_to is not None:
        given |= {"after_endpoint": replay.frozen_endpoint_id, "after": replay.frozen_to}
    backwards = "endpoint_id DESC, id DESC" if selection.missed_only else "id DESC"
    sql = FREEZE.format(page=page_sql(selection), matches=MATCHES, backwards=backwards)
    ((frozen, looked, endpoint_id, last),) = db.planned_rows(
        sql, {**given, "replay": replay.id, "asked_at": replay.created_at}
    )
    replay.total += frozen
    _remember(replay, endpoint_id, last)
    return looked < page


def _remember(replay: Replay, endpoint_id: UUID | None, last: UUID | None) -> None:
    if last is not None:
        replay.frozen_endpoint_id, replay.frozen_to = endpoint_id, last
    replay.save(update_fields=["total", "frozen_endpoint_id", "frozen_to"])
