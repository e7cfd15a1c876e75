"""Every preset against what goes wrong: each refusal has its own reason, and nothing unverified is ever taken.

Signatures are made by the vendors' own libraries where PyPI has one, else as the vendor's page says.
"""

import base64
import hmac
import json
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hubspot.utils.signature import Signature
from standardwebhooks import Webhook
from stripe import WebhookSignature
from svix.webhooks import Webhook as SvixWebhook

from hub.rules.errors import HubError
from hub.rules.inbound import hubspot as hubspot_rules
from hub.rules.inbound import microsoft, presets
from hub.rules.inbound.received import Options, Reason, Received, Refusal

pytestmark = pytest.mark.pure

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
URL = "https://hub.example.com/in/some-token?shop=a%2Fb&q=%20x"
BODY = '{"id":17,"type":"order.created","name":"Zoë"}'
WHSEC = "whsec_" + base64.b64encode(b"k" * 32).decode()
OTHER_WHSEC = "whsec_" + base64.b64encode(b"o" * 32).decode()
ED25519 = Ed25519PrivateKey.from_private_bytes(b"e" * 32)
WHPK = "whpk_" + base64.b64encode(ED25519.public_key().public_bytes_raw()).decode()
OTHER_WHPK = (
    "whpk_" + base64.b64encode(Ed25519PrivateKey.from_private_bytes(b"f" * 32).public_key().public_bytes_raw()).decode()
)
ORGANIZATION = "00D5e000000KQ2eEAG"
SOAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>
 <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
  <OrganizationId>{ORGANIZATION}</OrganizationId><ActionId>04k5e000000CaRkAAK</ActionId><SessionId>00Dsecret</SessionId>
  <EnterpriseUrl>https://x.example.com</EnterpriseUrl><PartnerUrl>https://y.example.com</PartnerUrl>
  <Notification><Id>04l5e00000Gx7QzAAJ</Id>
   <sObject xsi:type="sf:Account" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
    <sf:Id>0015e00000ZkM3hAAF</sf:Id><sf:Name>Müller &amp; Söhne</sf:Name><sf:Phone xsi:nil="true"/></sObject></Notification>
  <Notification><Id>04l5e00000Gx7R0AAJ</Id>
   <sObject xsi:type="sf:Account" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
    <sf:Id>0015e00000ZkM3iAAF</sf:Id></sObject></Notification>
 </notifications></soapenv:Body></soapenv:Envelope>"""
CHANGES = json.dumps(
    {
        "value": [
            {
                "subscriptionId": "s1",
                "clientState": "state-secret",
                "resource": "api/v2.0/companies(f64eba74-dacd-4854-a584-1834f68cfc3a)/customers(26814998)",
                "changeType": "updated",
                "lastModifiedDateTime": "2026-03-04T05:06:00Z",
            },
            {
                "id": "n-2",
                "subscriptionId": "s2",
                "clientState": "state-secret",
                "resource": "Users/u/Messages/m",
                "changeType": "created",
                "resourceData": {"@odata.type": "#Microsoft.Graph.Message", "id": "m"},
            },
        ]
    }
)


@dataclass(frozen=True)
class Case:
    """One way of signing. sign(body, at, url) gives the headers. signature, timestamp: which of them those are."""

    preset: str
    sign: object
    secret: str
    other: str
    signature: str
    timestamp: str = ""
    required: tuple[str, ...] = ()
    options: dict = field(default_factory=dict)
    body: str = BODY

    def received(self, at=NOW):
        return Received("POST", URL, self.sign(self.body, at, URL), self.body.encode())

    def verdict(self, received, *secrets, now=NOW):
        """The reason of the refusal, None when verified."""
        options = presets.check_options(presets.PRESETS[self.preset], self.options)
        found = presets.PRESETS[self.preset].verify(received, secrets or (self.secret,), options, now)
        return None if found is None else found.reason


def mac(secret, message, algorithm="sha256"):
    return hmac.digest(secret.encode(), message.encode(), algorithm)


def b64(raw):
    return base64.b64encode(raw).decode()


def standard(library, prefix):
    def sign(body, at, url=URL):
        stamp = str(int(at.timestamp()))
        signature = library(WHSEC).sign("msg_1", at, body)
        return {f"{prefix}-id": "msg_1", f"{prefix}-timestamp": stamp, f"{prefix}-signature": f"v1,AAAA {signature}"}

    return sign


def ed25519(body, at, url=URL):
    stamp = str(int(at.timestamp()))
    signature = b64(ED25519.sign(f"msg_1.{stamp}.{body}".encode()))
    return {"webhook-id": "msg_1", "webhook-timestamp": stamp, "webhook-signature": f"v1a,{signature}"}


def stripe(body, at, url=URL):
    stamp = int(at.timestamp())
    signature = WebhookSignature._compute_signature(f"{stamp}.{body}", "whsec_stripe")
    return {"stripe-signature": f"t={stamp},v1={'0' * 64},v1={signature},v0={'1' * 64}"}


def hubspot(body, at, url=URL):
    stamp = str(int(at.timestamp() * 1000))
    decoded = url.replace("%2F", "/")
    signature = Signature.get_signature("client-secret", body, "v3", decoded, "POST", stamp)
    return {"x-hubspot-signature-v3": signature, "x-hubspot-request-timestamp": stamp}


def partner(body, at, url=URL):
    stamp = at.isoformat()
    return {"x-sign": "v0:" + b64(mac("s3", f"POST|{url}|{stamp}|{body}", "sha512")), "x-at": stamp}


def espo(body, at, url=URL):
    return {"signature": b64(f"webhook1:{mac('s3', body).hex()}".encode())}


def old_espo(body, at, url=URL):
    return {"x-signature": b64(b"webhook1:" + mac("s3", body))}


SIGNED = {
    "standard_webhooks": Case(
        "standard_webhooks",
        standard(Webhook, "webhook"),
        WHSEC,
        OTHER_WHSEC,
        "webhook-signature",
        "webhook-timestamp",
        ("webhook-id",),
    ),
    "svix": Case(
        "standard_webhooks",
        standard(SvixWebhook, "svix"),
        WHSEC,
        OTHER_WHSEC,
        "svix-signature",
        "svix-timestamp",
        ("svix-id",),
    ),
    "ed25519": Case(
        "standard_webhooks", ed25519, WHPK, OTHER_WHPK, "webhook-signature", "webhook-timestamp", ("webhook-id",)
    ),
    "github": Case(
        "github",
        lambda body, at, url: {"x-hub-signature-256": "sha256=" + mac("s3", body).hex()},
        "s3",
        "s4",
        "x-hub-signature-256",
    ),
    "hubspot": Case(
        "hubspot", hubspot, "client-secret", "another", "x-hubspot-signature-v3", "x-hubspot-request-timestamp"
    ),
    "shopify": Case(
        "shopify",
        lambda body, at, url: {"x-shopify-hmac-sha256": b64(mac("s3", body))},
        "s3",
        "s4",
        "x-shopify-hmac-sha256",
    ),
    "stripe": Case("stripe", stripe, "whsec_stripe", "whsec_other", "stripe-signature"),
    "xero": Case(
        "xero",
        lambda body, at, url: {"x-xero-signature": b64(mac("s3", body))},
        "s3",
        "s4",
        "x-xero-signature",
        body='{"events":[{"eventCategory":"INVOICE","eventType":"UPDATE","resourceId":"17"}],"lastEventSequence":1}',
    ),
    "frappe": Case(
        "frappe",
        lambda body, at, url: {"x-frappe-webhook-signature": b64(mac("s3", body))},
        "s3",
        "s4",
        "x-frappe-webhook-signature",
    ),
    "espocrm": Case("espocrm", espo, "s3", "s4", "signature", options={"webhook_id": "webhook1"}),
    "espocrm before 9": Case("espocrm", old_espo, "s3", "s4", "x-signature"),
    "hmac": Case(
        "hmac",
        partner,
        "s3",
        "s4",
        "x-sign",
        "x-at",
        options={
            "header": "X-Sign",
            "prefix": "v0:",
            "encoding": "base64",
            "algorithm": "sha512",
            "template": "{method}|{url}|{timestamp}|{body}",
            "timestamp_header": "X-At",
            "timestamp_unit": "iso",
        },
    ),
    "plain hmac": Case(
        "hmac",
        lambda body, at, url: {"x-mac": mac("s3", body, "sha1").hex()},
        "s3",
        "s4",
        "x-mac",
        options={"header": "X-Mac", "algorithm": "sha1"},
    ),
}
DATED = {name: case for name, case in SIGNED.items() if case.timestamp or name == "stripe"}
each = pytest.mark.parametrize("case", SIGNED.values(), ids=list(SIGNED))
each_dated = pytest.mark.parametrize("case", DATED.values(), ids=list(DATED))


ENCODED = re.compile(r"\b[0-9a-f]{40,}\b|[A-Za-z0-9+/]{43,}={0,2}")


def other_encoding(match):
    text = match.group()
    return b64(bytes.fromhex(text)) if set(text) <= set("0123456789abcdef") else base64.b64decode(text).hex()


def changed(received, **headers):
    """The request with other headers; None takes one away."""
    named = {**received.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return replace(received, headers={name: value for name, value in named.items() if value is not None})


@each
def test_what_the_sender_signed_is_verified(case):
    assert case.verdict(case.received()) is None


@each
def test_during_a_rotation_each_live_secret_verifies(case):
    assert case.verdict(case.received(), case.other, case.secret) is None
    assert case.verdict(case.received(), case.secret, case.other) is None


@each
def test_another_secret_is_refused(case):
    assert case.verdict(case.received(), case.other) == Reason.WRONG_SIGNATURE


@each
def test_without_a_secret_nothing_is_taken(case):
    preset = presets.PRESETS[case.preset]

    found = preset.verify(case.received(), (), presets.check_options(preset, case.options), NOW)

    assert found.reason == Reason.NO_SECRET


@each
@pytest.mark.parametrize(
    "body", [BODY.replace("17", "18"), BODY + " ", BODY[:-1], ""], ids=["changed", "longer", "shorter", "empty"]
)
def test_another_body_is_refused(case, body):
    tampered = replace(case.received(), body=body.encode())

    assert case.verdict(tampered) == Reason.WRONG_SIGNATURE


@each
def test_a_missing_header_is_named(case):
    received = case.received()

    for name in {case.signature, case.timestamp, *case.required} - {""}:
        assert case.verdict(changed(received, **{name: None})) == Reason.MISSING_HEADER, name
        assert case.verdict(changed(received, **{name: "  "})) == Reason.MISSING_HEADER, name


@each
def test_a_signature_that_is_none_is_malformed(case):
    received = case.received()

    for text in ("not a signature §", "§", "=", ",", "v1,", "sha256=", "t=,v1="):
        assert case.verdict(changed(received, **{case.signature: text})) == Reason.MALFORMED_HEADER, text


@each
def test_the_other_encoding_is_refused(case):
    """Hex where base64 must be, and the other way round."""
    received = case.received()
    swapped = ENCODED.sub(other_encoding, received.headers[case.signature])
    assert swapped != received.headers[case.signature]

    found = case.verdict(changed(received, **{case.signature: swapped}))

    # 64 hex digits are base64, too: of other bytes.
    assert found in (Reason.MALFORMED_HEADER, Reason.WRONG_SIGNATURE)


@each_dated
@pytest.mark.parametrize("away", [timedelta(minutes=6), -timedelta(minutes=6)], ids=["old", "early"])
def test_a_signed_time_far_from_ours_is_stale(case, away):
    assert case.verdict(case.received(NOW - away)) == Reason.STALE_TIMESTAMP
    assert case.verdict(case.received(NOW - away * 0.8)) is None


@each_dated
def test_a_time_that_was_not_signed_is_refused(case):
    """An old request cannot be made young by its header."""
    old = case.received(NOW - timedelta(hours=1))
    young = case.received(NOW)

    if case.preset == "stripe":
        stamp = old.headers["stripe-signature"].partition(",")[0]
        forged = old.headers["stripe-signature"].replace(stamp, f"t={int(NOW.timestamp())}")
        assert case.verdict(changed(old, stripe_signature=forged)) == Reason.WRONG_SIGNATURE
    else:
        forged = changed(old, **{case.timestamp: young.headers[case.timestamp]})
        assert case.verdict(forged) == Reason.WRONG_SIGNATURE


@pytest.mark.parametrize(
    "case", [case for case in DATED.values() if case.timestamp], ids=[n for n, c in DATED.items() if c.timestamp]
)
def test_a_time_that_is_none_is_malformed(case):
    for text in ("yesterday", "-1", "1e9", "9" * 17, "\uff11\uff17"):
        assert case.verdict(changed(case.received(), **{case.timestamp: text})) == Reason.MALFORMED_HEADER, text


def test_hubspots_uri_is_decoded_as_its_page_says():
    encoded = "https://h.example.com/in/t?a=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B%3a%20%25%26"

    assert hubspot_rules.signed_uri(encoded) == "https://h.example.com/in/t?a=:/?@!$'()*,;:%20%25%26"


def test_hubspot_signs_the_method_and_the_address_too():
    case = SIGNED["hubspot"]
    received = case.received()

    assert case.verdict(replace(received, method="PUT")) == Reason.WRONG_SIGNATURE
    assert case.verdict(replace(received, url=URL + "&more=1")) == Reason.WRONG_SIGNATURE


def test_stripes_weaker_schemes_do_not_count():
    stamp = int(NOW.timestamp())
    good = stripe(BODY, NOW)["stripe-signature"].split(",")[2]
    received = replace(
        SIGNED["stripe"].received(),
        headers={"stripe-signature": f"t={stamp},v0={good.partition('=')[2]},v1={'0' * 64}"},
    )

    assert SIGNED["stripe"].verdict(received) == Reason.WRONG_SIGNATURE


def test_an_ed25519_signature_does_not_count_for_an_hmac_secret_nor_the_other_way_round():
    assert SIGNED["ed25519"].verdict(SIGNED["ed25519"].received(), WHSEC) == Reason.WRONG_SIGNATURE
    assert SIGNED["ed25519"].verdict(SIGNED["standard_webhooks"].received(), WHPK) == Reason.WRONG_SIGNATURE


def test_espocrms_other_webhooks_are_refused():
    case = replace(SIGNED["espocrm"], options={"webhook_id": "webhook2"})

    assert case.verdict(case.received()) == Reason.WRONG_SENDER


class Salesforce:
    preset = presets.PRESETS["salesforce"]

    def ask(self, text, organization=ORGANIZATION):
        received = Received("POST", URL, {"content-type": "text/xml"}, text.encode())
        options = Options(organization_id=organization)
        return self.preset.verify(received, (), options, NOW) or self.preset.read(received, options)


def test_outbound_messages_are_read_with_every_notification():
    first, second = Salesforce().ask(SOAP)

    assert (first.type, first.provider_id, first.key) == ("Account", "04l5e00000Gx7QzAAJ", "id:04l5e00000Gx7QzAAJ")
    assert first.payload["fields"] == {"Id": "0015e00000ZkM3hAAF", "Name": "Müller & Söhne", "Phone": None}
    assert second.provider_id == "04l5e00000Gx7R0AAJ"
    assert "00Dsecret" not in json.dumps([first.payload, second.payload])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (SOAP.replace(ORGANIZATION, "00D5e000000XXXXEAG"), Reason.WRONG_SENDER),
        (
            SOAP.replace("<OrganizationId>", "<Organization>").replace("</OrganizationId>", "</Organization>"),
            Reason.WRONG_SENDER,
        ),
        (SOAP[:-20], Reason.MALFORMED_BODY),
        ("", Reason.MALFORMED_BODY),
        ("{}", Reason.MALFORMED_BODY),
        (SOAP.replace("notifications", "other"), Reason.MALFORMED_BODY),
        (SOAP.replace("<Id>04l5e00000Gx7QzAAJ</Id>", ""), Reason.MALFORMED_BODY),
        (SOAP.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1), Reason.MALFORMED_BODY),
        (SOAP.replace("?>", "?><!DOCTYPE a>", 1), Reason.MALFORMED_BODY),
        (SOAP.replace("Müller &amp; Söhne", "<a>" * 50_000 + "</a>" * 50_000), Reason.MALFORMED_BODY),
        (SOAP.replace('UTF-8"', 'no-such-encoding"', 1), Reason.MALFORMED_BODY),
    ],
    ids=[
        "organization",
        "none",
        "cut",
        "empty",
        "json",
        "other",
        "no id",
        "entities",
        "document type",
        "deep",
        "encoding",
    ],
)
def test_outbound_messages_that_are_none_are_refused(text, reason):
    assert Salesforce().ask(text).reason == reason


def test_both_forms_of_an_organizations_id_name_the_same_one():
    assert not isinstance(Salesforce().ask(SOAP, ORGANIZATION[:15]), Refusal)


class Microsoft:
    preset = presets.PRESETS["microsoft"]

    def ask(self, text, *secrets):
        received = Received("POST", URL, {"content-type": "application/json"}, text.encode())
        return self.preset.verify(received, secrets or ("state-secret",), Options(), NOW) or self.preset.read(
            received, Options()
        )


def test_change_notifications_are_named_by_entity_and_lose_their_secret():
    customer, message = Microsoft().ask(CHANGES)

    assert (customer.type, message.type) == ("customers.updated", "Message.created")
    assert (customer.provider_id, message.provider_id) == (None, "n-2")
    assert "state-secret" not in json.dumps([customer.payload, message.payload])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (CHANGES.replace("state-secret", "another", 1), Reason.WRONG_SENDER),
        (CHANGES.replace('"clientState": "state-secret", ', "", 1), Reason.WRONG_SENDER),
        (CHANGES.replace('"state-secret"', "17", 1), Reason.WRONG_SENDER),
        (CHANGES[:-1], Reason.MALFORMED_BODY),
        ('{"value": []}', Reason.MALFORMED_BODY),
        ('{"value": [1]}', Reason.MALFORMED_BODY),
        ("[]", Reason.MALFORMED_BODY),
        ("", Reason.MALFORMED_BODY),
    ],
    ids=["one wrong", "one without", "a number", "cut", "none", "no objects", "a list", "empty"],
)
def test_change_notifications_without_our_secret_are_refused_as_a_whole(text, reason):
    assert Microsoft().ask(text).reason == reason


def test_a_subscriptions_handshake_gets_its_token_back_decoded():
    asked = Received("POST", "https://h.example.com/in/t?validationToken=Validation%3a+a%20b%3Ci%3E", {}, b"")

    assert microsoft.handshake(asked) == "Validation: a b<i>"
    assert microsoft.handshake(replace(asked, url=URL)) is None
    assert microsoft.handshake(replace(asked, url=asked.url + "&validationToken=2")) is None
    assert microsoft.handshake(replace(asked, url=asked.url + "&a=b" * 5000)) is None


@pytest.mark.parametrize(
    ("preset", "options", "place"),
    [
        ("hmac", {}, "options.header"),
        ("hmac", {"header": "x y"}, "options.header"),
        ("hmac", {"header": "X", "template": "{url}"}, "options.template"),
        ("hmac", {"header": "X", "template": "{body}{secret}"}, "options.template"),
        ("hmac", {"header": "X", "timestamp_header": "T"}, "options.template"),
        ("hmac", {"header": "X", "template": "{timestamp}{body}"}, "options.template"),
        ("github", {"header": "X"}, "options.header"),
        ("salesforce", {}, "options.organization_id"),
        ("salesforce", {"organization_id": "x"}, "options.organization_id"),
        ("unsigned", {"id_pointer": "id"}, "options.id_pointer"),
        ("unsigned", {"items_pointer": "/a~2"}, "options.items_pointer"),
    ],
)
def test_options_that_could_not_verify_are_refused_with_their_name(preset, options, place):
    with pytest.raises(HubError) as caught:
        presets.check_options(presets.PRESETS[preset], options)

    assert caught.value.field == place
