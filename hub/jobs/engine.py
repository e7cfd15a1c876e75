"""The job engine: one event loop in a thread of the worker process, on which the connectors run; as old as the process."""

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

import structlog

from hub.connectors import registry
from hub.connectors.base import Access
from hub.connectors.during import DURING, During
from hub.connectors.exchanges import Exchanges, Keep
from hub.jobs.tokens import RowTokens
from hub.rules.keepable import keepable
from hub.rules.outcomes import Category, Done, Outcome, failed

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Call:
    """A call to be made. key: handed back with the result. kind: `call` or `find`. access: or why there is none.

    run_id: names it when it is to be stopped, and in what it tells of its progress. may_send, callback_url: see
    connectors/during.py.
    """

    key: Any
    run_id: UUID
    kind: str
    connector: str
    access: Access | Outcome
    operation: str
    given: dict[str, Any]
    reference: str
    timeout_s: float
    may_send: Callable[[], bool]
    callback_url: str | None = None


# fraction and message, as connectors/during.py takes them.
Told = tuple[float | None, str]


@dataclass(frozen=True, slots=True)
class Finished:
    """A call that has come back. result: None when a `find` found nothing. exchanges: JSON for the run's row."""

    row: Any
    result: Done | Outcome | None
    exchanges: str | None = None


class Engine:
    """Start calls from any thread, collect results in one."""

    def __init__(self, *, allow: Sequence[str], keep: Keep = Keep.ALL) -> None:
        """allow: networks that connections may reach although they are not public. keep: whose exchanges."""
        self.allow, self.keep = allow, keep
        self.finished: queue.SimpleQueue[Finished] = queue.SimpleQueue()
        self.loop = asyncio.new_event_loop()
        self.tokens = RowTokens()
        self.sessions = registry.Sessions(allow=allow, tokens=self.tokens)
        # The loop keeps only weak references to tasks.
        self.tasks: set[asyncio.Task[None]] = set()
        # Calls that have begun, by run.
        self.begun: dict[UUID, asyncio.Task[None]] = {}
        self._told: dict[UUID, Told] = {}
        self.thread = threading.Thread(target=self.loop.run_forever, name="connectors", daemon=True)
        self.thread.start()

    def start(self, calls: Iterable[Call]) -> None:
        """Begin the calls; one wake-up of the loop for all of them."""
        batch = list(calls)
        if batch:
            self.loop.call_soon_threadsafe(self._spawn, batch)

    def collect(self, timeout_s: float) -> list[Finished]:
        """What has come back: at once when there is something, empty after `timeout_s`."""
        try:
            found = [self.finished.get(timeout=timeout_s) if timeout_s > 0 else self.finished.get_nowait()]
        except queue.Empty:
            return []
        while True:
            try:
                found.append(self.finished.get_nowait())
            except queue.Empty:
                return found

    def stop(self, run_ids: Collection[UUID]) -> None:
        """Stop these calls: each comes back soon, with what is known about its effect."""
        if run_ids:
            self.loop.call_soon_threadsafe(self._stop, list(run_ids))

    def take_told(self) -> dict[UUID, Told]:
        """The newest word of each run on its progress since the last time; the loop's thread may go on meanwhile."""
        told: dict[UUID, Told] = {}
        while self._told:
            # Popped one by one: each step is atomic, whatever the other thread adds.
            run_id, word = self._told.popitem()
            told[run_id] = word
        return told

    def close(self) -> None:
        """Close the sessions and end the loop; calls that are under way are given up."""
        asyncio.run_coroutine_threadsafe(self._end(), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()
        self.tokens.close()

    async def _end(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.sessions.aclose()

    def _spawn(self, batch: list[Call]) -> None:
        for call in batch:
            task = self.loop.create_task(self._perform(call))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    def _stop(self, run_ids: Collection[UUID]) -> None:
        for run_id in run_ids:
            # One that has not begun yet would be lost without a result; whoever asked asks again.
            if task := self.begun.get(run_id):
                task.cancel()

    def _tell(self, run_id: UUID, fraction: float | None, message: str) -> None:
        self._told[run_id] = (fraction, message)

    async def _perform(self, call: Call) -> None:
        began = time.monotonic()
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 only a task runs this
        self.begun[call.run_id] = task
        credentials = {} if isinstance(call.access, Outcome) else call.access.credentials
        exchanges = Exchanges(credentials, callback_url=call.callback_url, keep=self.keep)
        DURING.set(During(partial(self._tell, call.run_id), call.callback_url, exchanges, call.may_send))
        try:
            result = await self._result(call)
        finally:
            del self.begun[call.run_id]
        log.info(
            "run.finished",
            job=call.reference,
            kind=call.kind,
            connector=call.connector,
            operation=call.operation,
            result=result.category.value if isinstance(result, Outcome) else "nothing" if result is None else "done",
            ms=round((time.monotonic() - began) * 1000, 1),
        )
        self.finished.put(Finished(call.key, result, _kept(exchanges, result)))

    async def _result(self, call: Call) -> Done | Outcome | None:
        if isinstance(call.access, Outcome):
            return call.access
        ask = registry.find if call.kind == "find" else registry.perform
        try:
            result = await ask(
                self.sessions,
                call.connector,
                call.access,
                call.operation,
                call.given,
                reference=call.reference,
                timeout_s=call.timeout_s,
            )
            return _keepable(result)
        except Exception:
            log.exception("connector.crashed", job=call.reference, connector=call.connector, operation=call.operation)
            return failed(
                Category.UNKNOWN_OUTCOME,
                "The connector failed in a way it does not know; its effect may exist.",
                provider_code="connector_crashed",
            )


def _kept(exchanges: Exchanges, result: Done | Outcome | None) -> str | None:
    """The exchanges for the run's row; whatever a stranger's words do to that, the call has come back."""
    try:
        exchanges.settle(result)
        return exchanges.as_json()
    except (ValueError, TypeError, RecursionError) as error:
        # Without its text, which might hold those words.
        log.error("exchanges.not_kept", error=type(error).__name__)
        return None


def _keepable(result: Done | Outcome | None) -> Done | Outcome | None:
    """What the row can hold: one that cannot be written would take the results beside it, and the worker, with it."""
    if isinstance(result, Done):
        output = keepable(result.output)
        return result if output is result.output else replace(result, output=output)
    if isinstance(result, Outcome):
        told = {"message": result.message, "provider_code": result.provider_code, "errors": dict(result.field_errors)}
        safe = keepable(told)
        if safe is not told:
            return replace(
                result, message=safe["message"], provider_code=safe["provider_code"], field_errors=safe["errors"]
            )
    return result
