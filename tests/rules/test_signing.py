"""Receivers verify what the hub signs, with the libraries they already have."""

from base64 import b64decode, b64encode
from datetime import UTC, datetime

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook as StandardWebhook
from svix.webhooks import Webhook as SvixWebhook
from svix.webhooks import WebhookVerificationError

from hub.rules.errors import HubError
from hub.rules.signing import check_secret, new_secret, public_key, sign, signer

pytestmark = pytest.mark.pure

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER = new_secret(bytes(range(32)))
SEED = bytes(range(32))
PRIVATE = "whsk_" + b64encode(SEED).decode()


def headers(signature: str, *, at: int) -> dict[str, str]:
    return {"webhook-id": "evt_1", "webhook-timestamp": str(at), "webhook-signature": signature}


def test_the_published_vector_of_standard_webhooks_is_reproduced():
    body = b'{"test": 2432232314}'

    signature = sign([SECRET], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)

    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(body=st.text().map(str.encode), key=st.binary(min_size=24, max_size=64))
def test_svix_and_standardwebhooks_sign_any_body_under_any_secret_alike(body, key):
    secret = new_secret(key)
    at = int(datetime.now(UTC).timestamp())

    signature = sign([secret], "evt_1", at, body)

    when = datetime.fromtimestamp(at, UTC)
    assert SvixWebhook(secret).sign("evt_1", when, body.decode()) == signature
    assert StandardWebhook(secret).sign("evt_1", when, body.decode()) == signature


def test_both_libraries_accept_the_headers_and_refuse_a_changed_body():
    at = int(datetime.now(UTC).timestamp())
    sent = headers(sign([SECRET], "evt_1", at, b'{"a":1}'), at=at)

    assert StandardWebhook(SECRET).verify(b'{"a":1}', sent) == {"a": 1}
    SvixWebhook(SECRET).verify(b'{"a":1}', sent)
    with pytest.raises(WebhookVerificationError):
        SvixWebhook(SECRET).verify(b'{"a":2}', sent)


def test_during_a_rotation_every_live_secret_signs_and_each_receiver_verifies_with_its_own():
    at = int(datetime.now(UTC).timestamp())
    sent = headers(sign([OTHER, SECRET, PRIVATE], "evt_1", at, b"{}"), at=at)

    assert [part.split(",")[0] for part in sent["webhook-signature"].split(" ")] == ["v1", "v1", "v1a"]
    assert StandardWebhook(SECRET).verify(b"{}", sent) == {}
    assert StandardWebhook(OTHER).verify(b"{}", sent) == {}


def test_an_ed25519_signature_verifies_with_the_published_public_key():
    text = sign([PRIVATE], "evt_1", 1700000000, b'{"a":1}')
    key = Ed25519PublicKey.from_public_bytes(b64decode(public_key(PRIVATE).removeprefix("whpk_")))

    key.verify(b64decode(text.removeprefix("v1a,")), b'evt_1.1700000000.{"a":1}')
    with pytest.raises(InvalidSignature):
        key.verify(b64decode(text.removeprefix("v1a,")), b'evt_1.1700000001.{"a":1}')


def test_ed25519_follows_rfc_8032():
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")

    whpk = public_key("whsk_" + b64encode(seed).decode())

    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert b64decode(whpk.removeprefix("whpk_")).hex() == public


def test_a_secret_of_seed_and_public_key_signs_as_its_seed():
    public = Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes_raw()
    pair = "whsk_" + b64encode(SEED + public).decode()

    assert sign([pair], "evt_1", 1, b"") == sign([PRIVATE], "evt_1", 1, b"")


def test_a_signer_is_made_once_for_a_secret():
    assert signer(SECRET) is signer(SECRET)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_",
        "whsec_not base64!",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS",
        "whsec_" + b64encode(bytes(23)).decode(),
        "whsec_" + b64encode(bytes(65)).decode(),
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n",
        "whsec_ü",
        "whsk_" + b64encode(bytes(31)).decode(),
        "whsk_" + b64encode(bytes(64)).decode(),
        "whpk_" + b64encode(bytes(32)).decode(),
    ],
)
def test_an_unusable_secret_is_refused_with_its_field_and_without_its_text(text):
    with pytest.raises(HubError) as refused:
        check_secret(text, field="body.secret")

    assert (refused.value.code, refused.value.field) == ("invalid_secret", "body.secret")
    assert len(text) < 20 or text[6:] not in refused.value.detail


@pytest.mark.parametrize("text", [SECRET, OTHER, PRIVATE])
def test_a_usable_secret_is_accepted(text):
    check_secret(text)


@pytest.mark.parametrize("size", [23, 65])
def test_a_new_secret_needs_24_to_64_bytes(size):
    with pytest.raises(ValueError, match="24 to 64"):
        new_secret(bytes(size))
