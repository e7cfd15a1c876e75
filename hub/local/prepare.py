"""`python -m hub.local.prepare < token`: migrates the database and sees to what a newcomer starts with.

That is the tenant `demo`, an API key of it and a connection to the echo connector; they are printed as one JSON object,
the token that was given included while it works. One process for all, because starting Django costs more than any.
"""

import json
import sys
from uuid import UUID

import django
from django.core.management import call_command

TENANT = "demo"
CONNECTION = "echo"


def main(token: str) -> None:
    """Prints `{"api_key": "hub_sk_…", "connection": "con_…"}` on the last line of standard output."""
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from hub.accounts.models import Tenant
    from hub.accounts.tenants import create_tenant

    tenant = Tenant.objects.filter(slug=TENANT).first() or create_tenant("Demo", TENANT)
    print(json.dumps({"api_key": _token(tenant.id, token), "connection": _connection(tenant.id)}))


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


if __name__ == "__main__":
    main(sys.stdin.read().strip())
