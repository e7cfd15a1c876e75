"""A document's security schemes, as far as a connection has credentials for them."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urljoin

from hub.connectors.base import Access
from hub.connectors.credentials import Authorizer, Proof
from hub.connectors.manifest.auth import ApiKey, Basic, Bearer, ClientCredentials
from hub.connectors.manifest.authorizers import Static, authorizer
from hub.connectors.openapi.document import Document
from hub.connectors.outbound import Outbound

# For credentials of which the document says nothing.
UNNAMED = ""


def authorizers(document: Document, access: Access, outbound: Outbound) -> dict[str, Authorizer]:
    """Scheme → what proves it, the one that the config chooses first; those without credentials are left out."""
    schemes = (document.root.get("components") or {}).get("securitySchemes") or {}
    found: dict[str, Authorizer] = {}
    for name, given in schemes.items():
        made = _scheme(str(name), document.follow(given), access, outbound)
        if made is not None:
            found[str(name)] = made
    first = access.config["security"]
    if first in found:
        return {first: found[first]}
    if not found:
        found = unnamed(access, outbound)
    return found


def _scheme(name: str, scheme: Mapping[str, Any], access: Access, outbound: Outbound) -> Authorizer | None:
    given, kind = access.credentials, scheme.get("type")
    if kind == "apiKey":
        return _api_key(given["api_keys"].get(name) or given["api_key"], scheme)
    if kind == "http" and str(scheme.get("scheme", "")).lower() == "basic":
        return authorizer(Basic(kind="basic"), access, outbound) if given["username"] else None
    flow = (scheme.get("flows") or {}).get("clientCredentials") if kind == "oauth2" else None
    if isinstance(flow, Mapping) and flow.get("tokenUrl") and given["client_id"]:
        return authorizer(_client(flow, access), access, outbound)
    if kind in ("http", "oauth2", "openIdConnect") and given["token"]:
        return authorizer(Bearer(kind="bearer"), access, outbound)
    return None


def _client(flow: Mapping[str, Any], access: Access) -> ClientCredentials:
    # Braces would be a template of ours.
    url = urljoin(access.base_url.rstrip("/") + "/", str(flow["tokenUrl"])).replace("{{", "").replace("}}", "")
    scopes = [str(scope) for scope in flow.get("scopes") or {}]
    return ClientCredentials(kind="oauth2_client_credentials", token_url=url, scopes=scopes)


def _api_key(key: str, scheme: Mapping[str, Any]) -> Authorizer | None:
    name, place = str(scheme.get("name", "")), scheme.get("in")
    if not key or not name:
        return None
    if place == "query":
        return Static(Proof(params={name: key}))
    if place == "cookie":
        return Static(Proof({"Cookie": f"{quote(name, safe='')}={quote(key, safe='')}"}))
    return Static(Proof({name: key}))


def unnamed(access: Access, outbound: Outbound) -> dict[str, Authorizer]:
    """What the credentials themselves say, where the document has no scheme for them."""
    given = access.credentials
    if given["token"]:
        return {UNNAMED: authorizer(Bearer(kind="bearer"), access, outbound)}
    if given["username"]:
        return {UNNAMED: authorizer(Basic(kind="basic"), access, outbound)}
    header = access.config["api_key_header"]
    if given["api_key"] and header:
        return {UNNAMED: authorizer(ApiKey(kind="api_key", header=header), access, outbound)}
    return {}
