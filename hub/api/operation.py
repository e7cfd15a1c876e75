"""How an operation is declared: its scope, its answers, its example, and the refusals that it documents."""

import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from ninja import Router

from hub.api.auditing import After, Handed, Within
from hub.api.auth import Guard

View = TypeVar("View", bound=Callable[..., Any])
ANYBODY = None
ANY_SCOPE = ""
SECURITY_SCHEME = "bearer"


def operation(
    router: Router,
    method: str,
    path: str,
    *,
    scope: str | None,
    returns: dict[int, Any],
    refuses: tuple[int, ...] = (),
    examples: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
    audit: Within | Handed | After | None = None,
) -> Callable[[View], View]:
    """Register a view.

    scope: what the caller needs; ANY_SCOPE for every caller, ANYBODY for requests without a caller. refuses: statuses
    of problems beyond those that follow from the declaration. examples: request bodies by name. headers: of the
    successful answer, name to meaning. audit: the act that it is; it is noted when the answer's status is the highest of
    `returns`. The docstring's first line is the summary, the rest the description.
    """

    def register(view: View) -> View:
        summary, _, description = inspect.cleandoc(view.__doc__ or "").partition("\n")
        guard = Guard(scope)
        extra = _extra(scope, _refusals(scope, path, examples is not None, refuses), examples)
        if headers:
            extra["responses"][min(returns)] = {"headers": {name: _header(use) for name, use in headers.items()}}
        registered = _audited(view, audit, done=max(returns))
        router.api_operation(
            [method],
            path,
            auth=guard,
            response=returns,
            operation_id=view.__name__,
            summary=summary.rstrip("."),
            description=description.strip() or summary,
            openapi_extra=extra,
        )(registered)
        guard.know_parameters(registered)
        return view

    return register


def _audited(view: View, audit: Within | Handed | After | None, *, done: int) -> View:
    if audit is None:
        return view

    @functools.wraps(view)
    def audited(request: HttpRequest, **given: Any) -> Any:
        return audit.run(view, request, given, done=done)

    return audited  # type: ignore[return-value]


def _refusals(scope: str | None, path: str, has_body: bool, more: tuple[int, ...]) -> list[int]:
    statuses = {400, 405, 413, 422, 500, 503, *more}
    if scope is not ANYBODY:
        statuses |= {401, 403}
    if "{" in path:
        statuses.add(404)
    if has_body:
        statuses.add(415)
    return sorted(statuses)


def _extra(scope: str | None, refusals: list[int], examples: dict[str, Any] | None) -> dict[str, Any]:
    extra: dict[str, Any] = {
        "responses": {status: {"$ref": f"#/components/responses/{status}"} for status in refusals},
        "security": [] if scope is ANYBODY else [{SECURITY_SCHEME: [scope] if scope else []}],
    }
    if examples:
        named = {name: {"value": value} for name, value in examples.items()}
        extra["requestBody"] = {"content": {"application/json": {"examples": named}}}
    return extra


def _header(use: str) -> dict[str, Any]:
    return {"description": use, "schema": {"type": "string"}}
