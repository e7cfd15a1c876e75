"""An open way into an OData service: credentials, SAP's CSRF token when it asks for one, answers as outcomes."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import httpx

from hub.connectors.base import Access
from hub.connectors.credentials import Authorizer, Proof
from hub.connectors.described import OPERATIONS
from hub.connectors.manifest.auth import ApiKey, Basic, Bearer, ClientCredentials
from hub.connectors.manifest.authorizers import Static, authorizer
from hub.connectors.outbound import Answer, Outbound, RemoteFailure
from hub.rules.outcomes import Category, Outcome, failed

CSRF = "x-csrf-token"


def prover(access: Access, outbound: Outbound) -> Authorizer:
    """What the given credentials prove themselves with."""
    given, config = access.credentials, access.config
    if given["client_id"] and config["token_url"]:
        where = "{{config.token_url}}"
        kind = ClientCredentials(kind="oauth2_client_credentials", token_url=where, scopes=config["scopes"])
        return authorizer(kind, access, outbound)
    if given["token"]:
        return authorizer(Bearer(kind="bearer"), access, outbound)
    if given["username"]:
        return authorizer(Basic(kind="basic"), access, outbound)
    if given["api_key"] and config["api_key_header"]:
        return authorizer(ApiKey(kind="api_key", header=config["api_key_header"]), access, outbound)
    return Static(Proof())


class ODataSession:
    """One connection's session. csrf: the headers that SAP wants with writes, once it has asked for them."""

    def __init__(self, access: Access, outbound: Outbound) -> None:
        self.access, self.outbound = access, outbound
        self.prover = prover(access, outbound)
        self.csrf: dict[str, str] = {}
        self._fetching = asyncio.Lock()

    @property
    def version(self) -> int:
        """Of the service: 2 or 4."""
        return self.access.config[OPERATIONS].service.version

    async def aclose(self) -> None:
        """Close the connections."""
        await self.outbound.aclose()

    async def ask(
        self,
        method: str,
        path: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
    ) -> Answer:
        """Send a request that has to succeed. path: below the service's root. RemoteFailure when it does not."""
        writes = method != "GET"
        extra = dict(headers or {})
        answer = await self._send(method, path, params, extra | (self.csrf if writes else {}), content)
        if writes and answer.status == 403 and answer.headers.get(CSRF, "").lower() == "required":
            # Refused before anything was done.
            await self._fetch_csrf()
            answer = await self._send(method, path, params, extra | self.csrf, content)
        if not answer.ok:
            raise RemoteFailure(refusal(answer, wrote=writes))
        return answer

    async def _fetch_csrf(self) -> None:
        """Source: https://help.sap.com/saphelp_em92/helpdata/en/b3/5c22518bc72214e10000000a44176d/content.htm"""
        async with self._fetching:
            answer = await self._send("GET", "/", (), {CSRF: "Fetch"}, None)
        token = answer.headers.get(CSRF)
        if not token:
            raise RemoteFailure(failed(Category.UNAVAILABLE, "SAP gives no CSRF token.", provider_code="csrf_token"))
        lines = answer.headers.get_list("set-cookie") if isinstance(answer.headers, httpx.Headers) else []
        cookie = "; ".join(line.partition(";")[0].strip() for line in lines)
        self.csrf = {CSRF: token} | ({"Cookie": cookie} if cookie else {})

    async def _send(
        self,
        method: str,
        path: str,
        params: Sequence[tuple[str, str]],
        headers: Mapping[str, str],
        content: bytes | None,
    ) -> Answer:
        proof = await self.prover.prove()
        answer = await self._exchange(method, path, params, {**headers, **proof.headers}, content)
        if answer.status != 401:
            return answer
        better = await self.prover.prove(refused=proof)
        if better is proof:
            return answer
        return await self._exchange(method, path, params, {**headers, **better.headers}, content)

    async def _exchange(
        self,
        method: str,
        path: str,
        params: Sequence[tuple[str, str]],
        headers: Mapping[str, str],
        content: bytes | None,
    ) -> Answer:
        config = self.access.config
        every = {"Accept": "application/json", **config["headers"], **headers}
        if content is not None:
            every["Content-Type"] = "application/json"
        # httpx writes spaces as +, which some services take for a plus.
        pairs = [*config["params"].items(), *params]
        query = "&".join(f"{quote(name, safe='$')}={quote(text, safe=chr(39))}" for name, text in pairs)
        if query:
            path += ("&" if "?" in path else "?") + query
        return await self.outbound.send(method, path, writes=method != "GET", headers=every, content=content)


def refusal(answer: Answer, *, wrote: bool) -> Outcome:
    """An answer that is not 2xx, in OData's form of errors."""
    document = answer.json()
    error = document.get("error") if isinstance(document, Mapping) else None
    error = error if isinstance(error, Mapping) else {}
    message: Any = error.get("message")
    if isinstance(message, Mapping):
        message = message.get("value")
    code = error.get("code")
    return answer.outcome(
        wrote=wrote,
        message=message if isinstance(message, str) and message else None,
        code=code if isinstance(code, str) and code else None,
    )
