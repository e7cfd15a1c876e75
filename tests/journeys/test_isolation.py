"""Two tenants on one hub: neither hears of the other, by webhook or by stream."""

import json

import pytest

from hub.local.client import Listener
from tests.stacks import Account

pytestmark = pytest.mark.journey


def test_no_tenant_hears_of_anothers_jobs(stack, account, receiver):
    with Account(stack) as other:
        ours: dict[str, list[str]] = {}
        listeners = {}
        for path, who in (("/one", account), ("/other", other)):
            who.endpoint(receiver.url(path), event_types=["job.succeeded"])
            ticket = who.post("/tickets", {"topics": ["tenant"]})
            listeners[path] = Listener(ticket["stream_url"], ticket["ticket"], lambda event: None)
            echo = who.connect()
            ours[path] = [who.submit(echo, "echo", {"message": n}) for n in range(10)]

        for path, jobs in ours.items():
            requests = receiver.wait_for(10, path=path)
            for job_id in jobs:
                listeners[path].wait_for(job_id, "job.succeeded", timeout_s=10)
            assert sorted(json.loads(request.body)["data"]["id"] for request in requests) == sorted(jobs)
            assert {event["data"]["id"] for event in listeners[path].events} == set(jobs)
            listeners[path].close()

        theirs = ours["/other"][0]
        refused = account.http.post("/tickets", json={"topics": [f"job:{theirs}"]})
        assert refused.status_code in (403, 404)
        assert account.http.get(f"/jobs/{theirs}").status_code == 404
