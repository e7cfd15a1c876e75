"""Whatever comes in, a preset refuses it or reads it: it never breaks, and without the secret it never takes anything."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hub.rules import filters
from hub.rules.inbound import microsoft, presets, types
from hub.rules.inbound.received import Options, Received, Refusal
from tests.inbound.test_presets import CHANGES, NOW, ORGANIZATION, SIGNED, SOAP

pytestmark = pytest.mark.pure

NAMES = sorted(
    {case.signature for case in SIGNED.values()} | {case.timestamp for case in SIGNED.values() if case.timestamp}
)
SOON = str(int(NOW.timestamp()))
HEADER_TEXTS = some.one_of(
    some.text(some.characters(max_codepoint=255, exclude_characters="\0\r\n"), max_size=60),
    some.sampled_from([SOON, SOON + "000", f"t={SOON},v1={'0' * 64}", "v1," + "A" * 43 + "=", "sha256=" + "0" * 64]),
)
HEADERS = some.dictionaries(
    some.sampled_from([*NAMES, "webhook-id", "svix-id", "content-type", "x-github-event", "x-shopify-topic"]),
    HEADER_TEXTS,
)
VALUES = some.recursive(
    some.none() | some.booleans() | some.floats() | some.integers() | some.text(max_size=10),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)
BODIES = some.one_of(
    some.binary(max_size=200),
    VALUES.map(lambda value: json.dumps(value).encode()),
    VALUES.map(lambda value: json.dumps({"events": value, "value": [value]}).encode()),
    some.integers(0, len(SOAP)).map(lambda cut: SOAP[:cut].encode()),
    some.integers(0, len(CHANGES)).map(lambda cut: CHANGES[cut:].encode()),
)
QUERIES = some.sampled_from(
    ["", "?a=b", "?validationToken=%zz", "?validationToken=a&validationToken=b", "?" + "&" * 200]
)
# What verifies by something other than a signature is not asked for one here.
SIGNING = [name for name in presets.NAMES if name not in ("salesforce", "microsoft", "unsigned")]
OPTIONS = {"hmac": Options(header="x-sign"), "salesforce": Options(organization_id=ORGANIZATION)}


def secret_of(name):
    return next((case.secret for case in SIGNED.values() if case.preset == name), "state-secret")


@pytest.mark.parametrize("name", presets.NAMES)
@settings(max_examples=120, deadline=None)
@given(headers=HEADERS, body=BODIES, query=QUERIES)
def test_anything_is_refused_or_read(name, headers, body, query):
    preset, options = presets.PRESETS[name], OPTIONS.get(name, Options())
    received = Received("POST", f"https://hub.example.com/in/t{query}", headers, body)

    refusal = preset.verify(received, [secret_of(name)], options, NOW)
    found = preset.read(received, options)
    microsoft.handshake(received)

    assert refusal is None or isinstance(refusal, Refusal)
    if name in SIGNING:
        assert refusal is not None
    if not isinstance(found, Refusal):
        for item in found:
            kind = types.event_type("s", item.type)
            filters.check_event_type(kind)
            json.dumps(item.payload, allow_nan=False).encode()
