"""The hub's main job: asked for over HTTP, done in Tryton, heard of by webhook, by stream and by polling."""

import json
import sqlite3
from contextlib import closing

import pytest
from standardwebhooks import Webhook as StandardWebhook
from svix.webhooks import Webhook as SvixWebhook

from hub.local.client import Listener
from tests.stacks import until

pytestmark = pytest.mark.journey


def customers_with(tryton, reference: str) -> int:
    """How many parties bear it as an identifier, in Tryton's own database."""
    with closing(sqlite3.connect(tryton.data / f"{tryton.database}.sqlite", timeout=20)) as database:
        return database.execute("SELECT count(*) FROM party_identifier WHERE code = ?", [reference]).fetchone()[0]


def order_of(customer: dict) -> dict:
    return {"customer_code": customer["code"], "lines": [{"product": "WIDGET", "quantity": 3}]}


def test_an_order_is_made_once_and_webhook_stream_and_polling_agree(account, erp, tryton, receiver):
    endpoint = account.endpoint(receiver.url("/hook"), event_types=["job.*"])
    ticket = account.post("/tickets", {"topics": ["tenant"], "lifetime_s": 600})
    listener = Listener(ticket["stream_url"], ticket["ticket"], lambda event: None)
    customer = account.wait_for(account.submit(erp, "customer.create", {"name": "Ada Lovelace"}))["output"]

    job_id = account.submit(erp, "sale_order.create", order_of(customer), metadata={"cart": 17})
    listener.wait_for(job_id, "job.succeeded", timeout_s=20)
    receiver.wait_for(6, path="/hook")
    listener.close()

    polled = account.http.get(f"/jobs/{job_id}")
    job = polled.json()
    assert job["status"] == "succeeded"
    again = account.http.get(f"/jobs/{job_id}", headers={"If-None-Match": polled.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")

    webhooks = {}
    for request in receiver.received("/hook"):
        StandardWebhook(endpoint["secret"]).verify(request.body, request.headers)
        SvixWebhook(endpoint["secret"]).verify(request.body, request.headers)
        webhooks[request.headers["webhook-id"]] = json.loads(request.body)
    ours = {key: event for key, event in webhooks.items() if event["data"]["id"] == job_id}
    log = account.get(f"/jobs/{job_id}/events")["data"]
    pushed = [event for event in listener.events if event["data"]["id"] == job_id]

    assert [event["type"] for event in log] == ["job.queued", "job.running", "job.succeeded"]
    assert [event["data"]["version"] for event in log] == [1, 2, 3]
    assert job["version"] == 3
    assert [(event["id"], event["type"], event["data"]) for event in pushed] == [
        (event["id"], event["type"], event["data"]) for event in log
    ]
    assert {event["id"]: (event["type"], event["timestamp"], event["data"]) for event in log} == {
        key: (event["type"], event["timestamp"], event["data"]) for key, event in ours.items()
    }
    assert log[-1]["data"]["output"] == job["output"]
    assert log[-1]["data"]["metadata"] == {"cart": 17}
    assert tryton.orders_with_reference(job_id) == [job["output"]["number"]]


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_a_customer_whose_answer_was_lost_is_found_and_not_made_twice(account, erp, tryton, proxy, how):
    loss = proxy.lose(b"model.party.party.create", how=how)

    job_id = account.submit(erp, "customer.create", {"name": f"Lost {how}"}, timeout_s=3)
    loss.wait()
    job = account.wait_for(job_id)

    assert job["status"] == "succeeded"
    assert account.history(job_id) == ["job.queued", "job.running", "job.reconciling", "job.succeeded"]
    assert account.runs(job_id) == [("call", "unknown"), ("find", "succeeded")]
    assert customers_with(tryton, job_id) == 1


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_an_order_whose_answer_was_lost_is_taken_up_and_not_made_twice(account, erp, tryton, proxy, how):
    customer = account.wait_for(account.submit(erp, "customer.create", {"name": "Ada"}))["output"]
    loss = proxy.lose(b"model.sale.sale.create", how=how)

    job_id = account.submit(erp, "sale_order.create", order_of(customer), timeout_s=4)
    loss.wait()
    job = account.wait_for(job_id)

    assert job["status"] == "succeeded"
    assert "job.reconciling" in account.history(job_id)
    assert tryton.orders_with_reference(job_id) == [job["output"]["number"]]


def test_a_system_that_is_away_is_waited_for(account, erp, proxy):
    proxy.stop()
    job_id = account.submit(erp, "customer.create", {"name": "Nobody"}, max_runs=1)

    job = account.wait_for(job_id)

    assert (job["status"], job["error"]["category"]) == ("failed", "unavailable")
    until(lambda: account.runs(job_id) == [("call", "failed")], "one run")
