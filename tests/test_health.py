"""/healthz and /readyz tell what is up, without saying where it is."""

import pytest
import redis
from django.db import OperationalError
from django.test import Client

from hub import health


@pytest.fixture
def client(db, monkeypatch):
    monkeypatch.setattr(health, "_queues_seen", (0.0, {}))
    return Client(headers={"Host": "10.1.2.3"})


def test_everything_is_up(client):
    answer = client.get("/readyz")

    assert answer.status_code == 200
    parts = answer.json()["parts"]
    assert {name: part["status"] for name, part in parts.items()} == dict.fromkeys(
        ["postgres", "migrations", "redis", "queues"], "up"
    )
    assert all(part["ms"] >= 0 for part in parts.values())
    assert parts["queues"]["oldest_due_s"] == {"jobs": 0.0, "deliveries": 0.0}


def test_process_that_serves_is_healthy_whatever_else_is_down(client, monkeypatch):
    monkeypatch.setattr(health, "_timed", None)

    assert client.get("/healthz").json() == {"status": "up"}


def test_without_postgres_nothing_is_ready(client, monkeypatch):
    def away():
        raise OperationalError("connection to server at 10.1.2.3 refused")

    monkeypatch.setattr(health, "_postgres", away)

    answer = client.get("/readyz")

    assert (answer.status_code, answer["Retry-After"]) == (503, "2")
    assert "10.1.2.3" not in answer.content.decode()


def test_missing_migration_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(health, "_wanted_migrations", lambda: frozenset({("jobs", "9999_tomorrow")}))

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["parts"]["migrations"]["reason"] == "1 migrations are not applied"


def test_too_old_a_postgres_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(health, "POSTGRES_MIN", 990000)

    assert client.get("/readyz").json()["parts"]["postgres"]["status"] == "down"


def test_without_redis_the_hub_is_slower_but_ready(client, monkeypatch):
    def away():
        raise redis.ConnectionError("Error 111 connecting to 10.1.2.3:6379")

    monkeypatch.setattr(health, "_redis", away)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["status"]) == (200, "up")
    assert answer.json()["parts"]["redis"]["status"] == "down"
    assert "10.1.2.3" not in answer.content.decode()
