"""How much JavaScript each page of the console loads before it works, gzipped, read from the production build.

`python tests/frontend/first_load.py` prints it as a table; with `--page docs/performance.md` it replaces the one there.
"""

import gzip
import json
import re
import sys
from pathlib import Path

BEGIN = "<!-- first load: begin -->"
END = "<!-- first load: end -->"
# Loaded only when something is wrong.
APART = re.compile(r"/(not-found|error|global-error|loading)$")


def first_load(build: Path) -> dict[str, int]:
    """Route → bytes of JavaScript, gzipped, that its first load needs: the framework, its layouts and the page.

    build: the folder with the console's `server.js`. Polyfills are not in it: today's browsers do not load them.
    """
    made = build / ".next"
    framework = json.loads((made / "build-manifest.json").read_text())["rootMainFiles"]
    found = {}
    for path in (made / "server" / "app").rglob("page_client-reference-manifest.js"):
        route, manifest = _manifest(path.read_text())
        if not route.startswith("/_"):
            files = {file for part, chunks in manifest.items() if not APART.search(part) for file in chunks}
            found[_address(route)] = sum(_gzipped(made / file) for file in files | set(framework))
    return dict(sorted(found.items()))


def _manifest(text: str) -> tuple[str, dict[str, list[str]]]:
    """Route and chunks of each part, from the one assignment that the file is."""
    found = re.search(r'__RSC_MANIFEST\["([^"]+)"\]\s*=\s*(\{.*\})', text, re.DOTALL)
    if not found:
        raise ValueError("this is no manifest that Next.js 16 writes")
    return found[1], json.loads(found[2])["entryJSFiles"]


def _address(route: str) -> str:
    """The path as people see it: `/(console)/jobs/[id]/page` is `/jobs/[id]`."""
    return "/" + "/".join(part for part in route.split("/")[1:-1] if not part.startswith("("))


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), compresslevel=6, mtime=0))


def table(sizes: dict[str, int]) -> str:
    """As Markdown, in KB of 1,000 bytes."""
    rows = [f"| `{route}` | {size / 1000:.0f} |" for route, size in sizes.items()]
    return "\n".join(["| Page | first load, KB gzipped |", "|---|---|", *rows])


def main() -> None:
    """Builds the console if need be, and says its sizes."""
    from hub.local.console_build import Build

    build = Build(lambda line: print(line, file=sys.stderr))
    told = table(first_load(build.server.parent))
    build.close()
    if "--page" not in sys.argv:
        print(told)
        return
    page = Path(sys.argv[sys.argv.index("--page") + 1])
    before, rest = page.read_text().split(BEGIN)
    page.write_text(f"{before}{BEGIN}\n{told}\n{END}{rest.split(END)[1]}")


if __name__ == "__main__":
    main()
