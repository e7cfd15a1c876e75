"""`hub connector`: write a manifest, check it, try it against the real system, and make the pages about connectors."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import click

from hub.cli.admin import _set_up
from hub.cli.connector_skeleton import SKELETON

NAME = r"^[a-z][a-z0-9_]*$"


@click.group()
def connector() -> None:
    """Connectors: manifests of your own, and what is there.

    \b
    hub connector new desk                      writes desk.yaml, with comments
    hub connector check desk.yaml               says what is wrong with it
    hub connector try desk.yaml ticket.create --base-url https://desk.example.com/api \\
        --credentials '{"token": "…"}' --input '{"subject": "Hello"}'
    """


@connector.command("new")
@click.argument("name")
@click.option("--folder", default=".", show_default=True, type=click.Path(file_okay=False, path_type=Path))
def new(name: str, folder: Path) -> None:
    """Write a manifest to begin with: NAME.yaml, commented, and right as it stands."""
    if not re.match(NAME, name):
        raise click.BadParameter("a connector's name is of a-z, 0-9 and _", param_hint="NAME")
    path = folder / f"{name}.yaml"
    if path.exists():
        raise click.ClickException(f"{path} is there already.")
    path.write_text(SKELETON.replace("NAME", name))
    click.echo(f"{path} is written. Change it, then: hub connector check {path}")


@connector.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Check a manifest: one line for each thing that is wrong, exit code 1 if there are any; else what it does."""
    made = _load(file)
    click.echo(f"{made.name}: {made.title}. {len(made.operations)} operations.")
    for name, each in made.operations.items():
        click.echo(f"  {name:<28} {'writes' if each.writes else 'reads ':<7} {each.safety.value}")


@connector.command("try")
@click.argument("file")
@click.argument("operation")
@click.option("--base-url", default="", help="The system's address, where the manifest has none or another is meant.")
@click.option("--credentials", default="{}", help="JSON, or @FILE.")
@click.option("--config", default="{}", help="JSON, or @FILE.")
@click.option("--input", "given", default="{}", help="JSON, or @FILE.")
@click.option("--reference", default="job_try", show_default=True, help="What stands for a job's id.")
@click.option("--find", "ask", flag_value="find", help="Look for what the operation has done, instead of doing it.")
@click.option("--allow", multiple=True, help="A network that may be reached although it is private, e.g. 127.0.0.0/8.")
@click.option("--timeout", "timeout_s", default=30.0, show_default=True, help="Seconds.")
def try_out(file: str, operation: str, **given: Any) -> None:
    """Really call an operation of a manifest (or of a connector that is there, by name) and show what goes and comes.

    Secrets are not shown. OPERATION `check` tries the credentials only.
    """
    _set_up()
    from hub.cli.connector_trial import trial

    name = _installed(Path(file)) if file.endswith(".yaml") else file
    options = {key: _json(key, given[key]) for key in ("credentials", "config", "given")}
    lines, good = asyncio.run(trial(name, operation, **(given | options)))
    for line in lines:
        click.echo(line)
    if not good:
        raise click.exceptions.Exit(1)


@connector.command("list")
def list_all() -> None:
    """List the connectors that this installation has."""
    _set_up()
    from hub.connectors import registry

    for name, each in sorted(registry.connectors().items()):
        click.echo(f"{name:<16} {each.title:<28} {len(each.operations)} operations")


@connector.command("docs")
@click.option("--folder", default="docs/connectors", show_default=True, type=click.Path(path_type=Path))
def docs(folder: Path) -> None:
    """Write a page for each connector."""
    _set_up()
    from hub.connectors import registry
    from hub.connectors.docs import index, page

    folder.mkdir(parents=True, exist_ok=True)
    every = registry.connectors()
    for name, each in every.items():
        (folder / f"{name}.md").write_text(page(each))
    (folder / "README.md").write_text(index(every))
    click.echo(f"{len(every)} pages are in {folder}.")


def _load(file: Path) -> Any:
    _set_up()
    from hub.connectors.manifest.load import ManifestError, checked

    try:
        return checked(file)
    except ManifestError as error:
        for line in error.lines:
            click.echo(line, err=True)
        raise click.exceptions.Exit(1) from None


def _installed(file: Path) -> str:
    """The manifest among the connectors of this process; its name."""
    made = _load(file)
    from hub.connectors import registry

    registry.connectors()[made.name] = made
    return str(made.name)


def _json(name: str, text: str) -> Any:
    try:
        return json.loads(Path(text[1:]).read_text() if text.startswith("@") else text)
    except ValueError as error:
        raise click.BadParameter("this is not JSON", param_hint=f"--{name}") from error
