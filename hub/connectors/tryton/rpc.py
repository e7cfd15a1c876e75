"""Tryton's JSON-RPC: one login shared by all calls, its types, its errors.

Source: trytond 8.2, protocols/dispatcher.py, protocols/jsonrpc.py, exceptions.py.
"""

import asyncio
import json
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hub.connectors.base import Access
from hub.connectors.outbound import TRAIL, Answer, Outbound, RemoteFailure, Trail
from hub.rules.outcomes import Category, Outcome, failed

# Methods of `model.…` that change nothing; anything else is taken for a write.
READS = {"search_read", "search", "read", "search_count", "on_change", "get_preferences", "get_access"}
MODES = {"create": "create", "search_read": "read"}


@dataclass(frozen=True, slots=True)
class Login:
    """A session on the server. context: company and language, sent with each call."""

    header: str
    context: dict[str, Any]


class TrytonSession:
    """Calls on one database as one user. Logs in at the first call, and again when the server has forgotten."""

    def __init__(self, access: Access, outbound: Outbound) -> None:
        self.config = access.config
        self._user = access.credentials["username"]
        self._password = access.credentials["password"]
        self._outbound = outbound
        self._path = f"/{access.config['database']}/rpc/"
        self._login: Login | None = None
        self._logging_in = asyncio.Lock()

    async def aclose(self) -> None:
        """Give the login back and close the connections; a server that cannot be reached is not waited for."""
        login, self._login = self._login, None
        try:
            if login:
                async with asyncio.timeout(2):
                    await self._post("common.db.logout", [], writes=False, header=login.header)
        except (RemoteFailure, TimeoutError):
            # The login ends by itself on the server.
            return
        finally:
            await self._outbound.aclose()

    async def call(self, model: str, method: str, *params: Any, unless_changed: dict[str, str] | None = None) -> Any:
        """`model.<model>.<method>(*params)` with the user's context; its result, numbers as Decimal.

        unless_changed: `{"model,id": version}` that a write insists on. Raises RemoteFailure.
        """
        error, result, answer = await self._asked(
            f"model.{model}.{method}",
            params,
            writes=method not in READS,
            more=({"_timestamp": unless_changed} if unless_changed else {}),
        )
        if error is None:
            return result
        outcome = _meaning(error, answer)
        if error[0] == "UserError" and method != "get_access" and not await self._may(model, method):
            outcome = failed(Category.PERMISSION, outcome.message, provider_code="AccessError")
        raise RemoteFailure(outcome)

    async def run_wizard(self, name: str, record: tuple[str, int], data: dict[str, Any], *, state: str) -> None:
        """Fill a wizard's views with `data` and execute one of its states on a record, in one transaction of Tryton's.

        name: such as `account.invoice.pay`. record: (model, id). Only the execution counts as a write.
        """
        model, number = record
        more = {"active_model": model, "active_id": number, "active_ids": [number]}
        opened = await self._wizard(name, "create", (), writes=False, more=more)
        try:
            await self._wizard(name, "execute", (opened[0], data, state), writes=True, more=more)
        finally:
            # Sessions of wizards that stay behind are Tryton's to clear.
            with suppress(RemoteFailure):
                await self._wizard(name, "delete", (opened[0],), writes=False, more=more)

    async def _wizard(self, name: str, step: str, params: Sequence[Any], *, writes: bool, more: dict[str, Any]) -> Any:
        error, result, answer = await self._asked(f"wizard.{name}.{step}", params, writes=writes, more=more)
        if error is not None:
            raise RemoteFailure(_meaning(error, answer))
        return result

    async def _asked(
        self, method: str, params: Sequence[Any], *, writes: bool, more: dict[str, Any]
    ) -> tuple[list[Any] | None, Any, Answer]:
        """(error, result, answer) of a call with the user's context and `more`; logs in again when that has ended."""
        login = await self.login()
        for _ in range(2):
            sent = [*params, login.context | more]
            answer = await self._post(method, sent, writes=writes, header=login.header)
            if answer.status != 401:
                break
            # Refused before anything was done, so that asking again is safe even for a write.
            login = await self.login(instead_of=login)
        return *self._open(answer), answer

    async def rows(
        self, model: str, domain: list[Any], fields: Sequence[str], *, limit: int = 2, newest_first: bool = False
    ) -> list[dict[str, Any]]:
        """Records of a model: `search_read`. Fields of related records come as `{"party.": {...}}`."""
        order = [["id", "DESC" if newest_first else "ASC"]]
        return await self.call(model, "search_read", domain, 0, limit, order, list(fields))

    async def login(self, *, instead_of: Login | None = None) -> Login:
        """The login, made once for all who wait for it. instead_of: the one that the server refused."""
        async with self._logging_in:
            if self._login is None or self._login is instead_of:
                self._login = None
                self._login = await self._log_in()
            return self._login

    async def fresh_login(self) -> Login:
        """A new login, to see whether the password still holds."""
        return await self.login(instead_of=self._login)

    async def _log_in(self) -> Login:
        secrets = {"password": self._password}
        body = json.dumps({"id": 0, "method": "common.db.login", "params": [self._user, secrets]}).encode()
        headers = {"Content-Type": "application/json"}
        # What it answers opens the system.
        answer = await self._outbound.hushed().send("POST", self._path, writes=False, headers=headers, content=body)
        if answer.status == 404:
            text = f"There is no Tryton database {self.config['database']!r} at this address."
            raise RemoteFailure(answer.outcome(wrote=False, message=text))
        error, result = self._open(answer)
        if error is not None:
            raise RemoteFailure(failed(Category.AUTH, "Tryton refuses the login.", provider_code=error[0]))
        header = b64encode(f"{self._user}:{result[0]}:{result[1]}".encode()).decode()
        first = Login(f"Session {header}", {})
        method = "model.res.user.get_preferences"
        error, preferences = self._open(await self._post(method, [True, {}], writes=False, header=first.header))
        if error is not None:
            raise RemoteFailure(failed(Category.AUTH, "Tryton refuses the user.", provider_code=error[0]))
        company = self.config["company"] or preferences.get("company")
        companies = preferences.get("companies") or []
        return Login(first.header, {"language": "en", "company": company, "companies": companies})

    async def _post(self, method: str, params: list[Any], *, writes: bool, header: str | None) -> Answer:
        body = json.dumps({"id": 0, "method": method, "params": params}, default=_encode)
        headers = {"Content-Type": "application/json"} | ({"Authorization": header} if header else {})
        return await self._outbound.send("POST", self._path, writes=writes, headers=headers, content=body.encode())

    def _open(self, answer: Answer) -> tuple[list[Any] | None, Any]:
        """(error, result) of an answer; RemoteFailure when it is not one of Tryton's."""
        if not answer.ok:
            raise RemoteFailure(answer.outcome(wrote=TRAIL.get(Trail()).wrote))
        try:
            message = json.loads(answer.body, object_hook=_decode)
            return message.get("error"), message.get("result")
        except (ValueError, AttributeError, RecursionError, KeyError, TypeError, ArithmeticError) as error:
            text = "What answers at this address is not Tryton."
            raise RemoteFailure(failed(_unsure(), text)) from error

    async def _may(self, model: str, method: str) -> bool:
        """Whether the user has the right that the method needs; UserErrors do not tell why they are."""
        rights = await self.call("ir.model.access", "get_access", [model])
        return bool(rights[model][MODES.get(method, "read" if method in READS else "write")])


