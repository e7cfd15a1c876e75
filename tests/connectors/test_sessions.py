"""The pool of open sessions."""

import asyncio
import os
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from hub.connectors import registry, sessions
from hub.connectors.base import Access
from hub.connectors.outbound import Outbound
from hub.connectors.registry import Category, Outcome, Sessions
from tests.connectors.conftest import over_http
from tests.connectors.contract import with_sessions
from tests.connectors.records import Records

ACCESS = Access("con_1", 1, "", {}, {"password": "s3cret"})


@dataclass(eq=False)
class Opened:
    closed: int = 0

    async def aclose(self) -> None:
        self.closed += 1


@dataclass
class Slow:
    """A connector whose sessions take a turn of the loop to open, and may fail to."""

    name: str = "slow"
    fail: bool = False
    opened: list[Opened] = field(default_factory=list)

    async def open(self, access: Access, outbound: Outbound) -> Opened:
        await outbound.aclose()
        await asyncio.sleep(0)
        if self.fail:
            raise ValueError("will not open")
        self.opened.append(Opened())
        return self.opened[-1]


def run(main: Any) -> Any:
    return with_sessions(main)


def test_calls_at_once_share_one_session_and_it_is_closed_with_the_pool():
    connector: Any = Slow()

    async def use(pool: Sessions) -> Any:
        async with pool.use(connector, ACCESS) as session:
            await asyncio.sleep(0)
            return session

    async def main(pool: Sessions) -> list[Any]:
        return await asyncio.gather(*(use(pool) for _ in range(20)))

    used = run(main)

    assert len(connector.opened) == 1
    assert all(session is connector.opened[0] for session in used)
    assert connector.opened[0].closed == 1


def test_a_changed_connection_gets_a_new_session_and_the_old_one_serves_its_calls_to_their_end():
    connector: Any = Slow()

    async def main(pool: Sessions) -> None:
        async with pool.use(connector, ACCESS) as old:
            async with pool.use(connector, replace(ACCESS, version=2)) as new:
                assert new is not old
            await asyncio.sleep(0)
            assert old.closed == 0
        await asyncio.sleep(0)
        assert (old.closed, new.closed) == (1, 0)
        async with pool.use(connector, ACCESS) as late:
            assert late not in (old, new)
        await asyncio.sleep(0)
        assert (late.closed, new.closed) == (1, 0)
        async with pool.use(connector, replace(ACCESS, version=2)) as again:
            assert again is new

    run(main)
    assert [each.closed for each in connector.opened] == [1, 1, 1]


def test_a_session_that_will_not_open_is_tried_again_by_the_next_call():
    connector: Any = Slow(fail=True)

    async def main(pool: Sessions) -> None:
        with pytest.raises(ValueError, match="will not open"):
            async with pool.use(connector, ACCESS):
                pytest.fail("there is no session")
        connector.fail = False
        async with pool.use(connector, ACCESS) as session:
            assert session is connector.opened[0]

    run(main)


def test_a_session_that_nobody_uses_is_closed_after_a_while(monkeypatch):
    connector: Any = Slow()
    monkeypatch.setattr(sessions, "IDLE_S", 0)
    monkeypatch.setattr(sessions, "SWEEP_S", 0)

    async def main(pool: Sessions) -> None:
        async with pool.use(connector, ACCESS):
            pass
        async with pool.use(connector, replace(ACCESS, connection_id="con_2")):
            pass
        await asyncio.sleep(0)
        assert connector.opened[0].closed == 1

    run(main)


def test_secrets_are_not_shown_by_an_access():
    assert "s3cret" not in repr(ACCESS)


def test_a_proxy_in_the_environment_is_not_used(system: Records, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setitem(os.environ, name, "http://127.0.0.1:9")

    assert isinstance(over_http(system).check(), registry.Done)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://localhost:9", "loopback"),
        ("http://[::1]:9", "loopback"),
        ("http://[::ffff:10.0.0.1]", "v4-mapped"),
        ("http://10.0.0.1", "private"),
        ("http://169.254.169.254", "metadata"),
        ("http://0x7f000001", "loopback"),
    ],
)
def test_no_spelling_of_an_inner_address_is_called(system: Records, url, reason):
    access = over_http(system).access(url=url)

    result = with_sessions(lambda pool: registry.check(pool, "http", access), allow=())

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.PERMISSION, "target_forbidden")
    assert reason in result.message


def test_an_allowed_network_opens_nothing_else(system: Records):
    access = over_http(system).access(url="http://10.0.0.1")

    result = with_sessions(lambda pool: registry.check(pool, "http", access), allow=("127.0.0.0/8",))

    assert result.provider_code == "target_forbidden"


def test_a_name_that_does_not_exist_is_unavailable(system: Records):
    access = over_http(system).access(url="http://nobody.invalid")

    result = with_sessions(lambda pool: registry.check(pool, "http", access))

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.UNAVAILABLE, True)


def test_a_bug_in_a_connector_is_raised_not_dressed_up_as_the_systems_fault(monkeypatch):
    echo = registry.get("echo").operations["echo"]
    access = Access("con_9", 1, "", {}, {})
    given = registry.validate_input("echo", "echo", {})

    async def broken(session: Any, given: Any, /, *, reference: str) -> Any:
        return {}["nobody"]

    async def lying(session: Any, given: Any, /, *, reference: str) -> Any:
        return registry.Done({"unpromised": 1})

    for call, error in ((broken, KeyError), (lying, TypeError)):
        monkeypatch.setitem(registry.get("echo").operations, "echo", replace(echo, call=call))
        with pytest.raises(error):
            with_sessions(
                lambda pool: registry.perform(pool, "echo", access, "echo", given, reference="job_1", timeout_s=5)
            )
