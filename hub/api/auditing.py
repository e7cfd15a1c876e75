"""Which act an operation is, declared with it: the one place where the audit is written for all of them.

`Within("endpoint.changed")` writes in the transaction of the change: both are there or neither is. `After("endpoint.paused")`
writes directly after it, for what takes several transactions or calls another system, which no transaction may last through.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Status

from hub.api.auth import caller_of
from hub.audit import record
from hub.audit.record import Act
from hub.rules.ids import public_id


@dataclass(frozen=True, slots=True)
class After:
    """An act that is noted once it is done."""

    action: str

    def run(self, view: Callable[..., Any], request: HttpRequest, given: dict[str, Any], *, done: int) -> Any:
        """The view's answer. done: the status that says that something was done; a dry run has another one."""
        answer = view(request, **given)
        _note(self.action, request, given, answer, done)
        return answer


@dataclass(frozen=True, slots=True)
class Within:
    """An act that is noted in its own transaction."""

    action: str

    def run(self, view: Callable[..., Any], request: HttpRequest, given: dict[str, Any], *, done: int) -> Any:
        """As After.run."""
        with transaction.atomic():
            answer = view(request, **given)
            _note(self.action, request, given, answer, done)
        return answer


def _note(action: str, request: HttpRequest, given: dict[str, Any], answer: Any, done: int) -> None:
    status, shown = _opened(answer, done)
    if status != done:
        return
    caller = caller_of(request)
    subject = _subject(given, shown) or public_id("tenant", caller.tenant_id)
    reasons = [value.reason for value in given.values() if isinstance(getattr(value, "reason", None), str)]
    request_id = getattr(request, "request_id", "")
    act = Act(caller.subject, action, subject, reason="".join(reasons), request_id=request_id)
    record.write(caller.tenant_id, act)


def _opened(answer: Any, done: int) -> tuple[int, Any]:
    """(status, what is shown)"""
    if isinstance(answer, Status):
        return answer.status_code, answer.value
    if isinstance(answer, HttpResponse):
        return answer.status_code, None
    return done, answer


def _subject(given: dict[str, Any], shown: Any) -> str | None:
    """The id of what was made or changed; else what the address names; None for what is the tenant's own."""
    if isinstance(made := getattr(shown, "id", None), str):
        return made
    named = [value for name, value in given.items() if name.endswith(("_id", "type_name")) and isinstance(value, str)]
    return named[-1] if named else None
