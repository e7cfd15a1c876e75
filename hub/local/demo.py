"""`hub demo`: the hub's main job, end to end, on real systems, told as a timeline."""

import contextlib
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hub.local.client import Client, Listener
from hub.local.partner import Arrival, Partner
from hub.local.processes import StackError
from hub.local.supervisor import Stack
from hub.local.timeline import Timeline
from hub.local.tryton import Tryton

ENDED = ("succeeded", "failed", "cancelled", "expired")
WAIT_S = 30.0
# Two attempts a second apart: a demo cannot wait for the default schedule, which ends after 28 hours.
SCHEDULE_S = [1.0]


class DemoError(Exception):
    """Something did not happen as the demo promises."""


def run(folder: Path) -> int:
    """Show everything; the exit code: 0 when all of it happened, 1 when not. Leaves no process behind."""
    timeline = Timeline()
    timeline.plain(
        "The hub's main job, on real systems: a job makes an order in an ERP, and everybody who cares hears of it.\n"
    )
    tryton = Tryton(folder / "tryton", data=folder / "demo" / "tryton")
    try:
        with _everything(folder, tryton, timeline) as show:
            show.main_job()
            show.one_failure()
            show.dead_and_replayed()
            show.exactly_one_order()
    except (StackError, DemoError) as error:
        timeline.bad(str(error))
        return 1
    timeline.plain(_NEXT)
    return 0


@contextlib.contextmanager
def _everything(folder: Path, tryton: Tryton, timeline: Timeline) -> Iterator["Show"]:
    stack = Stack(folder / "demo", tell=timeline.setting_up)
    with contextlib.ExitStack() as stopping:
        # The ERP's preparation (first time only) and the hub's start share the wait.
        with ThreadPoolExecutor(max_workers=1) as beside:
            erp = beside.submit(_start_erp, tryton, timeline)
            stopping.callback(tryton.stop)
            stopping.enter_context(stack)
            erp.result()
        timeline.setting_up("Tryton ERP is up.")
        partner = Partner(lambda arrival: _tell(timeline, arrival))
        stopping.callback(partner.close)
        show = Show(stack, tryton, partner, timeline)
        stopping.callback(show.listener.close)
        stopping.callback(show.client.close)
        yield show
        timeline.plain("")


def _start_erp(tryton: Tryton, timeline: Timeline) -> None:
    tryton.prepare(lambda step: timeline.setting_up(f"Tryton: {step} ..."))
    tryton.start()


def _tell(timeline: Timeline, arrival: Arrival) -> None:
    proof = "signature verified" if arrival.verified else "SIGNATURE WRONG"
    timeline.note(
        "webhook", f"{arrival.type}  {proof}, answered {arrival.answered}  ({arrival.webhook_id})", at=arrival.at
    )


