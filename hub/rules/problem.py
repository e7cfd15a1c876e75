"""The one error shape (RFC 9457) of both planes, and the one table from error codes to statuses."""

from http import HTTPStatus
from typing import Any

from hub.rules.errors import HubError

MEDIA_TYPE = "application/problem+json"
ROOTS = ("body", "query", "path", "header")

# Codes not named here are 422: the request was understood, its content is refused.
STATUSES = {
    "malformed_json": 400,
    "invalid_request": 400,
    "nul_character": 400,
    "number_too_large": 400,
    "unreadable": 400,
    "unauthenticated": 401,
    "wrong_credentials": 401,
    "invalid_refresh_token": 401,
    "invalid_ticket": 401,
    "invalid_invite": 401,
    "not_verified": 401,
    "forbidden": 403,
    "not_a_member": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "idempotency_key_reused": 409,
    "job_final": 409,
    "job_not_final": 409,
    "job_succeeded": 409,
    "job_not_unresolved": 409,
    "batch_closed": 409,
    "bulk_state": 409,
    "delivery_pending": 409,
    "delivery_held": 409,
    "delivery_final": 409,
    "replay_state": 409,
    "too_many_endpoints": 409,
    "own_key": 409,
    "last_admin": 409,
    "source_paused": 409,
    "body_not_kept": 409,
    "still_refused": 409,
    "name_taken": 409,
    "slug_taken": 409,
    "email_taken": 409,
    "cursor_expired": 410,
    "callback_gone": 410,
    "body_too_large": 413,
    "unsupported_media_type": 415,
    "too_many_tries": 429,
    "rate_limited": 429,
    "too_many_streams": 429,
    "internal": 500,
    "unavailable": 503,
}


def status_of(code: str) -> int:
    """The HTTP status for an error code."""
    return STATUSES.get(code, 422)


def of(code: str, detail: str, path: str, request_id: str, members: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Status and body of a problem. members: `errors` (`[{field, code, detail}]`) and others of the error's own."""
    status = status_of(code)
    return status, {
        "type": f"urn:hub:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "instance": path,
        "request_id": request_id,
        "errors": [],
        **members,
    }


def members_of(exc: HubError) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """`errors` and the further members. A verb names fields as it knows them; without a root they are of the body."""
    extra = dict(exc.extra)
    errors = extra.pop("errors", None) or ([{"field": exc.field, "detail": exc.detail}] if exc.field else [])
    return [{"code": exc.code, **error, "field": _rooted(error["field"])} for error in errors], extra


def _rooted(field: str) -> str:
    return field if field.partition(".")[0] in ROOTS else f"body.{field}"
