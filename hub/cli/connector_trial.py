"""One real call of an operation, with all that goes over the wire shown: `hub connector try`."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx

from hub.connectors import registry
from hub.connectors.outbound import WATCH, Answer, Watch
from hub.connectors.registry import Access, Done, Sessions
from hub.rules.errors import HubError

MAX_SHOWN = 4000
HIDDEN = "•••"
SECRET = re.compile(r"token|secret|password|assertion|api_?key|cookie", re.IGNORECASE)
FRAMING = {"host", "connection", "accept-encoding", "content-length"}
OPEN_HEADERS = {"accept", "content-type", "if-match", "prefer", "user-agent"}


async def trial(
    name: str,
    operation: str,
    *,
    base_url: str,
    credentials: dict[str, Any],
    config: dict[str, Any],
    given: dict[str, Any],
    reference: str,
    ask: str | None,
    allow: tuple[str, ...],
    timeout_s: float,
) -> tuple[list[str], bool]:
    """(lines to show, whether it succeeded)."""
    lines: list[str] = []
    try:
        access = Access(
            "con_try",
            1,
            base_url,
            registry.validate_config(name, config),
            registry.validate_credentials(name, credentials),
        )
        taken = registry.validate_input(name, operation, given) if operation != "check" else {}
    except HubError as error:
        return [f"{each['field']}: {each['detail']}" for each in error.extra.get("errors", [])] or [error.detail], False
    sessions = Sessions(allow=allow)
    WATCH.set(_watch(lines, _texts(access.credentials)))
    try:
        if operation == "check":
            result: Any = await registry.check(sessions, name, access, timeout_s=timeout_s)
        else:
            call = registry.find if ask == "find" else registry.perform
            result = await call(sessions, name, access, operation, taken, reference=reference, timeout_s=timeout_s)
    finally:
        WATCH.set(None)
        await sessions.aclose()
    return [*lines, *_result(result)], isinstance(result, Done)


def _result(result: Any) -> list[str]:
    if result is None:
        return ["", "Nothing found."]
    good = isinstance(result, Done)
    lines = ["", "Done:" if good else "Not done:", _pretty(result.output if good else result.as_dict())]
    told = result.limits.quotas.values() if result.limits else ()
    return [*lines, *(f"Limit {each.name}: {each.remaining} of {each.limit} left" for each in told)]


def _watch(lines: list[str], secrets: list[str]) -> Watch:
    """Notes each exchange in `lines`, without what is secret."""

    def note(request: httpx.Request, answer: Answer) -> None:
        lines.append(f"→ {request.method} {_without(unquote(str(request.url)), secrets)}")
        lines.extend(_headers(request.headers))
        lines.append(_without(_body(request.content), secrets))
        lines.append(f"← {answer.status}")
        lines.append(_without(_body(answer.body), secrets))

    return note


def _headers(headers: Mapping[str, str]) -> list[str]:
    shown = ((name, value) for name, value in headers.items() if name.lower() not in FRAMING)
    return [f"  {name}: {value if name.lower() in OPEN_HEADERS else HIDDEN}" for name, value in shown]


def _body(content: bytes) -> str:
    """A body for reading: JSON in lines, a form by its fields; members that are tokens or passwords hidden."""
    text = content[:MAX_SHOWN].decode(errors="replace")
    if len(content) > MAX_SHOWN:
        return text + " …"
    try:
        return _pretty(_hidden(json.loads(content)))
    except ValueError:
        fields = parse_qsl(text)
    return _pretty(_hidden(dict(fields))) if fields else text


def _hidden(document: Any) -> Any:
    if isinstance(document, dict):
        return {key: HIDDEN if SECRET.search(str(key)) else _hidden(each) for key, each in document.items()}
    return [_hidden(each) for each in document] if isinstance(document, list) else document


def _without(text: str, secrets: list[str]) -> str:
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return text


def _texts(credentials: Any) -> list[str]:
    """All strings among the credentials, however deep, the longest first."""
    return sorted({text for text in _each(credentials) if len(text) > 3}, key=len, reverse=True)


def _each(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _each(inner)


def _pretty(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
