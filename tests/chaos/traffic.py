"""Clients that publish without a pause, and ask again until they are answered: what they were told is known exactly."""

import random
import threading
import time
from typing import Any

import httpx

from tests.chaos.model import Model, Published, Span
from tests.stacks import Account, job

TYPES = ("order.created", "order.shipped", "invoice.paid", "invoice.sent", "note.added")
PATIENCE_S = 60.0
AGAIN_S = 0.1


def ask(account: Account, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
    """The answer, asked for again while the hub, or its database, is away."""
    until = time.monotonic() + PATIENCE_S
    while True:
        answer = _try(account, method, path, body, headers)
        if answer is not None and answer.status_code != 503:
            return answer
        assert time.monotonic() < until, f"{method} {path}: {answer and answer.text}"
        time.sleep(AGAIN_S)


def _try(account: Account, method: str, path: str, body: Any, headers: dict[str, str]) -> httpx.Response | None:
    try:
        return account.http.request(method, path, json=body, headers=headers)
    except httpx.TransportError:
        return None


class Traffic:
    """One thread: each event is published after the one before was accepted. A context manager."""

    def __init__(self, account: Account, model: Model, chance: random.Random, *, every_s: float) -> None:
        self._account, self._model, self._chance, self._every_s = account, model, chance, every_s
        self._connection = account.connect(max_in_flight=50)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="traffic")
        self._bursts = 0

    def __enter__(self) -> "Traffic":
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._over.set()
        self._thread.join()

    @property
    def running(self) -> bool:
        """False once it has failed."""
        return self._thread.is_alive()

    def burst(self, count: int) -> None:
        """So many events without a pause between them."""
        self._bursts = count

    def _run(self) -> None:
        number = 0
        while not self._over.is_set():
            number += 1
            if self._chance.random() < 0.07:
                self._submit(number)
            else:
                self._publish(number)
            self._bursts = max(0, self._bursts - 1)
            if not self._bursts:
                self._over.wait(self._chance.uniform(0, 2 * self._every_s))

    def _publish(self, number: int) -> None:
        chance = self._chance
        type, channels = chance.choice(TYPES), ("web",) if chance.random() < 0.3 else ()
        data: dict[str, Any] = {"n": number, "total": chance.randint(0, 1000), "region": chance.choice(["eu", "us"])}
        if chance.random() < 0.5:
            data["items"] = [{"sku": chance.choice("ABC") + str(n)} for n in range(chance.randint(0, 4))]
        if type == "note.added":
            data = {"n": number, "text": "Grüße 株式会社 " * chance.randint(0, 40)}
        began = time.time()
        body = {"type": type, "data": data, "channels": list(channels)}
        answer = ask(self._account, "POST", "/events", body, **{"Idempotency-Key": f"event-{number}"})
        assert answer.status_code == 202, answer.text
        self._model.published.append(Published(answer.json()["id"], type, data, channels, Span(began, time.time())))

    def _submit(self, number: int) -> None:
        jobs = [job(self._connection, "echo", {"message": n}) for n in range(self._chance.randint(1, 8))]
        answer = ask(self._account, "POST", "/jobs/batch", {"jobs": jobs}, **{"Idempotency-Key": f"jobs-{number}"})
        assert answer.status_code == 202, answer.text
        self._model.jobs += [item["id"] for item in answer.json()["data"]]
