"""Asking for a replay: its row and first steps, or the one delivery at once."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import endpoint_rows
from hub.delivery.replay import motion, stand_in
from hub.delivery.replay.audit import note
from hub.delivery.replay.filtered import LeftOut
from hub.delivery.replay.releasing import database_now
from hub.delivery.replay.selection import Selection
from hub.delivery.replay_models import Replay
from hub.rules.errors import HubError
from hub.rules.replays import ReplayState
from hub.rules.status import DeliveryStatus

FINISHED = ("delivered", "dead", "cancelled")
# Looked through while the caller waits.
FIRST_PAGE = 5_000
THERE = {
    "endpoint_id": ("SELECT 1 FROM endpoint WHERE id = %s AND tenant_id = %s AND deleted_at IS NULL", "endpoint"),
    "event_id": ("SELECT 1 FROM event WHERE id = %s AND tenant_id = %s", "event"),
    "replay_id": ("SELECT 1 FROM replay WHERE id = %s AND tenant_id = %s", "replay"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants it, why, and how.

    per_s: deliveries a second; None as fast as the endpoints take them. canary: so many first; the rest follows when somebody
    resumes, or by itself when all were delivered and `canary_goes_on`. url: everything goes to this address instead.
    """

    by: str
    reason: str = ""
    per_s: float | None = None
    canary: int | None = None
    canary_goes_on: bool = False
    url: str | None = None


def check(tenant_id: UUID, selection: Selection, *, url: str | None) -> None:
    """What a replay, and its dry run, is refused for.

    Errors: `not_found` for an endpoint, event or replay that is not there; `held_delivery` for held ones without `url`; with
    `url` also `endpoint_missing`, `invalid_url`, `forbidden_target`.
    """
    for name, (sql, noun) in THERE.items():
        wanted = getattr(selection, name)
        if wanted is not None and db.row(sql, (wanted, tenant_id)) is None:
            raise HubError("not_found", f"There is no {noun} with this id.", field=f"body.filter.{name}")
    if url is not None:
        stand_in.check(selection.endpoint_id, url)
    elif DeliveryStatus.HELD in selection.statuses:
        detail = "Held deliveries go out when their endpoint is resumed; only to another `url` can they go before."
        raise HubError("held_delivery", detail, field="body.filter.status")


def create(tenant_id: UUID, selection: Selection, asked: Asked) -> Replay:
    """A replay whose set is what the selection matches now. A small one has its deliveries already, a large one is `preparing`.

    Errors as `check`.
    """
    check(tenant_id, selection, url=asked.url)
    replay = _row(tenant_id, selection, asked)
    motion.advance(replay.id, page=FIRST_PAGE)
    return Replay.objects.get(id=replay.id)


def create_filtered(tenant_id: UUID, selection: LeftOut, asked: Asked) -> Replay:
    """A replay of what the endpoint's filters left out: its items go out although the filters do not want them.

    Errors: `not_found` for the endpoint.
    """
    endpoint_rows.get(tenant_id, selection.endpoint_id)
    replay = _row(tenant_id, selection, asked)
    motion.advance(replay.id)
    return Replay.objects.get(id=replay.id)


def replay_one(tenant_id: UUID, delivery_id: UUID, asked: Asked) -> Replay:
    """Deliver one again, whatever became of it. Errors: `not_found`; `delivery_pending` while it is still on its way."""
    found = db.row(
        "SELECT status, endpoint_id FROM delivery WHERE id = %s AND tenant_id = %s", (delivery_id, tenant_id)
    )
    if found is None:
        raise HubError("not_found", "There is no delivery with this id.", field="path.delivery_id")
    if found[0] not in FINISHED:
        way = "retry it" if found[0] == DeliveryStatus.PENDING else "resume its endpoint"
        detail = f"This delivery is {found[0]}: {way} to have it sent now."
        raise HubError("delivery_pending", detail, field="path.delivery_id")
    with transaction.atomic():
        selection = Selection(statuses=FINISHED, delivery_id=delivery_id)
        replay = create(tenant_id, selection, asked)
        if not replay.released:
            # A refusal undoes the replay that turned out empty.
            detail = (
                "Another delivery of this event to this endpoint is on its way, or the endpoint or the event is gone."
            )
            raise HubError("delivery_pending", detail, field="path.delivery_id")
        endpoint_rows.unblock(found[1])  # somebody looks at what becomes of this one
    return replay


def _row(tenant_id: UUID, selection: Selection | LeftOut, asked: Asked) -> Replay:
    with transaction.atomic():
        replay = Replay(
            id=db.new_id(),
            tenant_id=tenant_id,
            requested_by=asked.by,
            reason=asked.reason,
            selection=selection.as_json(),
            per_s=asked.per_s,
            total=0,
            state=ReplayState.PREPARING,
            canary=asked.canary,
            canary_goes_on=asked.canary_goes_on,
            single=isinstance(selection, Selection) and selection.delivery_id is not None,
            created_at=database_now(),
        )
        if asked.url is not None:
            replay.stand_in_url = asked.url
            replay.stand_in_id = stand_in.create(tenant_id, selection.endpoint_id, asked.url, replay_id=replay.id)
        replay.save(force_insert=True)
        note(replay, by=asked.by, reason=asked.reason)
    return replay
