"""Receivers in JavaScript: npm's standardwebhooks verifies what the hub sends."""

import json
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hub.delivery import endpoints
from tests.npm_folder import installed
from tests.receiver import Received

pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and shutil.which("npm")), reason="Node.js is not installed: its library cannot be asked"
)

HERE = Path(__file__).with_name("npm")
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODIES = {
    "unicode": {"name": "Zoë Ångström — 株式会社 🚚", "escapes": '"\\\n\t\u2028'},
    "empty": {"object": {}, "list": [], "text": "", "nothing": None},
    "large": {"lines": [{"sku": f"W-{n}", "qty": n, "price": n / 7} for n in range(5_000)]},
    "numbers": {"big": 2**53 - 1, "small": 1e-9, "negative": -0.5, "true": True},
}
Verify = Callable[[Sequence[tuple[str, Received]]], list[str]]


@pytest.fixture(scope="module")
def verify() -> Verify:
    """What npm's library makes of requests, each with the secret that its receiver knows."""
    folder = installed(HERE, "verify.mjs")

    def ask(requests: Sequence[tuple[str, Received]]) -> list[str]:
        given = [
            {"secret": secret, "headers": request.headers, "body": b64encode(request.body).decode()}
            for secret, request in requests
        ]
        done = subprocess.run(
            ["node", "verify.mjs"], cwd=folder, input=json.dumps(given), capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask


def test_the_library_of_javascript_receivers_verifies_every_kind_of_body(
    make_endpoint, publish, drain, receiver, verify: Verify
):
    make_endpoint(secret=SECRET)
    for body in BODIES.values():
        publish(**body)
    assert drain() == len(BODIES)

    requests = receiver.received("/hook")
    assert verify([(SECRET, request) for request in requests]) == ["ok"] * len(BODIES)

    changed = [replace(request, body=request.body.replace(b"order", b"0rder")) for request in requests]
    assert verify([(SECRET, request) for request in changed]) == ["No matching signature found"] * len(BODIES)


def test_during_a_rotation_javascript_receivers_verify_with_the_old_and_the_new_secret(
    tenant, make_endpoint, publish, drain, receiver, verify: Verify
):
    endpoint = make_endpoint(secret=SECRET)
    _, newer = endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(hours=1))
    publish()
    drain()
    _, newest = endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(0))
    publish()
    drain()

    during, after = receiver.received("/hook")
    assert verify([(SECRET, during), (newer, during), (newest, after)]) == ["ok", "ok", "ok"]
    refused = "No matching signature found"
    assert verify([(newest, during), (SECRET, after), (newer, after)]) == [refused] * 3
