"""An open way into a system that a manifest describes: base URL, proof, default headers, limits and errors applied."""

import asyncio
import json
import re
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from types import ModuleType
from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from hub.connectors.base import Access
from hub.connectors.credentials import Proof, chosen
from hub.connectors.http_shapes import check_path, rendered_path
from hub.connectors.manifest.authorizers import authorizer, filled_url
from hub.connectors.manifest.bodies import render_body
from hub.connectors.manifest.errors import outcome_of
from hub.connectors.manifest.model import Manifest
from hub.connectors.manifest.parts import READING, Reference, Request
from hub.connectors.manifest.quotas import limits_of
from hub.connectors.outbound import TRAIL, Answer, Outbound, RemoteFailure, Trail
from hub.connectors.templates import ABSENT, fill, place, render_text
from hub.rules.outcomes import Category, Outcome, failed
from hub.rules.pointers import resolve

CONTENT_TYPES = {"json": "application/json", "form": "application/x-www-form-urlencoded", "text": "text/plain"}
# Nothing but a server's own identity: makes a reference into a UUID, the same each time.
REFERENCES = uuid5(NAMESPACE_URL, "urn:hub:reference")
# 100 bits: no two jobs of a system ever share one.
SHORT = 20


@dataclass(frozen=True, slots=True)
class Sent:
    """A request ready to go, as hooks may change it with `replace`. path: below the base URL, may hold a query."""

    method: str
    path: str
    writes: bool
    headers: Mapping[str, str] = field(default_factory=dict)
    params: tuple[tuple[str, str], ...] = ()
    content: bytes | None = field(default=None, repr=False)


class ManifestSession:
    """What hooks and operations get. state: theirs to keep things in, as long as the session."""

    def __init__(self, manifest: Manifest, access: Access, outbound: Outbound, *, hooks: ModuleType | None) -> None:
        self.manifest, self.access, self.outbound, self.hooks = manifest, access, outbound, hooks
        self.config = access.config
        self.state: dict[str, Any] = {}
        self._preparing = asyncio.Lock()
        kind = manifest.auth[chosen(manifest.auth, access.credentials)]
        self.authorizer = authorizer(kind, access, outbound)

    async def aclose(self) -> None:
        """Let the hooks end what they began, and close the connections."""
        try:
            if close := getattr(self.hooks, "close", None):
                await close(self)
        finally:
            await self.outbound.aclose()

    def values(self, given: Mapping[str, Any], reference: str, **more: Any) -> dict[str, Any]:
        """What templates know."""
        kept = self.access.credentials.get("token_extra") or {}
        known = {"input": given, "config": self.config, "token": kept}
        return known | names_of(reference) | more

    def build(self, request: Request, values: Mapping[str, Any], *, writes: bool | None = None) -> Sent:
        """The request with its templates filled. RemoteFailure `validation` when the input lacks what they name."""
        try:
            body = render_body(request.body, values)
            headers = {name: fill(text, values) for name, text in request.headers.items()}
            path = rendered_path(request.path, dict(values))
            check_path(path)
            params = tuple(pair for name, each in request.query.items() for pair in _pairs(name, each, values))
        except ValueError as error:
            raise RemoteFailure(failed(Category.VALIDATION, f"The request cannot be made: {error}.")) from error
        content = _content(request, body)
        kind = (
            {"Content-Type": request.content_type or CONTENT_TYPES[request.body_format]} if content is not None else {}
        )
        set_headers = {name: _header(each) for name, each in headers.items() if each is not ABSENT}
        changes = request.method not in READING if writes is None else writes
        return Sent(request.method, path, changes, kind | set_headers, params, content)

    async def send(self, sent: Sent) -> Answer:
        """Send with the connection's proof; once more with a new one after a 401. The answer, whatever its status."""
        if prepare := getattr(self.hooks, "prepare", None):
            async with self._preparing:
                await prepare(self)
        answer = await self.plain(sent)
        if (again := getattr(self.hooks, "again", None)) and await again(self, sent, answer):
            answer = await self.plain(sent)
        return answer

    async def ask(
        self, request: Request, values: Mapping[str, Any], *, writes: bool | None = None
    ) -> tuple[Answer, Any]:
        """(answer, document) of a request of the manifest that succeeded. RemoteFailure when it did not."""
        sent = self.build(request, values, writes=writes)
        answer = await self.send(sent)
        document = self.document(answer)
        if self.refused(request, answer, document):
            raise RemoteFailure(self.meaning(answer, document, wrote=sent.writes, values=values))
        return answer, document

    def refused(self, request: Request, answer: Answer, document: Any) -> bool:
        """Whether an answer is no success."""
        hidden, told = self.manifest.errors.in_success, self.manifest.errors.in_success_is
        if answer.status not in request.success if request.success else not answer.ok:
            return True
        found = resolve(document, hidden) if hidden is not None else None
        if told is not None:
            return found is not None and re.fullmatch(told, str(found)) is not None
        return found not in (None, [], {}, "", False)

    def document(self, answer: Answer) -> Any:
        """The body as the hooks read it, else as JSON; None when it is none."""
        parse = getattr(self.hooks, "parse", None)
        return parse(self, answer) if parse else answer.json()

    def meaning(self, answer: Answer, document: Any, *, wrote: bool, values: Mapping[str, Any]) -> Outcome:
        """What an answer that is no success means, by the manifest's errors and the hooks' `meaning`."""
        limits = self._limits(answer)
        outcome = outcome_of(self.manifest, answer, document, wrote=wrote, limits=limits, values=values)
        change = getattr(self.hooks, "meaning", None)
        return change(self, answer, outcome) if change else outcome

    async def plain(self, sent: Sent) -> Answer:
        """Like `send`, for the hooks' own requests: without `prepare` and `again`."""
        proof = await self.authorizer.prove()
        answer = await self._exchange(sent, proof)
        if answer.status != 401:
            return answer
        # Refused before anything was done, so that asking again is safe even for a write.
        better = await self.authorizer.prove(refused=proof)
        return answer if better is proof else await self._exchange(sent, better)

    async def _exchange(self, sent: Sent, proof: Proof) -> Answer:
        values = self.values({}, "")
        if proof.token is not None:
            values["token"] = {**values["token"], **proof.token.extra}
        if not self.access.base_url:
            self.outbound.base_url = filled_url(self.manifest.base_url or "", values).rstrip("/")
        defaults = {name: fill(text, values) for name, text in self.manifest.headers.items()}
        kept = {name: _header(each) for name, each in defaults.items() if each is not ABSENT}
        sent = replace(sent, headers={**kept, **sent.headers, **proof.headers})
        if before := getattr(self.hooks, "before_request", None):
            sent = await before(self, sent)
        path = sent.path
        params = [*sent.params, *proof.params.items()]
        if params:
            path += ("&" if "?" in path else "?") + urlencode(params)
        answer = await self.outbound.send(
            sent.method, path, writes=sent.writes, headers=sent.headers, content=sent.content
        )
        TRAIL.get(Trail()).heard(self._limits(answer))
        return answer

    def _limits(self, answer: Answer) -> Any:
        now, values = datetime.now(UTC), {"config": self.config}
        return limits_of(self.manifest.limits, self.manifest.retry_after, answer.headers, now=now, values=values)


