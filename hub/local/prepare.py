"""`python -m hub.local.prepare < token`: migrates the database and prints an API key of the tenant `demo`.

One process for both, because starting Django costs more than either. The token given is
printed again while it works.
"""

import sys

import django
from django.core.management import call_command

TENANT = "demo"


def main(token: str) -> None:
    """Prints the token on the last line of standard output."""
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    print(token if token and _works(token) else _new_token())


def _works(token: str) -> bool:
    from hub.accounts.models import ApiKey
    from hub.accounts.tokens import digest

    return ApiKey.objects.filter(hash=digest(token), revoked_at=None, tenant__slug=TENANT).exists()


def _new_token() -> str:
    from hub.accounts.keys import create_key
    from hub.accounts.models import Tenant
    from hub.accounts.tenants import create_tenant

    tenant = Tenant.objects.filter(slug=TENANT).first() or create_tenant("Demo", TENANT)
    return create_key(tenant, name="local stack", scopes=["*"])[1]


if __name__ == "__main__":
    main(sys.stdin.read().strip())
