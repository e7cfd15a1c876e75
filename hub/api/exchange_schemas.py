"""Shapes of what a run has asked of the outside system, and what that said."""

from typing import Any

from pydantic import ConfigDict, Field

from hub.api.schemas import Instant, Out

EXAMPLE: dict[str, Any] = {
    "at": "2026-11-21T09:30:00.120Z",
    "method": "POST",
    "host": "erp.example.com",
    "path": "/api/orders?expand=lines&key=•••",
    "status": 422,
    "error": None,
    "duration_ms": 84.2,
    "request_id": "req-7d1f",
    "confidential": False,
    "request": {
        "headers": [{"name": "content-type", "value": "application/json"}, {"name": "authorization", "value": None}],
        "content_type": "application/json",
        "bytes": 52,
        "body": '{"customer": "C-17", "api_key": "•••"}',
        "truncated": False,
    },
    "response": {
        "headers": [{"name": "content-type", "value": "application/json"}],
        "content_type": "application/json",
        "bytes": 40,
        "body": '{"error": "The customer is not known."}',
        "truncated": False,
    },
}


class ExchangeHeaderOut(Out):
    """A header of a request or an answer."""

    name: str = Field(examples=["content-type"])
    value: str | None = Field(description="null for every header that is not known to be harmless")


class ExchangeSideOut(Out):
    """A request, or an answer."""

    headers: list[ExchangeHeaderOut]
    content_type: str | None
    bytes: int | None = Field(description="of the body as it was sent; null when the answer did not come to its end")
    body: str | None = Field(
        description="its first 4 KiB, or less in a run with many exchanges; secrets are •••. Null when there is"
        " none, or when it is no UTF-8 text"
    )
    truncated: bool = Field(description="there was more than `body` shows")


class ExchangeOut(Out):
    """A request to the outside system, and what came back."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    at: Instant = Field(description="when it was sent")
    method: str
    host: str = Field(description="with the port, where it is not the usual one")
    path: str = Field(description="with the query; values of parameters that are not known to be harmless are •••")
    status: int | None = Field(description="null when no answer began")
    error: str | None = Field(
        description="why there is no complete answer: `connect_failed`, `connect_timeout`, `tls`, `target_forbidden`,"
        " `read_timeout`, `connection_lost`, `answer_too_large`, `not_sent` (another worker may have had the job by then),"
        " or `stopped` (the call's time was up, or somebody stopped it)"
    )
    duration_ms: float
    request_id: str | None = Field(description="what the outside system calls it")
    confidential: bool = Field(description="it was about credentials: neither headers nor bodies are kept")
    request: ExchangeSideOut | None
    response: ExchangeSideOut | None