def _unsure() -> Category:
    wrote = TRAIL.get(Trail()).wrote
    return Category.UNKNOWN_OUTCOME if wrote else Category.UNAVAILABLE


def _meaning(error: list[Any], answer: Answer) -> Outcome:
    """Tryton's error as an Outcome: `[class name, arguments]`, or `[text, trace]` for a failure inside."""
    kind, detail = str(error[0]), error[1] if len(error) > 1 else None
    request_id = answer.request_id
    if kind in {"UserError", "UserWarning"} and isinstance(detail, list):
        texts = detail[:2] if kind == "UserError" else detail[1:3]
        message = " ".join(str(text).strip() for text in texts if text)[:500]
        return failed(Category.VALIDATION, message, provider_code=kind, provider_request_id=request_id)
    if kind == "ConcurrencyException":
        return failed(
            Category.CONFLICT,
            "The record has changed in the meantime.",
            provider_code=kind,
            provider_request_id=request_id,
        )
    if kind == "LoginException":
        return failed(Category.AUTH, "Tryton asks to log in again.", provider_code=kind)
    message = f"Tryton failed inside: {kind[:200]}"
    return failed(_unsure(), message, provider_code="internal", provider_request_id=request_id)


def _encode(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {"__class__": "Decimal", "decimal": str(value)}
    raise TypeError(f"{type(value).__name__} is not sent to Tryton")


def _decode(members: dict[str, Any]) -> Any:
    kind = members.get("__class__")
    if kind == "Decimal":
        return Decimal(members["decimal"])
    if kind == "date":
        return f"{members['year']:04}-{members['month']:02}-{members['day']:02}"
    return members


def date_of(text: str) -> dict[str, Any]:
    """A date (`2026-11-21`) as Tryton takes it."""
    year, month, day = map(int, text.split("-"))
    return {"__class__": "date", "year": year, "month": month, "day": day}
