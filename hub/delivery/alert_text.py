"""An alert in words: what failed, since when, what to do. Nothing secret: of the endpoint's URL only the host is named."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from hub.delivery.alert_models import Stage

MOST_DESCRIPTION = 200
HEADLINES = {
    Stage.FAILING_50: "is failing: half of the time until it is disabled is over",
    Stage.FAILING_75: "is failing: three quarters of the time until it is disabled are over",
    Stage.DISABLED: "is disabled",
    Stage.RECOVERED: "works again",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What an alert speaks of. endpoint_id: the public one. api_url: where clients reach the API."""

    endpoint_id: str
    url: str
    description: str
    stage: Stage
    reason: str
    outage_at: datetime
    api_url: str


def subject(facts: Facts) -> str:
    """One line, of nothing that a tenant can write but the host's name."""
    return f"[hub] Endpoint {facts.endpoint_id} at {_host(facts.url)} {HEADLINES[facts.stage].partition(':')[0]}"


def body(facts: Facts) -> str:
    """Plain text."""
    described = " ".join(facts.description.split())[:MOST_DESCRIPTION]
    lines = [
        f"Endpoint {facts.endpoint_id} at {_host(facts.url)} {HEADLINES[facts.stage]}.",
        *([f"Description: {described}"] if described else []),
        f"What happened: {facts.reason}",
        f"Failing since: {facts.outage_at:%Y-%m-%d %H:%M} UTC",
        "",
        *_what_to_do(facts),
    ]
    return "\n".join(lines) + "\n"


def _what_to_do(facts: Facts) -> list[str]:
    address = f"{facts.api_url.rstrip('/')}/api/v1/endpoints/{facts.endpoint_id}"
    if facts.stage == Stage.RECOVERED:
        return [
            "What it misses from that time can be sent again:",
            f"  GET {address}/undelivered",
            f"  hub replay --endpoint {facts.endpoint_id} --dry-run",
        ]
    kept = "Nothing is lost: what it is owed is kept." if facts.stage == Stage.DISABLED else "What it is owed is kept."
    return [
        f"{kept} Repair the receiver, or change the endpoint's url, then",
        f"  POST {address}/resume",
        "which sends what waits. What it misses and why:",
        f"  GET {address}/undelivered",
        f"  hub replay --endpoint {facts.endpoint_id} --dry-run",
    ]


def _host(url: str) -> str:
    return urlsplit(url).hostname or "an unknown host"
