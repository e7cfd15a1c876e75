"""How an endpoint is reached, checked at registration: address, headers of its own, credentials, certificates."""

from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Any

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from django.conf import settings

from hub.rules.addresses import check_addresses
from hub.rules.errors import HubError
from hub.rules.targets import parse_target

FORBIDDEN_HEADERS = frozenset(
    {"host", "content-length", "content-type", "user-agent", "expect"}
    # Hop-by-hop: RFC 9110, 7.6.1.
    | {"connection", "keep-alive", "proxy-connection", "transfer-encoding", "te", "trailer", "upgrade"}
    | {"proxy-authenticate", "proxy-authorization"}
)
MOST_AUTHORITIES = 20
PUBLIC_FORM = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def check_url(url: str, *, field: str) -> None:
    """Refuse what no delivery may go to. Errors: `invalid_url`, `forbidden_target`.

    Names are checked at every send, when they are resolved; an address in the URL itself can be refused now.
    """
    target = parse_target(url, allow_http=settings.HUB.target_http, field=field)
    if target.address is not None:
        reason = check_addresses([target.address], [ip_network(cidr) for cidr in settings.HUB.target_allow])
        if reason:
            raise HubError("forbidden_target", f"Deliveries may not go to this address: {reason}.", field=field)


def check_headers(headers: dict[str, str], *, signs_in: bool) -> None:
    """Refuse headers that the hub sets itself or that would break out of their line. Errors: `invalid_header`.

    signs_in: the endpoint has credentials, which are sent as `Authorization`.
    """
    seen: set[str] = set()
    for name, value in headers.items():
        lower = name.lower()
        if lower in seen:
            raise HubError(
                "invalid_header", "This header is there twice: upper and lower case are one.", field=f"headers.{name}"
            )
        seen.add(lower)
        if lower in FORBIDDEN_HEADERS or lower.startswith("webhook-"):
            raise HubError("invalid_header", f"The header {lower} is set by the hub.", field=f"headers.{name}")
        if lower == "authorization" and signs_in:
            raise HubError("invalid_header", "`auth` sets this header already.", field=f"headers.{name}")
        if not name.isascii() or not all(char.isalnum() or char in "!#$%&'*+-.^_`|~" for char in name) or not name:
            raise HubError("invalid_header", "This is not a header name (RFC 9110, 5.1).", field="headers")
        if any(ord(char) < 32 or ord(char) > 126 for char in value):
            raise HubError("invalid_header", "A header value is printable ASCII.", field=f"headers.{name}")


def check_auth(auth: dict[str, Any]) -> None:
    """Refuse credentials that could not be sent. Errors: `invalid_auth`, and as `check_url`.

    auth: {"type": "basic", "username", "password"} (RFC 7617) or {"type": "oauth2", "token_url", "client_id",
    "client_secret", "scope", "client_auth": "basic" | "body"} (RFC 6749, 4.4).
    """
    if auth["type"] == "oauth2":
        check_url(auth["token_url"], field="auth.token_url")
    elif ":" in auth["username"]:
        raise HubError("invalid_auth", "A user name has no colon (RFC 7617, 2).", field="auth.username")
    for name, value in auth.items():
        if any(ord(char) < 32 or ord(char) == 127 for char in value):
            raise HubError("invalid_auth", "Control characters cannot be sent.", field=f"auth.{name}")


def read_client_certificate(pem: str) -> dict[str, str]:
    """{"certificate", "key"} of one PEM text with a certificate, its chain and its private key, not encrypted.

    Errors: `invalid_certificate`.
    """
    try:
        chain = x509.load_pem_x509_certificates(pem.encode())
        key = load_pem_private_key(pem.encode(), password=None)
        fits = chain[0].public_key().public_bytes(*PUBLIC_FORM) == key.public_key().public_bytes(*PUBLIC_FORM)
    except UnsupportedAlgorithm as error:
        text = "Its kind of key cannot be used: take RSA, a NIST curve (P-256, P-384, P-521) or Ed25519."
        raise HubError("invalid_certificate", text, field="client_certificate") from error
    except (ValueError, TypeError) as error:
        text = "Send a PEM text with a certificate and its private key, which is not encrypted."
        raise HubError("invalid_certificate", text, field="client_certificate") from error
    _check_readable(chain, field="client_certificate")
    if not fits:
        raise HubError("invalid_certificate", "The key is not the certificate's.", field="client_certificate")
    if chain[0].not_valid_after_utc < datetime.now(UTC):
        raise HubError("invalid_certificate", "The certificate has expired.", field="client_certificate")
    certificates = "".join(one.public_bytes(Encoding.PEM).decode() for one in chain)
    return {"certificate": certificates, "key": pem}


def read_private_ca(pem: str) -> str:
    """The certificates of the authorities that the receiver is verified by, and by no others. Errors: `invalid_certificate`."""
    try:
        found = x509.load_pem_x509_certificates(pem.encode())
    except ValueError as error:
        text = "Send the authority's certificate as PEM."
        raise HubError("invalid_certificate", text, field="private_ca") from error
    _check_readable(found, field="private_ca")
    if len(found) > MOST_AUTHORITIES:
        text = f"Name at most {MOST_AUTHORITIES} authorities."
        raise HubError("invalid_certificate", text, field="private_ca")
    return "".join(one.public_bytes(Encoding.PEM).decode() for one in found)


def describe(pem: str) -> dict[str, Any]:
    """What may be shown of a certificate: {"subject", "expires_at", "sha256"}."""
    certificate = x509.load_pem_x509_certificates(pem.encode())[0]
    return {
        "subject": _subject(certificate) or "",
        "expires_at": certificate.not_valid_after_utc,
        "sha256": certificate.fingerprint(hashes.SHA256()).hex(),
    }


def _check_readable(certificates: list[x509.Certificate], *, field: str) -> None:
    for certificate in certificates:
        if _subject(certificate) is None:
            raise HubError("invalid_certificate", "The subject of a certificate cannot be read.", field=field)
        try:
            certificate.public_key()
        except (UnsupportedAlgorithm, ValueError) as error:
            raise HubError("invalid_certificate", "A certificate's kind of key cannot be used.", field=field) from error


def _subject(certificate: x509.Certificate) -> str | None:
    """As RFC 4514 writes it; None when its bytes are no text."""
    try:
        return certificate.subject.rfc4514_string()
    except ValueError:
        return None
