"""Shapes of how an endpoint is reached and who answers for it: credentials, certificates, contacts."""

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from hub.api.schemas import In, Instant, Out

# Loose on purpose: only a message that arrives proves an address. Empty for none.
EMAIL = r"^([^@\s]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)?$"
PRINTABLE = r"^[^\u0000-\u001f\u007f]+$"

Url = Annotated[
    str,
    Field(max_length=2048, examples=["https://partner.example.com/hooks"]),
    WithJsonSchema({"type": "string", "format": "hub-url"}),
]
Text = Annotated[str, Field(min_length=1, max_length=500, pattern=PRINTABLE)]
Email = Annotated[str, Field(max_length=254, pattern=EMAIL)]
AlertChannel = Annotated[str, Field(pattern=r"^([A-Za-z0-9_.:/-]{1,64})?$")]
ClientCertificate = Annotated[
    str,
    Field(max_length=40_000, description="PEM: the certificate, its chain and its private key; the key is write-only"),
    WithJsonSchema({"type": "string", "format": "hub-client-certificate"}),
]
PrivateCa = Annotated[
    str,
    Field(max_length=100_000, description="PEM: the authorities that the receiver is verified by, and by no others"),
    WithJsonSchema({"type": "string", "format": "hub-private-ca"}),
]
EMAIL_USE = "named in the endpoint's operational events"
CHANNEL_USE = "channel of the endpoint's operational events"


class BasicAuth(In):
    """User and password (RFC 7617)."""

    type: Literal["basic"]
    username: str = Field(max_length=500, pattern=r"^[^\u0000-\u001f\u007f:]+$")
    password: Text = Field(description="write-only")


class OAuth2(In):
    """Client credentials (RFC 6749, 4.4): the hub fetches a token and sends it with each delivery."""

    type: Literal["oauth2"]
    token_url: Url
    client_id: Text
    client_secret: Text = Field(description="write-only")
    scope: str = Field("", max_length=1000, pattern=r"^[^\u0000-\u001f\u007f]*$")
    client_auth: Literal["basic", "body"] = Field(
        "basic", description="how the client proves itself to the token's server"
    )


# A union's tag is part of pydantic's paths, not of the caller's.
AUTH_TAGS = ("basic", "oauth2")
Auth = Annotated[BasicAuth | OAuth2, Field(discriminator="type", description="how the hub signs in at the receiver")]


class AuthOut(Out):
    """How the hub signs in, without what is secret about it."""

    type: Literal["basic", "oauth2"]
    username: str | None = None
    token_url: str | None = None
    client_id: str | None = None
    scope: str | None = None
    client_auth: str | None = None


class CertificateOut(Out):
    """A certificate, of several the first."""

    subject: str
    expires_at: Instant
    sha256: str
