"""/sources/{source_id}/requests: what came in, as it came, and publishing it again."""

from base64 import b64encode
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import RequestId, SourceId
from hub.api.operation import operation
from hub.api.schemas import Listing
from hub.api.sources import READ, WRITE, source_uuid
from hub.api.sources_request_schemas import OutcomeOut, Replayed, RequestDetail, RequestFilterIn, RequestOut, WhyAgain
from hub.inbound import replays, requests, source_secrets, sources
from hub.inbound.requests import Request, RequestFilter
from hub.rules.ids import public_id, require_id
from hub.rules.inbound.redaction import redacted_body, redacted_query

router = Router(tags=["sources"])


def _facts(row: Request) -> dict[str, Any]:
    made = {
        "id": public_id("request", row.id),
        "event_ids": [public_id("event", one) for one in row.event_ids],
        "duplicate_of": public_id("request", row.duplicate_of) if row.duplicate_of else None,
        "replay_of": public_id("request", row.replay_of) if row.replay_of else None,
        "outcomes": [OutcomeOut(**one) for one in row.outcomes],
    }
    return {name: getattr(row, name) for name in RequestOut.model_fields if name not in made} | made


def _shape(row: Request) -> RequestOut:
    return RequestOut(**_facts(row))


@operation(router, "GET", "/sources/{source_id}/requests", scope=READ, returns={200: Listing[RequestOut]})
def list_source_requests(
    request: HttpRequest, source_id: SourceId, where: Query[RequestFilterIn]
) -> Listing[RequestOut]:
    """List what came in, newest first.

    All that was accepted, and a sample of what was refused or came again; `GET /sources/{source_id}` has exact numbers.
    """
    source = sources.get(caller_of(request).tenant_id, source_uuid(source_id))
    given = where.model_dump(exclude={"limit", "cursor"})
    found = requests.listed(
        source.tenant_id,
        source.id,
        RequestFilter(**given),
        before=pagination.before(where),
        limit=where.limit + 1,
    )
    return pagination.listing(found, where, shape=_shape)


@operation(router, "GET", "/sources/{source_id}/requests/{request_id}", scope=READ, returns={200: RequestDetail})
def get_source_request(request: HttpRequest, source_id: SourceId, request_id: RequestId) -> RequestDetail:
    """Get a request.

    With its headers and its body as they came, but for credentials.
    """
    source = sources.get(caller_of(request).tenant_id, source_uuid(source_id))
    row = requests.get(source.tenant_id, source.id, _id(request_id))
    secrets = [one["secret"] for one in source_secrets.live_secrets(source)]
    body = None if row.body is None else b64encode(redacted_body(bytes(row.body), secrets)).decode()
    return RequestDetail(**_facts(row), query=redacted_query(row.query), headers=row.headers, body_base64=body)


@operation(
    router,
    "POST",
    "/sources/{source_id}/requests/{request_id}/replay",
    scope=WRITE,
    returns={201: Replayed},
    refuses=(409,),
    examples={"why": {"reason": "the mapping was wrong"}, "no reason": {}},
    audit=Within("source.request_replayed"),
)
def replay_source_request(request: HttpRequest, source_id: SourceId, request_id: RequestId, why: WhyAgain) -> Status:
    """Publish a request again.

    Makes new events; history stays. What a mapping has done for an event already it does not do again. One that was refused
    is verified once more, by the secrets of today and as of the time when it came.
    """
    caller = caller_of(request)
    asked = replays.Asked(by=caller.subject, reason=why.reason)
    made = replays.replay(caller.tenant_id, source_uuid(source_id), _id(request_id), asked)
    return Status(201, Replayed(request_id=public_id("request", made)))


def _id(request_id: str) -> UUID:
    return require_id("request", request_id, field="path.request_id")
