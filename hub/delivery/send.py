"""Deliveries through the drain: fetch what is due, sign it, send it by libcurl, judge the answers, write them down."""

import logging
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

import structlog

from hub import db
from hub.delivery import fetching, holding, outcomes
from hub.delivery.lane_memory import (
    UNBLOCKED,
    LaneMemory,
    follow,
    keep_fresh_start,
    keep_state,
    learn,
    note_start,
    remember,
)
from hub.delivery.targets import Target, Targets
from hub.delivery.tokens import Errand, Tokens
from hub.lanes.work import Lane
from hub.rules import signing
from hub.rules.ids import public_id
from hub.wire import NOT_SENT, Request, Response, Wire

log = structlog.get_logger()

QUEUE = "deliveries"
CONNECT_TIMEOUT_S = 5.0
CALLBACKS_IN_FLIGHT = 100
# Keeps a process busy whose receivers answer within milliseconds: 120 at once cost 52 µs of it each, 200 65.
FIRST_ROOM = 120
UNAUTHORIZED = 401
UNREADABLE = "The endpoint's secrets cannot be decrypted by the hub's present keys."
# Said with an attempt whose answer the database does not take.
NOT_KEPT = "The answer's headers and body could not be kept."
FIXED_HEADERS = ("content-type: application/json", "user-agent: hub-webhooks/1")


@dataclass(slots=True)
class Owed:
    """A fetched delivery. attempt_id is drawn with the fetch, so that writing a result twice is writing it once.

    held: whether its lane is still ours.
    """

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
    held: Callable[[], bool]


@dataclass(slots=True)
class Sent:
    """A delivery with its answer."""

    row: Owed
    response: Response


class Sending:
    """The deliveries' side of the drain; one for the life of a worker process, so that connections are reused."""

    queue = QUEUE
    first_room = FIRST_ROOM
    due_sql = fetching.DUE
    unblocked_sql = UNBLOCKED

    def __init__(self, wire: Wire, *, room: int) -> None:
        self.wire = wire
        self.room = room
        self.targets = Targets()
        self.tokens = Tokens(wire)
        # Without a token or secrets nothing is sent; what the attempt says then is collected like an answer.
        self.unsent: list[Sent] = []

    def open(self, lanes: Sequence[Lane]) -> None:
        """Read the targets of newly leased lanes and take up what their former owner remembered."""
        targets = self.targets.of_lanes([lane.id for lane in lanes])
        for lane in lanes:
            lane.config = remember(targets.get(lane.id), lane.state)
            keep_fresh_start(lane)

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
        if memory.target and memory.target.oauth:
            usable, wait_s = self.tokens.allows(memory.target.endpoint_id, memory.target.oauth, wall_s)
            if usable == 0:
                lane.blocked_until = now + wait_s
                return 0
            allowed = min(allowed, usable)
        if memory.bucket is not None and allowed > under_way:
            _, granted, wait_s = memory.bucket.take(wall_s, allowed - under_way)
            if granted == 0:
                lane.blocked_until = now + wait_s
            allowed = under_way + granted
        return allowed

    def fetch(self, wanted: dict[UUID, int], lanes: dict[UUID, Lane]) -> list[Owed]:
        """Due deliveries of these lanes with their bodies and targets."""
        found = fetching.due_rows(wanted, lanes)
        targets = self.targets.at_least({row.endpoint_id: row.version for row in found})
        wall_s = time.time()
        owed = []
        for row in found:
            lane, target = lanes[row.lane_id], targets[row.endpoint_id]
            if row.too_early:  # an older one was committed as held after its endpoint had been resumed
                holding.settle(row.endpoint_id)
                continue
            if target.oauth and not self.tokens.ready(row.endpoint_id, target.oauth):
                follow(lane, target)  # it has just been given credentials
                lane.since = None
                continue
            note_start(lane, target, wall_s)
            what = (row.tenant_id, row.endpoint_id, row.event_id, row.event_type, row.tried, bytes(row.body))
            owed.append(Owed(row.id, row.lane_id, lane.token, *what, target, db.new_id(), wall_s, lane.held))
        return owed

    def start(self, rows: Iterable[Owed]) -> None:
        """Hand signed requests to libcurl."""
        self.wire.start(self._requests(rows))

    def collect(self, timeout_s: float) -> list[Sent]:
        """Answers, each with the delivery that it is for."""
        sent, self.unsent = self.unsent, []
        for response in self.wire.collect(0 if sent else timeout_s):
            if isinstance(response.key, Errand):
                self.tokens.take(response, time.time())
            else:
                sent.append(Sent(cast(Owed, response.key), response))
        return sent

    def bare(self, result: Sent) -> Sent:
        """What became of it, without the receiver's words."""
        answer = result.response
        kept = Response(answer.key, answer.status, answer.error, NOT_KEPT, answer.duration_ms)
        return Sent(result.row, kept)

    def record(self, results: list[Sent], lanes: dict[UUID, Lane]) -> None:
        """Judge and write down; a result under an old token becomes an attempt and nothing more."""
        results = _without_unsent(results, lanes)
        if not results:
            return
        judged = [outcomes.judge(sent.row, sent.response, jitter=random.random()) for sent in results]  # noqa: S311
        outcomes.write(judged)
        wall_s, now = time.time(), time.monotonic()
        for one in judged:
            _tell(one)
            lane = lanes.get(one.row.lane_id)
            if lane is not None:
                learn(lane, one, wall_s=wall_s, now=now)
            if one.row.target.oauth is not None:
                self._learn_of_token(one, wall_s)
        for lane_id in {one.row.lane_id for one in judged} & lanes.keys():
            keep_state(lanes[lane_id])

    def _requests(self, rows: Iterable[Owed]) -> Iterable[Request]:
        for row in rows:
            if not row.held():  # this process slept through its lease
                self.unsent.append(Sent(row, Response(row, error=NOT_SENT)))
            elif row.target.unreadable:
                self.unsent.append(Sent(row, Response(row, error="secrets_unreadable", error_detail=UNREADABLE)))
            elif row.target.oauth is None:
                yield signed_request(row)
            elif isinstance(header := self.tokens.header_or_failure(row.endpoint_id), Response):
                self.unsent.append(Sent(row, header))
            else:
                request = signed_request(row)
                request.headers.append(header)
                yield request

    def _learn_of_token(self, one: outcomes.Judged, wall_s: float) -> None:
        if one.healthy:
            self.tokens.worked(one.row.endpoint_id)
        elif one.response.status == UNAUTHORIZED:
            self.tokens.refused(one.row.endpoint_id, one.row.started_s, wall_s)


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
        tls=row.target.tls,
        # Twice is once to a receiver that knows ids, but an old event after a newer one is out of order for good.
        may_send=row.held if row.target.ordered else None,
    )


def _without_unsent(results: list[Sent], lanes: dict[UUID, Lane]) -> list[Sent]:
    """Only what was sent; the rest is as it was, to be fetched anew by whoever owns its lane now."""
    made = []
    for sent in results:
        if sent.response.error != NOT_SENT:
            made.append(sent)
        elif (lane := lanes.get(sent.row.lane_id)) is not None:
            lane.hungry, lane.since = True, None
    return made


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
