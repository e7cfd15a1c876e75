"""Who is told that an endpoint fails, is disabled or works again: by e-mail and by a POST, once in an outage."""

import base64
import json
import os
import socket
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.db import transaction

import hub.celery
from hub import db, queue
from hub.accounts import keys
from hub.delivery import alert_sending, alerts, endpoints, watch
from hub.delivery.outcomes import disable
from hub.rules.ids import public_id
from tests.api.conftest import Api
from tests.certificates import Authority
from tests.mailbox import Mailbox
from tests.receiver import Answer

DAY = timedelta(days=1)


@pytest.fixture
def mailbox():
    with Mailbox() as running:
        yield running


@pytest.fixture
def told(settings, receiver, mailbox, make_endpoint):
    """Everything is set up; the settings can be changed: `told(alert_emails=[])`."""

    def change(**changes):
        settings.HUB = settings.HUB.model_copy(update=changes)

    change(
        smtp_url=f"smtp://hub:s%20cret@127.0.0.1:{mailbox.port}",
        mail_from="Hub <hub@example.com>",
        alert_emails=["ops@example.com", "night@example.com"],
        alert_webhook_url=receiver.url("/chat"),
        api_url="https://hub.example.com",
    )
    return change


@pytest.fixture
def failing(make_endpoint):
    """An endpoint that has done nothing but fail; called again, for longer."""

    def fail(endpoint=None, *, days, since_s=None, **changes):
        endpoint = endpoint or make_endpoint("/hook?token=s3cret", owner_email="owner@partner.example", **changes)
        since_s = since_s or time.time() - 10 * DAY.total_seconds()
        failing = {"since": since_s, "last": since_s + days * DAY.total_seconds() + 1, "version": endpoint.version}
        db.execute(
            "UPDATE lane SET state = state - 'succeeded' || jsonb_build_object('failing', %s::jsonb) WHERE id = %s",
            (json.dumps(failing | {"with": "http_503"}), endpoint.id),
        )
        watch.watch(5 * DAY)
        return endpoint, since_s

    return fail


def rows():
    return db.rows("SELECT stage, recipient, state, tried, error FROM endpoint_alert ORDER BY id, recipient")


def retry_now():
    db.execute("UPDATE endpoint_alert SET due_at = now() WHERE state = 'pending'")


def sent_to(mailbox):
    return [(mail.recipients, mail.message["Subject"]) for mail in mailbox.mails]


def test_owner_and_operators_are_told_what_failed_since_when_and_what_to_do_and_nothing_secret(
    told, failing, mailbox, receiver
):
    endpoint, _ = failing(days=2.5, description="Orders to the\nwarehouse", headers={"X-Key": "hidden-value"})

    assert alert_sending.send_due() == 3

    name = public_id("endpoint", endpoint.id)
    to_owner, to_operators = sorted(mailbox.mails, key=lambda mail: len(mail.recipients))
    assert (to_owner.sender, to_owner.recipients) == ("hub@example.com", ["owner@partner.example"])
    assert to_operators.recipients == ["ops@example.com", "night@example.com"]
    assert mailbox.logins[0] == base64.b64encode(b"\0hub\0s cret")
    assert to_owner.message["Subject"] == f"[hub] Endpoint {name} at 127.0.0.1 is failing"
    assert to_owner.message["Auto-Submitted"] == "auto-generated"
    text = to_owner.message.get_content().replace("\r\n", "\n")
    for needed in (
        "half of the time until it is disabled",
        "Description: Orders to the warehouse",
        "Every attempt fails, the latest with http_503.",
        "Failing since: 20",
        f"POST https://hub.example.com/api/v1/endpoints/{name}/resume",
        f"hub replay --endpoint {name} --dry-run",
    ):
        assert needed in text
    (posted,) = receiver.received("/chat")
    assert json.loads(posted.body) == {"text": f"{to_owner.message['Subject']}\n{text}"}
    for secret in ("s3cret", "hidden-value", "whsec_", "/hook"):
        assert secret not in text


def test_a_tenants_words_call_nobody_in_the_chat(told, failing, receiver):
    told(smtp_url="", alert_emails=[])
    failing(days=2.5, description="<!channel> fish & chips")

    alert_sending.send_due()

    (posted,) = receiver.received("/chat")
    assert "Description: &lt;!channel&gt; fish &amp; chips\n" in json.loads(posted.body)["text"]


