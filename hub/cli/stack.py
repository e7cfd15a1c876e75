"""`hub up` and `hub demo`: the local stack."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from hub.local.console import Console

API_PORT = 8000
STREAM_PORT = 8001
FOLDER = ".hub"


@click.command()
@click.option("--dir", "folder", default=FOLDER, show_default=True, type=click.Path(path_type=Path), help="Its data.")
@click.option("--port", default=API_PORT, show_default=True, help="Port of the API.")
@click.option("--stream-port", default=None, type=int, help="Port of the stream.  [default: the API's + 1]")
@click.option("--console-port", default=None, type=int, help="Port of the console.  [default: 3000 or the next free]")
@click.option("--no-console", is_flag=True, help="Leave the console out.")
@click.option("--reset", is_flag=True, help="Delete the data first and start afresh.")
def up(
    folder: Path, port: int, stream_port: int | None, console_port: int | None, no_console: bool, reset: bool
) -> None:
    """Start the whole hub on this machine and stay; Ctrl-C stops everything in order.

    PostgreSQL and Valkey come along, unless HUB_DATABASE_URL and HUB_REDIS_URL name real servers. The console is built when its
    sources have changed, and left out where there is no Node.js.

    \b
    hub up
    hub up --port 9000 --dir /tmp/second
    hub up --reset
    """
    from hub.local import files, supervisor
    from hub.local.terminal import Follower, summary

    if reset:
        files.reset(folder)
    say = _sayer()
    console = _console(console_port, no_console=no_console, say=say)
    stack = supervisor.Stack(
        folder,
        ports=(port, stream_port or port + 1),
        database_url=os.environ.get("HUB_DATABASE_URL"),
        redis_url=os.environ.get("HUB_REDIS_URL"),
        env=console.stack_environment if console else {},
        tell=say,
    )
    _end_on_signals()
    with console or contextlib.nullcontext(), stack:
        with contextlib.suppress(KeyboardInterrupt):
            served = console is not None and console.serve(stack, say)
            say("Ready.")
            click.echo(summary(stack, console_url=console.url if console and served else None))
            Follower(stack.directory).run()
        click.echo()
    say("Stopped.")


def _console(port: int | None, *, no_console: bool, say: Callable[[str], None]) -> "Console | None":
    """What will be served beside the stack; None, and said why, when it cannot be."""
    from hub.local.console import Console
    from hub.local.console_build import obstacle

    if no_console:
        return None
    if why := obstacle():
        say(f"The console is left out: {why}.")
        return None
    return Console.at(port)


@click.command()
@click.option("--dir", "folder", default=FOLDER, show_default=True, type=click.Path(path_type=Path), help="Its data.")
def demo(folder: Path) -> None:
    """Run the hub's main job, end to end, on this machine: a job creates an order in a real ERP (Tryton), the outcome
    arrives as a signed webhook, over a WebSocket and by polling, a failed delivery is replayed.

    Takes up to two minutes the first time, because it prepares the ERP's database; leaves no process behind.
    """
    from hub.local.demo import run

    _end_on_signals()
    sys.exit(run(folder))


def _end_on_signals() -> None:
    # SIGINT too: whoever starts us in a script's background has it ignored, and Python leaves it so.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)


def _sayer() -> Callable[[str], None]:
    began = time.monotonic()
    return lambda line: click.echo(f"{time.monotonic() - began:5.1f} s  {line}", err=True)


def _interrupt(*_: Any) -> None:
    """SIGTERM ends us as Ctrl-C does: everything is stopped in order."""
    raise KeyboardInterrupt
