"""What is done to the hub in a long run: shuffled decks of actions, written down as they happen."""

import random
import time
from collections.abc import Callable
from typing import Any

from hub.rules.ids import public_id
from tests.chaos.breakage import Breakage
from tests.chaos.model import PLANS, SCHEDULE, Endpoint, Model, Signer, Span, new_secret, noted
from tests.chaos.moods import MOODS, Moody
from tests.chaos.signatures import Signatures
from tests.chaos.traffic import TYPES, Traffic, ask
from tests.stacks import Account

# How often each action is in the deck.
DECK = {
    "mood": 12,
    "calm": 3,
    "pause": 4,
    "resume": 4,
    "rotate": 4,
    "replay_one": 3,
    "replay_some": 4,
    "steer_replay": 5,
    "burst": 3,
    "send_test": 1,
    "delete": 1,
}
BREAKS = {
    "kill_worker": 1,
    "kill_parent": 1,
    "kill_child": 2,
    "freeze_child": 1,
    "kill_maintenance": 1,
    "flush": 4,
    "stop_postgres": 1,
    "kill_postgres": 1,
}
RELEASES = [{"release": "all"}] * 3 + [{"release": "newest", "newest": 5}, {"release": "discard"}]
ENDED = """
SELECT id FROM delivery WHERE tenant_id = %(tenant)s AND status IN ('delivered', 'dead', 'cancelled')
ORDER BY id DESC LIMIT 200
"""
DISABLED = "SELECT url FROM endpoint WHERE tenant_id = %(tenant)s AND disabled_at IS NOT NULL AND deleted_at IS NULL"


