"""What the document can only name, for the generator of requests: cursors, URLs, filters and secrets that are valid."""

import base64
import tempfile
from datetime import UTC
from pathlib import Path

import schemathesis
from hypothesis import strategies

from hub.rules import cursor
from tests.certificates import Authority

places = strategies.builds(
    cursor.Position, strategies.integers(0, 9), strategies.integers(0, 2**40), strategies.uuids(allow_nil=True)
)
authority = Authority(Path(tempfile.mkdtemp()))
FORMATS = {
    "hub-page-cursor": strategies.uuids().map(lambda row_id: cursor.encode_page([row_id])),
    "hub-item-cursor": strategies.lists(strategies.uuids(), min_size=2, max_size=2).map(cursor.encode_page),
    "hub-tick-cursor": strategies.datetimes(timezones=strategies.just(UTC)).map(lambda at: cursor.encode_page([at])),
    "hub-cron": strategies.sampled_from(["* * * * *", "30 2 * * *", "0 8 * * MON-FRI", "*/5 0 1 1 *"]),
    "hub-timezone": strategies.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
    "hub-event-cursor": places.map(cursor.encode),
    "hub-url": strategies.from_regex(r"https://[a-z]{3,20}\.example\.com(/[a-z0-9]{1,20}){0,3}", fullmatch=True),
    "hub-jsonpath": strategies.sampled_from(
        ['$.type == "job.failed"', "$.data.output.total > 1000", "exists($.data.error)"]
    ),
    "hub-client-certificate": strategies.just(authority.client("hub")),
    "hub-private-ca": strategies.just(authority.ca_file.read_text()),
    "hub-webhook-secret": strategies.binary(min_size=24, max_size=64).map(
        lambda key: "whsec_" + base64.b64encode(key).decode()
    ),
}

for name, strategy in FORMATS.items():
    schemathesis.openapi.format(name, strategy)
