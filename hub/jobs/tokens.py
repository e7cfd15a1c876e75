"""Access tokens in rows: one fetch at a time for each connection, whichever process asks, and nothing rotated is lost.

The lock is held for a moment only. Whoever finds no fresh token locks the row, writes its claim (who, until when) and commits;
then it asks the token endpoint, with no transaction open; then it writes what came under the version that it has seen. Others
meanwhile go on with a token that is still good, or look again until there is a newer one. The version decides, not the claim:
who comes back late with the only good refresh token still keeps it, and who comes back after somebody has given new credentials
changes nothing. A refusal counts only when the row is still as it was: another process may have rotated the refresh token.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.db import DatabaseError, connection

from hub import db
from hub.connectors.base import Access
from hub.connectors.credentials import Renew, Token
from hub.connectors.outbound import RemoteFailure
from hub.jobs import token_rows
from hub.jobs.token_rows import Claim
from hub.rules.ids import require_id
from hub.rules.outcomes import Category, Outcome, failed

# A token request that takes longer has failed; a claim outlives it.
RENEW_S = 30.0
CLAIM = timedelta(seconds=45)
LOOK_AGAIN_S = 0.1
# So often another process may be ahead of us before we give up.
TURNS = 5
KEPT = 10_000
BROKEN = "connection_broken"
T = TypeVar("T")


class RowTokens:
    """Tokens of all connections of this installation, shared by its processes. One for each event loop."""

    def __init__(self) -> None:
        self.owner = uuid4()
        self._kept: dict[tuple[UUID, int], Token] = {}
        self._asking: dict[UUID, asyncio.Lock] = {}
        # One connection to the database for all of them; each question takes a millisecond.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tokens")

    async def current(self, access: Access, renew: Renew, *, instead_of: Token | None = None) -> Token:
        """See connectors.credentials.Tokens.

        RemoteFailure `auth` with retryable and the code `connection_broken` once the connection is parked for it.
        """
        connection_id = require_id("connection", access.connection_id, field="connection_id")
        key, refused = (connection_id, access.version), instead_of.value if instead_of else None
        kept = self._kept.get(key)
        if kept is not None and kept.value != refused and kept.fresh(datetime.now(UTC)):
            return kept
        async with self._asking.setdefault(connection_id, asyncio.Lock()):
            token = await self._settled(connection_id, renew, refused)
        if len(self._kept) > KEPT:
            self._kept.clear()
            self._asking = {each: lock for each, lock in self._asking.items() if lock.locked()}
        self._kept[key] = token
        return token

    def close(self) -> None:
        """Give the database connection back."""
        # Looked up in that thread: each has its own.
        self._thread.submit(lambda: connection.close()).result()
        self._thread.shutdown()

    async def _settled(self, connection_id: UUID, renew: Renew, refused: str | None) -> Token:
        for _ in range(TURNS):
            found = await self._look(connection_id, refused)
            if isinstance(found, Token):
                return found
            token = await _to_its_end(self._renew(connection_id, found, renew))
            if token is not None:
                return token
        text = "The access token was replaced again and again while this call asked for one."
        raise RemoteFailure(failed(Category.UNAVAILABLE, text, provider_code="token_contended"))

    async def _look(self, connection_id: UUID, refused: str | None) -> Token | Claim:
        """A token, or the right to fetch one; waits while another process fetches it (the caller has a deadline)."""
        look = partial(token_rows.look, connection_id, refused=refused, owner=self.owner, claim=CLAIM)
        while (found := await self._in_thread(look)) is None:
            await asyncio.sleep(LOOK_AGAIN_S)
        return found

    async def _renew(self, connection_id: UUID, claim: Claim, renew: Renew) -> Token | None:
        """Fetch a token under the claim; None when the row has changed meanwhile and is to be looked at again."""
        try:
            async with asyncio.timeout(RENEW_S):
                token = await renew(claim.credentials)
        except TimeoutError:
            outcome = failed(Category.UNAVAILABLE, f"The token endpoint gave no answer within {RENEW_S:g} s.")
        except RemoteFailure as failure:
            outcome = failure.outcome
        else:
            kept = token if token.refresh_token else replace(token, refresh_token=claim.refresh_token)
            return await self._in_thread(partial(token_rows.keep, connection_id, kept, claim=claim, owner=self.owner))
        refuse = partial(token_rows.give_up, connection_id, outcome, claim=claim, owner=self.owner)
        if not await self._in_thread(refuse):
            return None
        raise RemoteFailure(_parked(outcome) if outcome.category is Category.AUTH else outcome)

    async def _in_thread(self, ask: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(_ask, ask))


def _ask(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except DatabaseError as error:
        db.forget_connection()
        text = "The hub's own database could not be asked for the access token."
        raise RemoteFailure(failed(Category.UNAVAILABLE, text, provider_code="database")) from error


def _parked(outcome: Outcome) -> Outcome:
    """Nothing of the job was sent: it waits with the connection until somebody reconnects it."""
    return replace(outcome, retryable=True, provider_code=BROKEN)


async def _to_its_end(work: Any) -> Any:
    """Await what must not stop half way: a rotated refresh token would be lost. Whoever gives up waits for its end, too."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        # Seen, so that nobody warns of it: whoever gave up does not want to know.
        task.exception()
        raise
