"""`hub vault`: which keys seal what, and sealing everything anew."""

import click

from hub.cli.admin import _set_up


@click.group()
def vault() -> None:
    """Encryption at rest: whose key seals what, and changing the key.

    \b
    1. Put the new key at the end of HUB_VAULT_KEYS and restart everything: now all processes can read it.
    2. Move it to the front and restart everything: now all processes write with it.
    3. hub vault rotate
    4. Take the old key out of HUB_VAULT_KEYS and restart.
    """


@vault.command("status")
def status() -> None:
    """Say how many values each key seals."""
    _set_up()
    from hub import vault_rotation

    for column, keys in vault_rotation.keys_in_use().items():
        shown = ", ".join(f"{count} by {key}" for key, count in sorted(keys.items())) or "nothing"
        click.echo(f"{column:32} {shown}")


@vault.command("rotate")
@click.option("--batch", default=500, show_default=True, type=click.IntRange(1, 10_000), help="Values read at a time.")
def rotate(batch: int) -> None:
    """Seal everything under the first of HUB_VAULT_KEYS. Harmless to stop, and to start again, while the hub runs."""
    _set_up()
    from django.conf import settings

    from hub import vault_rotation

    counts = vault_rotation.rotate(batch=batch)
    for column, count in counts.items():
        more = f", {count.changed} changed meanwhile" if count.changed else ""
        click.echo(f"{column:32} {count.resealed} resealed{more}")
    failed = {column: count.failed for column, count in counts.items() if count.failed}
    for column, number in failed.items():
        click.echo(f"{column}: {number} values cannot be opened with the keys in HUB_VAULT_KEYS.", err=True)
    newest = settings.VAULT_KEYS[0].partition(":")[0]
    older = {key for keys in vault_rotation.keys_in_use().values() for key in keys} - {newest}
    if older:
        click.echo(f"Still in use besides {newest}: {', '.join(sorted(older))}.", err=True)
        raise click.exceptions.Exit(1)
    click.echo(f"Everything is sealed by {newest}; the other keys may be taken out of HUB_VAULT_KEYS.")