class Driver:
    """The actions, each drawn from `chance`. replays: ids of those that can be steered."""

    def __init__(self, account: Account, receiver: Moody, chance: random.Random) -> None:
        self.account, self.receiver, self.chance = account, receiver, chance
        self.model = Model()
        self.breakage = Breakage(account, self.model, chance)
        self.signatures = Signatures(self.model, receiver)
        self.replays: list[str] = []
        self.began = time.monotonic()
        self._seed, self._done = chance.random(), 0

    def note(self, text: str) -> None:
        """One line for whoever reads of a failure."""
        print(f"{time.monotonic() - self.began:6.1f} s  {text}", flush=True)

    def ask(self, method: str, path: str, body: Any = None, *, refused: tuple[int, ...] = ()) -> Any:
        """The JSON of a success, {} without one; None when the answer is one of these refusals."""
        answer = ask(self.account, method, path, body)
        if answer.status_code in refused:
            return None
        assert answer.is_success, f"{method} {path} {body}: {answer.text}"
        return answer.json() if answer.content else {}

    def set_up(self) -> None:
        """Make the endpoints."""
        for path, plan in PLANS.items():
            began, secret = time.time(), new_secret(self.chance)
            fields = {"retry_schedule_s": SCHEDULE, "timeout_s": 1.5, **plan.fields}
            made = self.account.post("/endpoints", {"url": self.receiver.url(path), "secret": secret, **fields})
            shown = Span(began, time.time())
            self.model.endpoints[path] = Endpoint(path, plan, made["id"], [Signer(secret, shown)])
        self.pause(self.model.endpoints["/parked"])

    def act(self, traffic: Traffic, *, seconds: float) -> None:
        """Whole decks until the time is over."""
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            deck = [name for name, count in (DECK | BREAKS).items() for _ in range(count)]
            self.chance.seed(f"{self._seed} deck {self._done}")
            self.chance.shuffle(deck)
            for name in deck:
                assert traffic.running, "the traffic has ended"
                self._do(name, traffic)
                self.signatures.check()
                time.sleep(self.chance.uniform(0, 1.2))

    def _do(self, name: str, traffic: Traffic) -> None:
        # Each draws from a source of its own: what the one before met with does not change the next.
        self._done += 1
        self.chance.seed(f"{self._seed} {self._done}")
        if name == "burst":
            traffic.burst(count := self.chance.randint(20, 60))
            self.note(f"burst of {count}")
        elif name in BREAKS:
            if name == "freeze_child":
                self._make_busy(traffic)
            self.note(getattr(self.breakage, name)() or f"nothing to {name}")
        else:
            action: Callable[[], None] = getattr(self, f"_{name}")
            action()

    def _make_busy(self, traffic: Traffic) -> None:
        """So that whoever is hit next has something under way."""
        for path in ("/everything", "/orders", "/large"):
            self.receiver.moods[path] = "slow"
        traffic.burst(60)
        time.sleep(0.5)

    def _any(self) -> Endpoint:
        return self.chance.choice([one for one in self.model.endpoints.values() if one.plan.role in ("", "ordered")])

    def _mood(self) -> None:
        path, mood = self._any().path, self.chance.choice(MOODS)
        self.receiver.moods[path] = mood
        self.note(f"{path} is {mood}")

    def _calm(self) -> None:
        for path in self.chance.sample(sorted(self.model.endpoints), k=len(self.model.endpoints) * 2 // 3):
            self.receiver.moods[path] = "good"
        self.note("most are good again")

    def _pause(self) -> None:
        self.pause(self._any())

    def pause(self, endpoint: Endpoint) -> None:
        """Pause an endpoint."""
        with noted(endpoint.changes):
            self.ask("POST", f"/endpoints/{endpoint.id}/pause")
        endpoint.paused = endpoint.paused or endpoint.changes[-1]
        self.note(f"pause {endpoint.path}")

    def _resume(self) -> None:
        closed = self.disabled() | {one.path for one in self.model.endpoints.values() if one.paused}
        closed -= {one.path for one in self.model.endpoints.values() if one.plan.role == "parked" or one.deleted}
        if closed:
            release = self.chance.choice(
                [{"release": "all"}, {"release": "newest", "newest": 5}, {"release": "discard"}]
            )
            self.resume(self.model.endpoints[self.chance.choice(sorted(closed))], release)

    def resume(self, endpoint: Endpoint, release: dict[str, Any]) -> None:
        """Resume an endpoint that is paused or disabled."""
        with noted(endpoint.changes):
            self.ask("POST", f"/endpoints/{endpoint.id}/resume", release)
        span = endpoint.changes[-1]
        if endpoint.paused:
            endpoint.closed.append(Span(endpoint.paused.ended, span.began))
            endpoint.paused = None
        if release["release"] != "all":
            endpoint.discards.append(span)
        self.note(f"resume {endpoint.path} {release}")

    def disabled(self) -> set[str]:
        """Paths of endpoints that are disabled now."""
        return {"/" + url.rpartition("/")[2] for (url,) in self.account.sql(DISABLED)}

    def _rotate(self) -> None:
        endpoint, secret, overlap_s = self._any(), new_secret(self.chance), self.chance.choice([0, 3, 20])
        spans: list[Span] = []
        with noted(spans):
            self.ask("POST", f"/endpoints/{endpoint.id}/secret", {"secret": secret, "overlap_s": overlap_s})
        endpoint.rotated(secret, spans[0], overlap_s=overlap_s)
        self.note(f"rotate {endpoint.path}, overlap {overlap_s} s")

    def _send_test(self) -> None:
        endpoint = self._any()
        self.ask("POST", f"/endpoints/{endpoint.id}/test")
        self.note(f"test event for {endpoint.path}")

    def _delete(self) -> None:
        endpoint = self.model.endpoints["/doomed"]
        if endpoint.deleted is None:
            with noted(endpoint.changes):
                self.ask("DELETE", f"/endpoints/{endpoint.id}", refused=(404,))
            endpoint.deleted = endpoint.changes[-1]
            self.note(f"delete {endpoint.path}")

    def _replay_one(self) -> None:
        reason = self.model.new_reason()
        ended = [row[0] for row in self.account.sql(ENDED)]
        if ended:
            delivery = public_id("delivery", self.chance.choice(ended))
            made = self.ask("POST", f"/deliveries/{delivery}/replay", {"reason": reason}, refused=(409,))
            self.note(f"replay {delivery}: {made and made['id']}")

    def _replay_some(self) -> None:
        chance, endpoint = self.chance, self._any()
        wanted: dict[str, Any] = chance.choice(
            [
                {},
                {"status": ["dead", "cancelled"]},
                {"status_code": "5xx"},
                {"error": "timeout"},
                {"endpoint_id": endpoint.id, "status": ["delivered", "dead"], "event_type": chance.choice(TYPES)},
                {"endpoint_id": endpoint.id, "status": "delivered"},
            ]
        )
        how = chance.choice([{}, {"per_s": 20.0}, {"canary": 3}, {"canary": 3, "canary_goes_on": True}])
        made = self.ask("POST", "/replays", {"filter": wanted, "reason": self.model.new_reason(), **how})
        self.replays.append(made["id"])
        self.note(f"replay {wanted} {how}: {made['id']} of {made['total']}")

    def _steer_replay(self) -> None:
        if self.replays:
            replay, how = (
                self.chance.choice(self.replays[-4:]),
                self.chance.choice(["pause", "resume", "cancel", "pace"]),
            )
            if how == "pace":
                done = self.ask("PATCH", f"/replays/{replay}", {"per_s": 10.0}, refused=(409,))
            else:
                done = self.ask("POST", f"/replays/{replay}/{how}", {}, refused=(409,))
            self.note(f"{how} {replay}: {done and done['state']}")
