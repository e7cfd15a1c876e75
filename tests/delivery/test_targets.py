"""What a sending process keeps of endpoints: bounded, and of one whose secrets cannot be read only that."""

from datetime import timedelta

import pytest

from hub import db
from hub.delivery import attempt_request, endpoints, targets
from hub.delivery.endpoints import EndpointFields
from hub.delivery.models import Attempt, Delivery
from tests.delivery.conftest import make_due, states

SPOIL = "UPDATE endpoint SET {what} = overlay({what} placing '\\x00000000'::bytea from 20), version = version + 1 WHERE id = %s"


def attempts(endpoint):
    return db.rows(
        "SELECT status_code, error, error_detail FROM attempt WHERE endpoint_id = %s ORDER BY id", (endpoint.id,)
    )


def test_more_targets_than_are_kept_are_all_there_when_they_are_asked_for(make_endpoint, monkeypatch):
    monkeypatch.setattr(targets, "KEPT", 3)
    known = targets.Targets()
    made = [make_endpoint(f"/{n}") for n in range(6)]
    versions = {endpoint.id: endpoint.version for endpoint in made}
    known.at_least(versions)
    db.execute("UPDATE endpoint SET version = 9 WHERE id = %s", (made[0].id,))

    assert set(known.at_least(versions | {made[0].id: 9})) == set(versions)
    assert set(known.of_lanes([made[1].id])) == {made[1].id}
    assert set(known.at_least(versions)) == set(versions)


def test_hundreds_of_targets_are_sent_to_though_few_are_kept(make_endpoint, publish, drain, receiver, monkeypatch):
    monkeypatch.setattr(targets, "KEPT", 5)
    for n in range(30):
        make_endpoint(f"/{n}")
    publish(count=5)

    assert drain() == 150


@pytest.mark.parametrize("what", ["secrets", "headers", "auth"])
def test_an_endpoint_whose_secrets_cannot_be_read_says_so_and_holds_up_nobody(
    what, tenant, make_endpoint, publish, drain, receiver
):
    auth = {"type": "basic", "username": "u", "password": "p"}
    odd, other = make_endpoint("/odd", headers={"X-Mine": "1"}, auth=auth), make_endpoint("/other")
    db.execute(SPOIL.format(what=what), (odd.id,))
    publish(count=3)

    assert drain() == 6

    assert states(other) == {"delivered": 3}
    assert receiver.received("/odd") == []
    assert {error for _, error, _ in attempts(odd)} == {"secrets_unreadable"}
    assert states(odd) == {"pending": 3}
    odd.refresh_from_db()
    assert (endpoints.shown_auth(odd) is None) == (what == "auth")
    delivery = Delivery.objects.filter(endpoint_id=odd.id).first()
    shown = attempt_request.as_sent(delivery, Attempt.objects.get(delivery_id=delivery.id))
    assert shown.sent is False

    endpoints.change(tenant.id, odd.id, EndpointFields(headers={"X-Mine": "1"}, auth=auth))
    endpoints.rotate(tenant.id, odd.id, overlap=timedelta(0))
    make_due(odd)
    drain()
    assert states(odd) == {"delivered": 3}
