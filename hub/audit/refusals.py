"""Writing down passwords that were refused: nobody is the actor, and who asks cannot be trusted with room for rows."""

import re
from uuid import UUID

import structlog
from django.db import transaction

from hub import db
from hub.accounts import throttle
from hub.accounts.models import Membership, Tenant
from hub.accounts.throttle import Refused
from hub.rules.ids import public_id

log = structlog.get_logger("hub.audit")

# Of each tenant within throttle.WINDOW: guessing at many addresses from many places fills no table.
PER_TENANT = 50
MOST_TENANTS = 100
THROTTLED = "too_many_tries"
WORDS = {THROTTLED: "too many wrong passwords", "wrong_credentials": "wrong password"}
# What else is typed into the field for an e-mail is kept nowhere: it may be a password.
EMAIL = re.compile(r"[^@\s\x00-\x1f]{1,64}@[^@\s\x00-\x1f]{1,180}\.[^@\s\x00-\x1f]{1,63}")
WRITE = """
INSERT INTO audit (id, tenant_id, actor, actor_name, action, subject, reason, request_id)
SELECT uuidv7(), tenant_id, '', %(name)s, %(action)s, subject, reason, %(request)s
FROM unnest(%(tenants)b::uuid[], %(subjects)b::text[], %(reasons)b::text[]) AS noted (tenant_id, subject, reason)
"""


def note(refusal: Refused, action: str, *, slug: str | None, request_id: str) -> None:
    """Note it with every tenant of the operator; an e-mail of nobody's, with the tenant that was named or is the only one.

    slug: of the tenant that was named. Each wrong password is noted, as far as the throttle lets them be tried; of what it
    refuses only the first within its window. Known and unknown e-mails cost the same statements: how long it takes tells
    nothing.
    """
    tried = refusal.tried
    own = throttle.digest(action, refusal.code, tried.email, tried.place)
    if refusal.code == THROTTLED and throttle.is_counted(own):
        return
    subjects = _subjects(tried.email, slug)
    places = {tenant_id: throttle.digest(action, str(tenant_id)) for tenant_id in subjects}
    name = tried.email if EMAIL.fullmatch(tried.email) else ""
    with transaction.atomic():
        counts = throttle.count([own, *places.values()])
        noted = [tenant_id for tenant_id, place in places.items() if counts[place] <= PER_TENANT]
        rows = {
            "tenants": noted,
            "subjects": [subjects[tenant_id] for tenant_id in noted],
            "reasons": [_reason(refusal, counts[places[tenant_id]]) for tenant_id in noted],
        }
        db.execute(WRITE, {**rows, "name": name, "action": action, "request": request_id})
    known = next((subject for subject in subjects.values() if subject.startswith("op_")), None)
    log.info("sign_in.refused", action=action, code=refusal.code, operator=known)


def _subjects(email: str, slug: str | None) -> dict[UUID, str]:
    """Tenant → public id of the operator, or the tenant's own where no operator of it has the e-mail."""
    named = Tenant.objects.all() if slug is None else Tenant.objects.filter(slug=slug)
    first = list(named.values_list("id", flat=True)[:2])
    found = {tenant_id: public_id("tenant", tenant_id) for tenant_id in first} if len(first) == 1 else {}
    members = Membership.objects.filter(operator__email=email).values_list("tenant_id", "operator_id")[:MOST_TENANTS]
    return found | {tenant_id: public_id("operator", operator_id) for tenant_id, operator_id in members}


def _reason(refusal: Refused, number: int) -> str:
    words = WORDS[refusal.code]
    place = f", from {refusal.tried.address}" if refusal.tried.address else ""
    minutes = round(throttle.WINDOW.total_seconds() / 60)
    end = f"; further ones of these {minutes} minutes are not noted" if number == PER_TENANT else ""
    return f"{words}{place}{end}"
