"""/endpoints/{id}/secret and /public-key: what signs an endpoint's deliveries."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.endpoint_schemas import PublicKeyOut, PublicKeys, Rotation, SecretOut, Secrets
from hub.api.ids import EndpointId
from hub.api.operation import operation
from hub.delivery import endpoints
from hub.rules.ids import require_id

router = Router(tags=["endpoints"])
READ, SECRETS = "endpoints:read", "endpoints:secrets"


@operation(
    router,
    "GET",
    "/endpoints/{endpoint_id}/secret",
    scope=SECRETS,
    returns={200: Secrets},
    audit=Within("secret.read"),
)
def get_endpoint_secret(request: HttpRequest, endpoint_id: EndpointId) -> Secrets:
    """Read an endpoint's secrets.

    Every one that signs now, the newest first.
    """
    endpoint = endpoints.get(caller_of(request).tenant_id, _id(endpoint_id))
    return Secrets(data=[SecretOut(**secret) for secret in endpoints.live_secrets(endpoint)])


@operation(
    router,
    "POST",
    "/endpoints/{endpoint_id}/secret",
    scope=SECRETS,
    returns={200: Secrets},
    examples={"a day to change over": {}, "at once": {"overlap_s": 0}},
    audit=Within("secret.rotated"),
)
def rotate_endpoint_secret(request: HttpRequest, endpoint_id: EndpointId, rotation: Rotation) -> Secrets:
    """Rotate an endpoint's secret.

    Until the overlap is over the older secrets sign along with the new one.
    """
    endpoint, _ = endpoints.rotate(
        caller_of(request).tenant_id,
        _id(endpoint_id),
        overlap=timedelta(seconds=rotation.overlap_s),
        secret=rotation.secret,
    )
    return Secrets(data=[SecretOut(**secret) for secret in endpoints.live_secrets(endpoint)])


@operation(router, "GET", "/endpoints/{endpoint_id}/public-key", scope=READ, returns={200: PublicKeys})
def get_endpoint_public_key(request: HttpRequest, endpoint_id: EndpointId) -> PublicKeys:
    """Read an endpoint's public keys.

    Receivers verify Ed25519 signatures (`v1a`) with them. An endpoint that signs with HMAC only has none.
    """
    endpoint = endpoints.get(caller_of(request).tenant_id, _id(endpoint_id))
    return PublicKeys(data=[PublicKeyOut(**key) for key in endpoints.public_keys(endpoint)])


def _id(endpoint_id: str) -> UUID:
    return require_id("endpoint", endpoint_id, field="path.endpoint_id")
