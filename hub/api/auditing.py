"""Which act an operation is, declared with it: the one place where the audit is written for all of them.

`Within("endpoint.changed")` writes in the transaction of the change: both are there or neither is. No transaction may last
through a call of another system: what calls one before its change is `Handed("connection.changed")`, whose verb writes it
in its own transaction; what is the call itself is `After("connection.checked")`, written directly behind it.
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
class Handed:
    """An act that is noted in its verb's transaction: the view hands the verb `noting(request)`."""

    action: str

    def run(self, view: Callable[..., Any], request: HttpRequest, given: dict[str, Any], *, done: int) -> Any:
        """As After.run."""
        request.audited_as = self.action
        return view(request, **given)


def noting(request: HttpRequest) -> Callable[[str], None]:
    """What the verb of a Handed act calls with the subject's public id, in the transaction of its change."""
    return lambda subject: _write(request.audited_as, request, subject)


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
    subject = _subject(given, shown) or public_id("tenant", caller_of(request).tenant_id)
    reasons = [value.reason for value in given.values() if isinstance(getattr(value, "reason", None), str)]
    _write(action, request, subject, reason="".join(reasons))


def _write(action: str, request: HttpRequest, subject: str, *, reason: str = "") -> None:
    caller = caller_of(request)
    act = Act(caller.subject, action, subject, reason=reason, request_id=getattr(request, "request_id", ""))
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
