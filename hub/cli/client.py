"""Commands that talk to a hub over its API, as any application would."""

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from hub.cli.http import Api

FINAL = ("succeeded", "failed", "cancelled", "expired")
FOLLOW_S = 1.0

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
limit = click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 200), help="How many.")


@click.command()
@click.argument("connection")
@click.argument("operation")
@click.argument("input", default="{}")
@click.option("--idempotency-key", help="Submitting again with the same key makes no second job.")
@click.option("--tag", "tags", multiple=True, help="May be given several times.")
@click.option("--priority", type=click.IntRange(0, 9), help="0 first, 9 last.")
@click.option("--no-wait", is_flag=True, help="Print the accepted job and leave.")
def submit(
    connection: str,
    operation: str,
    input: str,
    idempotency_key: str | None,
    tags: tuple[str, ...],
    priority: int | None,
    no_wait: bool,
) -> None:
    """Submit a job and wait for its outcome; exit code 1 unless it succeeds.

    CONNECTION is an id or a name, INPUT is JSON, @FILE or - for standard input.

    \b
    hub submit echo echo '{"message": "hello"}'
    hub submit con_01jd8x2qcxe7atpw9q0k5m4n3r create_sale_order @order.json --idempotency-key order-17
    """
    from hub.cli.http import Api

    api = Api()
    body = {
        "connection_id": _connection(api, connection),
        "operation": operation,
        "input": _read(input),
        "priority": priority,
    }
    headers = {"Idempotency-Key": idempotency_key} if idempotency_key else None
    job = api.post("/jobs", {**body, "tags": list(tags) or None}, headers=headers)
    if not no_wait:
        job = _wait(lambda: api.get(f"/jobs/{job['id']}"))
    click.echo(json.dumps(job, indent=2))
    if job["status"] in FINAL and job["status"] != "succeeded":
        raise click.exceptions.Exit(1)


@click.command()
@click.argument("job_id", required=False)
@click.option(
    "--status",
    multiple=True,
    type=click.Choice(["scheduled", "queued", "running", "retrying", "waiting", "reconciling", *FINAL]),
    help="Only these; may be given several times.",
)
@limit
@as_json
def jobs(job_id: str | None, status: tuple[str, ...], limit: int, as_json: bool) -> None:
    """List jobs, newest first, or show one with the reason why it is where it is.

    \b
    hub jobs --status failed --status expired
    hub jobs job_01jd8x2qcxe7atpw9q0k5m4n3r
    """
    from hub.cli.http import Api

    api = Api()
    if job_id:
        click.echo(json.dumps(api.get(f"/jobs/{job_id}"), indent=2))
        click.echo(json.dumps(api.get(f"/jobs/{job_id}/explain"), indent=2))
        return
    found = api.get("/jobs", status=",".join(status) or None, limit=limit)["data"]
    _show(found, ("id", "status", "operation", "connection_id", "created_at"), as_json=as_json)


@click.command()
@click.option("--after", help="Only what came after this cursor.")
@click.option("--type", "event_type", help="Only this type, or e.g. job.*")
@click.option("--follow", "-f", is_flag=True, help="Go on with what comes.")
@limit
@as_json
def events(after: str | None, event_type: str | None, follow: bool, limit: int, as_json: bool) -> None:
    """List events, oldest first, or follow them as they come (Ctrl-C ends it).

    \b
    hub events --follow --type 'job.*'
    """
    from hub.cli.http import Api

    api = Api()
    columns = ("id", "type", "timestamp")
    while True:
        page = api.get("/events", after=after, type=event_type, limit=limit)
        _show(page["data"], columns, as_json=as_json, title=not follow)
        after = page["next_cursor"] or after
        if not follow:
            return
        if not page["data"]:
            time.sleep(FOLLOW_S)


@click.command()
@click.argument("delivery_id", required=False)
@click.option(
    "--status",
    multiple=True,
    type=click.Choice(["pending", "held", "delivered", "dead", "cancelled"]),
    help="Only these; may be given several times.",
)
@click.option("--endpoint", "endpoint_id", help="Only this endpoint's.")
@limit
@as_json
def deliveries(
    delivery_id: str | None, status: tuple[str, ...], endpoint_id: str | None, limit: int, as_json: bool
) -> None:
    """List deliveries, newest first, or show one with its attempts.

    \b
    hub deliveries --status dead --status cancelled
    hub deliveries dlv_01jd8x2qcxe7atpw9q0k5m4n3r
    """
    from hub.cli.http import Api

    api = Api()
    if delivery_id:
        click.echo(json.dumps(api.get(f"/deliveries/{delivery_id}"), indent=2))
        attempts = api.get(f"/deliveries/{delivery_id}/attempts")["data"]
        _show(attempts, ("started_at", "status_code", "duration_ms", "error"), as_json=as_json)
        return
    wanted = ",".join(status) or None
    found = api.get("/deliveries", status=wanted, endpoint_id=endpoint_id, limit=limit)["data"]
    _show(found, ("id", "status", "event_type", "endpoint_id", "status_code", "created_at"), as_json=as_json)


def _connection(api: "Api", given: str) -> str:
    """The id of the connection with that id or name."""
    if given.startswith("con_"):
        return given
    page = api.get("/connections", limit=200)
    while True:
        for connection in page["data"]:
            if connection["name"] == given:
                return connection["id"]
        if not page["next_cursor"]:
            raise click.BadParameter(f"there is no connection named {given!r}", param_hint="CONNECTION")
        page = api.get("/connections", limit=200, cursor=page["next_cursor"])


def _read(text: str) -> Any:
    """JSON from the argument itself, from @FILE or from standard input (-)."""
    if text == "-":
        text = sys.stdin.read()
    elif text.startswith("@"):
        text = Path(text[1:]).read_text()
    try:
        return json.loads(text)
    except ValueError as error:
        raise click.BadParameter(f"not JSON: {error}", param_hint="INPUT") from error


def _wait(look: Callable[[], Any]) -> Any:
    """Asks until the job is final, as often as the hub advises."""
    while (job := look())["status"] not in FINAL:
        time.sleep((job.get("poll_after_ms") or 1000) / 1000)
    return job


def _show(rows: Sequence[dict[str, Any]], columns: Iterable[str], *, as_json: bool, title: bool = True) -> None:
    """Rows as aligned columns, or whole as JSON lines."""
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    cells = [[str("" if row.get(name) is None else row[name]) for name in columns] for row in rows]
    table = ([[name.upper() for name in columns]] if title else []) + cells
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for line in table:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
