"""/replays: deliver again what a filter selects, and steer it while it goes."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import ReplayId
from hub.api.operation import operation
from hub.api.replay_schemas import (
    ChangeOut,
    DryRun,
    ItemPage,
    NewPace,
    NewReplay,
    ReplayCountOut,
    ReplayItemOut,
    ReplayOut,
    ReplayPage,
    Steering,
    change_shape,
    item_shape,
    replay_shape,
)
from hub.api.schemas import Listing, Page
from hub.delivery import replay
from hub.rules import cursor
from hub.rules.ids import require_id

router = Router(tags=["replays"])
READ, WRITE = "deliveries:read", "replays:write"
WHY = {"why": {"reason": "the receiver is slow today"}, "no reason": {}}


@operation(
    router,
    "POST",
    "/replays",
    scope=WRITE,
    returns={200: DryRun, 201: ReplayOut},
    refuses=(404, 409),
    examples={
        "count first": {"filter": {"status_code": "5xx"}, "dry_run": True},
        "slowly": {"filter": {"event_type": "job.*"}, "reason": "the receiver was down", "per_s": 10.0},
        "ten first": {"filter": {"status": ["dead", "cancelled"]}, "canary": 10, "canary_goes_on": True},
    },
    audit=Within("replay.created"),
)
def create_replay(request: HttpRequest, new: NewReplay) -> Status:
    """Replay deliveries.

    The set is what the filter selects now, however long writing it down takes (`preparing`); each item gets a new delivery
    with a fresh budget of attempts. With `dry_run` it is only counted, per endpoint and reason, and nothing is made.
    """
    caller = caller_of(request)
    selection = new.filter.selection()
    if new.dry_run:
        replay.check(caller.tenant_id, selection, url=new.url)
        counted = replay.count(caller.tenant_id, selection, elsewhere=new.url is not None)
        counts = [ReplayCountOut(**each) for each in counted.counts]
        return Status(200, DryRun(total=counted.total, counts=counts, sample=counted.sample, complete=counted.complete))
    asked = replay.Asked(
        by=caller.subject,
        reason=new.reason,
        per_s=new.per_s,
        canary=new.canary,
        canary_goes_on=new.canary_goes_on,
        url=new.url,
    )
    return Status(201, replay_shape(replay.create(caller.tenant_id, selection, asked)))


@operation(router, "GET", "/replays", scope=READ, returns={200: Listing[ReplayOut]})
def list_replays(request: HttpRequest, where: Query[ReplayPage]) -> Listing[ReplayOut]:
    """List replays, newest first."""
    tenant_id = caller_of(request).tenant_id
    rows = replay.listed(tenant_id, state=where.state, before=pagination.before(where), limit=where.limit + 1)
    return pagination.listing(rows, where, shape=replay_shape)


@operation(router, "GET", "/replays/{replay_id}", scope=READ, returns={200: ReplayOut})
def get_replay(request: HttpRequest, replay_id: ReplayId) -> ReplayOut:
    """Get a replay.

    With how many of its deliveries are in which state. A large one that moves is counted every few seconds.
    """
    return replay_shape(replay.get(caller_of(request).tenant_id, _id(replay_id)))


@operation(
    router,
    "PATCH",
    "/replays/{replay_id}",
    scope=WRITE,
    returns={200: ReplayOut},
    refuses=(409,),
    examples={"faster": {"per_s": 100.0}, "as fast as it goes": {"per_s": None}},
    audit=Within("replay.paced"),
)
def pace_replay(request: HttpRequest, replay_id: ReplayId, new: NewPace) -> ReplayOut:
    """Change a replay's pace.

    At any moment until it is over.
    """
    caller = caller_of(request)
    row = replay.set_pace(caller.tenant_id, _id(replay_id), new.per_s, by=caller.subject, reason=new.reason)
    return replay_shape(row)


@operation(
    router,
    "POST",
    "/replays/{replay_id}/pause",
    scope=WRITE,
    returns={200: ReplayOut},
    refuses=(409,),
    examples=WHY,
    audit=Within("replay.paused"),
)
def pause_replay(request: HttpRequest, replay_id: ReplayId, why: Steering) -> ReplayOut:
    """Pause a replay.

    No more deliveries are made of it. Those that were made, about two seconds' worth, and retries go on.
    """
    caller = caller_of(request)
    return replay_shape(replay.pause(caller.tenant_id, _id(replay_id), by=caller.subject, reason=why.reason))


@operation(
    router,
    "POST",
    "/replays/{replay_id}/resume",
    scope=WRITE,
    returns={200: ReplayOut},
    refuses=(409,),
    examples=WHY,
    audit=Within("replay.resumed"),
)
def resume_replay(request: HttpRequest, replay_id: ReplayId, why: Steering) -> ReplayOut:
    """Resume a replay.

    Where it was paused, or with the rest after its canary.
    """
    caller = caller_of(request)
    return replay_shape(replay.resume(caller.tenant_id, _id(replay_id), by=caller.subject, reason=why.reason))


@operation(
    router,
    "POST",
    "/replays/{replay_id}/cancel",
    scope=WRITE,
    returns={200: ReplayOut},
    refuses=(409,),
    examples=WHY,
    audit=Within("replay.cancelled"),
)
def cancel_replay(request: HttpRequest, replay_id: ReplayId, why: Steering) -> ReplayOut:
    """Cancel a replay.

    What is delivered stays so; the rest is cancelled with the reason `replay_cancelled`.
    """
    caller = caller_of(request)
    return replay_shape(replay.cancel(caller.tenant_id, _id(replay_id), by=caller.subject, reason=why.reason))


@operation(router, "GET", "/replays/{replay_id}/items", scope=READ, returns={200: Listing[ReplayItemOut]})
def list_replay_items(request: HttpRequest, replay_id: ReplayId, where: Query[ItemPage]) -> Listing[ReplayItemOut]:
    """List a replay's items.

    By endpoint and event, each with what became of it.
    """
    after = None
    if where.cursor is not None:
        endpoint_id, event_id = cursor.decode_page(where.cursor, field="query.cursor", types=[UUID, UUID])
        after = (endpoint_id, event_id)
    found = replay.items(
        caller_of(request).tenant_id, _id(replay_id), status=where.status, after=after, limit=where.limit + 1
    )
    shown = found[: where.limit]
    more = len(found) > where.limit
    place = cursor.encode_page([shown[-1].endpoint_id, shown[-1].event_id]) if more else None
    return Listing[ReplayItemOut](data=[item_shape(item) for item in shown], next_cursor=place)


@operation(router, "GET", "/replays/{replay_id}/changes", scope=READ, returns={200: Listing[ChangeOut]})
def list_replay_changes(request: HttpRequest, replay_id: ReplayId, page: Query[Page]) -> Listing[ChangeOut]:
    """List who steered a replay, when and why, newest first."""
    rows = replay.changes(
        caller_of(request).tenant_id, _id(replay_id), before=pagination.before(page), limit=page.limit + 1
    )
    return pagination.listing(rows, page, shape=change_shape)


def _id(replay_id: str) -> UUID:
    return require_id("replay", replay_id, field="path.replay_id")
