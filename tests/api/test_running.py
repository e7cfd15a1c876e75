"""What only shows on a running server: how bodies arrive, and what becomes of lost database connections."""

import json
import socket
import time
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


def test_body_that_arrives_slowly_and_is_too_long_costs_neither_the_answer_nor_the_connection(api):
    def slowly():
        for _ in range(32):
            yield b"x" * 65536
            time.sleep(0.005)

    with httpx.Client(base_url=api.base_url, headers=api.headers) as client:
        for headers in ({"Content-Length": str(32 * 65536)}, {}):
            refused = client.post("/keys", content=slowly(), headers={"Content-Type": "application/json"} | headers)
            connection = refused.extensions["network_stream"]

            assert refused.status_code == 413
            assert client.get("/me").extensions["network_stream"] is connection


def test_endless_body_is_answered_and_the_connection_closed(running, api):
    piece = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    host, port = running.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as client:
        client.sendall(
            b"POST /api/v1/keys HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            b"Authorization: " + api.headers["Authorization"].encode() + b"\r\n"
            b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        # Exactly as much as is read of it at most; the end never comes.
        for _ in range(80):
            client.sendall(piece)
        client.sendall(b"1\r\nx\r\n")
        answer = client.recv(65536).lower()

    assert answer.startswith(b"http/1.1 413 ")
    assert b"\r\nconnection: close\r\n" in answer


def test_connections_that_the_server_has_ended_cost_no_answer(running, api):
    def status(_):
        return api.get("/keys").status_code

    with ThreadPoolExecutor(8) as many:
        assert set(many.map(status, range(40))) == {200}
    with psycopg.connect(running.postgres.url("postgres"), autocommit=True) as admin:
        ended = admin.execute(
            "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = %s",
            [running.database],
        ).fetchone()[0]

    assert ended > 1
    with ThreadPoolExecutor(8) as many:
        assert set(many.map(status, range(40))) == {200}
