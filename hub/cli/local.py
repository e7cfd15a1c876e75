"""What `hub up` has left in .hub for the other commands."""

import json
from pathlib import Path

FOLDER = Path(".hub")


def local_values() -> dict[str, str]:
    """url, stream_url, api_key, database_url, redis_url of the hub that runs here; empty when none was ever started."""
    path = FOLDER / "local.json"
    return json.loads(path.read_text()) if path.exists() else {}
