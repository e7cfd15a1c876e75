"""/sources/{id}/secret: where a source's sender sends to, and what it signs with."""

from datetime import timedelta

from django.http import HttpRequest
from ninja import Router

from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import SourceId
from hub.api.operation import operation
from hub.api.sources import address_shape, source_uuid
from hub.api.sources_schemas import SourceAddress, SourceRotation
from hub.inbound import source_secrets, sources

router = Router(tags=["sources"])
SECRETS = "sources:secrets"


@operation(
    router,
    "GET",
    "/sources/{source_id}/secret",
    scope=SECRETS,
    returns={200: SourceAddress},
    audit=Within("secret.read"),
)
def get_source_secret(request: HttpRequest, source_id: SourceId) -> SourceAddress:
    """Read a source's address and secrets."""
    return SourceAddress(**address_shape(sources.get(caller_of(request).tenant_id, source_uuid(source_id))))


@operation(
    router,
    "POST",
    "/sources/{source_id}/secret",
    scope=SECRETS,
    returns={200: SourceAddress},
    examples={"the sender's": {"secret": "whsec_0123456789", "overlap_s": 3600}, "one of ours": {}},
    audit=Within("secret.rotated"),
)
def rotate_source_secret(request: HttpRequest, source_id: SourceId, rotation: SourceRotation) -> SourceAddress:
    """Set or rotate a source's secret.

    Until the overlap is over the older secrets verify along with the new one.
    """
    source = source_secrets.rotate(
        caller_of(request).tenant_id,
        source_uuid(source_id),
        overlap=timedelta(seconds=rotation.overlap_s),
        secret=rotation.secret,
    )
    return SourceAddress(**address_shape(source))
