"""Talking to a hub's API, with every failure as one line."""

import os
from typing import Any

import click
import httpx

from hub.cli.local import local_values

TIMEOUT_S = 30


class Api:
    """A hub's API: HUB_URL and HUB_API_KEY, or the hub that `hub up` runs here."""

    def __init__(self) -> None:
        values = local_values()
        self.url = (os.environ.get("HUB_URL") or values.get("url") or "http://127.0.0.1:8000").rstrip("/")
        key = os.environ.get("HUB_API_KEY") or values.get("api_key")
        if not key:
            raise click.ClickException("HUB_API_KEY is not set, and no hub was ever started here with `hub up`")
        self._client = httpx.Client(
            base_url=f"{self.url}/api/v1", headers={"Authorization": f"Bearer {key}"}, timeout=TIMEOUT_S
        )

    def get(self, path: str, **query: Any) -> Any:
        """The JSON answer of a GET; None values are left out of the query."""
        return self._ask("GET", path, params={name: value for name, value in query.items() if value is not None})

    def post(self, path: str, body: dict[str, Any], *, headers: dict[str, str] | None = None) -> Any:
        """The JSON answer of a POST; None values are left out of the body."""
        content = {name: value for name, value in body.items() if value is not None}
        return self._ask("POST", path, json=content, headers=headers)

    def _ask(self, method: str, path: str, **options: Any) -> Any:
        try:
            answer = self._client.request(method, path, **options)
        except httpx.ConnectError as error:
            raise click.ClickException(
                f"no hub answers at {self.url}; start one with `hub up`, or set HUB_URL"
            ) from error
        except httpx.HTTPError as error:
            raise click.ClickException(f"{self.url} did not answer: {type(error).__name__}") from error
        if answer.is_success:
            return answer.json()
        raise click.ClickException(_problem(answer))


def _problem(answer: httpx.Response) -> str:
    """A problem body (RFC 9457) in one line, the fields included."""
    try:
        body = answer.json()
        fields = "; ".join(f"{error['field']}: {error['detail']}" for error in body.get("errors", []))
        return f"{answer.status_code} {body['code']}: {body['detail']}{' ' + fields if fields else ''}"
    except (ValueError, KeyError, TypeError, AttributeError):
        return f"{answer.status_code} {answer.reason_phrase} from {answer.url}"
