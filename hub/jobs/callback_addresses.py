"""Addresses for answers: handed out with a call, called by outside systems, and expired when nobody calls.

The token is 256 bits of randomness; only its hash is kept. Whoever has the address may answer, unless the connection names a
signature; each address takes a limited number of answers for a limited time.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction

from hub import db
from hub.jobs import callbacks
from hub.jobs.accesses import open_credentials
from hub.jobs.callbacks import Came
from hub.jobs.lifecycle import Move, move
from hub.rules import payload
from hub.rules.callbacks import OnExpiry, Terms, Verdict, terms_of, understand
from hub.rules.ids import public_id
from hub.rules.inbound import generic, standard_webhooks
from hub.rules.inbound.received import Options, Received, Refusal
from hub.rules.outcomes import Category, Outcome
from hub.rules.progress import Step
from hub.rules.status import JobStatus

log = structlog.get_logger()

TOKEN_BYTES = 32
BODY_MAX = 256 * 1024
EXPIRED_AT_ONCE = 500

ISSUE = """
INSERT INTO callback_address (id, tenant_id, job_id, run_id, token_hash, terms, uses_left, expires_at)
SELECT a.id, a.tenant_id, a.job_id, a.run_id, a.token_hash, a.terms::jsonb, a.uses, a.expires_at
FROM unnest(%(ids)b::uuid[], %(tenants)b::uuid[], %(jobs)b::uuid[], %(runs)b::uuid[], %(hashes)b::bytea[],
    %(terms)b::text[], %(uses)b::int[], %(expiries)b::timestamptz[])
    AS a(id, tenant_id, job_id, run_id, token_hash, terms, uses, expires_at)
"""
# The address a moment after its last use still says whose it is: the caller is told that it is used up.
CALLED = """
WITH taken AS (
    UPDATE callback_address SET uses_left = uses_left - 1 WHERE token_hash = %(hash)s AND uses_left > 0 RETURNING id
)
SELECT a.id, a.tenant_id, a.job_id, a.terms, a.expires_at, (SELECT count(*) FROM taken) > 0,
    c.id, c.credentials, c.config
FROM callback_address a LEFT JOIN job j ON j.id = a.job_id LEFT JOIN connection c ON c.id = j.connection_id
WHERE a.token_hash = %(hash)s
"""
OVERDUE = """
SELECT j.id, (SELECT a.terms FROM callback_address a WHERE a.job_id = j.id ORDER BY a.id DESC LIMIT 1)
FROM job j WHERE j.status = 'waiting' AND j.due_at <= now() ORDER BY j.due_at LIMIT %s
"""
UNANSWERED = "No answer came to the callback address before it expired."


class Address(NamedTuple):
    """An address to be handed out with a call. url: with the token, for the outside system only."""

    run_id: UUID
    url: str
    expires_at: datetime


class Wanted(NamedTuple):
    """A call that hands out an address."""

    tenant_id: UUID
    job_id: UUID
    run_id: UUID
    terms: Terms


@dataclass(frozen=True, slots=True)
class Reply:
    """What whoever called is told. status: HTTP. reason: empty when it was taken."""

    status: int
    verdict: Verdict
    reason: str = ""


def issue(wanted: Sequence[Wanted]) -> dict[UUID, Address]:
    """A fresh address for each call, by its run; joins the caller's transaction."""
    if not wanted:
        return {}
    tokens = [secrets.token_urlsafe(TOKEN_BYTES) for _ in wanted]
    now = datetime.now(UTC)
    expiries = [now + timedelta(seconds=each.terms.expires_s) for each in wanted]
    db.execute(
        ISSUE,
        {
            "ids": [db.new_id() for _ in wanted],
            "tenants": [each.tenant_id for each in wanted],
            "jobs": [each.job_id for each in wanted],
            "runs": [each.run_id for each in wanted],
            "hashes": [_hash(token) for token in tokens],
            "terms": [json.dumps(each.terms.as_json()) for each in wanted],
            "uses": [each.terms.uses for each in wanted],
            "expiries": expiries,
        },
    )
    return {
        each.run_id: Address(each.run_id, address_of(token), expires_at)
        for each, token, expires_at in zip(wanted, tokens, expiries, strict=True)
    }


