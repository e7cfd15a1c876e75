"""The one error shape (RFC 9457) and the one table from error codes to statuses."""

from http import HTTPStatus
from typing import Any

import structlog
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from pydantic_core import to_json

from hub.rules.errors import HubError

log = structlog.get_logger("hub.api")

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_S = 2
ROOTS = ("body", "query", "path", "header")

# Codes not named here are 422: the request was understood, its content is refused.
STATUSES = {
    "malformed_json": 400,
    "invalid_request": 400,
    "nul_character": 400,
    "number_too_large": 400,
    "unauthenticated": 401,
    "wrong_credentials": 401,
    "invalid_refresh_token": 401,
    "invalid_ticket": 401,
    "forbidden": 403,
    "not_a_member": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "conflict": 409,
    "idempotency_key_reused": 409,
    "wrong_state": 409,
    "in_use": 409,
    "own_key": 409,
    "name_taken": 409,
    "slug_taken": 409,
    "email_taken": 409,
    "body_too_large": 413,
    "unsupported_media_type": 415,
    "too_many_tries": 429,
    "rate_limited": 429,
    "internal": 500,
    "unavailable": 503,
}


def status_of(code: str) -> int:
    """The HTTP status for an error code."""
    return STATUSES.get(code, 422)


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
    status = status_of(code)
    extra = extra or {}
    body = {
        "type": f"urn:hub:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "instance": request.path,
        "request_id": getattr(request, "request_id", ""),
        "errors": errors or [],
        **extra,
    }
    response = HttpResponse(to_json(body), status=status, content_type=MEDIA_TYPE)
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="hub"'
    if "retry_after_s" in extra:
        response["Retry-After"] = str(extra["retry_after_s"])
    return response


def of_hub_error(request: HttpRequest, exc: HubError) -> HttpResponse:
    """A caller's fault. A verb names fields as it knows them; without a root they are of the body."""
    extra = dict(exc.extra)
    errors = extra.pop("errors", None) or ([{"field": exc.field, "detail": exc.detail}] if exc.field else [])
    named = [{"code": exc.code, **error, "field": _rooted(error["field"])} for error in errors]
    return problem(request, exc.code, exc.detail, errors=named, extra=extra)


def _rooted(field: str) -> str:
    return field if field.partition(".")[0] in ROOTS else f"body.{field}"


def of_exception(request: HttpRequest, exc: Exception) -> HttpResponse:
    """Our fault, or the database's: nothing of it is shown, the log has it under the request's id."""
    if isinstance(exc, OperationalError | InterfaceError):
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
