"""A hub for the tests: prints how to reach it, and ends when its standard input does. `control` takes what `steered` says."""

import tempfile
from pathlib import Path

from hub.local.supervisor import Stack
from tests.frontend.steering import hold, steered


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        env = {"HUB_STREAM_ORIGINS": "*", "HUB_LOG_JSON": "false"}
        with Stack(Path(folder), env=env) as stack, steered(stack) as control:
            facts = {"url": stack.url, "streamUrl": stack.stream_url, "apiKey": stack.api_key}
            hold(facts | {"connection": stack.connection, "control": control})


if __name__ == "__main__":
    main()