def names_of(reference: str) -> dict[str, str]:
    """The forms in which a reference can be sent: itself, as a UUID, and as 20 characters of [A-Z2-7] for short fields."""
    short = b32encode(sha256(reference.encode()).digest())[:SHORT].decode()
    return {"reference": reference, "reference_uuid": str(uuid5(REFERENCES, reference)), "reference_short": short}


def with_reference(request: Request, reference: Reference | None, values: Mapping[str, Any], sent: Sent) -> Sent:
    """The request with the job's reference where the manifest wants it. Raises ValueError for a body without the place."""
    if reference is None:
        return sent
    value = render_text(reference.value, values)
    if reference.header:
        sent = replace(sent, headers={**sent.headers, reference.header: value})
    if reference.query:
        sent = replace(sent, params=(*sent.params, (reference.query, value)))
    if reference.body is not None:
        body, at = render_body(request.body, values), pointer_of(reference.body, values)
        if resolve(body, at) not in (None, "", value):
            raise ValueError(f"the input sets {at}, where the job's reference goes")
        body = place(body, at, value)
        kind = {"Content-Type": request.content_type or CONTENT_TYPES[request.body_format]}
        sent = replace(sent, content=_content(request, body), headers={**kind, **sent.headers})
    return sent


def pointer_of(template: str, values: Mapping[str, Any]) -> str:
    """A pointer with its values, each escaped to stay one step."""
    return render_text(template, values, escape=lambda text: text.replace("~", "~0").replace("/", "~1"))


def _pairs(name: str, template: Any, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    filled = fill(template, values)
    items = filled if isinstance(filled, list) else [filled]
    return [(name, _header(item)) for item in items if item is not ABSENT and item is not None]


def _header(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _content(request: Request, body: Any) -> bytes | None:
    if body is None:
        return None
    if request.body_format == "json":
        return json.dumps(body, ensure_ascii=False).encode()
    if request.body_format == "form":
        return urlencode({key: _header(each) for key, each in body.items()}).encode()
    return str(body).encode()