def test_each_stage_is_told_once_in_an_outage_and_so_is_its_end(
    told, failing, tenant, mailbox, publish, drain, receiver
):
    told(alert_emails=[], alert_webhook_url="")
    endpoint, since_s = failing(days=2.5)
    failing(endpoint, days=2.6, since_s=since_s)
    failing(endpoint, days=3.8, since_s=since_s)
    failing(endpoint, days=5, since_s=since_s)
    endpoints.resume(tenant.id, endpoint.id)
    watch.watch(5 * DAY)
    before = [row[0] for row in rows()]

    publish()
    drain()
    for _ in range(2):
        watch.watch(5 * DAY)
    alert_sending.send_due()

    assert before == ["failing_50", "failing_75", "disabled"]
    assert len(receiver.received("/hook?token=s3cret")) == 1
    assert [subject.rpartition("127.0.0.1 ")[2] for _, subject in sent_to(mailbox)] == [
        *("is failing", "is failing", "is disabled", "works again")
    ]
    text = mailbox.mails[-1].message.get_content()
    assert "hub replay --endpoint" in text

    # Another outage is news.
    endpoint.refresh_from_db()
    failing(endpoint, days=2.5, since_s=time.time() + 60)
    assert [row[0] for row in rows()][4:] == ["failing_50"]


def test_an_endpoint_that_is_gone_is_told_of_as_disabled(
    told, tenant, make_endpoint, publish, drain, receiver, mailbox
):
    make_endpoint("/gone", owner_email="owner@partner.example")
    receiver.answer("/gone", Answer(status=410))
    publish()
    drain()

    assert alert_sending.send_due() == 3
    assert {subject.rpartition("127.0.0.1 ")[2] for _, subject in sent_to(mailbox)} == {"is disabled"}
    assert "The endpoint answered 410 Gone." in mailbox.mails[0].message.get_content()


def test_nothing_is_owed_to_anybody_when_no_channel_is_set_up(failing, mailbox):
    failing(days=5)

    assert rows() == []
    assert alert_sending.send_due() == 0


def test_a_server_that_is_away_is_tried_again_later_and_others_are_told_meanwhile(told, failing, mailbox, receiver):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        told(smtp_url=f"smtp://127.0.0.1:{taken.getsockname()[1]}", alert_emails=[])
        failing(days=2.5)
        assert alert_sending.send_due() == 1
        assert alert_sending.send_due() == 0
    waiting = ("failing_50", "owner", "pending", 1, "ConnectionRefusedError")
    assert waiting in rows()
    assert db.row("SELECT due_at - now() BETWEEN '20 s' AND '30 s' FROM endpoint_alert WHERE state = 'pending'") == (
        True,
    )

    told(smtp_url=f"smtp://127.0.0.1:{mailbox.port}")
    queue.client().flushall()
    retry_now()
    assert alert_sending.send_due() == 1

    assert sent_to(mailbox)[0][0] == ["owner@partner.example"]
    assert len(receiver.received("/chat")) == 1


def test_a_mail_server_is_verified_before_it_gets_a_password(told, failing, tmp_path, monkeypatch):
    authority = Authority(tmp_path)
    with Mailbox(tls=authority.server("localhost")) as mailbox:
        told(smtp_url=f"smtps://hub:secret@localhost:{mailbox.port}", alert_emails=[], alert_webhook_url="")
        failing(days=2.5)
        alert_sending.send_due()
        stranger = rows(), [*mailbox.logins]

        monkeypatch.setenv("SSL_CERT_FILE", str(authority.ca_file))
        retry_now()
        alert_sending.send_due()

    assert stranger == ([("failing_50", "owner", "pending", 1, "SSLCertVerificationError")], [])
    assert [mail.recipients for mail in mailbox.mails] == [["owner@partner.example"]]


