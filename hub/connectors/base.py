"""What a connector is: typed operations on one kind of system. How to write one: docs/connectors.md."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from hub.connectors.outbound import Outbound
from hub.connectors.shapes import Shape
from hub.rules.callbacks import Terms
from hub.rules.errors import HubError
from hub.rules.outcomes import Done, Outcome, Safety

Result = Done | Outcome


@dataclass(frozen=True)
class Access:
    """A connection as a connector needs it: checked against the connector's schemas, decrypted by the caller.

    version: goes up with every change, so that open sessions of an older one are not used any more.
    """

    connection_id: str
    version: int
    base_url: str
    config: dict[str, Any]
    credentials: dict[str, Any] = field(repr=False)
    # Calls at once: so many sockets there are for them.
    max_in_flight: int = 20


class Session(Protocol):
    """An open way into one system, used by many calls at once: HTTP connections, a login."""

    async def aclose(self) -> None:
        """Give everything back; called once, after the last call."""


class Call(Protocol):
    """`await call(session, input, reference=...)`.

    input: normalised. reference: the job's own name for this effect, the same on each try; it goes to the other
    system, so that `find` can look for it.
    """

    def __call__(self, session: Any, given: dict[str, Any], /, *, reference: str) -> Awaitable[Result]: ...


class Find(Protocol):
    """Like Call, but only looks whether the effect is there: None when it is not."""

    def __call__(self, session: Any, given: dict[str, Any], /, *, reference: str) -> Awaitable[Result | None]: ...


@dataclass(frozen=True)
class Operation:
    """One thing a connector can do.

    writes: it changes something there, so a lost answer is an unknown outcome. safety: see Safety; `by_search`
    has a `find`. judge: for operations whose writes and safety depend on the input, such as "any HTTP request".
    """

    name: str
    title: str
    description: str
    accepts: Shape
    returns: Shape
    safety: Safety
    writes: bool
    call: Call
    find: Find | None = None
    examples: Sequence[dict[str, Any]] = ()
    judge: Callable[[dict[str, Any]], tuple[bool, Safety]] | None = None
    # The terms on which this input has the system answer later: the call gets `during.callback_url()`, and the job waits.
    expects: Callable[[dict[str, Any]], Terms | None] | None = None

    @property
    def input(self) -> Mapping[str, Any]:
        """JSON Schema of what it takes."""
        return self.accepts.schema

    @property
    def output(self) -> Mapping[str, Any]:
        """JSON Schema of what it gives."""
        return self.returns.schema

    def writes_for(self, given: dict[str, Any]) -> bool:
        """Whether this input changes something."""
        return self.judge(given)[0] if self.judge else self.writes

    def terms_for(self, given: dict[str, Any]) -> Terms | None:
        """On which terms the system answers later; None when the call's own answer is all there is."""
        return self.expects(given) if self.expects else None

    def safety_for(self, given: dict[str, Any]) -> Safety:
        """What makes a second call with this input safe."""
        return self.judge(given)[1] if self.judge else self.safety


class Connector(Protocol):
    """One kind of system. An instance holds no state of any connection."""

    name: str
    title: str
    description: str
    # Shapes of a connection's settings and of its secrets; every field of the latter is writeOnly.
    config: Shape
    credentials: Shape
    # Whether a connection needs a base URL.
    needs_url: bool
    operations: dict[str, Operation]

    async def open(self, access: Access, outbound: Outbound) -> Session:
        """A session; `outbound` is the connection's HTTP client. Does no more than it must: calls are timed."""

    async def check(self, session: Any) -> Result:
        """Really call the system: do address and credentials work? Changes nothing there."""


def operation_of(connector: Connector, name: str) -> Operation:
    """The connector's operation; HubError `not_found` when it has none of that name."""
    try:
        return connector.operations[name]
    except KeyError:
        known = ", ".join(sorted(connector.operations))
        detail = f"The connector {connector.name} has no operation {name!r}; it has {known}."
        raise HubError("not_found", detail, field="operation") from None
