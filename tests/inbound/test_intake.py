"""What becomes of a request: events, repeats, refusals, and what is kept of each."""

import base64
import json
import time
from datetime import UTC, datetime, timedelta

import pytest
from hubspot.utils.signature import Signature

from hub import db
from hub.eventlog.partitions import first_id_at
from hub.inbound import keeping, replays, requests, retention, source_secrets, sources
from hub.inbound.replays import Asked
from hub.inbound.sources import SourceFields
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from tests.inbound.conftest import base64_mac, hex_mac
from tests.inbound.test_presets import CHANGES, ORGANIZATION, SIGNED, SOAP, b64, mac


def test_verified_request_becomes_an_event_with_what_was_sent(github):
    answer = github.push()

    assert (answer.status, answer.body, answer.refusal) == (200, b"", None)
    ((kind, data),) = github.events()
    assert (kind, data["provider_id"], data["payload"]) == ("source.code.push", "d1", {"ref": "main"})
    (request,) = github.kept()
    assert (request.state, request.event_types, request.provider_id) == ("accepted", ["source.code.push"], "d1")
    whole = requests.get(github.source.tenant_id, github.source.id, request.id)
    assert bytes(whole.body) == b'{"ref":"main"}'


def test_repeat_is_answered_like_the_first_and_publishes_nothing(github):
    first, again = github.push(), github.push()

    assert again == first
    assert len(github.events()) == 1
    repeat, accepted = github.kept()
    assert (repeat.state, repeat.duplicate_of) == ("duplicate", accepted.id)
    assert github.counts() == {("accepted", ""): 1, ("duplicate", ""): 1}


@pytest.mark.parametrize("case", SIGNED.values(), ids=list(SIGNED))
def test_every_sender_may_send_again_and_is_heard_once(sender, case):
    source = sender(case.preset, secret=case.secret, options=case.options)
    answers = []
    for away in (timedelta(0), timedelta(seconds=1)):  # a repeat is signed anew
        headers = case.sign(case.body, datetime.now(UTC) - away, source.url)
        answers.append(source.send(case.body.encode(), **headers))
    tampered = source.send(case.body.replace("17", "18").encode(), **headers)

    assert [(answer.status, answer.refusal) for answer in answers] == [(200, None)] * 2
    assert (tampered.status, str(tampered.refusal.reason)) == (401, "wrong_signature")
    assert len(source.events()) == 1
    assert [request.state for request in source.kept()] == ["refused", "duplicate", "accepted"]


def test_the_same_content_under_another_id_is_no_repeat(github):
    github.push(delivery="d1")
    github.push(delivery="d2")

    assert len(github.events()) == 2


def test_without_an_id_the_content_tells_repeats(sender):
    frappe = sender("frappe", options={"type": "Quotation.on_update"})
    for body in (b'{"name": "Q-1"}', b'{"name":"Q-1"}', b'{"name": "Q-2"}'):
        assert frappe.send(body, X_Frappe_Webhook_Signature=base64_mac(frappe.secret, body)).status == 200

    assert [data["payload"]["name"] for _, data in frappe.events()] == ["Q-1", "Q-2"]
    assert {kind for kind, _ in frappe.events()} == {"source.shop.Quotation.on_update"}


def test_repeats_are_known_for_the_sources_window_only(sender):
    source = sender("unsigned", repeat_window_s=60, options={"id_pointer": "/id"})
    source.send({"id": 1})
    db.execute("UPDATE inbound_key SET expires_at = now() WHERE source_id = %s", (source.source.id,))
    source.send({"id": 1})
    always = sender("unsigned", name="always", repeat_window_s=0)
    always.send({"id": 1})
    always.send({"id": 1})

    assert (len(source.events()), len(always.events())) == (2, 2)


def test_unverified_request_is_kept_apart_with_its_reason(github):
    answer = github.push(key="wrong")

    assert (answer.status, str(answer.refusal.reason)) == (401, "wrong_signature")
    assert github.events() == []
    (request,) = github.kept(state="refused")
    assert (request.reason, github.kept(state="accepted")) == ("wrong_signature", [])