def test_what_is_refused_to_the_end_is_given_up_with_its_reason(told, failing, mailbox, receiver):
    told(alert_emails=[])
    mailbox.refuses = b"550 nobody here\r\n"
    receiver.answer("/chat", Answer(status=404))
    failing(days=2.5)

    for _ in range(alert_sending.TRIES):
        alert_sending.send_due()
        retry_now()

    assert sorted(rows()) == [
        ("failing_50", "owner", "failed", alert_sending.TRIES, "SMTPRecipientsRefused"),
        ("failing_50", "webhook", "failed", alert_sending.TRIES, "http_404"),
    ]
    assert mailbox.mails == []


def test_a_chat_at_a_forbidden_address_is_never_called(told, failing, receiver):
    told(alert_emails=[], smtp_url="")
    failing(days=2.5)
    told(target_allow=[])

    alert_sending.send_due()

    assert receiver.received("/chat") == []
    assert rows() == [("failing_50", "webhook", "pending", 1, "forbidden_address")]


def test_whoever_is_deleted_meanwhile_is_not_told_of(told, failing, tenant, mailbox):
    endpoint, _ = failing(days=2.5)
    endpoints.delete(tenant.id, endpoint.id)

    assert alert_sending.send_due() == 0

    assert {(row[2], row[4]) for row in rows()} == {("failed", "endpoint_deleted")}
    assert mailbox.connections == 0


SENDER = "import django; django.setup(); from hub.delivery.alert_sending import send_due; send_due()"


def test_a_sender_that_is_killed_leaves_its_alert_to_the_next(postgres, told, failing, mailbox):
    told(alert_emails=[], alert_webhook_url="")
    failing(days=2.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(60)
        env = os.environ | {
            "HUB_DATABASE_URL": postgres.url(db.connection.settings_dict["NAME"]),
            "HUB_SMTP_URL": f"smtp://127.0.0.1:{silent.getsockname()[1]}",
            "HUB_MAIL_FROM": "hub@example.com",
        }
        sender = subprocess.Popen([sys.executable, "-c", SENDER], env=env)
        silent.accept()[0].close()
        sender.kill()
        sender.wait()
    assert alert_sending.send_due() == 0  # it is another's until its next try

    deadline = time.monotonic() + 30
    while mailbox.mails == [] and time.monotonic() < deadline:
        retry_now()  # the dead one's lock goes when the database has noticed
        alert_sending.send_due()

    assert [row[:3] for row in rows()] == [("failing_50", "owner", "sent")]
    assert len(mailbox.mails) == 1


def test_a_worker_looks_for_alerts_regularly_and_forgets_old_ones(told, failing):
    failing(days=2.5)
    alert_sending.send_due()
    db.execute("UPDATE endpoint_alert SET created_at = now() - interval '31 days' WHERE recipient <> 'owner'")

    assert alerts.forget_old() == 2
    assert [row[1] for row in rows()] == ["owner"]
    assert {"deliveries.alert", "deliveries.forget_notes"} <= {each["task"] for each in hub.celery.SCHEDULE.values()}


def test_a_disablement_that_is_undone_tells_nobody(told, make_endpoint):
    endpoint = make_endpoint(owner_email="owner@partner.example")
    with transaction.atomic():
        disable(endpoint.id, reason="gone")
        transaction.set_rollback(True)

    assert rows() == []


def test_the_owner_can_read_what_was_told_and_nothing_of_the_operators(told, failing, tenant, mailbox):
    endpoint, since_s = failing(days=2.5)
    failing(endpoint, days=3.8, since_s=since_s)
    mailbox.refuses = b"451 later\r\n"
    alert_sending.send_due()
    api = Api(keys.create_key(tenant, name="test", scopes=["endpoints:read"])[1])
    path = f"/endpoints/{public_id('endpoint', endpoint.id)}/alerts"

    first = api.get(f"{path}?limit=1").data
    rest = api.get(f"{path}?cursor={first['next_cursor']}").data

    assert [(one["stage"], one["state"], one["attempts"]) for one in first["data"] + rest["data"]] == [
        ("failing_75", "pending", 1),
        ("failing_50", "pending", 1),
    ]
    assert first["data"][0]["error"] == "SMTPRecipientsRefused"
    assert rest["next_cursor"] is None
    assert api.get("/endpoints/ep_01jd8x2qcxe7atpw9q0k5m4n3r/alerts").status_code == 404
