"""Commands for whoever runs the hub: they talk to the database that HUB_DATABASE_URL names, or to the local stack's."""

import os
import re
from pathlib import Path

import click

ROLES = ("viewer", "operator", "admin")


def _set_up() -> None:
    """Django with this installation's settings; the local stack's where none are given and one is running here."""
    from hub.cli.local import local_values

    values = local_values()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
    for name, key in (("HUB_DATABASE_URL", "database_url"), ("HUB_REDIS_URL", "redis_url")):
        if key in values:
            os.environ.setdefault(name, values[key])
    import django

    django.setup()


@click.command()
def migrate() -> None:
    """Bring the database to this version; harmless when it is there already.

    Run it after a restore or a failover too, before anything else starts: the event log then begins a new epoch.
    """
    _set_up()
    from django.core.management import call_command

    from hub.eventlog import epochs

    call_command("migrate", interactive=False, verbosity=1)
    if epochs.settle():
        click.echo("The database is another cluster now: the event log has begun a new epoch.")


@click.command()
def check() -> None:
    """Check the settings: one line for each that is wrong, exit code 1 if there are any."""
    from hub.checks import problems
    from hub.settings import ENV

    found = problems(ENV)
    for text in found:
        click.echo(text, err=True)
    if found:
        raise click.exceptions.Exit(1)
    click.echo(f"The settings are fine (HUB_ENV={ENV.env}).")


@click.group()
def tenant() -> None:
    """Tenants own everything else."""


@tenant.command("create")
@click.argument("name")
@click.option("--slug", help="Its short name.  [default: made from NAME]")
def create_tenant(name: str, slug: str | None) -> None:
    """Create a tenant and print its slug.

    \b
    hub tenant create "Acme Inc"
    """
    _set_up()
    from hub.accounts import tenants

    slug = slug or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    click.echo(tenants.create_tenant(name, slug).slug)


@click.group()
def key() -> None:
    """API keys are how applications sign in."""


@key.command("create")
@click.option("--tenant", required=True, help="The tenant's slug.")
@click.option("--name", default="command line", show_default=True, help="What it is for.")
@click.option("--scopes", required=True, help="Comma separated, e.g. jobs:write,jobs:read; '*' is everything.")
def create_key(tenant: str, name: str, scopes: str) -> None:
    """Create an API key. Prints its id and its token, which is never shown again.

    \b
    hub key create --tenant acme --scopes jobs:write,jobs:read,events:read
    """
    _set_up()
    from hub.accounts import keys, tenants
    from hub.rules.ids import public_id

    wanted = [scope.strip() for scope in scopes.split(",")]
    made, token = keys.create_key(tenants.find_tenant(tenant), name=name, scopes=wanted)
    click.echo(f"{public_id('key', made.id)}  {token}")


@key.command("revoke")
@click.argument("key_id")
@click.option("--tenant", required=True, help="The tenant's slug.")
def revoke_key(key_id: str, tenant: str) -> None:
    """Revoke an API key for good.

    \b
    hub key revoke key_01jd8x2qcxe7atpw9q0k5m4n3r --tenant acme
    """
    _set_up()
    from hub.accounts import keys, tenants
    from hub.rules.ids import require_id

    keys.revoke_key(tenants.find_tenant(tenant), require_id("key", key_id, field="key_id"))
    click.echo(f"{key_id} is revoked.")


@click.group()
def operator() -> None:
    """Operators are people who sign in to the console."""


@operator.command("create")
@click.argument("email")
@click.option("--tenant", required=True, help="The tenant's slug.")
@click.option("--role", type=click.Choice(ROLES), default="operator", show_default=True)
@click.option(
    "--password-file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Instead of asking."
)
def create_operator(email: str, tenant: str, role: str, password_file: Path | None) -> None:
    """Create an operator; asks for the password.

    \b
    hub operator create ana@example.com --tenant acme --role admin
    """
    _set_up()
    from hub.accounts import operators, tenants

    found = tenants.find_tenant(tenant)
    if password_file:
        password = password_file.read_text().rstrip("\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    operators.create_operator(email, password, tenant=found, role=role)
    click.echo(f"{email} may sign in to {tenant} as {role}.")
