"""The connectors there are, and the calls that the job engine and the API make on them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

from hub.connectors.base import Access, Connector, Operation, Result, operation_of
from hub.connectors.described import OPERATIONS, Described, named
from hub.connectors.echo import Echo
from hub.connectors.http import Http
from hub.connectors.manifest.load import BUILT_IN, ManifestError, load
from hub.connectors.odata import OData
from hub.connectors.openapi import OpenApi
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
    "documented_rates",
    "find",
    "get",
    "operation",
    "perform",
    "validate_config",
    "validate_credentials",
    "validate_input",
]

CHECK_TIMEOUT_S = 15.0
# Quotas over such a time or longer are not spread over it.
LONGEST_PACED_S = 3600.0
STOPPED = "The call was stopped, as was asked."
R = TypeVar("R")
T = TypeVar("T")


class Catalogue(MutableMapping[str, Connector]):
    """The connectors by name. A manifest is read when it is asked for: an installation uses few of them."""

    def __init__(self, coded: Iterable[Connector], folders: Iterable[Path]) -> None:
        """Raises ManifestError when a name is taken twice."""
        self._made = {connector.name: connector for connector in coded}
        self._files: dict[str, Path] = {}
        for folder in folders:
            found = {path.stem: path for path in folder.glob("*.yaml")}
            if taken := sorted(found.keys() & {*self}):
                raise ManifestError([f"{found[one]}: name: there is a connector {one!r} already." for one in taken])
            self._files |= found

    def __getitem__(self, name: str) -> Connector:
        if name not in self._made:
            self._made[name] = load(self._files[name])
        return self._made[name]

    def __setitem__(self, name: str, connector: Connector) -> None:
        self._made[name] = connector

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._made, **self._files})

    def __len__(self) -> int:
        return len({**self._made, **self._files})


@cache
def connectors() -> Catalogue:
    """All connectors by name: those in code, the manifests that come with the hub, and the installation's own.

    Raises ManifestError when a name is taken twice; asking for a manifest that cannot be used raises it, too.
    """
    own = [Path(settings.HUB.connectors_dir)] if settings.HUB.connectors_dir else []
    return Catalogue([Echo(), Http(), OData(), OpenApi(), Tryton()], [BUILT_IN, *own])


def get(name: str) -> Connector:
    """The connector of that name; HubError `not_found`."""
    try:
        return connectors()[name]
    except KeyError:
        raise HubError("not_found", f"There is no connector {name!r}.", field="connector") from None


def operation(connector: Connector, name: str, config: Mapping[str, Any]) -> Operation:
    """The operation of that name: the connector's, or the connection's own (`connectors/described.py`).

    config: of the connection, with its operations. HubError `not_found`.
    """
    if isinstance(connector, Described):
        return named(config.get(OPERATIONS) or {}, name)
    return operation_of(connector, name)


def documented_rates(name: str) -> dict[str, tuple[int, float]]:
    """What the vendor documents of requests in a time, by the limit's name: (requests, seconds).

    Budgets of an hour or longer are left to what the system tells: they differ by the customer's plan.
    """
    connector = connectors().get(name)
    limits = getattr(getattr(connector, "manifest", None), "limits", ())
    return {
        limit.name: (limit.calls, limit.window_s)
        for limit in limits
        if limit.calls and limit.window_s and limit.window_s < LONGEST_PACED_S
    }


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
    try:
        wanted = operation(connector, operation_name, access.config)
    except HubError as error:
        # The document of the system was replaced by one that does not have it any more.
        return failed(Category.NOT_FOUND, error.detail, provider_code="no_such_operation")

    async def call(session: Any) -> Result:
        return await wanted.call(session, given, reference=reference)

    return _checked(wanted, await _guarded(sessions, connector, access, call, timeout_s=timeout_s))


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
    cannot = failed(Category.UNKNOWN_OUTCOME, f"{connector_name}.{operation_name} cannot look for what it has done.")
    try:
        wanted = operation(connector, operation_name, access.config)
    except HubError:
        return cannot
    if wanted.find is None:
        return cannot
    look = wanted.find

    async def call(session: Any) -> Result | None:
        return await look(session, given, reference=reference)

    found = await _guarded(sessions, connector, access, call, timeout_s=timeout_s)
    return found if found is None else _checked(wanted, found)


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
