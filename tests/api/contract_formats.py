"""What the document can only name, for the generator of requests: cursors, URLs, filters and secrets that are valid."""

import base64

import schemathesis
from hypothesis import strategies

from hub.rules import cursor

places = strategies.builds(
    cursor.Position, strategies.integers(0, 9), strategies.integers(0, 2**40), strategies.uuids(allow_nil=True)
)
FORMATS = {
    "hub-page-cursor": strategies.uuids().map(lambda row_id: cursor.encode_page([row_id])),
    "hub-event-cursor": places.map(cursor.encode),
    "hub-url": strategies.from_regex(r"https://[a-z]{3,20}\.example\.com(/[a-z0-9]{1,20}){0,3}", fullmatch=True),
    "hub-jsonpath": strategies.sampled_from(
        ['$.type == "job.failed"', "$.data.output.total > 1000", "exists($.data.error)"]
    ),
    "hub-webhook-secret": strategies.binary(min_size=24, max_size=64).map(
        lambda key: "whsec_" + base64.b64encode(key).decode()
    ),
}

for name, strategy in FORMATS.items():
    schemathesis.openapi.format(name, strategy)
