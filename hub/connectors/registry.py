"""The connectors there are, and the calls that the job engine and the API make on them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

from hub.connectors.base import Access, Connector, Operation, Result, operation_of
from hub.connectors.echo import Echo
from hub.connectors.http import Http
from hub.connectors.manifest.load import BUILT_IN, ManifestError, load_folder
from hub.connectors.outbound import TRAIL, RemoteFailure, Trail, lost
from hub.connectors.sessions import Sessions
from hub.connectors.tryton import Tryton
from hub.rules.errors import HubError
from hub.rules.outcomes import Category, Done, Outcome, Safety, failed

__all__ = [
    "Access",
    "Category",
    "Done",
    "Outcome",
    "Safety",
    "Sessions",
    "check",
    "connectors",
    "find",
    "get",
    "perform",
    "validate_config",
    "validate_credentials",
    "validate_input",
]

CHECK_TIMEOUT_S = 15.0
STOPPED = "The call was stopped, as was asked."
R = TypeVar("R")
T = TypeVar("T")


@cache
def connectors() -> dict[str, Connector]:
    """All connectors by name: those in code, the manifests that come with the hub, and the installation's own.

    Raises ManifestError when a manifest cannot be used or a name is taken twice.
    """
    coded: list[Connector] = [Echo(), Http(), Tryton()]
    every: dict[str, Connector] = {connector.name: connector for connector in coded}
    folders = [BUILT_IN, *([Path(settings.HUB.connectors_dir)] if settings.HUB.connectors_dir else [])]
    for folder in folders:
        found = load_folder(folder)
        if taken := sorted(every.keys() & found.keys()):
            raise ManifestError(
                [f"{folder / name}.yaml: name: there is a connector {name!r} already." for name in taken]
            )
        every |= found
    return every


def get(name: str) -> Connector:
    """The connector of that name; HubError `not_found`."""
    try:
        return connectors()[name]
    except KeyError:
        raise HubError("not_found", f"There is no connector {name!r}.", field="connector") from None


def validate_input(connector: str, operation: str, given: Any) -> dict[str, Any]:
    """The input with its defaults, in JSON terms.

    Raises HubError `not_found` for the names and `invalid_input` with `field` like `input.lines.0.quantity` and
    all errors in `extra["errors"]`.
    """
    return operation_of(get(connector), operation).accepts.normalise(given, root="input")


def validate_config(connector: str, given: Any) -> dict[str, Any]:
    """A connection's settings with their defaults; HubError `invalid_input` with `field` like `config.company`."""
    return get(connector).config.normalise(given, root="config")


def validate_credentials(connector: str, given: Any) -> dict[str, Any]:
    """A connection's secrets; HubError `invalid_input` with `field` like `credentials.password`."""
    return get(connector).credentials.normalise(given, root="credentials")


async def perform(
    sessions: Sessions,
    connector_name: str,
    access: Access,
    operation_name: str,
    given: dict[str, Any],
    *,
    reference: str,
    timeout_s: float,
) -> Result:
    """Perform an operation; `given` is what `validate_input` returned.

    Remote failures are values: `unavailable` when nothing was sent that may have changed something,
    `unknown_outcome` when something was and its answer is missing. A connector's own bug is raised.
    """
    connector = get(connector_name)
    operation = operation_of(connector, operation_name)

    async def call(session: Any) -> Result:
        return await operation.call(session, given, reference=reference)

    return _checked(operation, await _guarded(sessions, connector, access, call, timeout_s=timeout_s))


async def find(
    sessions: Sessions,
    connector_name: str,
    access: Access,
    operation_name: str,
    given: dict[str, Any],
    *,
    reference: str,
    timeout_s: float,
) -> Result | None:
    """Look for the effect of an operation whose outcome is unknown.

    Done with what `perform` would have given, None when it has not happened, or the Outcome of the search.
    An operation that has no `find` gives `unknown_outcome`, not retryable.
    """
    connector = get(connector_name)
    operation = operation_of(connector, operation_name)
    if operation.find is None:
        return failed(Category.UNKNOWN_OUTCOME, f"{connector_name}.{operation_name} cannot look for what it has done.")
    look = operation.find

    async def call(session: Any) -> Result | None:
        return await look(session, given, reference=reference)

    found = await _guarded(sessions, connector, access, call, timeout_s=timeout_s)
    return found if found is None else _checked(operation, found)


async def check(
    sessions: Sessions, connector_name: str, access: Access, *, timeout_s: float = CHECK_TIMEOUT_S
) -> Result:
    """Really call the system with the connection's credentials; changes nothing there."""
    connector = get(connector_name)
    return await _guarded(sessions, connector, access, connector.check, timeout_s=timeout_s)


async def _guarded(
    sessions: Sessions,
    connector: Connector,
    access: Access,
    call: Callable[[Any], Awaitable[R]],
    *,
    timeout_s: float,
) -> R | Outcome:
    """Run `call` on the connection's session with a deadline; failures out there become values here."""
    trail = Trail()
    token = TRAIL.set(trail)
    try:
        async with asyncio.timeout(timeout_s) as deadline, sessions.use(connector, access) as session:
            return _with_limits(await call(session), trail)
    except RemoteFailure as failure:
        return _with_limits(failure.outcome, trail)
    except asyncio.CancelledError:
        # Somebody asked to stop the job: what is known of the call is worth more than the cancellation.
        return lost(trail, STOPPED)
    except TimeoutError:
        if not deadline.expired():
            raise
        return _with_limits(lost(trail, f"No answer within {timeout_s:g} s."), trail)
    finally:
        TRAIL.reset(token)


def _with_limits(result: T, trail: Trail) -> T:
    """The result with what the system told about its limits during the call, whoever of its requests heard it."""
    if trail.limits is None or not isinstance(result, Done | Outcome):
        return result
    return replace(result, limits=trail.limits)


def _checked(operation: Operation, result: Result) -> Result:
    """Done with its output held against the operation's schema: a connector that breaks its promise has a bug."""
    if not isinstance(result, Done):
        return result
    try:
        return replace(result, output=operation.returns.normalise(result.output, root="output"))
    except HubError as error:
        raise TypeError(f"{operation.name} gave {error.field}: {error.detail}") from error