def test_a_flood_of_refusals_is_counted_exactly_and_kept_as_a_sample(github):
    big = b"x" * (100 * 1024)
    for _ in range(30):
        github.push(big, key="wrong")
    for _ in range(3):
        github.send(b"{}")

    # A minute may have begun in between: then there are two samples.
    counted = github.counts()
    assert counted == {("refused", "wrong_signature"): 30, ("refused", "missing_header"): 3}
    found = github.kept(reason="wrong_signature")
    assert keeping.REFUSED_A_MINUTE <= len(found) <= 2 * keeping.REFUSED_A_MINUTE
    whole = requests.get(github.source.tenant_id, github.source.id, found[0].id)
    assert (len(whole.body), whole.body_bytes) == (keeping.REFUSED_BODY_BYTES, len(big))
    assert github.push().status == 200


def test_what_cannot_be_read_is_refused_although_it_is_signed(github):
    for body in (b"{", b'{"a":"\\u0000"}', b'{"a":1e999}', b"[" * 150 + b"]" * 150, b"\xff"):
        answer = github.push(body)
        assert (answer.status, str(answer.refusal.reason)) == (400, "malformed_body"), body

    assert github.events() == []


def test_hubspots_list_becomes_one_event_each_and_a_repeat_brings_only_what_is_new(sender):
    source = sender("hubspot", secret="client-secret")
    events = [
        {"eventId": 1, "subscriptionType": "contact.creation", "objectId": n, "attemptNumber": 0} for n in range(3)
    ]

    send_hubspot(source, events)
    again = [{**event, "attemptNumber": 1} for event in events]
    send_hubspot(source, [*again, {**events[0], "objectId": 99}])
    send_hubspot(source, again)

    assert [data["payload"]["objectId"] for _, data in source.events()] == [0, 1, 2, 99]
    assert {kind for kind, _ in source.events()} == {"source.shop.contact.creation"}
    newest, second, first = source.kept()
    assert [(each.state, each.repeated) for each in (first, second, newest)] == [
        ("accepted", 0),
        ("accepted", 3),
        ("duplicate", 3),
    ]


def test_hubspots_workflows_send_one_event_by_itself(sender):
    source = sender("hubspot", secret="client-secret", options={"type": "workflow"})

    send_hubspot(source, {"objectId": 17})

    assert [(kind, data["payload"]) for kind, data in source.events()] == [("source.shop.workflow", {"objectId": 17})]


def send_hubspot(source, events):
    body, stamp = json.dumps(events), str(int(time.time() * 1000))
    signature = Signature.get_signature("client-secret", body, "v3", source.url, "POST", stamp)
    headers = {"X_HubSpot_Signature_v3": signature, "X_HubSpot_Request_Timestamp": stamp}
    assert source.send(body.encode(), **headers).status == 200


def test_espocrms_records_become_one_event_each(sender):
    source = sender("espocrm", secret="s3", options={"type": "Account.update"})
    body = b'[{"id":"a","name":"A"},{"id":"b"},{"id":"b"}]'
    signature = b64(f"w1:{mac('s3', body.decode()).hex()}".encode())
    source.send(body, Signature=signature)
    source.send(body, Signature=signature)

    assert [(kind, data["payload"]["id"]) for kind, data in source.events()] == [
        ("source.shop.Account.update", "a"),
        ("source.shop.Account.update", "b"),
        ("source.shop.Account.update", "b"),
    ]


def test_salesforce_is_acknowledged_again_and_again_and_published_once(sender):
    source = sender("salesforce", options={"organization_id": ORGANIZATION})

    answers = [source.send(SOAP.encode(), Content_Type="text/xml") for _ in range(2)]

    assert [(answer.status, answer.content_type) for answer in answers] == [(200, "text/xml; charset=utf-8")] * 2
    assert b"<Ack>true</Ack>" in answers[1].body
    assert [kind for kind, _ in source.events()] == ["source.shop.Account"] * 2
    refused = source.send(SOAP.replace(ORGANIZATION, "00D000000000000AAA").encode())
    assert (refused.status, str(refused.refusal.reason)) == (401, "wrong_sender")


def test_change_notifications_are_taken_as_a_whole_or_not_at_all(sender):
    source = sender("microsoft", secret="state-secret")

    assert source.send(CHANGES.replace("state-secret", "another", 1).encode()).status == 401
    assert source.events() == []
    assert source.send(CHANGES.encode()).status == 200
    assert [kind for kind, _ in source.events()] == ["source.shop.customers.updated", "source.shop.Message.created"]


