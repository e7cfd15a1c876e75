"""The books against the model and the receiver's own log: what is wrong, in words."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.chaos.books import Attempt, Books, Delivery
from tests.chaos.model import SCHEDULE, SLACK_S, Endpoint, Model, Span
from tests.chaos.moods import Seen
from tests.chaos.traffic import TYPES

GONE = 410
# An attempt's timeout, and the writing of its result.
UNWRITTEN_S = 4.5
# What an attempt says whose request may never have reached the receiver.
UNSEEN = ("connect", "connect_timeout", "timeout", "early_close")


def problems(model: Model, books: Books, seen: list[Seen]) -> list[str]:
    """Everything that does not add up."""
    return [
        *log(model, books),
        *owed(model, books),
        *outcomes(model, books),
        *requests(model, books, seen),
        *order(model, books, seen),
        *quiet(model, seen),
    ]


def log(model: Model, books: Books) -> Iterator[str]:
    """What was accepted is in the log, once, as it was given; and nothing else of its kind."""
    known = {event.id: event for event in model.published}
    found = {event.id for event in books.events.values() if event.type in TYPES}
    if known.keys() != found or len(known) != len(model.published):
        yield f"events accepted and not kept: {known.keys() - found}, kept and not accepted: {found - known.keys()}"
    for event_id in known.keys() & found:
        if books.events[event_id].data != known[event_id].data:
            yield f"{event_id} was changed"
    ended = Counter(event.data["id"] for event in books.events.values() if event.type == "job.succeeded")
    if ended != Counter(model.jobs):
        yield f"jobs accepted and what was told of them: {Counter(model.jobs) - ended} {ended - Counter(model.jobs)}"
    if books.orphans:
        yield f"{books.orphans} deliveries have attempts and no row"


def owed(model: Model, books: Books) -> Iterator[str]:
    """Each event has one delivery for each endpoint that wants it, and none for the others; more only by replays."""
    spans = {event.id: event.span for event in model.published}
    for event in books.events.values():
        for path, endpoint in model.endpoints.items():
            own = [one for one in books.deliveries.get((event.id, path), ()) if one.why is None]
            wanted = endpoint.owed(event.type, event.data, event.channels)
            if wanted and endpoint.deleted and (span := spans.get(event.id)):
                if span.touches(endpoint.deleted):
                    continue
                wanted = span.ended < endpoint.deleted.began
            if len(own) != int(wanted):
                yield f"{path} is owed {event.type} {event.id} {len(own)} times, not {int(wanted)}"
    for delivery in books.all:
        if delivery.why is not None and delivery.why not in model.replays:
            yield f"nobody asked for {delivery}"


def outcomes(model: Model, books: Books) -> Iterator[str]:
    """Each delivery has ended, or is held for good reason, and its attempts say how."""
    for delivery in books.all:
        wrong = _wrong(model.endpoints[delivery.path], delivery)
        if wrong:
            yield f"{wrong}: {delivery}"


def _wrong(endpoint: Endpoint, delivery: Delivery) -> str:
    fresh = delivery.fresh
    if any(attempt.ok for attempt in fresh[:-1]):
        return "tried again after it was delivered"
    if delivery.status != "cancelled" and delivery.tried != len(fresh):
        return "its attempts do not add up"
    match delivery.status:
        case "delivered":
            return "" if fresh and fresh[-1].ok else "delivered without an attempt that was answered"
        case "dead":
            return _wrongly_dead(endpoint, delivery)
        case "cancelled":
            return "" if _may_be_cancelled(endpoint, delivery) else "cancelled for no reason"
        case "held":
            return "" if endpoint.plan.role == "parked" else "held though nothing is closed"
    return "not settled"


def _wrongly_dead(endpoint: Endpoint, delivery: Delivery) -> str:
    if not delivery.reason or not delivery.fresh or delivery.fresh[-1].ok:
        return "dead without a reason"
    budget = len(endpoint.plan.fields.get("retry_schedule_s", SCHEDULE)) + 1
    used_up = delivery.tried == budget or delivery.fresh[-1].status == GONE
    return "" if used_up else "given up too early or too late"


def _may_be_cancelled(endpoint: Endpoint, delivery: Delivery) -> bool:
    match delivery.reason:
        case "discarded_on_resume":
            return any(delivery.created_s <= discard.ended for discard in endpoint.discards)
        case "replay_cancelled":
            return delivery.why is not None
        case "endpoint_deleted":
            return endpoint.deleted is not None
    return False


def requests(model: Model, books: Books, seen: list[Seen]) -> Iterator[str]:
    """Each request is one of an attempt's, or its sender was killed; each success was answered as one."""
    came: dict[tuple[str, str, int], list[Seen]] = defaultdict(list)
    for one in seen:
        came[one.event, one.path, one.second].append(one)
    made: dict[tuple[str, str, int], list[Attempt]] = defaultdict(list)
    for delivery in books.all:
        for attempt in delivery.attempts:
            made[delivery.event, delivery.path, attempt.second].append(attempt)
    for key in came.keys() | made.keys():
        wrong = _unlike(model, came.get(key, []), made.get(key, []))
        if wrong:
            yield f"{key}: {wrong}; {[one.answer.status for one in came.get(key, [])]} {made.get(key, [])}"


def _unlike(model: Model, came: list[Seen], made: list[Attempt]) -> str:
    answered = Counter(one.answer.status for one in came if one.answer.play is None)
    told = Counter(attempt.status for attempt in made if attempt.error is None)
    if told - answered:
        return f"attempts say {told - answered} that nobody answered"
    # A connection that was used before may have been closed in the meantime, for all that libcurl knows: it sends once more.
    spare = len(came) - len(made) - sum(one.hung_up and one.before > 0 for one in came)
    if spare > 0 and not model.killed_between(came[0].at, UNWRITTEN_S):
        return f"{spare} requests without an attempt"
    unseen = sum(attempt.error in UNSEEN for attempt in made)
    if len(made) - len(came) > unseen:
        return "attempts without a request"
    return ""


def order(model: Model, books: Books, seen: list[Seen]) -> Iterator[str]:
    """An ordered endpoint sees no event after a later one, not even once more, replays aside."""
    place = {event.id: number for number, event in enumerate(model.published)}
    for path, endpoint in model.endpoints.items():
        if endpoint.plan.role != "ordered":
            continue
        latest = -1
        for one in seen:
            if one.path != path or one.event not in place or not _first(books, one):
                continue
            if place[one.event] < latest:
                yield f"{path} saw {one.event}, number {place[one.event]}, after number {latest}"
            latest = max(latest, place[one.event])


def _first(books: Books, one: Seen) -> bool:
    """Whether the request belongs to the event's own delivery, not to a replay's; False when it may be either's."""
    deliveries = books.deliveries.get((one.event, one.path), [])
    replayed_s = min((delivery.created_s for delivery in deliveries if delivery.why is not None), default=None)
    return replayed_s is None or one.at < replayed_s


def quiet(model: Model, seen: list[Seen]) -> Iterator[str]:
    """Nothing is begun for an endpoint that is paused."""
    for endpoint in model.endpoints.values():
        closed = [Span(span.began + SLACK_S, span.ended - 1) for span in endpoint.closed]
        for one in seen:
            if one.path == endpoint.path and any(span.began < one.second < span.ended for span in closed):
                yield f"{one.path} got {one.event} while it was paused"
