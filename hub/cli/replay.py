"""`hub replay`: deliver again what failed, and steer it while it goes."""

import json
import math
import re
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from hub.cli.http import Api

STATES = ("dead", "cancelled", "delivered", "held")
# What needs nobody's watching any more, or somebody's word first.
RESTS = ("finished", "cancelled", "paused", "waiting")
LOOK_EVERY_S = 0.5
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class Since(click.ParamType):
    """`2h`, `30m`, `1d`, or an RFC 3339 instant."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """As RFC 3339 text."""
        if match := re.fullmatch(r"(\d+)([smhd])", value):
            try:
                return (datetime.now(UTC) - timedelta(seconds=int(match[1]) * UNITS[match[2]])).isoformat()
            except (OverflowError, ValueError):
                self.fail(f"{value!r} is before all times", param, ctx)
        try:
            return datetime.fromisoformat(value).astimezone(UTC).isoformat()
        except (OverflowError, ValueError):
            self.fail(f"{value!r} is neither like 2h, 30m or 1d nor an instant", param, ctx)


class Pace(click.FloatRange):
    """Deliveries a second: a number above 0, with an end."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """As a float."""
        pace = float(super().convert(value, param, ctx))
        if not math.isfinite(pace):
            self.fail(f"{value!r} is no number of deliveries a second", param, ctx)
        return pace


class Status(click.ParamType):
    """A delivery's state, or the receiver's answer."""

    name = "state|code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """As it was given."""
        if value not in STATES and not re.fullmatch(r"[1-5](\d\d|xx)", value):
            self.fail(f"{value!r} is none of {', '.join(STATES)}, nor a code like 503 or 5xx", param, ctx)
        return value


class _Group(click.Group):
    """Commands by name, and a delivery's id as one."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if not cmd_name.startswith("dlv_"):
            return super().get_command(ctx, cmd_name)
        return click.Command(cmd_name, callback=lambda **given: _one(cmd_name, **given), params=[_reason()])


def _reason() -> click.Option:
    return click.Option(["--reason"], default="", help="Why; kept with the replay.")


@click.group(cls=_Group, invoke_without_command=True)
@click.option("--since", type=Since(), help="Only deliveries made since: 2h, 30m, 1d or an instant.")
@click.option("--until", type=Since(), help="Only deliveries made before.")
@click.option("--endpoint", "endpoint_id", help="Only this endpoint's.")
@click.option("--type", "event_type", help="Only this type of event, e.g. job.succeeded or job.*")
@click.option("--event", "event_id", help="Only this event.")
@click.option(
    "--status", type=Status(), multiple=True, help="dead (default), cancelled, delivered, held; or an answer: 503, 5xx."
)
@click.option("--status-code", help="Only after this response, e.g. 503 or 5xx.")
@click.option("--error", help="Only after this class of failure, e.g. timeout.")
@click.option("--reason", default="", help="Why; kept with the replay.")
@click.option("--per-s", type=Pace(min=0, min_open=True), help="At most so many a second.")
@click.option("--canary", type=click.IntRange(min=1), help="So many first; the rest waits for `hub replay resume`.")
@click.option("--go-on", is_flag=True, help="After the canary go on by itself when all of it was delivered.")
@click.option("--url", help="For a test: send everything of --endpoint to this address instead.")
@click.option("--dry-run", is_flag=True, help="Only count what would be delivered.")
@click.option("--no-wait", is_flag=True, help="Print the replay and leave.")
@click.pass_context
def replay(ctx: click.Context, **given: Any) -> None:
    """Deliver again: one delivery, or all that the options select. History stays; new deliveries are made.

    \b
    hub replay dlv_01jd8x2qcxe7atpw9q0k5m4n3r
    hub replay --since 2h --endpoint ep_01jd8x2qcxe7atpw9q0k5m4n3r --status 5xx --dry-run
    hub replay --endpoint ep_01jd8x2qcxe7atpw9q0k5m4n3r --canary 10 --reason "receiver was down"
    """
    if ctx.invoked_subcommand is None:
        _start(**given)


