"""Jobs' own callback addresses: one that hangs holds up few others, and those that nothing names any more are forgotten."""

from ipaddress import ip_network

import pytest

from hub import db
from hub.delivery.send import Sending
from hub.drain import Drain
from hub.jobs import retention, retries
from hub.wire import Wire
from tests.receiver import Answer, Receiver

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def receiver(settings):
    settings.HUB = settings.HUB.model_copy(update={"target_allow": ["127.0.0.0/8"], "target_http": True})
    with Receiver() as running:
        yield running


@pytest.fixture
def deliver():
    """Send what is due."""
    wire = Wire(allow=[ip_network("127.0.0.0/8")], allow_http=True)
    yield lambda: Drain(Sending(wire, room=100), owner="sender", budget_s=20, lease_s=30).run()
    wire.close()


@pytest.fixture
def tell(echo, submit_job, drain, receiver):
    """Do a job that names this path of the receiver as its own callback."""

    def do(path: str, *, count: int = 1, **more):
        own = {"callback_url": receiver.url(path), "callback_secret": SECRET}
        jobs = [submit_job(echo, "echo", {}, **own, **more) for _ in range(count)]
        drain()
        return jobs[0]

    return do


def targets(tenant) -> dict[str, str]:
    """Path → lane of every callback target."""
    found = db.rows("SELECT url, lane_id FROM endpoint WHERE tenant_id = %s AND kind = 'callback'", (tenant.id,))
    return {"/" + url.split("/", 3)[3]: lane for url, lane in found}


def let_pass(tenant) -> None:
    """Months go by: everything has ended long ago. Ids tell the time, too, and those of tests are of today."""
    db.execute("UPDATE job SET finished_at = now() - interval '100 days' WHERE tenant_id = %s", (tenant.id,))
    db.execute("UPDATE endpoint SET updated_at = now() - interval '100 days' WHERE tenant_id = %s", (tenant.id,))


def test_a_callback_that_hangs_does_not_hold_up_the_tenants_others(tenant, tell, deliver, receiver):
    receiver.answer("/hangs", Answer(delay_s=1.0))
    tell("/hangs", count=24)
    others = [f"/{n}" for n in range(8)]
    for path in others:
        tell(path)
    lanes = targets(tenant)

    deliver()

    paths = [request.path for request in receiver.requests]
    apart = [path for path in others if lanes[path] != lanes["/hangs"]]
    assert apart
    first_window = [path for path in paths[: paths.index("/hangs", 8) + 8] if path != "/hangs"]
    assert set(apart) <= set(first_window)
    assert sorted(paths) == sorted(["/hangs"] * 24 + others)


def test_many_addresses_share_some_lanes(tenant, tell):
    for n in range(60):
        tell(f"/{n}")

    assert len(targets(tenant)) == 60
    lanes = set(targets(tenant).values())
    assert 10 < len(lanes) <= 32
    assert {row[0] for row in db.rows("SELECT id FROM lane WHERE queue = 'deliveries'")} == lanes


def test_an_address_from_before_there_were_several_lanes_moves_with_its_next_job(tenant, tell, deliver, receiver):
    tell("/mine")
    db.execute("UPDATE endpoint SET lane_id = tenant_id")
    db.execute("UPDATE delivery SET lane_id = tenant_id")
    db.execute("UPDATE lane SET id = tenant_id WHERE queue = 'deliveries'")

    tell("/mine")
    deliver()

    assert len(receiver.received("/mine")) == 2
    assert targets(tenant)["/mine"] != tenant.id


def test_a_target_goes_when_no_job_and_no_delivery_names_it(tenant, tell, deliver, monkeypatch):
    monkeypatch.setattr(retention, "first_id_at", lambda at: db.new_id())
    for path in ("/used", "/owed", "/old", "/recent"):
        tell(path)
    deliver()
    kept = tell("/used")
    let_pass(tenant)
    db.execute("UPDATE job SET finished_at = now() WHERE id = %s", (kept.id,))
    db.execute("DELETE FROM delivery USING endpoint p WHERE p.id = endpoint_id AND url NOT LIKE '%%/owed'")
    db.execute("UPDATE endpoint SET updated_at = now() WHERE url LIKE '%%/recent'")

    retention.forget()

    assert sorted(targets(tenant)) == ["/owed", "/recent", "/used"]

    tell("/old")
    assert sorted(targets(tenant)) == ["/old", "/owed", "/recent", "/used"]


def test_a_job_that_is_repeated_still_finds_its_target(tenant, echo, tell, submit_job, drain, deliver, receiver):
    first = tell("/mine")
    db.execute("UPDATE job SET status = 'failed' WHERE id = %s", (first.id,))
    deliver()
    db.execute("DELETE FROM delivery")
    db.execute("UPDATE endpoint SET updated_at = now() - interval '100 days'")

    retention.forget()
    retries.retry(tenant.id, first.id)
    drain()
    deliver()

    assert len(receiver.received("/mine")) == 2
