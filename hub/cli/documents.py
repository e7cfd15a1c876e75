"""Documents that client generators read."""

import json
from pathlib import Path

import click


def openapi_text() -> str:
    """The API's OpenAPI document as frontend/packages/client keeps it: JSON, indented by two. Django must be set up."""
    from hub.api.app import api

    return json.dumps(api.get_openapi_schema(), indent=2, ensure_ascii=False, default=str) + "\n"


@click.command()
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.  [default: standard output]"
)
def openapi(out: Path | None) -> None:
    """Print the API's OpenAPI document; no hub needs to run.

    \b
    hub openapi --out openapi.json
    """
    from hub.cli.admin import _set_up

    _set_up()
    text = openapi_text()
    if out:
        out.write_text(text)
    else:
        click.echo(text, nl=False)
