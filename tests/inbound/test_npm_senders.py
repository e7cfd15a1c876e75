"""Senders in JavaScript: GitHub's own example payloads, signed by its package, and what Shopify's own package accepts."""

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.npm_folder import installed

pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and shutil.which("npm")), reason="Node.js is not installed: its packages cannot sign"
)

HERE = Path(__file__).with_name("npm")
SECRET = "It's a Secret to Everybody"
ORDERS = ['{"id":820982911946154508,"name":"#9999"}', '{"note":"Zoë 🚚 \\u2028","lines":[]}', "{}"]


@pytest.fixture(scope="module")
def signed():
    """{github: [{event, body, signature}], shopify: [{body, signature, verified}]}."""
    given = json.dumps({"secret": SECRET, "shopify": ORDERS})
    done = subprocess.run(
        ["node", "sign.mjs"],
        cwd=installed(HERE, "sign.mjs"),
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_example_of_github_becomes_an_event_and_its_repeat_none(hub, signed):
    source = hub.source("github", secret=SECRET)
    examples = list(enumerate(signed["github"]))
    assert len(examples) > 300

    def send(numbered):
        number, example = numbered
        headers = {
            "Content-Type": "application/json",
            "X-GitHub-Event": example["event"],
            "X-GitHub-Delivery": f"delivery-{number}",
            "X-Hub-Signature-256": example["signature"],
        }
        return hub.outside.post(source["reach"], content=example["body"].encode(), headers=headers).status_code

    with ThreadPoolExecutor(4) as many:
        assert set(many.map(send, examples)) == {200}
        assert set(many.map(send, examples)) == {200}

    counted = {each["state"]: each["count"] for each in hub.get(f"/sources/{source['id']}")["last_day"]}
    assert counted == {"accepted": len(examples), "duplicate": len(examples)}
    published = {event["data"]["provider_id"]: event for event in everything(hub)}
    for number, example in examples:
        payload = json.loads(example["body"])
        event = published[f"delivery-{number}"]
        action = payload.get("action")
        expected = ".".join(filter(None, ["source", source["name"], example["event"], action]))
        assert (event["type"], event["data"]["payload"]) == (expected, payload)


def everything(hub):
    """Every event of the tenant's log that a source has published."""
    cursor, found = None, []
    while True:
        page = hub.get("/events", limit=200, **({"after": cursor} if cursor else {}))
        found += [event for event in page["data"] if event["type"].startswith("source.")]
        if not page["data"]:
            return found
        cursor = page["next_cursor"]


def test_what_shopifys_package_accepts_is_accepted(hub, signed):
    source = hub.source("shopify", secret=SECRET)
    assert [order["verified"] for order in signed["shopify"]] == [True] * len(ORDERS)

    for number, order in enumerate(signed["shopify"]):
        headers = {
            "X-Shopify-Topic": "orders/create",
            "X-Shopify-Hmac-SHA256": order["signature"],
            "X-Shopify-Webhook-Id": f"w-{number}",
        }
        right = hub.outside.post(source["reach"], content=order["body"].encode(), headers=headers)
        wrong = hub.outside.post(source["reach"], content=order["body"].encode() + b"\n", headers=headers)
        assert (right.status_code, wrong.status_code) == (200, 401)

    types = {event["type"] for event in everything(hub) if f".{source['name']}." in event["type"]}
    assert types == {f"source.{source['name']}.orders.create"}
