"""The kinds of authentication that a manifest can name. A connection's credentials choose one by `auth`."""

from typing import Annotated, Any, Literal

from pydantic import Field

from hub.connectors.http_shapes import TOKEN
from hub.connectors.shapes import Fields

Schema = dict[str, Any]
Texts = dict[str, str]


class AuthKind(Fields):
    """What all kinds have. fields: further credentials as JSON Schema properties, for `{{credentials.x}}`."""

    title: str = ""
    description: str = ""
    fields: dict[str, Schema] = {}

    def secrets(self) -> dict[str, Schema]:
        """The kind's own credentials, name → schema; those with `required: false` in them are optional."""
        return {}


class NoAuth(AuthKind):
    """Nothing is proved."""

    kind: Literal["none"]


class ApiKey(AuthKind):
    """A key in a header or in the query. value: template; e.g. `token {{credentials.api_key}}:{{credentials.secret}}`."""

    kind: Literal["api_key"]
    header: str | None = Field(None, pattern=TOKEN)
    query: str | None = None
    value: str = "{{credentials.api_key}}"

    def secrets(self) -> dict[str, Schema]:
        """The key, unless the value is made of other fields only."""
        return {"api_key": _text("the API key")} if "credentials.api_key" in self.value.replace(" ", "") else {}


class Bearer(AuthKind):
    """A token that lives long: `Authorization: Bearer …`."""

    kind: Literal["bearer"]

    def secrets(self) -> dict[str, Schema]:
        """The token."""
        return {"token": _text("the access token")}


class Basic(AuthKind):
    """RFC 7617. username, password: templates."""

    kind: Literal["basic"]
    username: str = "{{credentials.username}}"
    password: str = "{{credentials.password}}"  # noqa: S105 a template

    def secrets(self) -> dict[str, Schema]:
        """User and password, each unless a template of its own replaces it."""
        named = self.username + self.password
        both = {"username": _text("the user's name"), "password": _text("the user's password")}
        return {name: schema for name, schema in both.items() if f"credentials.{name}" in named}


class TokenKind(AuthKind):
    """What all kinds have that fetch a token. token_url: template; `{{config.x}}`, `{{credentials.x}}`.

    form: further fields of the token request, templates. client_auth: how the client proves itself to the token
    endpoint (RFC 6749, 2.3.1). keep: members of the answer that templates name as `{{token.x}}`, such as
    `instance_url`. scheme: the word before the token in the Authorization header.
    """

    token_url: str
    form: Texts = {}
    client_auth: Literal["basic", "body", "none"] = "body"
    scopes: list[str] = []
    keep: list[str] = []
    scheme: str = "Bearer"
    lifetime_s: float | None = Field(None, gt=0, description="when the answer has no `expires_in`")

    def secrets(self) -> dict[str, Schema]:
        """The client."""
        return {"client_id": _text("the client's id"), "client_secret": _text("the client's secret")}


class ClientCredentials(TokenKind):
    """OAuth 2.0 client credentials (RFC 6749, 4.4)."""

    kind: Literal["oauth2_client_credentials"]


class AuthorizationCode(TokenKind):
    """OAuth 2.0 authorization code (RFC 6749, 4.1), refreshed by refresh token.

    The connect flow asks for consent at `authorize_url` with `authorize` as further parameters and puts the tokens
    into the credentials; a connection can also be made with a refresh token from elsewhere.
    """

    kind: Literal["oauth2_authorization_code"]
    authorize_url: str
    authorize: Texts = {}
    pkce: bool = False
    scope_separator: str = " "
    revoke_url: str | None = None

    def secrets(self) -> dict[str, Schema]:
        """The client and what consent gave. No client: the installation has one for all."""
        optional = {
            "client_id": _text("the client's id"),
            "client_secret": _text("the client's secret"),
            "access_token": _text("the present access token; fetched with the refresh token if missing"),
            "expires_at": _text("when the access token ends", format="date-time"),
            "token_extra": {"type": "object", "description": "members of the token's answer that are kept"},
        }
        made = {name: schema | {"x-optional": True} for name, schema in optional.items()}
        return made | {"refresh_token": _text("the refresh token that consent gave")}


class JwtBearer(TokenKind):
    """A signed assertion for a token: RFC 7523, 2.1, or with `form`, as client assertion (2.2).

    claims, header: templates; `iat`, `exp` and `jti` are added. subject to `assertion_lifetime_s`.
    """

    kind: Literal["oauth2_jwt_bearer"]
    algorithm: Literal["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256"] = "RS256"
    claims: Texts
    header: Texts = {}
    assertion_lifetime_s: int = Field(180, gt=0, le=3600)
    client_auth: Literal["basic", "body", "none"] = "none"
    form: Texts = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "{{assertion}}"}

    def secrets(self) -> dict[str, Schema]:
        """The client and its key."""
        key = _text("the private key, PEM")
        return {"client_id": _text("the client's id"), "private_key": key}


Auth = Annotated[
    NoAuth | ApiKey | Bearer | Basic | ClientCredentials | AuthorizationCode | JwtBearer, Field(discriminator="kind")
]


def _text(description: str, **more: Any) -> Schema:
    return {"type": "string", "minLength": 1, "description": description, **more}


def credentials_schema(kinds: dict[str, Any]) -> Schema:
    """The JSON Schema of a connection's credentials: all fields of all kinds, and which of them `auth` asks for.

    kinds: name → Auth, the first is the default. Every field is writeOnly.
    """
    properties: dict[str, Schema] = {}
    rules: list[Schema] = []
    for name, kind in kinds.items():
        known = kind.secrets() | kind.fields
        required = [key for key, schema in known.items() if not schema.get("x-optional") and "default" not in schema]
        for key, schema in known.items():
            properties[key] = {k: v for k, v in schema.items() if k != "x-optional"} | {"writeOnly": True}
        rules.append({"if": {"properties": {"auth": {"const": name}}}, "then": {"required": required}})
    if len(kinds) > 1:
        choice = {"type": "string", "enum": list(kinds), "default": next(iter(kinds)), "writeOnly": True}
        properties = {"auth": choice | {"description": "which kind of credentials these are"}} | properties
    else:
        rules = [each["then"] for each in rules]
    return {"type": "object", "properties": properties, "additionalProperties": False, "allOf": rules}