def test_xeros_intent_to_receive_is_answered_as_it_wants(sender):
    source = sender("xero", secret="s3")
    body = b'{"events":[],"lastEventSequence":0,"firstEventSequence":0,"entropy":"S0m3r4Nd0mt3xt"}'

    right = source.send(body, X_Xero_Signature=base64_mac("s3", body))
    wrong = source.send(body, X_Xero_Signature=base64_mac("s4", body))

    assert (right.status, right.body, wrong.status, wrong.body, wrong.bare) == (200, b"", 401, b"", True)
    assert (source.events(), [each.state for each in source.kept()]) == ([], ["refused", "accepted"])


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("orders/create", "source.shop.orders.create"),
        ("a::b c", "source.shop.a.b.c"),
        ("Zoë!", "source.shop.Zo_"),
        ("...", "source.shop.received"),
        ("x" * 300, "source.shop." + "x" * 116),
    ],
)
def test_types_are_brought_into_the_grammar_of_event_types(sender, given, kind):
    source = sender("unsigned", options={"type_pointer": "/type"})

    source.send({"type": given})

    assert source.events()[0][0] == kind


def test_forms_and_texts_are_taken_too(sender):
    source = sender("unsigned")
    source.send(b"a=1&b=2&b=3", Content_Type="application/x-www-form-urlencoded")
    source.send(b'{"a":"1&2"}', Content_Type="application/x-www-form-urlencoded")
    source.send("Grüße".encode(), Content_Type="text/plain; charset=utf-8")
    source.send(b"", Content_Type="application/json")

    assert [data["payload"] for _, data in source.events()] == [
        {"a": "1", "b": ["2", "3"]},
        {"a": "1&2"},
        {"text": "Grüße"},
        {},
    ]


def test_github_may_send_a_form(github):
    assert github.push(b"payload=%7B%22action%22%3A%22opened%22%7D", event="issues").status == 400
    body = b"payload=%7B%22action%22%3A%22opened%22%7D"
    github.send(
        body,
        Content_Type="application/x-www-form-urlencoded",
        X_Hub_Signature_256=f"sha256={hex_mac(github.secret, body)}",
        X_GitHub_Event="issues",
        X_GitHub_Delivery="d2",
    )
    assert [kind for kind, _ in github.events()] == ["source.code.issues.opened"]


def test_credentials_that_came_along_are_not_kept_and_not_shown(github, api):
    body = b'{"a":"' + github.secret.encode() + b'"}'
    github.send(
        body,
        X_Hub_Signature_256=f"sha256={hex_mac(github.secret, body)}",
        X_GitHub_Event="push",
        X_GitHub_Delivery="d1",
        Authorization="Bearer abc",
        Cookie="a=b",
        X_Api_Key="abc",
        X_Access_Token="abc",
    )

    (request,) = github.kept()
    shown = {name for name, value in request.headers.items() if value == "[redacted]"}
    assert shown == {"authorization", "cookie", "x-api-key", "x-access-token"}
    path = f"/sources/{public_id('source', github.source.id)}/requests/{public_id('request', request.id)}"
    assert base64.b64decode(api.get(path).data["body_base64"]) == b'{"a":"[redacted]"}'


def test_rotation_takes_both_secrets_until_the_overlap_is_over(github):
    old = github.secret
    source = source_secrets.rotate(github.source.tenant_id, github.source.id, overlap=timedelta(hours=1))
    new = source_secrets.live_secrets(source)[0]["secret"]

    assert [github.push(delivery=key, key=key).status for key in (old, new)] == [200, 200]

    source_secrets.rotate(github.source.tenant_id, github.source.id, overlap=timedelta(0))
    assert [github.push(delivery=f"2{key}", key=key).status for key in (old, new)] == [401, 401]


def test_a_source_without_its_senders_secret_takes_nothing_until_it_is_set(sender):
    source = sender("stripe")
    assert str(source.send({}).refusal.reason) == "no_secret"
    with pytest.raises(HubError) as caught:
        source_secrets.rotate(source.source.tenant_id, source.source.id, overlap=timedelta(0))
    assert caught.value.code == "secret_required"

    source_secrets.rotate(source.source.tenant_id, source.source.id, overlap=timedelta(0), secret="whsec_x")

    assert str(source.send({}).refusal.reason) == "missing_header"


