"""Scripts in JavaScript that tests run, with their packages installed once."""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

CACHE = Path(__file__).parents[1] / ".hub" / "npm"
PACKAGES = ("package.json", "package-lock.json", ".npmrc")


def installed(folder: Path, *scripts: str) -> Path:
    """A copy of the folder's scripts beside their packages: made once for each content and found again afterwards."""
    files = (*PACKAGES, *scripts)
    content = hashlib.sha256(b"".join((folder / name).read_bytes() for name in files)).hexdigest()
    made = CACHE / content[:16]
    if not made.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix="new-", dir=CACHE))
        for name in files:
            shutil.copy(folder / name, fresh / name)
        command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, timeout=100)
        assert done.returncode == 0, done.stderr
        try:
            fresh.rename(made)
        except OSError:  # another test process was quicker
            shutil.rmtree(fresh)
            if not made.is_dir():
                raise
    return made
