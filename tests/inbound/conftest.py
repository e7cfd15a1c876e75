"""Sources, and requests to their addresses."""

import base64
import hmac
import json
import os
import time

import httpx
import pytest

from hub import db
from hub.inbound import intake, requests, source_secrets, sources
from hub.inbound.requests import RequestFilter
from hub.inbound.sources import SourceFields
from hub.rules.inbound.received import Received
from tests.api.conftest import Api, api, api_of, make_tenant, tenant
from tests.api.server import Running

__all__ = ["Api", "api", "api_of", "make_tenant", "tenant"]


class Sender:
    """One source, and what an outside system sends to it."""

    def __init__(self, tenant, preset, *, secret=None, name="shop", **fields):
        self.source = sources.create(tenant.id, preset, SourceFields(name=name, **fields), secret=secret)
        self.url = source_secrets.address(self.source)
        self.token = self.url.rpartition("/")[2]
        self.secret = secret or next((one["secret"] for one in source_secrets.live_secrets(self.source)), None)

    def send(self, body, **headers):
        """The answer to a request. headers: `X_GitHub_Event="push"`."""
        named = {name.replace("_", "-").lower(): value for name, value in headers.items()}
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return intake.take(self.token, Received("POST", self.url, {"content-type": "application/json", **named}, raw))

    def push(self, body=b'{"ref":"main"}', *, delivery="d1", event="push", key=None):
        """As GitHub sends it."""
        signature = f"sha256={hex_mac(key or self.secret, body)}"
        return self.send(body, X_Hub_Signature_256=signature, X_GitHub_Event=event, X_GitHub_Delivery=delivery)

    def kept(self, **where):
        """The source's kept requests, newest first."""
        return requests.listed(self.source.tenant_id, self.source.id, RequestFilter(**where), before=None, limit=200)

    def events(self):
        """(type, data) of what the source published, in order."""
        rows = db.rows("SELECT type, body FROM event WHERE subject_id = %s ORDER BY id", (self.source.id,))
        return [(row[0], json.loads(row[1])["data"]) for row in rows]

    def counts(self):
        """{(state, reason): how many}."""
        rows = db.rows(
            "SELECT state, reason, sum(count)::int FROM source_count WHERE source_id = %s GROUP BY 1, 2",
            (self.source.id,),
        )
        return {(row[0], row[1]): row[2] for row in rows}


@pytest.fixture
def sender(tenant):
    """`sender("github", secret="…")`: a source of the tenant."""
    return lambda preset, **fields: Sender(tenant, preset, **fields)


@pytest.fixture
def github(sender):
    return sender("github", name="code")


def hex_mac(secret, body):
    return hmac.digest(secret.encode(), body, "sha256").hex()


def base64_mac(secret, body):
    return base64.b64encode(hmac.digest(secret.encode(), body, "sha256")).decode()


class Hub:
    """A tenant of a running API: sources over HTTP, and requests to them as any system sends them."""

    def __init__(self, server, slug):
        self.server = server
        key = server.new_key(slug)
        self.api = httpx.Client(
            base_url=f"{server.url}/api/v1", headers={"Authorization": f"Bearer {key}"}, timeout=30, trust_env=False
        )
        self.outside = httpx.Client(timeout=30, trust_env=False)

    def source(self, preset, **fields):
        """The new source with its address as it can be reached here."""
        answer = self.api.post("/sources", json={"name": f"s{time.monotonic_ns()}", "preset": preset, **fields})
        assert answer.status_code == 201, answer.text
        made = answer.json()
        return {**made, "reach": self.server.url + httpx.URL(made["address"]).path}

    def get(self, path, **query):
        answer = self.api.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def close(self):
        self.api.close()
        self.outside.close()


@pytest.fixture(scope="session")
def server(postgres, valkey, tmp_path_factory):
    """The API in a Granian process. Whatever the tests did to it, it met no error of its own."""
    log = tmp_path_factory.mktemp("inbound") / "api.log"
    running = Running(postgres, valkey, database="inbound", log=log)
    running.start()
    yield running
    running.stop()
    assert "http.failed" not in log.read_text()


@pytest.fixture(scope="module")
def hub(server):
    """One tenant for a module: every source has a name of its own."""
    made = Hub(server, f"h{os.urandom(6).hex()}")
    yield made
    made.close()