def test_what_comes_while_paused_is_held_and_published_once_resumed_in_its_order(github):
    tenant_id, source_id = github.source.tenant_id, github.source.id
    sources.pause(tenant_id, source_id)
    for delivery in ("d1", "d2", "d1"):
        assert github.push(delivery=delivery).status == 200
    assert (github.events(), replays.release_held()) == ([], 0)
    assert [each.state for each in github.kept()] == ["duplicate", "held", "held"]

    sources.resume(tenant_id, source_id)
    assert replays.release_held() == 2

    assert [data["provider_id"] for _, data in github.events()] == ["d1", "d2"]
    assert [each.state for each in github.kept()] == ["duplicate", "accepted", "accepted"]
    assert replays.release_held() == 0


def test_replay_publishes_again_and_says_who_wanted_it(github):
    github.push()
    (request,) = github.kept()

    again = replays.replay(github.source.tenant_id, github.source.id, request.id, Asked("key:1", "for the books"))

    assert len(github.events()) == 2
    newest = github.kept()[0]
    assert (newest.id, newest.replay_of, newest.asked_by, newest.asked_why) == (
        again,
        request.id,
        "key:1",
        "for the books",
    )
    assert github.kept()[1] == request


def test_refused_request_can_be_replayed_once_the_secret_is_right(github):
    github.push(key="the right one")
    (refused,) = github.kept()
    again = lambda: replays.replay(github.source.tenant_id, github.source.id, refused.id, Asked("me"))  # noqa: E731
    with pytest.raises(HubError) as caught:
        again()
    assert (caught.value.code, github.events()) == ("still_refused", [])

    source_secrets.rotate(github.source.tenant_id, github.source.id, overlap=timedelta(0), secret="the right one")
    again()

    assert len(github.events()) == 1
    assert github.push(key="the right one").status == 200
    assert len(github.events()) == 1, "its repeat is a repeat now"


def test_refused_hubspot_request_can_be_replayed_as_of_when_it_came(sender):
    source = sender("hubspot")
    stamp = str(int(time.time() * 1000))
    signature = Signature.get_signature("right", "[{}]", "v3", source.url, "POST", stamp)
    source.send(b"[{}]", X_HubSpot_Signature_v3=signature, X_HubSpot_Request_Timestamp=stamp)
    (refused,) = source.kept()
    source_secrets.rotate(source.source.tenant_id, source.source.id, overlap=timedelta(0), secret="right")
    replays.replay(source.source.tenant_id, source.source.id, refused.id, Asked("me"))

    assert len(source.events()) == 1


def test_a_deleted_sources_address_leads_nowhere(github):
    sources.delete(github.source.tenant_id, github.source.id)

    assert github.push() is None


def test_renamed_source_publishes_under_its_new_name(github):
    sources.change(github.source.tenant_id, github.source.id, SourceFields(name="repo"))
    github.push()

    assert github.events()[0][0] == "source.repo.push"


def test_what_came_in_is_forgotten_with_the_tenants_events_but_not_what_waits(github):
    github.push(delivery="old")
    github.push(delivery="waits")
    long_ago = datetime.now(UTC) - timedelta(days=40)
    low = first_id_at(long_ago)
    for place, (delivery, state) in enumerate((("old", "accepted"), ("waits", "held"))):
        old_id = low.__class__(int=low.int + place)
        db.execute(
            "UPDATE inbound_request SET id = %s, state = %s WHERE source_id = %s AND provider_id = %s",
            (old_id, state, github.source.id, delivery),
        )
    github.push(delivery="new")

    assert retention.forget(budget_s=30) == 1

    assert {each.provider_id for each in github.kept()} == {"waits", "new"}


def test_days_that_nobody_keeps_any_more_are_dropped_unless_something_in_them_waits(github):
    for day in ("20200101", "20200102"):
        low = first_id_at(datetime.strptime(day, "%Y%m%d").replace(tzinfo=UTC))
        high = first_id_at(datetime.strptime(day, "%Y%m%d").replace(tzinfo=UTC) + timedelta(days=1))
        db.execute(
            f"CREATE TABLE inbound_request_{day} PARTITION OF inbound_request FOR VALUES FROM ('{low}') TO ('{high}')"
        )
        github.push(delivery=day)
        db.execute("UPDATE inbound_request SET id = %s WHERE provider_id = %s", (low, day))
    db.execute("UPDATE inbound_request SET mapping = 'pending' WHERE provider_id = '20200102'")

    retention.forget(budget_s=30)

    tables = db.rows("SELECT relname FROM pg_class WHERE relname LIKE 'inbound_request_2020%%' AND relkind = 'r'")
    assert tables == [("inbound_request_20200102",)]
    assert [each.provider_id for each in github.kept()] == ["20200102"]
