"""/endpoints: where the tenant's events are delivered."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.endpoint_schemas import (
    EndpointChange,
    EndpointDetail,
    EndpointFilter,
    EndpointOut,
    EndpointWithSecret,
    FilterTrial,
    FilterVerdict,
    NewEndpoint,
    Release,
    Resumption,
    TestSent,
)
from hub.api.ids import EndpointId
from hub.api.operation import operation
from hub.api.schemas import Listing
from hub.delivery import endpoints, holding, payload_filters, reads
from hub.delivery.endpoints import EndpointFields
from hub.delivery.models import Endpoint
from hub.rules.errors import HubError
from hub.rules.ids import public_id, require_id

router = Router(tags=["endpoints"])

READ, WRITE = "endpoints:read", "endpoints:write"
CLEARABLE = frozenset({"filter", "rate_per_s", "retry_schedule_s", "auth", "client_certificate", "private_ca"})
EXAMPLES = {
    "finished jobs": {
        "url": "https://partner.example.com/hooks",
        "event_types": ["job.succeeded", "job.failed"],
        "description": "Partner",
    },
    "large orders only, in order": {
        "url": "https://partner.example.com/orders",
        "event_types": ["job.*"],
        "filter": "$.data.output.total > 1000",
        "ordered": True,
        "rate_per_s": 5.0,
    },
}


def _facts(endpoint: Endpoint) -> dict[str, Any]:
    made = {
        "id": public_id("endpoint", endpoint.id),
        "header_names": sorted(endpoints.custom_headers(endpoint)),
        "auth": endpoints.shown_auth(endpoint),
        **endpoints.shown_tls(endpoint),
    }
    return {name: getattr(endpoint, name) for name in EndpointOut.model_fields if name not in made} | made


def _shape(endpoint: Endpoint) -> EndpointOut:
    return EndpointOut(**_facts(endpoint))


@operation(router, "GET", "/endpoints", scope=READ, returns={200: Listing[EndpointOut]})
def list_endpoints(request: HttpRequest, where: Query[EndpointFilter]) -> Listing[EndpointOut]:
    """List endpoints, newest first."""
    tenant_id, chosen = caller_of(request).tenant_id, {"state": where.state, "search": where.search}
    rows = reads.list_endpoints(tenant_id, **chosen, before=pagination.before(where), limit=where.limit + 1)
    return pagination.listing(rows, where, shape=_shape)


@operation(
    router,
    "POST",
    "/endpoints",
    scope=WRITE,
    returns={201: EndpointWithSecret},
    refuses=(409,),
    examples=EXAMPLES,
    audit=Within("endpoint.created"),
)
def create_endpoint(request: HttpRequest, new: NewEndpoint) -> Status:
    """Create an endpoint.

    The answer holds the secret that signs its deliveries (Standard Webhooks).
    """
    wanted = EndpointFields(**new.model_dump(exclude={"secret"}))
    endpoint, secret = endpoints.create(caller_of(request).tenant_id, wanted, secret=new.secret)
    return Status(201, EndpointWithSecret(**_facts(endpoint), secret=secret))


# Before /endpoints/{endpoint_id}, which would take its address.
@operation(
    router,
    "POST",
    "/endpoints/filter-test",
    scope=READ,
    returns={200: FilterVerdict},
    refuses=(404,),
    examples={
        "on an event": {"filter": "$.data.total > 1000", "event_id": "evt_01jd8x2qcxe7atpw9q0k5m4n3r"},
        "on a sample": {"filter": "$.data.total > 1000", "sample": {"type": "order.created", "data": {"total": 1500}}},
    },
)
def try_endpoint_filter(request: HttpRequest, trial: FilterTrial) -> FilterVerdict:
    """Try a payload filter.

    On a stored event or on a sample; nothing is kept and nothing is sent.
    """
    if trial.event_id is not None:
        event_id = require_id("event", trial.event_id, field="body.event_id")
        found = payload_filters.try_on_event(caller_of(request).tenant_id, trial.filter, event_id)
    else:
        found = payload_filters.try_on(trial.filter, trial.sample)
    return FilterVerdict(matches=found.matches, filter=found.canonical)


@operation(router, "GET", "/endpoints/{endpoint_id}", scope=READ, returns={200: EndpointDetail})
def get_endpoint(request: HttpRequest, endpoint_id: EndpointId) -> EndpointDetail:
    """Get an endpoint.

    With the number of deliveries that are held for it.
    """
    endpoint = endpoints.get(caller_of(request).tenant_id, _id(endpoint_id))
    return EndpointDetail(**_facts(endpoint), held=holding.count(endpoint.id))


@operation(
    router,
    "PATCH",
    "/endpoints/{endpoint_id}",
    scope=WRITE,
    returns={200: EndpointOut},
    examples={"only failures": {"event_types": ["job.failed"]}, "no filter any more": {"filter": None}},
    audit=Within("endpoint.changed"),
)
def change_endpoint(request: HttpRequest, endpoint_id: EndpointId, change: EndpointChange) -> EndpointOut:
    """Change an endpoint.

    What is left out stays. Null empties `filter`, `rate_per_s`, `retry_schedule_s`, `auth`, `client_certificate` and
    `private_ca`.
    """
    given = change.model_dump(exclude_unset=True)
    clear = frozenset(name for name in CLEARABLE & given.keys() if given[name] is None)
    wanted = EndpointFields(**given, clear=clear)
    return _shape(endpoints.change(caller_of(request).tenant_id, _id(endpoint_id), wanted))


@operation(
    router,
    "DELETE",
    "/endpoints/{endpoint_id}",
    scope=WRITE,
    returns={204: None},
    audit=Within("endpoint.deleted"),
)
def delete_endpoint(request: HttpRequest, endpoint_id: EndpointId) -> Status:
    """Delete an endpoint.

    What it is still owed is cancelled; its history stays readable.
    """
    endpoints.delete(caller_of(request).tenant_id, _id(endpoint_id))
    return Status(204, None)


@operation(
    router,
    "POST",
    "/endpoints/{endpoint_id}/pause",
    scope=WRITE,
    returns={200: EndpointOut},
    audit=Within("endpoint.paused"),
)
def pause_endpoint(request: HttpRequest, endpoint_id: EndpointId) -> EndpointOut:
    """Pause an endpoint.

    What it is owed is held, never dropped.
    """
    return _shape(endpoints.pause(caller_of(request).tenant_id, _id(endpoint_id)))


@operation(
    router,
    "POST",
    "/endpoints/{endpoint_id}/resume",
    scope=WRITE,
    returns={200: EndpointOut},
    examples={
        "release everything": {"release": "all"},
        "only the latest": {"release": "newest", "newest": 100},
        "start anew": {"release": "discard"},
    },
    audit=Within("endpoint.resumed"),
)
def resume_endpoint(request: HttpRequest, endpoint_id: EndpointId, wanted: Resumption | None = None) -> EndpointOut:
    """Resume an endpoint.

    Ends a pause or a disablement, closes the breaker, and tries now what waits for another try. What was held is released, all
    of it unless the body says otherwise; what is not released is cancelled with the reason `discarded_on_resume`. Large
    numbers are released little by little.
    """
    asked = wanted or Resumption()
    if asked.newest is not None and asked.release != Release.NEWEST:
        raise HubError("invalid_fields", 'A number goes with `"release": "newest"` only.', field="body.newest")
    tenant_id, newest = caller_of(request).tenant_id, asked.newest or 1
    return _shape(endpoints.resume(tenant_id, _id(endpoint_id), release=asked.release.value, newest=newest))


@operation(
    router,
    "POST",
    "/endpoints/{endpoint_id}/test",
    scope=WRITE,
    returns={202: TestSent},
    audit=Within("endpoint.tested"),
)
def test_endpoint(request: HttpRequest, endpoint_id: EndpointId) -> Status:
    """Send an endpoint a test event.

    A `hub.test` event for this endpoint only, whatever its filters say; its delivery shows how it went.
    """
    event_id = endpoints.send_test(caller_of(request).tenant_id, _id(endpoint_id))
    return Status(202, TestSent(event_id=public_id("event", event_id)))


def _id(endpoint_id: str) -> UUID:
    return require_id("endpoint", endpoint_id, field="path.endpoint_id")
