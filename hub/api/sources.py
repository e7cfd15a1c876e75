"""/sources: where outside systems send their webhooks."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from hub.accounts.callers import Caller
from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import SourceId
from hub.api.operation import operation
from hub.api.schemas import Listing, Page
from hub.api.sources_schemas import (
    CountOut,
    MappingIn,
    MappingOut,
    NewSource,
    SourceChange,
    SourceDetail,
    SourceOut,
    SourceSecretOut,
    SourceWithAddress,
)
from hub.inbound import requests, source_secrets, sources
from hub.inbound.models import Source
from hub.inbound.sources import SourceFields
from hub.rules.errors import HubError
from hub.rules.ids import public_id, require_id
from hub.rules.inbound.mapping import Answering, Mapping

router = Router(tags=["sources"])

READ, WRITE = "sources:read", "sources:write"
JOBS = "jobs:write"
EXAMPLES = {
    "a shop": {"name": "shop", "preset": "shopify", "secret": "the app's client secret"},
    "orders become jobs": {
        "name": "orders",
        "preset": "standard_webhooks",
        "mappings": [
            {
                "name": "book",
                "event_type": "order.*",
                "connection_id": "con_01jd8x2qcxe7atpw9q0k5m4n3r",
                "operation": "create_sale_order",
                "input": {"reference": {"$text": "shop-{/payload/data/id}"}},
            }
        ],
    },
    "any HMAC": {
        "name": "partner",
        "preset": "hmac",
        "options": {"header": "X-Signature", "encoding": "base64", "id_pointer": "/id", "type_pointer": "/event"},
    },
}


def _facts(source: Source) -> dict[str, Any]:
    made = {
        "id": public_id("source", source.id),
        "mappings": [_mapping_out(one) for one in source.mappings],
        "has_secret": bool(source_secrets.live_secrets(source)),
    }
    return {name: getattr(source, name) for name in SourceOut.model_fields if name not in made} | made


def _shape(source: Source) -> SourceOut:
    return SourceOut(**_facts(source))


def _mapping_out(one: dict[str, Any]) -> MappingOut:
    connection_id = public_id("connection", UUID(one["connection_id"])) if one["connection_id"] else None
    return MappingOut(**{**one, "connection_id": connection_id, "input": one["input"] or {}})


def address_shape(source: Source) -> dict[str, Any]:
    """The address and the secrets, for whoever may see them."""
    secrets = [SourceSecretOut(**one) for one in source_secrets.live_secrets(source)]
    return {"address": source_secrets.address(source), "secrets": secrets}


@operation(router, "GET", "/sources", scope=READ, returns={200: Listing[SourceOut]})
def list_sources(request: HttpRequest, page: Query[Page]) -> Listing[SourceOut]:
    """List sources, newest first."""
    found = sources.listed(caller_of(request).tenant_id, before=pagination.before(page), limit=page.limit + 1)
    return pagination.listing(found, page, shape=_shape)


@operation(
    router,
    "POST",
    "/sources",
    scope=WRITE,
    returns={201: SourceWithAddress},
    refuses=(404, 409),
    examples=EXAMPLES,
    audit=Within("source.created"),
)
def create_source(request: HttpRequest, new: NewSource) -> Status:
    """Create a source.

    The answer holds the address that the sender is told to call, and the secret where it is ours to make. A secret that the
    sender makes once it knows the address is set by `POST /sources/{source_id}/secret`. Mappings need the scope `jobs:write`.
    """
    caller = caller_of(request)
    wanted = SourceFields(
        name=new.name,
        description=new.description,
        options=new.options.model_dump(exclude_none=True),
        channels=new.channels,
        repeat_window_s=new.repeat_window_s,
        mappings=_mappings(caller, new.mappings),
    )
    made = sources.create(caller.tenant_id, str(new.preset), wanted, secret=new.secret)
    return Status(201, SourceWithAddress(**_facts(made), **address_shape(made)))


@operation(router, "GET", "/sources/{source_id}", scope=READ, returns={200: SourceDetail})
def get_source(request: HttpRequest, source_id: SourceId) -> SourceDetail:
    """Get a source.

    With the exact number of requests of the last day, by what became of them.
    """
    source = sources.get(caller_of(request).tenant_id, source_uuid(source_id))
    since = datetime.now(UTC) - timedelta(days=1)
    counted = requests.counts(source.tenant_id, source.id, since=since)
    last_day = [CountOut(state=state, reason=reason, count=count) for state, reason, count in counted]
    return SourceDetail(**_facts(source), last_day=last_day)


@operation(
    router,
    "PATCH",
    "/sources/{source_id}",
    scope=WRITE,
    returns={200: SourceOut},
    refuses=(409,),
    examples={"look elsewhere for the id": {"options": {"id_pointer": "/uuid"}}, "no mappings": {"mappings": []}},
    audit=Within("source.changed"),
)
def change_source(request: HttpRequest, source_id: SourceId, change: SourceChange) -> SourceOut:
    """Change a source.

    What is left out or null stays; `options` and `mappings` are replaced as a whole. Its address stays the same.
    """
    caller = caller_of(request)
    wanted = SourceFields(
        name=change.name,
        description=change.description,
        options=None if change.options is None else change.options.model_dump(exclude_none=True),
        channels=change.channels,
        repeat_window_s=change.repeat_window_s,
        mappings=None if change.mappings is None else _mappings(caller, change.mappings),
    )
    return _shape(sources.change(caller.tenant_id, source_uuid(source_id), wanted))


@operation(
    router,
    "DELETE",
    "/sources/{source_id}",
    scope=WRITE,
    returns={204: None},
    audit=Within("source.deleted"),
)
def delete_source(request: HttpRequest, source_id: SourceId) -> Status:
    """Delete a source.

    Its address leads nowhere from now on; the events that it published stay.
    """
    sources.delete(caller_of(request).tenant_id, source_uuid(source_id))
    return Status(204, None)


@operation(
    router,
    "POST",
    "/sources/{source_id}/pause",
    scope=WRITE,
    returns={200: SourceOut},
    audit=Within("source.paused"),
)
def pause_source(request: HttpRequest, source_id: SourceId) -> SourceOut:
    """Pause a source.

    What comes is verified, kept and answered as ever, and published once the source is resumed.
    """
    return _shape(sources.pause(caller_of(request).tenant_id, source_uuid(source_id)))


@operation(
    router,
    "POST",
    "/sources/{source_id}/resume",
    scope=WRITE,
    returns={200: SourceOut},
    audit=Within("source.resumed"),
)
def resume_source(request: HttpRequest, source_id: SourceId) -> SourceOut:
    """Resume a source.

    What was held is published within seconds, oldest first.
    """
    return _shape(sources.resume(caller_of(request).tenant_id, source_uuid(source_id)))


def source_uuid(source_id: str) -> UUID:
    """The source's id in a path. HubError `not_found`."""
    return require_id("source", source_id, field="path.source_id")


def _mappings(caller: Caller, given: list[MappingIn]) -> list[Mapping]:
    """Whoever lets events start jobs must be allowed to start jobs."""
    if given and not caller.may(JOBS):
        raise HubError("forbidden", f"Mappings need the scope {JOBS}.", field="mappings", extra={"scope": JOBS})
    found = []
    for place, one in enumerate(given):
        facts = one.model_dump(exclude={"answer"}) | {"connection_id": "", "tags": tuple(one.tags)}
        if one.connection_id is not None:
            field = f"mappings.{place}.connection_id"
            facts["connection_id"] = str(require_id("connection", one.connection_id, field=field))
        answer = None if one.answer is None else Answering(**one.answer.model_dump())
        found.append(Mapping(**facts, answer=answer))
    return found
