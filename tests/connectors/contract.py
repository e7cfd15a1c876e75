"""What every connector is held to. To add one: a `Subject` for it in conftest.py; the tests are in test_contract.py."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hub.connectors import registry
from hub.connectors.registry import Access, Done, Outcome, Sessions

TIMEOUT_S = 20.0
_NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class Subject:
    """A connector with a real system to call.

    url: of that system, None when it calls none. read, write: an operation and its input; write only if it has any.
    marks: bytes of the request in which the read or write itself happens. count: how many records there bear a
    reference, asked of the system without the connector.
    """

    connector: str
    url: str | None
    config: dict[str, Any]
    credentials: dict[str, Any]
    wrong_credentials: dict[str, Any]
    read: tuple[str, dict[str, Any]]
    read_mark: bytes = b""
    write: tuple[str, dict[str, Any]] | None = None
    write_mark: bytes = b""
    count: Callable[[str], int] = lambda reference: 0

    def access(self, *, url: str | None = None, credentials: dict[str, Any] | None = None) -> Access:
        """A new connection to the system, through another URL or with other credentials if given."""
        return Access(
            connection_id=f"con_{next(_NUMBERS)}",
            version=1,
            base_url=url or self.url or "",
            config=registry.validate_config(self.connector, self.config),
            credentials=registry.validate_credentials(self.connector, credentials or self.credentials),
        )

    def perform(self, what: tuple[str, dict[str, Any]], reference: str, **changes: Any) -> Done | Outcome:
        """Perform `read` or `write` on a new connection and close it."""
        return self._ask(registry.perform, what, reference, **changes)

    def find(self, reference: str, **changes: Any) -> Done | Outcome | None:
        """Look for what `write` has done, on a new connection."""
        assert self.write is not None
        return self._ask(registry.find, self.write, reference, **changes)

    def check(self, **changes: Any) -> Done | Outcome:
        """Check a new connection."""

        async def run(sessions: Sessions) -> Done | Outcome:
            return await registry.check(sessions, self.connector, self.access(**changes))

        return with_sessions(run)

    def _ask(self, ask: Any, what: tuple[str, dict[str, Any]], reference: str, **changes: Any) -> Any:
        timeout_s = changes.pop("timeout_s", TIMEOUT_S)
        operation, given = what
        given = registry.validate_input(self.connector, operation, given)
        access = self.access(**changes)

        async def run(sessions: Sessions) -> Any:
            return await ask(
                sessions, self.connector, access, operation, given, reference=reference, timeout_s=timeout_s
            )

        return with_sessions(run)


def with_sessions(run: Callable[[Sessions], Any], *, allow: tuple[str, ...] = ("127.0.0.0/8",)) -> Any:
    """Run a coroutine function with a pool of sessions on a loop of its own."""

    async def main() -> Any:
        sessions = Sessions(allow=allow)
        try:
            return await run(sessions)
        finally:
            await sessions.aclose()

    return asyncio.run(main())
