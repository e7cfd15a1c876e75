"""After the actions of a long run: everything is made whole, and the hub is given time to come to rest."""

import time

from hub.local.programs import answers
from tests.chaos.driver import Driver
from tests.stacks import until

OPEN = """
SELECT (SELECT count(*) FROM job WHERE tenant_id = %(tenant)s AND finished_at IS NULL),
    (SELECT count(*) FROM delivery d JOIN endpoint p ON p.id = d.endpoint_id
        WHERE d.tenant_id = %(tenant)s AND d.status IN ('pending', 'held') AND p.url NOT LIKE '%%/parked'),
    (SELECT count(*) FROM replay WHERE tenant_id = %(tenant)s AND state NOT IN ('finished', 'cancelled'))
"""
LEFT = """
SELECT p.url, d.status, d.replay_id IS NOT NULL AS replayed, count(*), min(d.due_at) - now(), l.blocked_until - now(), l.owner,
    l.leased_until - now(), p.disabled_at
FROM delivery d JOIN endpoint p ON p.id = d.endpoint_id JOIN lane l ON l.id = p.lane_id
WHERE d.tenant_id = %(tenant)s AND d.status IN ('pending', 'held') GROUP BY p.id, l.id, 2, 3
"""
REPLAYS = "SELECT id, state, total, released, skipped FROM replay WHERE tenant_id = %(tenant)s AND finished_at IS NULL"


def heal(driver: Driver) -> None:
    """Good receivers, whole programs, nothing paused but what is parked."""
    driver.receiver.moods.clear()
    whole = [process for name, process in driver.account.stack.processes.items() if name != "api"]
    until(
        lambda: all(process.alive() for process in whole) and answers(driver.account.stack.api_port, "/readyz"),
        "the stack is whole",
        timeout_s=60,
    )
    for endpoint in driver.model.endpoints.values():
        if endpoint.paused and endpoint.plan.role != "parked" and not endpoint.deleted:
            driver.resume(endpoint, {"release": "all"})
    for replay in driver.replays:
        driver.ask("POST", f"/replays/{replay}/{driver.chance.choice(['resume', 'cancel'])}", {}, refused=(409,))
    driver.note("healed")


def settle(driver: Driver, *, timeout_s: float) -> None:
    """Until nothing is open. What was under way may yet disable an endpoint, or end a canary."""
    deadline = time.monotonic() + timeout_s
    while driver.account.sql(OPEN) != [(0, 0, 0)]:
        for path in driver.disabled():
            driver.resume(driver.model.endpoints[path], {"release": "all"})
        for replay in driver.replays:
            if driver.ask("GET", f"/replays/{replay}")["state"] in ("waiting", "paused"):
                driver.ask("POST", f"/replays/{replay}/resume", {}, refused=(409,))
        driver.signatures.check()
        left = driver.account.sql(LEFT), driver.account.sql(REPLAYS)
        assert time.monotonic() < deadline, f"left after {timeout_s:g} s: {left}"
        time.sleep(0.5)
    driver.note("settled")
