"""The senders that are known: how each signs, what it sends, what it wants to hear."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Literal

from hub.rules import pointers
from hub.rules.errors import HubError
from hub.rules.inbound import (
    espocrm,
    generic,
    hubspot,
    microsoft,
    payloads,
    salesforce,
    standard_webhooks,
    stripe,
)
from hub.rules.inbound.payloads import Reading
from hub.rules.inbound.received import OPTION_NAMES, Item, Options, Received, Refusal

Verify = Callable[[Received, Sequence[str], Options, datetime], Refusal | None]
Read = Callable[[Received, Options], list[Item] | Refusal]
# made: by us when none is given. given: the sender's, to be set when it is known. none: nothing is signed.
KeyUse = Literal["made", "given", "none"]

COMMON = frozenset({"type", "type_header", "type_pointer", "id_header", "id_pointer", "items_pointer"})
HMAC = frozenset(
    {"header", "prefix", "encoding", "algorithm", "template", "timestamp_header", "timestamp_unit", "secret_encoding"}
)
TOLERANCE = frozenset({"tolerance_s"})


@dataclass(frozen=True, slots=True)
class Preset:
    """One kind of sender. title: its name for people. options: those that a source may set. page: the vendor's own words."""

    name: str
    title: str
    page: str
    verify: Verify
    read: Read
    key: KeyUse = "given"
    options: frozenset[str] = COMMON
    ack: tuple[str, bytes] = ("", b"")
    handshake: Callable[[Received], str | None] | None = None
    refused_bare: bool = False


def _reads(**where: object) -> Read:
    reading = Reading(**where)  # type: ignore[arg-type]
    return lambda received, options: payloads.read(received, options, reading)


def _signs(header: str, *, encoding: str, prefix: str = "") -> Verify:
    """An HMAC-SHA256 of the raw body in one header."""
    return partial(_verify_fixed, Options(header=header, encoding=encoding, prefix=prefix))


def _verify_fixed(
    fixed: Options, received: Received, secrets: Sequence[str], options: Options, now: datetime
) -> Refusal | None:
    return generic.verify(received, secrets, fixed, now)


def _unsigned(received: Received, secrets: Sequence[str], options: Options, now: datetime) -> Refusal | None:
    """The address is all that a sender must know."""


PRESETS = {
    preset.name: preset
    for preset in (
        Preset(
            name="standard_webhooks",
            title="Standard Webhooks",
            page="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
            verify=standard_webhooks.verify,
            read=lambda received, options: payloads.read(received, options, _standard(received)),
            key="made",
            options=COMMON | TOLERANCE,
        ),
        Preset(
            name="github",
            title="GitHub",
            page="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
            verify=_signs("X-Hub-Signature-256", encoding="hex", prefix="sha256="),
            # https://docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers
            read=_reads(
                type_header="X-GitHub-Event",
                type_pointers=("/action",),
                id_header="X-GitHub-Delivery",
                form_field="payload",
            ),
            key="made",
        ),
        Preset(
            name="hubspot",
            title="HubSpot",
            page="https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation",
            verify=hubspot.verify,
            # An eventId is not unique by itself, and a repeat counts its attempts (https://developers.hubspot.com/docs/api/webhooks).
            read=_reads(items_pointer="", type_pointers=("/subscriptionType",), unlike=frozenset({"attemptNumber"})),
            options=COMMON | TOLERANCE,
        ),
        Preset(
            name="shopify",
            title="Shopify",
            page="https://shopify.dev/docs/apps/build/webhooks/verify-deliveries",
            verify=_signs("X-Shopify-Hmac-SHA256", encoding="base64"),
            # https://shopify.dev/docs/apps/build/webhooks/delivery-structure
            read=_reads(type_header="X-Shopify-Topic", id_header="X-Shopify-Webhook-Id"),
        ),
        Preset(
            name="stripe",
            title="Stripe",
            page="https://docs.stripe.com/webhooks/signatures",
            verify=stripe.verify,
            read=_reads(type_pointers=("/type",), id_pointer="/id"),
            options=COMMON | TOLERANCE,
        ),
        Preset(
            name="xero",
            title="Xero",
            page="https://developer.xero.com/documentation/webhooks/configuring-your-server",
            verify=_signs("x-xero-signature", encoding="base64"),
            # The intent to receive is a request without events, half of them signed wrongly: 200 and 401, without a body.
            read=_reads(items_pointer="/events", type_pointers=("/eventCategory", "/eventType"), unlike=frozenset()),
            refused_bare=True,
        ),
        Preset(
            name="frappe",
            title="Frappe, ERPNext",
            page="https://docs.frappe.io/framework/user/en/guides/integration/webhooks",
            verify=_signs("X-Frappe-Webhook-Signature", encoding="base64"),
            read=_reads(),
            key="made",
        ),
        Preset(
            name="espocrm",
            title="EspoCRM",
            page="https://docs.espocrm.com/administration/webhooks/",
            verify=espocrm.verify,
            read=_reads(items_pointer=""),
            options=COMMON | {"webhook_id"},
        ),
        Preset(
            name="salesforce",
            title="Salesforce outbound messages",
            page="https://developer.salesforce.com/docs/platform/api/guide/sforce-api-om-outboundmessaging-wsdl.html",
            verify=salesforce.verify,
            read=salesforce.read,
            key="none",
            options=frozenset({"type", "organization_id"}),
            ack=("text/xml; charset=utf-8", salesforce.ACK),
        ),
        Preset(
            name="microsoft",
            title="Microsoft Graph, Business Central",
            page="https://learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks",
            verify=microsoft.verify,
            read=microsoft.read,
            key="made",
            options=frozenset({"type"}),
            handshake=microsoft.handshake,
        ),
        Preset(
            name="hmac",
            title="Any HMAC",
            page="",
            verify=generic.verify,
            read=_reads(),
            key="made",
            options=COMMON | HMAC | TOLERANCE,
        ),
        Preset(
            name="unsigned",
            title="Address only",
            page="",
            verify=_unsigned,
            read=_reads(),
            key="none",
        ),
    )
}
NAMES = tuple(PRESETS)


def _standard(received: Received) -> Reading:
    family = "svix" if "svix-signature" in received.headers else "webhook"
    return Reading(type_pointers=("/type",), id_header=f"{family}-id")


def check_options(preset: Preset, given: dict[str, object]) -> Options:
    """The options of a source. Errors: `invalid_options`, `invalid_pointer`, each naming `options.…`."""
    for name in given:
        if name not in OPTION_NAMES or name not in preset.options:
            raise HubError(
                "invalid_options", f"A source of {preset.title} has no such option.", field=f"options.{name}"
            )
    options = replace(Options(), **given)  # type: ignore[arg-type]
    for name in ("type_pointer", "id_pointer", "items_pointer"):
        pointers.check(getattr(options, name) or "", field=f"options.{name}")
    if preset.name == "hmac":
        generic.check(options)
    if preset.name == "salesforce" and not salesforce.ORGANIZATION_ID.fullmatch(options.organization_id):
        detail = "Name the organization: 00D and 12 or 15 characters (Setup, Company Information)."
        raise HubError("invalid_options", detail, field="options.organization_id")
    return options


def check_secret(preset: Preset, secret: str, options: Options) -> None:
    """Raise HubError `invalid_secret` for one that could verify nothing."""
    if preset.key == "none":
        raise HubError("invalid_secret", f"{preset.title} signs nothing: there is no secret.", field="secret")
    if preset.name == "standard_webhooks":
        standard_webhooks.check_secret(secret)
    else:
        generic.check_secret(secret, options)
