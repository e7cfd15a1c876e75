"""Whoever comes back after more than the retention hears of it."""

from uuid import UUID

import pytest

from hub import db
from hub.eventlog import read
from hub.rules import cursor
from hub.rules.cursor import START, Position
from tests.realtime.test_http import poll, web  # noqa: F401 fixtures


@pytest.fixture
def places(owner):
    """A cursor from before what was removed, and the horizon."""
    owner.publish(n=0)
    first = read.after(owner.id, START, limit=1)[0].position
    db.execute(
        "INSERT INTO event_horizon (tenant_id, epoch, txid, event_id) VALUES (%s, %s, %s, %s)",
        (owner.id, *first),
    )
    return cursor.encode(Position(first.epoch, first.txid - 1, UUID(int=1))), cursor.encode(first)


def test_a_subscription_from_before_the_retention_is_not_recovered(joined, places):
    before, horizon = places

    stale = joined().ask("subscribe", sid="s", topic="tenant", since=before)
    whole = joined().ask("subscribe", sid="s", topic="tenant", since=horizon)

    assert (stale["op"], stale["recovered"]) == ("subscribed", False)
    assert (whole["recovered"], whole["cursor"]) == (True, horizon)


def test_polling_from_before_the_retention_is_refused_with_the_cursor_to_go_on_from(poll, places):  # noqa: F811
    before, horizon = places

    refused = poll(after=before, wait=0)

    assert (refused.status_code, refused.json()["code"]) == (410, "cursor_expired")
    assert refused.json()["oldest_cursor"] == horizon
    assert poll(after=horizon, wait=0).status_code == 200
