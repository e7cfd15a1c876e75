"""Deliveries through the drain: fetch what is due, sign it, send it by libcurl, judge the answers, write them down."""

import logging
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast
from uuid import UUID

import structlog

from hub import db
from hub.delivery import outcomes
from hub.delivery.targets import Target, Targets
from hub.lanes.work import Lane
from hub.rules import signing
from hub.rules.ids import public_id
from hub.rules.limits import Breaker, TokenBucket
from hub.rules.status import DeliveryStatus
from hub.wire import Request, Response, Wire

log = structlog.get_logger()

QUEUE = "deliveries"
# A scalar look-up, not EXISTS: the planner turns that into a join over everything that is pending.
DUE = """
(SELECT 1 FROM delivery d WHERE d.lane_id = l.id AND d.status = 'pending' AND d.due_at <= now() LIMIT 1) IS NOT NULL
"""
FETCH = """
SELECT d.id, d.lane_id, d.tenant_id, d.endpoint_id, d.event_id, d.event_type, d.tried, p.version, e.body
FROM unnest(%(lanes)b::uuid[], %(rooms)b::int[]) AS wanted(lane_id, room)
CROSS JOIN LATERAL (
    SELECT * FROM delivery d
    WHERE d.lane_id = wanted.lane_id AND d.status = 'pending' AND d.due_at <= now() AND d.id <> ALL(%(busy)b::uuid[])
    ORDER BY d.due_at, d.id LIMIT wanted.room
) d
JOIN endpoint p ON p.id = d.endpoint_id AND p.deleted_at IS NULL
JOIN event e ON e.id = d.event_id
"""
CONNECT_TIMEOUT_S = 5.0
CALLBACKS_IN_FLIGHT = 100
FIXED_HEADERS = ("content-type: application/json", "user-agent: hub-webhooks/1")


@dataclass(slots=True)
class Owed:
    """A fetched delivery. attempt_id is drawn with the fetch, so that writing a result twice is writing it once."""

    id: UUID
    lane_id: UUID
    token: int
    tenant_id: UUID
    endpoint_id: UUID
    event_id: UUID
    event_type: str
    tried: int
    body: bytes
    target: Target
    attempt_id: UUID
    started_s: float


@dataclass(slots=True)
class Sent:
    """A delivery with its answer."""

    row: Owed
    response: Response


@dataclass(slots=True)
class LaneMemory:
    """What a lane's owner keeps: its target (None for callbacks), breaker and token bucket (times in epoch seconds)."""

    target: Target | None
    breaker: Breaker
    bucket: TokenBucket | None


class Sending:
    """The deliveries' side of the drain; one for the life of a worker process, so that connections are reused."""

    queue = QUEUE
    due_sql = DUE

    def __init__(self, wire: Wire, *, room: int) -> None:
        self.wire = wire
        self.room = room
        self.targets = Targets()

    def open(self, lanes: Sequence[Lane]) -> None:
        """Read the targets of newly leased lanes and take up what their former owner remembered."""
        targets = self.targets.of_lanes([lane.id for lane in lanes])
        for lane in lanes:
            target = targets.get(lane.id)
            saved = lane.state.get("bucket") or {}
            bucket = _bucket(target, saved.get("tokens"), saved.get("at"))
            lane.config = LaneMemory(target, Breaker.from_dict(lane.state.get("breaker") or {}), bucket)

    def cap(self, lane: Lane, now: float) -> int:
        """How many may be in flight: the endpoint's limit, its breaker's and its rate limit's."""
        memory: LaneMemory = lane.config
        under_way = len(lane.in_flight)
        wall_s = time.time()
        allowed = min(
            memory.breaker.allows(wall_s), memory.target.max_in_flight if memory.target else CALLBACKS_IN_FLIGHT
        )
        if allowed == 0:
            lane.blocked_until = now + max(0.0, memory.breaker.until - wall_s)
            return 0
        if memory.target and memory.target.ordered:
            allowed = 1
        if memory.bucket is not None and allowed > under_way:
            _, granted, wait_s = memory.bucket.take(wall_s, allowed - under_way)
            if granted == 0:
                lane.blocked_until = now + wait_s
            allowed = under_way + granted
        return allowed

    def fetch(self, wanted: dict[UUID, int], lanes: dict[UUID, Lane]) -> list[Owed]:
        """Due deliveries of these lanes with their bodies and targets."""
        busy = [row_id for lane_id in wanted for row_id in lanes[lane_id].in_flight]
        params = {"lanes": list(wanted), "rooms": list(wanted.values()), "busy": busy}
        found = db.rows(FETCH, params)
        targets = self.targets.at_least({row[3]: row[7] for row in found})
        wall_s = time.time()
        owed = []
        for id_, lane_id, tenant_id, endpoint_id, event_id, event_type, tried, _, body in found:
            lane, target = lanes[lane_id], targets[endpoint_id]
            _note_start(lane, target, wall_s)
            owed.append(
                Owed(
                    id_,
                    lane_id,
                    lane.token,
                    tenant_id,
                    endpoint_id,
                    event_id,
                    event_type,
                    tried,
                    bytes(body),
                    target,
                    db.new_id(),
                    wall_s,
                )
            )
        return owed

    def start(self, rows: Iterable[Owed]) -> None:
        """Hand signed requests to libcurl."""
        self.wire.start(signed_request(row) for row in rows)

    def collect(self, timeout_s: float) -> list[Sent]:
        """Answers, each with the delivery that it is for."""
        return [Sent(cast(Owed, response.key), response) for response in self.wire.collect(timeout_s)]

    def record(self, results: list[Sent], lanes: dict[UUID, Lane]) -> None:
        """Judge and write down; a result under an old token becomes an attempt and nothing more."""
        judged = [outcomes.judge(sent.row, sent.response, jitter=random.random()) for sent in results]  # noqa: S311
        outcomes.write(judged)
        wall_s, now = time.time(), time.monotonic()
        for one in judged:
            _tell(one)
            lane = lanes.get(one.row.lane_id)
            if lane is not None:
                _learn(lane, one, wall_s=wall_s, now=now)
        for lane_id in {one.row.lane_id for one in judged} & lanes.keys():
            _keep_state(lanes[lane_id])


