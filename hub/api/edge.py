"""What happens to every request before and after its view: id, size limit, host check, one log line, headers.

One middleware instead of Django's stack: there are no sessions, cookies or forms here, and each layer costs the hot
path.
"""

import re
import time
from collections.abc import Callable
from uuid import uuid4

import structlog
from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from hub.accounts.callers import Caller
from hub.api import database, problems

log = structlog.get_logger("hub.http")

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
PROBES = ("/healthz", "/readyz")


def edge(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Django middleware."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        request_id = _request_id(request)
        request.request_id = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        database.drop_if_broken()
        response = _refused(request) or get_response(request)
        if response.status_code == 405:
            response = _not_allowed(request, response)
        _add_headers(response, request_id)
        _log(request, response, started)
        return response

    return handle


def _request_id(request: HttpRequest) -> str:
    given = request.META.get("HTTP_X_REQUEST_ID")
    return given if given and REQUEST_ID.fullmatch(given) else uuid4().hex


def _refused(request: HttpRequest) -> HttpResponse | None:
    """The answer to a request that no view may see; reads the body as far as it is allowed to be long."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > settings.BODY_LIMIT_BYTES:
        return _too_large(request)
    try:
        read = len(request.body)
    except RequestDataTooBig:
        return _too_large(request)
    except OSError:
        return problems.problem(request, "invalid_request", "The body ended too early.")
    if read > settings.BODY_LIMIT_BYTES:
        return _too_large(request)
    # After the body: an answer given before it is read ends the connection.
    if request.path_info not in PROBES:
        try:
            request.get_host()
        except DisallowedHost:
            return problems.problem(request, "invalid_request", "This host name is not served here.")
    return None


def _too_large(request: HttpRequest) -> HttpResponse:
    limit = settings.BODY_LIMIT_BYTES
    return problems.problem(request, "body_too_large", f"A body has at most {limit} bytes.", extra={"limit": limit})


def _not_allowed(request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
    answer = problems.problem(request, "method_not_allowed", f"{request.method} is not possible here.")
    answer["Allow"] = ", ".join(sorted(part.strip() for part in response.get("Allow", "").split(",")))
    return answer


def _add_headers(response: HttpResponseBase, request_id: str) -> None:
    response.headers["X-Request-Id"] = request_id
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers.setdefault("Cache-Control", "no-store")
    if isinstance(response, HttpResponse):
        response.headers["Content-Length"] = str(len(response.content))
    # Django would log a line of its own for each 4xx; ours says more.
    response._has_been_logged = True


def _log(request: HttpRequest, response: HttpResponseBase, started: float) -> None:
    match = request.resolver_match
    caller = request.auth if isinstance(getattr(request, "auth", None), Caller) else None
    log.info(
        "http.request",
        method=request.method,
        route=match.route if match else None,
        status=response.status_code,
        ms=round((time.perf_counter() - started) * 1000, 2),
        tenant=str(caller.tenant_id) if caller else None,
        caller=caller.subject if caller else None,
    )
