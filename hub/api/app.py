"""The API: every resource, mounted under /api/v1."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationErrorContext

from hub.api import (
    alerts,
    attempts,
    audit,
    batches,
    bulk_actions,
    connect_links,
    connection_health,
    connection_operations,
    connections,
    connectors,
    deliveries,
    endpoint_secrets,
    endpoints,
    event_types,
    events,
    job_steering,
    jobs,
    keys,
    members,
    operators,
    overview,
    problems,
    replays,
    schedules,
    sources,
    sources_requests,
    sources_secrets,
    statistics,
    tenant_settings,
    tickets,
    undelivered,
)
from hub.api.docs import LocalSwagger
from hub.api.endpoint_reach_schemas import AUTH_TAGS
from hub.api.openapi import complete
from hub.api.parsing import FastRenderer, StrictParser
from hub.rules.errors import HubError

ERRORS_SHOWN = 50
DESCRIPTION = """\
Ask for a business operation on a CRM or ERP system with one request, and hear of its outcome by signed webhook, by
stream or by polling. Every error has one shape (RFC 9457) with a stable `code`. Listings are paged with `limit` and
`cursor`. Send `Authorization: Bearer hub_sk_…`. Every answer has an `X-Request-Id`, yours if you sent one."""


class InvalidFields(Exception):
    """Input that does not fit its schema. errors: `[{field, code, detail}]`."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__(errors)
        self.errors = errors


class HubAPI(NinjaAPI):
    """Ninja with our field paths and our document."""

    _document: dict[str, Any] | None = None

    def validation_error_from_error_contexts(  # type: ignore[override]
        self, error_contexts: list[ValidationErrorContext]
    ) -> InvalidFields:
        """pydantic's errors with the path as the caller knows it: `body.lines.0.qty`, `query.limit`."""
        found = [
            {"field": _field(context.model, error["loc"]), "code": error["type"], "detail": error["msg"]}
            for context in error_contexts
            for error in context.pydantic_validation_error.errors(include_url=False, include_input=False)
        ]
        return InvalidFields(found[:ERRORS_SHOWN])

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """The OpenAPI document, made once."""
        if self._document is None:
            self._document = complete(super().get_openapi_schema(**kwargs))
        return self._document


def _field(model: Any, place: tuple[int | str, ...]) -> str:
    """pydantic's place without the name of the view's argument and the tag of a union, which no caller knows."""
    if model.__ninja_param_source__ == "body" and model.__read_from_single_attr__:
        place = place[1:]
    known = model.__ninja_flatten_map_reverse__
    for end in range(len(place), 0, -1):  # what lies beyond a parameter is one of its values: `query.status.1`
        if (name := known.get(place[:end])) is not None:
            place = (*name, *place[end:])
            break
    parts = [
        part for before, part in zip(("", *place), place, strict=False) if before != "auth" or part not in AUTH_TAGS
    ]
    return ".".join(str(part) for part in (model.__ninja_param_source__, *parts))


def _invalid_fields(request: HttpRequest, exc: InvalidFields) -> HttpResponse:
    return problems.problem(request, "invalid_fields", "Some fields are not as they must be.", errors=exc.errors)


def _http_error(request: HttpRequest, exc: HttpError) -> HttpResponse:
    # Ninja wraps whatever its parser raises in a 400; ours says more.
    if isinstance(exc.__cause__, HubError):
        return problems.of_hub_error(request, exc.__cause__)
    return problems.problem(request, "invalid_request", str(exc))


api = HubAPI(
    title="Hub",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    docs=LocalSwagger(),
    parser=StrictParser(),
    renderer=FastRenderer(),
)
HANDLERS: dict[type[Exception], Callable[..., HttpResponse]] = {
    HubError: problems.of_hub_error,
    InvalidFields: _invalid_fields,
    HttpError: _http_error,
    Http404: problems.not_found,
    Exception: problems.of_exception,
}
for kind, handler in HANDLERS.items():
    api.add_exception_handler(kind, handler)
RESOURCES = (
    *(overview, alerts),
    *(jobs, job_steering, batches, bulk_actions, schedules),
    # Before the connections, whose ids would match it.
    connect_links,
    # Before the endpoints, likewise.
    statistics,
    *(
        connection_health,
        connection_operations,
        connections,
        connectors,
        endpoints,
        endpoint_secrets,
        event_types,
        events,
        deliveries,
        attempts,
        replays,
        undelivered,
    ),
    *(sources, sources_requests, sources_secrets, audit, tickets, keys, operators, members, tenant_settings),
)
for resource in RESOURCES:
    api.add_router("", resource.router)
