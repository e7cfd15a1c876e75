"""What a caller may do: scopes of API keys, and what an operator's role stands for."""

from hub.rules.errors import HubError

ALL = "*"
SCOPES = {
    "jobs:read": "read jobs, their runs and their events",
    "jobs:write": "submit, cancel and retry jobs",
    "connections:read": "read connections, never their credentials",
    "connections:write": "create, change, check and delete connections",
    "endpoints:read": "read endpoints, never their secrets",
    "endpoints:write": "create, change, test and delete endpoints",
    "endpoints:secrets": "read and rotate signing secrets",
    "events:read": "read the event log",
    "events:write": "publish the tenant's own events and register their types",
    "deliveries:read": "read deliveries and attempts",
    "replays:write": "deliver again",
    "sources:read": "read sources and what came in, never their addresses and secrets",
    "sources:write": "create, change, pause and delete sources, publish kept requests again",
    "sources:secrets": "read the addresses and secrets of sources, and rotate them",
    "stream:read": "get tickets for the stream",
    "connectors:read": "read the connectors and their operations",
    "overview:read": "read the overview: queues, rates, and what is failing, of jobs, deliveries, endpoints and connections",
    "keys:admin": "list, create and revoke API keys",
    "audit:read": "read what people and keys did",
    "operators:admin": "list, invite and remove operators, and change their roles",
    "settings:admin": "change how the tenant's events are checked and how long things are kept",
}
# Who did what is for admins.
READING = frozenset(scope for scope in SCOPES if scope.endswith(":read")) - {"audit:read"}
ROLES: dict[str, frozenset[str]] = {
    "viewer": READING,
    "operator": READING
    | {"jobs:write", "replays:write", "endpoints:write", "connections:write", "events:write", "sources:write"},
    "admin": frozenset({ALL}),
}


def require_scopes(scopes: list[str], *, field: str) -> list[str]:
    """The scopes sorted and without repeats; a HubError `unknown_scope` names the first that does not exist."""
    for place, scope in enumerate(scopes):
        if scope not in SCOPES and scope != ALL:
            raise HubError("unknown_scope", f"There is no scope {scope!r}.", field=f"{field}.{place}")
    return sorted(set(scopes))


def covers(granted: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether a caller with `granted` may do everything in `wanted`."""
    return ALL in granted or wanted <= granted
