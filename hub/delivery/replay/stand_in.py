"""Another address for a test: a hidden endpoint that signs as the real one does, and whose deliveries are its own."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hub.delivery import endpoint_reach, endpoints
from hub.delivery.endpoints import EndpointFields
from hub.delivery.models import Endpoint
from hub.rules.errors import HubError
from hub.rules.ids import public_id

# Tells the receiver what it is looking at.
MARK = "Hub-Replay"


def check(endpoint_id: UUID | None, url: str) -> UUID:
    """The endpoint. Errors: `endpoint_missing` when the filter names none, `invalid_url`, `forbidden_target`."""
    if endpoint_id is None:
        detail = "Name the endpoint whose secrets sign what goes to another address."
        raise HubError("endpoint_missing", detail, field="body.filter.endpoint_id")
    endpoint_reach.check_url(url, field="body.url")
    return endpoint_id


def create(tenant_id: UUID, endpoint_id: UUID | None, url: str, *, replay_id: UUID) -> UUID:
    """The stand-in for one endpoint: same secrets, no custom headers (they are for the real receiver), one attempt each.

    Errors: as `check`; `not_found`.
    """
    try:
        original = endpoints.get(tenant_id, check(endpoint_id, url))
    except HubError as error:
        raise HubError(error.code, error.detail, field="body.filter.endpoint_id") from error
    wanted = EndpointFields(
        url=url,
        description=f"stands in for {public_id('endpoint', original.id)}",
        headers={MARK: public_id("replay", replay_id)},
        timeout_s=original.timeout_s,
        retry_schedule_s=[],
    )
    *newer, oldest = endpoints.live_secrets(original)
    made, _ = endpoints.create(tenant_id, wanted, secret=oldest["secret"])
    older = oldest
    for one in reversed(newer):
        endpoints.rotate(tenant_id, made.id, overlap=_left(older["expires_at"]), secret=one["secret"])
        older = one
    Endpoint.objects.filter(id=made.id).update(kind="stand_in")
    return made.id


def _left(expires_at: str | None) -> timedelta:
    """How much longer a secret signs; the newest, which has no end, is never asked about."""
    end = datetime.fromisoformat(expires_at) if expires_at else datetime.now(UTC)
    return max(timedelta(0), end - datetime.now(UTC))
