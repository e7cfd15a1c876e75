"""Errors as HTTP responses of the API plane."""

from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from pydantic_core import to_json

from hub import db
from hub.rules import problem as problem_body
from hub.rules.errors import HubError

log = structlog.get_logger("hub.api")

RETRY_AFTER_S = 2


def problem(
    request: HttpRequest,
    code: str,
    detail: str,
    *,
    errors: list[dict[str, Any]] | None = None,
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    """A problem response.

    errors: `[{field, code, detail}]`. extra: more members; `retry_after_s` also sets Retry-After.
    """
    extra = extra or {}
    request_id = getattr(request, "request_id", "")
    status, body = problem_body.of(code, detail, request.path, request_id, {"errors": errors or [], **extra})
    response = HttpResponse(to_json(body), status=status, content_type=problem_body.MEDIA_TYPE)
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="hub"'
    if "retry_after_s" in extra:
        response["Retry-After"] = str(extra["retry_after_s"])
    return response


def of_hub_error(request: HttpRequest, exc: HubError) -> HttpResponse:
    """A caller's fault. A verb names fields as it knows them; without a root they are of the body."""
    errors, extra = problem_body.members_of(exc)
    return problem(request, exc.code, exc.detail, errors=errors, extra=extra)


def of_exception(request: HttpRequest, exc: Exception) -> HttpResponse:
    """Our fault, or the database's: nothing of it is shown, the log has it under the request's id."""
    if db.is_away(exc):
        log.warning("http.database_unavailable", error=str(exc).splitlines()[0] if str(exc) else type(exc).__name__)
        extra = {"retry_after_s": RETRY_AFTER_S}
        return problem(request, "unavailable", "The database cannot be reached; try again.", extra=extra)
    log.exception("http.failed", exc_info=exc)
    return problem(request, "internal", "Something went wrong on our side.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler404."""
    return problem(request, "not_found", "There is nothing at this address.")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler400."""
    return problem(request, "invalid_request", "The request cannot be understood.")


def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler500."""
    return problem(request, "internal", "Something went wrong on our side.")
