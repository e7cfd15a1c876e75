"""The lines of docs/inbound.md that show how to try a source, run as they stand there."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = ("bash", "curl", "openssl", "xxd", "base64")
missing = [tool for tool in TOOLS if not shutil.which(tool)]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")

GUIDE = Path(__file__).parents[2] / "docs" / "inbound.md"
SECTIONS = dict(re.findall(r"^### (.+?)\n(.*?)(?=^##|\Z)", GUIDE.read_text(), re.M | re.S))
# Title: preset, and a secret where the sender makes it.
TRIED = {
    "Standard Webhooks": ("standard_webhooks", None),
    "GitHub": ("github", None),
    "HubSpot": ("hubspot", "client-secret"),
    "Shopify": ("shopify", "s3"),
    "Stripe": ("stripe", "whsec_x"),
    "EspoCRM": ("espocrm", "s3"),
    "Microsoft Graph, Business Central": ("microsoft", None),
}


def lines_of(title):
    return "\n".join(re.findall(r"^```sh\n(.*?)^```", SECTIONS[title], re.M | re.S))


def test_every_section_that_shows_how_is_tried():
    assert {title for title in SECTIONS if lines_of(title)} == set(TRIED)


@pytest.mark.parametrize("title", TRIED)
def test_the_guides_lines_reach_the_hub_and_are_accepted(hub, tmp_path, title):
    preset, secret = TRIED[title]
    source = hub.source(preset, **({"secret": secret} if secret else {}))
    port = hub.server.url.rpartition(":")[2]
    # The address is where clients reach the hub; here that is another port of this machine.
    (tmp_path / ".curlrc").write_text(f'connect-to = "::127.0.0.1:{port}"\nnoproxy = "*"\nsilent\n')
    variables = {"ADDRESS": source["address"], "SECRET": source["secrets"][0]["secret"], "WEBHOOK_ID": "w1"}

    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", lines_of(title)],
        env=os.environ | variables | {"CURL_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    answers = re.findall(r"^HTTP/1.1 (\d+)", done.stdout, re.M)
    assert set(answers) == {"200"}, done.stdout
    (request,) = hub.get(f"/sources/{source['id']}/requests")["data"]
    assert (request["state"], len(request["event_ids"])) == ("accepted", 1)
