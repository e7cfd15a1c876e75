"""A shop's webhook on the whole stack: an event for partners, and a job that is done once."""

import hmac
import json

import httpx
import pytest

from tests.stacks import until

pytestmark = pytest.mark.journey

SECRET = "a secret of the shop"


def test_an_order_of_a_shop_reaches_partners_and_is_booked_once(stack, account, receiver):
    connection = account.connect()
    account.endpoint(receiver.url("/orders"), event_types=["source.shop.*"])
    source = account.post(
        "/sources",
        {
            "name": "shop",
            "preset": "github",
            "secret": SECRET,
            "mappings": [
                {
                    "name": "book",
                    "event_type": "order.*",
                    "connection_id": connection,
                    "operation": "echo",
                    "input": {"message": {"$pointer": "/payload/number"}},
                    "tags": ["shop"],
                }
            ],
        },
    )
    address = stack.url + httpx.URL(source["address"]).path

    answers = [send(address, {"action": "placed", "number": 4711}) for _ in range(3)]

    assert answers == [200, 200, 200]
    until(lambda: receiver.received("/orders"), "the partner hears of it")
    (delivered,) = receiver.received("/orders")
    assert json.loads(delivered.body)["data"]["payload"]["number"] == 4711
    job = until(lambda: account.get("/jobs", tag="shop")["data"], "the order becomes a job")[0]
    assert account.wait_for(job["id"], "succeeded")["output"]["message"] == 4711
    requests = account.get(f"/sources/{source['id']}/requests")["data"]
    assert [each["state"] for each in requests] == ["duplicate", "duplicate", "accepted"]
    again = account.post(
        f"/sources/{source['id']}/requests/{requests[-1]['id']}/replay", {"reason": "the partner lost it"}
    )
    until(lambda: len(receiver.received("/orders")) == 2, "the partner hears of it again")

    def mapped():
        found = account.get(f"/sources/{source['id']}/requests/{again['request_id']}")
        return found if found["mapping"] == "done" else None

    (outcome,) = until(mapped, "the replay is mapped")["outcomes"]
    assert (outcome["result"], outcome["job_id"]) == ("done_before", job["id"])
    assert len(account.get("/jobs", tag="shop")["data"]) == 1


def send(address, payload):
    """The status of a request as the shop signs it."""
    body = json.dumps(payload).encode()
    headers = {
        "X-GitHub-Event": "order",
        "X-GitHub-Delivery": "order-4711",
        "X-Hub-Signature-256": "sha256=" + hmac.digest(SECRET.encode(), body, "sha256").hex(),
    }
    return httpx.post(address, content=body, headers=headers, trust_env=False).status_code
