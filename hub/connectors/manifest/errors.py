"""What an answer means that is not a success, by a manifest's `errors` and `limits`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hub.connectors.manifest.model import Errors, FieldErrors, Limit, Manifest, Rule
from hub.connectors.manifest.quotas import end_of, instant
from hub.connectors.outbound import MAX_MESSAGE, Answer
from hub.rules.outcomes import RETRYABLE, Category, Outcome
from hub.rules.pointers import resolve
from hub.rules.quotas import Limits

MAX_FIELDS = 50
WAITING = {Category.RATE_LIMIT, Category.QUOTA_EXHAUSTED}


def outcome_of(
    manifest: Manifest, answer: Answer, document: Any, *, wrote: bool, limits: Limits | None, values: Mapping[str, Any]
) -> Outcome:
    """The meaning of an answer. wrote: the request may have changed something. limits: what its headers told."""
    errors = manifest.errors
    codes = [str(code) for pointer in errors.code for code in _values(document, pointer)]
    message = next((text for pointer in errors.message for text in _values(document, pointer)), None)
    base = answer.outcome(
        wrote=wrote,
        message=message if isinstance(message, str) and message else None,
        code=codes[0][:200] if codes else None,
    )
    base = replace(
        base,
        provider_request_id=_request_id(errors, answer, document) or base.provider_request_id,
        field_errors=field_errors(errors.fields, document),
    )
    now = datetime.now(UTC)
    retry_at = limits.retry_at if limits else instant(manifest.retry_after, answer.headers, now=now)
    if retry_at is not None:
        base = replace(base, retry_at=retry_at, retry_after_s=(retry_at - now).total_seconds())
    rule = next((each for each in errors.rules if applies(each, answer.status, codes, document)), None)
    if rule is not None:
        base = _by_rule(rule, base, manifest.limits, now=now, values=values)
    if base.category in WAITING and base.retry_at is None:
        base = _until_reset(base, limits, now)
    return base


def applies(rule: Rule, status: int, codes: list[str], document: Any) -> bool:
    """Whether a rule speaks of this answer."""
    if rule.status is not None and not _has_status(rule.status, status):
        return False
    if rule.code is not None and not any(re.fullmatch(rule.code, code) for code in codes):
        return False
    if rule.at is None:
        return True
    found = [str(value) for value in _values(document, rule.at)]
    return any(re.fullmatch(rule.matches or ".*", text, re.DOTALL) for text in found)


def field_errors(places: list[FieldErrors], document: Any) -> dict[str, str]:
    """Field → message, as the error's body names them."""
    named = ((str(name), str(text)) for place in places for name, text in _named(place, document))
    found: dict[str, str] = {}
    for name, text in named:
        if len(found) < MAX_FIELDS:
            found.setdefault(name[:200], text[:MAX_MESSAGE])
    return found


def _named(place: FieldErrors, document: Any) -> Iterator[tuple[Any, Any]]:
    items = resolve(document, place.items)
    if isinstance(items, Mapping) and not place.name:
        for name, texts in items.items():
            yield name, " ".join(map(str, texts)) if isinstance(texts, list) else texts
        return
    for item in items if isinstance(items, list) else [items]:
        names = next((found for pointer in place.name if (found := _values(item, pointer))), [])
        text = resolve(item, place.message)
        if isinstance(text, str):
            yield from ((name, text) for name in names if name != "")


def _values(document: Any, pointer: str) -> list[Any]:
    """What a pointer leads to; `*` in it stands for each item of a list. Nothing instead of null."""
    if "/*" not in pointer:
        found = resolve(document, pointer)
        return [] if found is None or isinstance(found, dict | list) else [found]
    head, _, tail = pointer.partition("/*")
    items = resolve(document, head)
    return [value for item in items for value in _values(item, tail)] if isinstance(items, list) else []


def _has_status(wanted: int | str | list[int], status: int) -> bool:
    if isinstance(wanted, str):
        return wanted[0] == str(status)[0]
    return status in wanted if isinstance(wanted, list) else status == wanted


def _request_id(errors: Errors, answer: Answer, document: Any) -> str | None:
    header = answer.headers.get(errors.request_id_header.lower()) if errors.request_id_header else None
    found = next((str(text) for pointer in errors.request_id for text in _values(document, pointer)), None)
    return (found or header or "")[:200] or None


def _by_rule(rule: Rule, base: Outcome, limits: list[Limit], *, now: datetime, values: Mapping[str, Any]) -> Outcome:
    wait_s = rule.retry_after_s
    limit = next((each for each in limits if each.name == rule.limit), None)
    end = end_of(limit, now=now, values=values) if limit and base.retry_at is None else None
    if end is not None:
        wait_s = (end - now).total_seconds()
    if wait_s is not None and base.retry_at is None:
        base = replace(base, retry_at=now + timedelta(seconds=wait_s), retry_after_s=wait_s)
    retryable = rule.category in RETRYABLE if rule.retryable is None else rule.retryable
    return replace(base, category=rule.category, retryable=retryable, message=rule.message or base.message)


def _until_reset(base: Outcome, limits: Limits | None, now: datetime) -> Outcome:
    """A refusal that names no time: until the end of what is spent, else for a moment."""
    spent = [quota.reset_at for quota in (limits.quotas.values() if limits else ()) if quota.spent and quota.reset_at]
    windows = [quota.window_s for quota in (limits.quotas.values() if limits else ()) if quota.spent and quota.window_s]
    retry_at = max(spent) if spent else now + timedelta(seconds=max(windows)) if windows else now + timedelta(seconds=1)
    return replace(base, retry_at=retry_at, retry_after_s=max(0.0, (retry_at - now).total_seconds()))
