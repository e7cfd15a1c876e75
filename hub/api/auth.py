"""The guard of every operation: who calls, may they, and did they name only parameters that exist."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from hub.accounts import callers
from hub.accounts.callers import Caller
from hub.rules import clients
from hub.rules.errors import HubError


class Guard:
    """Ninja's `auth` of one operation. scope: what the caller needs, or None when anybody may call."""

    def __init__(self, scope: str | None) -> None:
        self.scope = scope
        self.parameters: frozenset[str] = frozenset()

    def know_parameters(self, view: Any) -> None:
        """Learn the query parameters of the view that Ninja has just registered."""
        models = view._ninja_operation.models
        self.parameters = frozenset(
            name for model in models if model.__ninja_param_source__ == "query" for name in model.__ninja_flatten_map__
        )

    def __call__(self, request: HttpRequest) -> Caller | bool:
        """The caller. HubError `unauthenticated`, `forbidden`, `unknown_parameter`, `nul_character`."""
        caller = self._caller(request) if self.scope is not None else None
        if request.META.get("QUERY_STRING"):
            self._check_query(request)
        return caller or True

    def _caller(self, request: HttpRequest) -> Caller:
        kind, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        caller = callers.by_token(token.strip()) if kind.lower() == "bearer" else None
        if caller is None:
            raise HubError("unauthenticated", "Send a valid API key or access token as `Authorization: Bearer …`.")
        if self.scope and not caller.may(self.scope):
            raise HubError("forbidden", f"This needs the scope {self.scope}.", extra={"scope": self.scope})
        return caller

    def _check_query(self, request: HttpRequest) -> None:
        for name, values in request.GET.lists():
            if name not in self.parameters:
                raise HubError("unknown_parameter", "There is no such query parameter.", field=f"query.{name}")
            if len(values) > 1:
                raise HubError("repeated_parameter", "Name this query parameter once.", field=f"query.{name}")
            if "\0" in values[0]:
                raise HubError("nul_character", "NUL characters cannot be stored.", field=f"query.{name}")


def address_of(request: HttpRequest) -> str:
    """The client's address, as the trusted proxies tell it; empty where the transport knows none."""
    trusted = clients.networks(tuple(settings.HUB.trusted_proxies))
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return clients.client_address(request.META.get("REMOTE_ADDR", ""), forwarded, trusted=trusted)


def caller_of(request: HttpRequest) -> Caller:
    """The caller that the guard let in."""
    return request.auth
