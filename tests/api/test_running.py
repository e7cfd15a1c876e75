"""What only shows on a running server: how bodies arrive, and what becomes of lost database connections."""

import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import psycopg
import pytest

MEBIBYTE = 1024 * 1024


@pytest.fixture
def api(running, request):
    slug = request.node.name.replace("_", "-")[:60].strip("-")
    headers = {"Authorization": f"Bearer {running.new_key(slug)}"}
    with httpx.Client(base_url=f"{running.url}/api/v1", headers=headers) as client:
        yield client


def in_chunks(body):
    """The body piece by piece: its length is not announced."""
    for start in range(0, len(body), 65536):
        yield body[start : start + 65536]


def test_chunked_body_is_read(api):
    body = json.dumps({"name": "chunked", "scopes": ["jobs:read"]}).encode()

    answer = api.post("/keys", content=in_chunks(body), headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.json()["name"]) == (201, "chunked")


def test_too_long_a_body_is_refused_whether_announced_or_not(api):
    body = json.dumps({"name": "x" * MEBIBYTE, "scopes": ["jobs:read"]}).encode()

    announced = api.post("/keys", content=body, headers={"Content-Type": "application/json"})
    chunked = api.post("/keys", content=in_chunks(body), headers={"Content-Type": "application/json"})

    assert (announced.status_code, chunked.status_code) == (413, 413)
    assert api.get("/me").status_code == 200


def test_lost_connections_cost_one_answer_not_one_each(running, api):
    def status(_):
        return api.get("/keys").status_code

    with ThreadPoolExecutor(8) as many:
        assert set(many.map(status, range(40))) == {200}
    with psycopg.connect(running.postgres.url("postgres"), autocommit=True) as admin:
        killed = admin.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s", [running.database]
        ).fetchone()[0]

    seen = [status(n) for n in range(20)]

    assert killed > 1
    assert set(seen) <= {200, 503}
    assert seen.count(503) <= 1
    assert seen[-1] == 200
