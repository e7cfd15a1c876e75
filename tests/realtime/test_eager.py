"""A push that need not wait costs no task; one that must wait becomes one."""

import asyncio

import pytest

from hub.realtime import eager

pytestmark = pytest.mark.pure


def test_what_need_not_wait_is_done_at_once_without_a_task() -> None:
    async def run() -> tuple[list[str], list]:
        done: list[str] = []
        waiting: list[asyncio.Task] = []

        async def work() -> None:
            done.append("done")

        eager.start(work(), waiting.append)
        return list(done), waiting

    assert asyncio.run(run()) == (["done"], [])


def test_what_must_wait_goes_on_in_a_task_as_often_as_it_waits() -> None:
    async def run() -> tuple[list[int], list[int]]:
        done: list[int] = []
        waiting: list[asyncio.Task] = []
        gate = asyncio.Event()

        async def work() -> None:
            done.append(1)
            await gate.wait()
            done.append(2)
            await asyncio.sleep(0)
            await asyncio.wait_for(asyncio.sleep(0.001), 10)
            done.append(3)

        eager.start(work(), waiting.append)
        before = list(done)
        gate.set()
        await waiting[0]
        return before, done

    assert asyncio.run(run()) == ([1], [1, 2, 3])


def test_cancelling_the_task_reaches_what_waits() -> None:
    async def run() -> list[str]:
        seen: list[str] = []
        waiting: list[asyncio.Task] = []

        async def work() -> None:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                seen.append("cancelled")
                raise
            finally:
                seen.append("over")

        eager.start(work(), waiting.append)
        await asyncio.sleep(0)
        waiting[0].cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        return [*seen, str(waiting[0].cancelled())]

    assert asyncio.run(run()) == ["cancelled", "over", "True"]


def test_an_error_before_it_waits_is_the_callers() -> None:
    async def run() -> None:
        async def work() -> None:
            raise OSError("gone")

        eager.start(work(), lambda task: None)

    with pytest.raises(OSError, match="gone"):
        asyncio.run(run())