@replay.command()
@click.argument("replay_id")
@click.option("--follow", "-f", is_flag=True, help="Watch it until it rests.")
def show(replay_id: str, follow: bool) -> None:
    """Show a replay and how far it is."""
    from hub.cli.http import Api

    api = Api()
    if follow:
        _follow(api, replay_id)
    _print(api.get(f"/replays/{replay_id}"))


def _steering(verb: str, meaning: str) -> click.Command:
    def steer(replay_id: str, reason: str) -> None:
        from hub.cli.http import Api

        _print(Api().post(f"/replays/{replay_id}/{verb}", {"reason": reason}))

    return click.Command(verb, callback=steer, params=[click.Argument(["replay_id"]), _reason()], help=meaning)


replay.add_command(_steering("pause", "Make no more deliveries of it until it is resumed."))
replay.add_command(_steering("resume", "Go on, or send the rest after the canary."))
replay.add_command(_steering("cancel", "Leave what is delivered and cancel the rest."))


def _one(delivery_id: str, reason: str) -> None:
    from hub.cli.http import Api

    _print(Api().post(f"/deliveries/{delivery_id}/replay", {"reason": reason}))


def _start(*, dry_run: bool, no_wait: bool, go_on: bool, **given: Any) -> None:
    from hub.cli.http import Api

    api = Api()
    body = {
        "filter": _filter(given),
        **{name: given[name] for name in ("reason", "per_s", "canary", "url")},
        "canary_goes_on": go_on,
        "dry_run": dry_run,
    }
    answer = api.post("/replays", body)
    if dry_run or no_wait or not sys.stderr.isatty():
        _print(answer)
        return
    _follow(api, answer["id"])
    _print(api.get(f"/replays/{answer['id']}"))


def _filter(given: dict[str, Any]) -> dict[str, Any]:
    """The API's filter; a code among --status is one of answers, not of states."""
    states = [each for each in given["status"] if each in STATES]
    codes = [each for each in given["status"] if each not in STATES]
    if len(codes) + (given["status_code"] is not None) > 1:
        raise click.BadParameter("one answer at a time", param_hint="--status")
    chosen = {name: given[name] for name in ("endpoint_id", "event_id", "event_type", "error", "status_code")}
    chosen |= {"created_after": given["since"], "created_before": given["until"], "status": states or None}
    if codes:
        chosen["status_code"] = codes[0]
    return {name: value for name, value in chosen.items() if value is not None}


def _follow(api: "Api", replay_id: str) -> None:
    """A progress bar until the replay rests; Ctrl-C leaves the bar, not the replay."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[facts]}"))
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("preparing", total=None, facts="")
        try:
            for seen in _looks(api, replay_id):
                ended = seen["total"] - seen["pending"]
                total = None if seen["state"] == "preparing" else seen["total"]
                bar.update(task, description=seen["state"], total=total, completed=ended, facts=_facts(seen))
        except KeyboardInterrupt:
            click.echo(f"{replay_id} goes on: hub replay show -f {replay_id}", err=True)


def _looks(api: "Api", replay_id: str) -> Iterator[dict[str, Any]]:
    while True:
        seen = api.get(f"/replays/{replay_id}")
        yield seen
        if seen["state"] in RESTS:
            return
        time.sleep(LOOK_EVERY_S)


def _facts(seen: dict[str, Any]) -> str:
    parts = [f"{seen[name]} {name}" for name in ("delivered", "dead", "cancelled", "skipped") if seen[name]]
    if seen["speed_per_s"] and seen["pending"]:
        parts.append(f"{seen['speed_per_s']:g}/s")
    if seen["eta_s"] and seen["pending"]:
        parts.append(f"{timedelta(seconds=round(seen['eta_s']))} left")
    return ", ".join(parts)


def _print(answer: Any) -> None:
    click.echo(json.dumps(answer, indent=2))
