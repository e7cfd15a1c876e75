"""`hub replay`: deliver again what failed."""

import json
from typing import Any

import click


@click.command()
@click.argument("delivery_id", required=False)
@click.option("--endpoint", "endpoint_id", help="Only this endpoint's.")
@click.option("--type", "event_type", help="Only this type of event, e.g. job.succeeded.")
@click.option("--status", type=click.Choice(["dead", "cancelled", "delivered"]), default="dead", show_default=True)
@click.option("--status-code", help="Only after this response, e.g. 503 or 5xx.")
@click.option("--reason", default="", help="Why; kept with the replay.")
@click.option("--per-s", type=click.FloatRange(min=0, min_open=True), help="At most so many a second.")
@click.option("--dry-run", is_flag=True, help="Only count what would be delivered.")
def replay(
    delivery_id: str | None,
    endpoint_id: str | None,
    event_type: str | None,
    status: str,
    status_code: str | None,
    reason: str,
    per_s: float | None,
    dry_run: bool,
) -> None:
    """Deliver again: one delivery, or all that the options select. History stays; new deliveries are made.

    \b
    hub replay dlv_01jd8x2qcxe7atpw9q0k5m4n3r
    hub replay --endpoint ep_01jd8x2qcxe7atpw9q0k5m4n3r --reason "receiver was down" --dry-run
    """
    from hub.cli.http import Api

    api = Api()
    if delivery_id:
        _print(api.post(f"/deliveries/{delivery_id}/replay", {"reason": reason}))
        return
    chosen = {"endpoint_id": endpoint_id, "event_type": event_type, "status": status, "status_code": status_code}
    selection = {name: value for name, value in chosen.items() if value is not None}
    body = {"filter": selection, "reason": reason, "per_s": per_s, "dry_run": dry_run}
    _print(api.post("/replays", body))


def _print(answer: Any) -> None:
    click.echo(json.dumps(answer, indent=2))