def signed_request(row: Owed) -> Request:
    """The HTTP request of one attempt; every live secret signs (Standard Webhooks, "Signature scheme")."""
    message_id = public_id("event", row.event_id)
    timestamp_s = int(row.started_s)
    signature = signing.sign(row.target.live_secrets(row.started_s), message_id, timestamp_s, row.body)
    return Request(
        key=row,
        url=row.target.url,
        headers=[
            *FIXED_HEADERS,
            f"webhook-id: {message_id}",
            f"webhook-timestamp: {timestamp_s}",
            f"webhook-signature: {signature}",
            *row.target.headers,
        ],
        body=row.body,
        connect_timeout_s=min(CONNECT_TIMEOUT_S, row.target.timeout_s),
        timeout_s=row.target.timeout_s,
    )


def _tell(one: outcomes.Judged) -> None:
    """One line an attempt; those that went well only at DEBUG: there may be thousands a second."""
    if one.healthy and not log.is_enabled_for(logging.DEBUG):
        return
    log.info(
        "delivery.attempted",
        delivery=public_id("delivery", one.row.id),
        endpoint=public_id("endpoint", one.row.endpoint_id),
        event_type=one.row.event_type,
        attempt=one.row.tried + 1,
        status=one.response.status,
        error=one.response.error,
        ms=round(one.response.duration_ms, 1),
        next=str(one.status),
    )


def _bucket(target: Target | None, tokens: float | None, at: float | None) -> TokenBucket | None:
    if target is None or target.rate_per_s is None:
        return None
    full = TokenBucket.full(target.rate_per_s, max(1.0, target.rate_per_s), now_s=time.time())
    return full if tokens is None or at is None else replace(full, tokens=min(tokens, full.burst), at=at)


def _note_start(lane: Lane, target: Target, wall_s: float) -> None:
    memory: LaneMemory = lane.config
    if memory.target is not None and memory.target is not target:  # the endpoint was changed while we own its lane
        memory.target = target
        memory.bucket = (
            _bucket(target, None, None)
            if memory.bucket is None or target.rate_per_s is None
            else replace(memory.bucket, rate_per_s=target.rate_per_s, burst=max(1.0, target.rate_per_s))
        )
    memory.breaker = memory.breaker.started(wall_s)
    if memory.bucket is not None:
        memory.bucket, _, _ = memory.bucket.take(wall_s, 1)


def _learn(lane: Lane, one: outcomes.Judged, *, wall_s: float, now: float) -> None:
    memory: LaneMemory = lane.config
    if memory.target is not None:  # callbacks share a lane, not a fate
        probed = memory.breaker.state != "closed"
        memory.breaker = memory.breaker.record(wall_s, one.healthy)
        if probed:  # the lane was to wait out the probe's patience; its answer says how long really
            lane.blocked_until = now + max(0.0, memory.breaker.until - wall_s)
    if not one.healthy:
        lane.window = max(1, lane.window // 2)
    if one.status == DeliveryStatus.PENDING and one.row.target.ordered:
        # Its place in the order is its due time, which stays; the whole lane waits instead.
        lane.blocked_until = max(lane.blocked_until, now + (one.delay_s or 0.0))
        lane.hungry = True


def _keep_state(lane: Lane) -> None:
    """For the next owner."""
    memory: LaneMemory = lane.config
    lane.state = {
        "breaker": memory.breaker.to_dict(),
        "bucket": {"tokens": memory.bucket.tokens, "at": memory.bucket.at} if memory.bucket else None,
    }
