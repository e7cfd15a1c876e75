"""A third party's mock of SAP S/4HANA as a process of its own: OData V2 and V4 with CSRF, ETags and faults on demand.

Source: https://github.com/rseufert/mock-sap 0.22. Its service names differ from SAP's own in two places (see CONFIG).
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

USER = {"username": "HUB", "password": "s3cret!"}
CLIENT = {"client_id": "hub", "client_secret": "s3cret"}
CONFIG = {
    "client": "100",
    "partner_service": "API_BUSINESS_PARTNER_SRV",
    "partner_reference_field": "SearchTerm1",
    "order_v4_service": "api_salesorder",
}
V2 = "/sap/opu/odata/sap"
ORDERS = f"{V2}/API_SALES_ORDER_SRV/A_SalesOrder"
PARTNERS = f"{V2}/API_BUSINESS_PARTNER_SRV/A_BusinessPartner"


@dataclass(frozen=True)
class MockSap:
    """The running mock, asked without the connector."""

    url: str

    def rows(self, path: str, filter: str) -> list[dict[str, Any]]:
        """Records of an entity set of OData V2."""
        asked = {"$filter": filter, "$format": "json"}
        answer = httpx.get(self.url + path, params=asked, auth=tuple(USER.values()), trust_env=False)
        answer.raise_for_status()
        return answer.json()["d"]["results"]

    def fault(self, **rule: Any) -> None:
        """Have it go wrong for the next request that matches."""
        self._control("POST", "/_mock/faults", json={"count": 1, **rule})

    def heal(self) -> None:
        """No more faults."""
        self._control("DELETE", "/_mock/faults")

    def requests(self, *, after: int = 0) -> list[dict[str, Any]]:
        """What it was sent lately, newest first, with headers but without their secrets. after: an earlier one's id."""
        found = self._control("GET", "/_mock/requests?limit=50&verbose=1")
        return [each for each in found["results"] if each["id"] > after]

    def _control(self, method: str, path: str, **more: Any) -> Any:
        answer = httpx.request(method, self.url + path, trust_env=False, **more)
        answer.raise_for_status()
        return answer.json()


@contextmanager
def running() -> Iterator[MockSap]:
    """A running mock that asks for a user or a token, CSRF and If-Match; stopped at the end."""
    words = ["--port", "0", "--auth", ":".join(USER.values()), "--oauth", ":".join(CLIENT.values())]
    process = subprocess.Popen(
        [sys.executable, "-m", "mocksap", *words, "--require-if-match", "--quiet"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        # Its first line: mock-sap 0.22.0 listening on http://127.0.0.1:49152  (client …
        url = next(word for word in process.stdout.readline().split() if word.startswith("http"))
        yield MockSap(url)
    finally:
        process.terminate()
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()