class Show:
    """The chapters. Each raises DemoError when what it shows does not happen."""

    def __init__(self, stack: Stack, tryton: Tryton, partner: Partner, timeline: Timeline) -> None:
        self.tryton = tryton
        self.partner = partner
        self.timeline = timeline
        self.client = Client(stack.url, stack.api_key)
        self.connection = self._connect()
        self.endpoint = self.client.post(
            "/endpoints", {"url": partner.url, "event_types": ["job.succeeded"], "retry_schedule_s": SCHEDULE_S}
        )
        partner.secret = self.endpoint["secret"]
        ticket = self.client.post("/tickets", {"topics": ["tenant"], "lifetime_s": 600})
        self.listener = Listener(ticket["stream_url"], ticket["ticket"], self._pushed)
        self.order: dict[str, Any] = {}

    def main_job(self) -> None:
        """A customer and an order, followed by push and by polling."""
        self.timeline.chapter(
            "1. The main job",
            "Two jobs: create a customer, then a sales order for it, in Tryton. Watch where the outcome arrives.",
        )
        customer = self._perform("customer.create", {"name": "Ada Lovelace", "email": "ada@example.com"})
        self._arrival(customer["id"], answered=204)
        self.timeline.note("Tryton", f"customer {customer['output']['code']}: {customer['output']['name']}\n")
        self.order = self._perform(
            "sale_order.create",
            {"customer_code": customer["output"]["code"], "lines": [{"product": "WIDGET", "quantity": 3}]},
        )
        output = self.order["output"]
        self.timeline.note("Tryton", f"order {output['number']}, total {output['total_amount']} {output['currency']}")
        arrival = self._arrival(self.order["id"], answered=204)
        if arrival.data["output"]["number"] != output["number"]:
            raise DemoError("the webhook and the poll tell different order numbers")
        self.timeline.good(f"order {output['number']}: WebSocket, signed webhook and polling agree")

    def one_failure(self) -> None:
        """The receiver fails once; the hub tries again."""
        self.timeline.chapter("2. The partner fails once", "It answers 503; the hub waits a second and tries again.")
        self.partner.refuse(1)
        job = self._perform("sale_order.confirm", {"number": self.order["output"]["number"]})
        first, second = self._arrival(job["id"], answered=503), self._arrival(job["id"], answered=204)
        if first.webhook_id != second.webhook_id:
            raise DemoError("the retry carried another webhook-id")
        self.timeline.good(f"delivered in attempt 2, {second.at - first.at:.1f} s later, under the same webhook-id")

    def dead_and_replayed(self) -> None:
        """The receiver fails until the delivery is dead; an operator replays it."""
        self.timeline.chapter(
            "3. The partner stays down, and an operator replays",
            "All attempts fail, the delivery is dead; nothing is lost: POST /deliveries/{id}/replay makes a new one.",
        )
        self.partner.refuse(100)
        job = self._perform("sale_order.read", {"number": self.order["output"]["number"]})
        dead = self._wait_for("dead", job["id"])
        self.timeline.note("API", f"delivery {dead['id']} is dead after {dead['attempts']} attempts: {dead['reason']}")
        self.partner.refuse(0)
        self.timeline.note("you", f"POST /deliveries/{dead['id']}/replay  (the partner is back)")
        self.client.post(f"/deliveries/{dead['id']}/replay", {"reason": "the partner was down"})
        arrival = self._arrival(job["id"], answered=204)
        delivered = self._wait_for("delivered", job["id"])
        if arrival.webhook_id != dead["event_id"]:
            raise DemoError("the replay carried another webhook-id")
        self.timeline.good(f"replayed as {delivered['id']} and delivered, under the same webhook-id")

    def exactly_one_order(self) -> None:
        """Ask Tryton itself."""
        self.timeline.chapter("4. Done once?", "The hub is not asked: the ERP is, over its own JSON-RPC.")
        found = self.tryton.orders_with_reference(self.order["id"])
        if len(found) != 1:
            raise DemoError(f"Tryton holds {len(found)} orders for {self.order['id']}")
        self.timeline.good(f"Tryton holds exactly one order for {self.order['id']}: number {found[0]}")

    def _connect(self) -> dict[str, Any]:
        known = [one for one in self.client.get("/connections")["data"] if one["name"] == "tryton"]
        fields = {
            "base_url": self.tryton.url,
            "config": {"database": self.tryton.database},
            "credentials": {"username": self.tryton.username, "password": self.tryton.password},
        }
        if known:  # of an earlier demo, on another port
            connection = self.client.patch(f"/connections/{known[0]['id']}", fields)
        else:
            connection = self.client.post("/connections", {"name": "tryton", "connector": "tryton", **fields})
        checked = self.client.post(f"/connections/{connection['id']}/check", {})
        if not checked["ok"]:
            raise DemoError(f"the connection to Tryton does not work: {checked['error']}")
        return connection

    def _perform(self, operation: str, given: dict[str, Any]) -> dict[str, Any]:
        """Submit, and poll until the job has ended; what arrives meanwhile tells itself."""
        self.timeline.start()
        self.timeline.note("you", f"POST /jobs  {operation}")
        body = {"connection_id": self.connection["id"], "operation": operation, "input": given, "tags": ["demo"]}
        accepted = self.client.post("/jobs", body)
        self.timeline.note("API", f"202 accepted  {accepted['id']}")
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            job = self.client.get(f"/jobs/{accepted['id']}")
            if job["status"] in ENDED:
                self.timeline.note("polling", f"{job['status']}  version {job['version']}")
                if job["status"] != "succeeded":
                    raise DemoError(f"{operation} {job['status']}: {job['error']}")
                self.listener.wait_for(accepted["id"], "job.succeeded", timeout_s=5)
                return job
            time.sleep(0.05)
        explained = self.client.get(f"/jobs/{accepted['id']}/explain")
        raise DemoError(f"{operation} did not end: {explained['sentence']}")

    def _pushed(self, event: dict[str, Any]) -> None:
        data = event["data"].get("data", event["data"])
        if event["type"].startswith("job."):
            self.timeline.note("WebSocket", f"{event['type']}  {data['operation']}")

    def _arrival(self, job_id: str, *, answered: int) -> Arrival:
        """The last webhook about that job that got that answer."""
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            for arrival in reversed(self.partner.arrived):
                if arrival.data.get("id") == job_id and arrival.answered == answered:
                    return arrival
            time.sleep(0.02)
        raise DemoError(f"no webhook about {job_id} was answered {answered}")

    def _wait_for(self, status: str, job_id: str) -> dict[str, Any]:
        """The delivery of the job's outcome to the partner in that state."""
        events = self.client.get(f"/jobs/{job_id}/events")["data"]
        event_id = next(event["id"] for event in events if event["type"] == "job.succeeded")
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            where = {"event_id": event_id, "endpoint_id": self.endpoint["id"], "status": status}
            found = self.client.get("/deliveries", **where)["data"]
            if found:
                return found[0]
            time.sleep(0.05)
        raise DemoError(f"no delivery of {event_id} became {status}")


_NEXT = """
Next:
  ./scripts/up                 the same stack, to stay: prints its URLs, an API key and a curl line
  hub submit echo echo '{}'    a first job of your own (while it is up)
  hub deliveries               what went out, and what did not
  docs/connectors.md           connect your own system
"""
