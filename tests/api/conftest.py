"""Tenants, keys and a client that speaks JSON."""

import json
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from hub.accounts import callers, keys, tenants
from hub.accounts.models import Tenant
from hub.local.postgres import Postgres
from hub.local.valkey import Valkey
from tests.api.server import Running


class Api:
    """A client of one API key. Answers carry `.data`, their JSON."""

    def __init__(self, token: str | None) -> None:
        self.token = token
        self._client = Client(raise_request_exception=True)

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """path: below /api/v1. body: sent as JSON; bytes as they are. headers: `Idempotency_Key="…"`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            named.setdefault("Authorization", f"Bearer {self.token}")
        content_type = named.pop("Content-Type", "application/json")
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = self._client.generic(method, f"/api/v1{path}", data, content_type=content_type, headers=named)
        is_json = "json" in answer.get("Content-Type", "")
        answer.data = json.loads(answer.content) if is_json and answer.content else None
        return answer

    def get(self, path: str, **headers: str) -> HttpResponse:
        return self.call("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        return self.call("POST", path, body, **headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        return self.call("PATCH", path, body, **headers)

    def delete(self, path: str, **headers: str) -> HttpResponse:
        return self.call("DELETE", path, **headers)


@pytest.fixture
def make_tenant(db: None) -> Callable[[], Tenant]:
    """Tenants with names of their own."""
    callers.forget()

    def make() -> Tenant:
        slug = f"t{secrets.token_hex(6)}"
        return tenants.create_tenant(slug.upper(), slug)

    return make


@pytest.fixture
def tenant(make_tenant: Callable[[], Tenant]) -> Tenant:
    return make_tenant()


@pytest.fixture
def api_of() -> Callable[..., Api]:
    """A client with a fresh key of a tenant: `api_of(tenant, "jobs:read")`; without scopes it may do everything."""

    def make(tenant: Tenant, *scopes: str) -> Api:
        return Api(keys.create_key(tenant, name="test", scopes=list(scopes) or ["*"])[1])

    return make


@pytest.fixture
def api(tenant: Tenant, api_of: Callable[..., Api]) -> Api:
    """A client of `tenant` that may do everything."""
    return api_of(tenant)


@pytest.fixture
def anybody(db: None) -> Api:
    """A client without a key."""
    return Api(None)


@pytest.fixture(scope="session")
def running(postgres: Postgres, valkey: Valkey, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The API in a Granian process. Whatever the tests did to it, it met no error of its own."""
    log = tmp_path_factory.mktemp("api") / "api.log"
    server = Running(postgres, valkey, database="running", log=log)
    server.start()
    yield server
    server.stop()
    assert "http.failed" not in log.read_text()