def address_of(token: str) -> str:
    """Where outside systems reach us with this token."""
    base = settings.HUB.callback_url or settings.HUB.api_url
    return f"{base.rstrip('/')}/callbacks/{token}"


def receive(token: str, received: Received) -> Reply | None:
    """Take what was sent to an address; None when there is no such address. Whatever is refused is kept, too."""
    row = db.row(CALLED, {"hash": _hash(token)})
    if row is None:
        return None
    address_id, tenant_id, job_id, terms, expires_at, taken, connection_id, credentials, config = row
    if not taken:
        return Reply(410, Verdict.REFUSED, "This address has been used up.")
    came = Came("callback", received.body, received.headers.get("content-type", ""), address_id)
    if connection_id is None:
        return Reply(410, Verdict.LATE, "The job is gone.")
    opened = open_credentials(connection_id, credentials) if config.get("callback_signature") else {}
    reply = _take((tenant_id, job_id, expires_at), terms_of(terms), came, _refusal(received, config, opened))
    log.info("callback.received", job=public_id("job", job_id), verdict=str(reply.verdict), status=reply.status)
    return reply


def _take(whose: tuple[UUID, UUID, datetime], terms: Terms, came: Came, refusal: Refusal | None) -> Reply:
    tenant_id, job_id, expires_at = whose
    if refusal is not None:
        return _kept(whose, came, Reply(401, Verdict.REFUSED, refusal.detail))
    try:
        body = _parsed(came.body)
    except (ValueError, RecursionError):
        return _kept(whose, came, Reply(400, Verdict.REFUSED, "The body is not JSON that can be kept."))
    problems = payload.problems(terms.schema, body) if terms.schema is not None else []
    if problems:
        place = problems[0]["field"].replace("data", "body", 1)
        return _kept(whose, came, Reply(422, Verdict.REFUSED, f"{place}: {problems[0]['detail']}"))
    understood = understand(terms, body)
    if understood is None:
        return _kept(whose, came, Reply(422, Verdict.REFUSED, "The outcome is a value that nobody knows."))
    if expires_at <= datetime.now(UTC):
        return _kept(whose, came, Reply(410, Verdict.LATE, "This address has expired."))
    verdict = callbacks.answer(tenant_id, job_id, understood, came)
    if verdict == Verdict.LATE:
        return Reply(410, verdict, "The job has ended.")
    return Reply(200 if verdict == Verdict.REPEATED else 202, verdict)


def _parsed(body: bytes) -> Any:
    """The body as JSON that PostgreSQL takes, too: no NaN, no NUL, no half of a surrogate pair. Raises ValueError."""
    document = json.loads(body, parse_constant=_no_number)
    text = json.dumps(document, ensure_ascii=False)
    text.encode()
    if "\\u0000" in text:
        raise ValueError("a NUL character")
    return document


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _kept(whose: tuple[UUID, UUID, datetime], came: Came, reply: Reply) -> Reply:
    callbacks.keep(whose[0], whose[1], reply.verdict, came, reason=reply.reason)
    return reply


def _refusal(received: Received, config: Mapping[str, Any], credentials: Mapping[str, Any]) -> Refusal | None:
    """Why the signature that the connection asks for does not fit; None when it does, or none is asked for."""
    policy = config.get("callback_signature")
    if not policy:
        return None
    secret = credentials.get("callback_secret")
    options = {name: value for name, value in policy.items() if name != "scheme" and value is not None}
    verify = standard_webhooks.verify if policy["scheme"] == "standard" else generic.verify
    return verify(received, [secret] if secret else [], Options(**options), datetime.now(UTC))


def expire() -> int:
    """End the wait of jobs whose answer has not come in time: they fail, or are looked after; how many."""
    overdue = db.rows(OVERDUE, (EXPIRED_AT_ONCE,))
    outcome = Outcome(Category.UNKNOWN_OUTCOME, UNANSWERED, retryable=False, provider_code="callback_expired")
    moves = []
    with transaction.atomic():
        for job_id, terms in overdue:
            reconcile = terms_of(terms or {}).on_expiry == OnExpiry.RECONCILE
            status, due_at = (JobStatus.RECONCILING, datetime.now(UTC)) if reconcile else (JobStatus.FAILED, None)
            moves.append(Move(job_id, Step(status, due_at, error=outcome.as_dict())))
        return len(move(moves))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
