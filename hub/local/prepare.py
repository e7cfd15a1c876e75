"""`python -m hub.local.prepare < known.json`: migrates the database and sees to what a newcomer starts with.

That is the tenant `demo`, an API key of it, a connection to the echo connector and an operator (see firsts.Firsts); they are
printed as one JSON object, the key and the password that were given included while they work. One process for all, because
starting Django costs more than any.
"""

import json
import secrets
import sys
from collections.abc import Mapping
from uuid import UUID

import django
from django.core.management import call_command

TENANT = "demo"
CONNECTION = "echo"


OPERATOR = "operator@hub.local"


def main(known: Mapping[str, str]) -> None:
    """Prints the fields of firsts.Firsts on the last line of standard output. known: the same, empty where it is not known."""
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from hub.accounts.models import Tenant
    from hub.accounts.tenants import create_tenant

    tenant = Tenant.objects.filter(slug=TENANT).first() or create_tenant("Demo", TENANT)
    made = {"api_key": _token(tenant.id, known["api_key"]), "connection": _connection(tenant.id)}
    password = _password(tenant.id, known["operator_password"])
    print(json.dumps(made | {"operator_email": OPERATOR, "operator_password": password}))


def _token(tenant_id: UUID, known: str) -> str:
    from hub.accounts.keys import create_key
    from hub.accounts.models import ApiKey
    from hub.accounts.tokens import digest

    if known and ApiKey.objects.filter(hash=digest(known), revoked_at=None, tenant_id=tenant_id).exists():
        return known
    return create_key(tenant_id, name="local stack", scopes=["*"])[1]


def _connection(tenant_id: UUID) -> str:
    from hub.jobs import connections
    from hub.jobs.models import Connection
    from hub.rules.ids import public_id

    found = Connection.objects.filter(tenant_id=tenant_id, name=CONNECTION, deleted_at=None).first()
    made = found or connections.create(tenant_id, CONNECTION, connections.ConnectionFields(name=CONNECTION))
    return public_id("connection", made.id)


def _password(tenant_id: UUID, known: str) -> str:
    """The operator's password; a new one when the known one does not open."""
    from django.contrib.auth.hashers import check_password, make_password

    from hub.accounts.models import Membership, Operator

    operator, _ = Operator.objects.get_or_create(email=OPERATOR)
    Membership.objects.get_or_create(operator=operator, tenant_id=tenant_id, defaults={"role": "admin"})
    if known and check_password(known, operator.password):
        return known
    password = secrets.token_urlsafe(15)
    Operator.objects.filter(id=operator.id).update(password=make_password(password))
    return password


if __name__ == "__main__":
    main(json.loads(sys.stdin.read()))
