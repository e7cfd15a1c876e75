"""Sources, and requests to their addresses."""

import base64
import hashlib
import hmac
import json
import time

import pytest

from hub.inbound import intake, source_secrets, sources
from hub.inbound.sources import SourceFields
from hub.rules.inbound.received import Received
from tests.api.conftest import Api, api, api_of, make_tenant, running, tenant

__all__ = ["Api", "api", "api_of", "make_tenant", "running", "tenant"]


class Sender:
    """One source, and what an outside system sends to it."""

    def __init__(self, tenant, preset, *, secret=None, name="shop", **fields):
        options = fields.pop("options", {})
        self.source = sources.create(
            tenant.id, preset, SourceFields(name=name, options=options, **fields), secret=secret
        )
        self.url = source_secrets.address(self.source)
        self.token = self.url.rpartition("/")[2]
        self.secret = secret or next((one["secret"] for one in source_secrets.live_secrets(self.source)), None)

    def send(self, body, **headers):
        """The answer to a request. headers: `X_GitHub_Event="push"`."""
        named = {name.replace("_", "-").lower(): value for name, value in headers.items()}
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return intake.take(self.token, Received("POST", self.url, {"content-type": "application/json", **named}, raw))


@pytest.fixture
def sender(tenant):
    """`sender("github", secret="…")`: a source of the tenant."""
    return lambda preset, **fields: Sender(tenant, preset, **fields)


def hex_mac(secret, body):
    return hmac.digest(secret.encode(), body, "sha256").hex()


def base64_mac(secret, body):
    return base64.b64encode(hmac.digest(secret.encode(), body, "sha256")).decode()


def now_s():
    return int(time.time())


def digest(text):
    return hashlib.sha256(text.encode()).digest()
