"""An open way into a system that a document describes: credentials by its security schemes, its answers as outcomes."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import Any
from urllib.parse import urlencode

from hub.connectors.base import Access, Result
from hub.connectors.credentials import Authorizer, Proof
from hub.connectors.described import OPERATIONS
from hub.connectors.openapi.requests import Built, Sending, build
from hub.connectors.openapi.security import authorizers
from hub.connectors.outbound import TRAIL, Answer, Outbound, Trail
from hub.rules.outcomes import LONGEST_WAIT, Category, Done, Outcome, failed
from hub.rules.quotas import Limits, Quota

# Where systems say what went wrong: RFC 9457, and what most others do.
WORDS = ("detail", "message", "error_description", "title", "error", "errors")
# Before this, a reset is counted in seconds from now; after it, from 1970.
EPOCH_S = 1_000_000_000


class OpenApiSession:
    """One connection's session. schemes: what it can prove itself with, by the document's names."""

    def __init__(self, access: Access, outbound: Outbound) -> None:
        self.access, self.outbound = access, outbound
        document = access.config[OPERATIONS].document
        self.schemes = authorizers(document, access, outbound)

    async def aclose(self) -> None:
        """Close the connections."""
        await self.outbound.aclose()

    async def perform(self, sending: Sending, given: Mapping[str, Any], *, reference: str) -> Result:
        """Send an operation."""
        built = build(sending, given, reference=reference)
        writes = sending.method not in ("GET", "HEAD", "OPTIONS", "TRACE")
        chosen = self._chosen(sending.security)
        if chosen is None:
            text = "The connection has no credentials for this operation."
            return failed(Category.AUTH, text, provider_code="credentials_incomplete")
        answer = await self._send(sending.method, built, writes=writes, schemes=chosen)
        if not answer.ok:
            return refusal(answer, wrote=writes)
        document = answer.json()
        body = document if document is not None else answer.body.decode(errors="replace") or None
        location = answer.headers.get("location")
        return Done({"status": answer.status, "location": location, "body": body}, answer.request_id)

    async def probe(self, path: str) -> Result:
        """A GET that has to succeed."""
        answer = await self._send("GET", Built(path, {}, None), writes=False, schemes=list(self.schemes.values())[:1])
        return Done({}) if answer.ok else refusal(answer, wrote=False)

    def _chosen(self, security: tuple[tuple[str, ...], ...]) -> list[Authorizer] | None:
        """The first set of schemes that this connection has; what is open to all gets what it has, too. None: it has none."""
        for names in security:
            if names and all(name in self.schemes for name in names):
                return [self.schemes[name] for name in names]
        anything = list(self.schemes.values())[:1]
        needed = security and all(security)
        return anything if anything or not needed else None

    async def _send(self, method: str, built: Built, *, writes: bool, schemes: list[Authorizer]) -> Answer:
        proofs = [await each.prove() for each in schemes]
        answer = await self._exchange(method, built, proofs, writes=writes)
        if answer.status != 401:
            return answer
        # Refused before anything was done, so that asking again is safe even for a write.
        better = [await each.prove(refused=proof) for each, proof in zip(schemes, proofs, strict=True)]
        if all(new is old for new, old in zip(better, proofs, strict=True)):
            return answer
        return await self._exchange(method, built, better, writes=writes)

    async def _exchange(self, method: str, built: Built, proofs: list[Proof], *, writes: bool) -> Answer:
        headers = {"Accept": "application/json, */*;q=0.5", **self.access.config["headers"], **built.headers}
        cookies = [headers.pop("Cookie")] if "Cookie" in headers else []
        params: list[tuple[str, str]] = []
        for proof in proofs:
            params += proof.params.items()
            cookies += [value for name, value in proof.headers.items() if name == "Cookie"]
            headers |= {name: value for name, value in proof.headers.items() if name != "Cookie"}
        if cookies:
            headers["Cookie"] = "; ".join(cookies)
        path = built.path
        if params:
            path += ("&" if "?" in path else "?") + urlencode(params)
        answer = await self.outbound.send(method, path, writes=writes, headers=headers, content=built.content)
        TRAIL.get(Trail()).heard(limits_of(answer.headers, now=datetime.now(UTC)))
        return answer


def refusal(answer: Answer, *, wrote: bool) -> Outcome:
    """What an answer that is not 2xx means, in the system's own words if they are where most systems have them."""
    document = answer.json()
    message = _words(document)
    code = document.get("code") if isinstance(document, Mapping) else None
    return answer.outcome(wrote=wrote, message=message, code=str(code) if isinstance(code, str | int) else None)


def _words(document: Any) -> str | None:
    for _ in range(3):
        if isinstance(document, list) and document:
            document = document[0]
        if isinstance(document, str):
            return document
        if not isinstance(document, Mapping):
            return None
        document = next((document[name] for name in WORDS if document.get(name)), None)
    return document if isinstance(document, str) else None


def limits_of(headers: Mapping[str, str], *, now: datetime) -> Limits | None:
    """The one quota that most systems tell: `X-RateLimit-Limit`, `-Remaining`, `-Reset`; RateLimit-… likewise.

    Sources: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api (a reset since 1970),
    https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-06 (seconds from now).
    """
    for prefix in ("x-ratelimit", "ratelimit", "x-rate-limit"):
        remaining, limit, reset = (_number(headers.get(f"{prefix}-{name}")) for name in ("remaining", "limit", "reset"))
        if remaining is None or reset is None:
            continue
        wait_s = reset - now.timestamp() if reset > EPOCH_S else reset
        reset_at = now + min(timedelta(seconds=min(max(wait_s, 0.0), 1e9)), LONGEST_WAIT)
        total = int(limit) if limit is not None else None
        return Limits(now, {"requests": Quota("requests", total, int(remaining), None, reset_at)})
    return None


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text else None
    except ValueError:
        return None
    return number if number is not None and isfinite(number) else None
