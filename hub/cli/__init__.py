"""The `hub` command. Each command imports what it needs when it runs, so that `hub --help` answers at once."""

import importlib
import os
import sys

import click

# Command → (module, line of help): the help is here so that listing the commands imports none of them.
COMMANDS = {
    "up": ("hub.cli.stack", "Start the whole hub on this machine; Ctrl-C stops it."),
    "demo": ("hub.cli.stack", "Run the hub's main job against a real ERP and show what arrives where."),
    "submit": ("hub.cli.client", "Submit a job and wait for its outcome."),
    "jobs": ("hub.cli.client", "List jobs, or show one."),
    "events": ("hub.cli.client", "List events, or follow them as they come."),
    "deliveries": ("hub.cli.client", "List deliveries, or show one with its attempts."),
    "replay": ("hub.cli.replay", "Deliver again what failed; pause, resume, cancel."),
    "listen": ("hub.cli.listen", "Forward events to a local URL while you develop its receiver."),
    "connector": ("hub.cli.connector", "Write, check and try connectors of your own; list them all."),
    "openapi": ("hub.cli.documents", "Print the API's OpenAPI document, for client generators."),
    "migrate": ("hub.cli.admin", "Bring the database to this version."),
    "check": ("hub.cli.admin", "Check the settings and say what is wrong with them."),
    "vault": ("hub.cli.vault", "Change the key that encrypts secrets at rest."),
    "tenant": ("hub.cli.admin", "Create tenants."),
    "key": ("hub.cli.admin", "Create and revoke API keys."),
    "operator": ("hub.cli.admin", "Create operators."),
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return getattr(importlib.import_module(COMMANDS[cmd_name][0]), cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hub")
def cli() -> None:
    """The hub: business operations in, signed webhooks and live streams out.

    \b
    hub up                                            start everything here
    hub submit echo echo '{"message": "hello"}'       submit a job
    hub events --follow                               see what happens
    hub replay --endpoint ep_... --dry-run            what would be delivered again

    Commands that talk to a hub use HUB_URL and HUB_API_KEY, or the hub that `hub up` runs in .hub here.
    HUB_DEBUG=1 shows where an error comes from.
    """


def main() -> None:
    """Entry point: every failure is one clear line on standard error and a non-zero exit code."""
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception as error:
        # The outermost edge: a person reads this, and bugs are shown with HUB_DEBUG.
        if os.environ.get("HUB_DEBUG"):
            raise
        click.echo(f"Error: {_words(error)}", err=True)
        sys.exit(1)


def _words(error: Exception) -> str:
    """The error as one line (more follow only where a server's last log lines are part of it)."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    text = str(error).strip()
    if type(error).__name__ in {"StackError", "HubError"}:
        return text
    return f"{type(error).__name__}: {text.splitlines()[0] if text else 'no message'} (HUB_DEBUG=1 shows where)"
