"""Payload filters at registration and on trial; events are matched by the statement in `outbox.py`."""

import json
from typing import Any, NamedTuple
from uuid import UUID

from django.db import DataError, NotSupportedError, OperationalError, ProgrammingError, transaction

from hub import db
from hub.rules import predicates
from hub.rules.errors import HubError

# Reading a filter compiles its regular expressions: bounded too.
PATIENCE_MS = 250
LIMIT = "SELECT set_config('statement_timeout', %s, true)"
CANONICAL = "SELECT (%s::text::jsonpath)::text"
TRIAL = "SELECT payload_matches(%(body)s::text::jsonb, %(filter)s::text::jsonpath)"
# PostgreSQL reads a template only when it needs it, and raises then, silent or not.
TEMPLATE = """SELECT '"x"'::jsonb @@ ('$.datetime(' || %s || ') == 1')::jsonpath"""
STORED = "SELECT convert_from(body, 'UTF8') FROM event WHERE tenant_id = %s AND id = %s"


class Trial(NamedTuple):
    """matches: whether an endpoint with this filter would be owed the event. canonical: as PostgreSQL reads the filter."""

    matches: bool
    canonical: str
    body: dict[str, Any]


def check(text: str, *, field: str = "filter") -> str:
    """The filter as PostgreSQL writes it. Errors: `invalid_filter`, `costly_filter`."""
    if len(text) > predicates.MAX_LENGTH:
        raise HubError("costly_filter", f"A filter has at most {predicates.MAX_LENGTH} characters.", field=field)
    try:
        ((canonical,),) = _bounded(CANONICAL, (text,))
    except OperationalError as error:
        raise HubError("costly_filter", "Reading this filter takes too long.", field=field) from error
    except (DataError, ProgrammingError) as error:
        # What jsonpath's parser refuses is a syntax error, like one in our SQL.
        raise HubError("invalid_filter", "This is not an SQL/JSON path predicate.", field=field) from error
    except NotSupportedError as error:
        detail = 'PostgreSQL knows no `like_regex` with the flag "x".'
        raise HubError("invalid_filter", detail, field=field) from error
    predicates.check_is_predicate(canonical, field=field)
    predicates.check_cost(canonical, field=field)
    _check_templates(canonical, field=field)
    return canonical


def try_on_event(tenant_id: UUID, text: str, event_id: UUID) -> Trial:
    """Evaluate on a stored event. Errors: `not_found`, and as `check`."""
    found = db.row(STORED, (tenant_id, event_id))
    if found is None:
        raise HubError("not_found", "There is no event with this id.", field="body.event_id")
    return try_on(text, json.loads(found[0]))


def try_on(text: str, body: dict[str, Any]) -> Trial:
    """Evaluate on a body: `{"type", "timestamp", "data"}`. Errors as `check`; `costly_filter` when it ran too long."""
    canonical = check(text)
    try:
        ((matches,),) = _bounded(TRIAL, {"body": json.dumps(body), "filter": text})
    except OperationalError as error:
        raise HubError("costly_filter", f"On this body it takes over {PATIENCE_MS} ms.", field="filter") from error
    except DataError as error:
        raise HubError("invalid_data", "PostgreSQL cannot read this body as JSON.", field="sample") from error
    return Trial(bool(matches), canonical, body)


def _check_templates(canonical: str, *, field: str) -> None:
    for text in dict.fromkeys(predicates.templates(canonical)):
        try:
            _bounded(TEMPLATE, (text,))
        except (DataError, ProgrammingError, NotSupportedError) as error:
            detail = f"This is no template of a date and time: {text}."
            raise HubError("invalid_filter", detail, field=field) from error


def _bounded(sql: str, params: Any) -> list[tuple[Any, ...]]:
    """The rows, within PATIENCE_MS; what the transaction's limit was before, it is again."""
    with transaction.atomic():
        before = db.row("SELECT current_setting('statement_timeout')")
        db.row(LIMIT, (str(PATIENCE_MS),))
        found = db.planned_rows(sql, params)
        db.row(LIMIT, before)
    return found
