"""The TypeScript client and the console: their checks, their tests, and their production build."""

from pathlib import Path

import pytest

from hub.local.console_build import Build
from tests.frontend.conftest import Npm
from tests.frontend.first_load import first_load

# Installing and building count to whoever asks first.
pytestmark = pytest.mark.timeout(900)

# Next.js and React are 131 KB of it, shell, stream and components that every page has another 80 to 90. What a page does not
# need at once, it loads later.
BUDGET_BYTES = 300_000


def test_the_sources_are_formatted_without_lint_and_of_one_mind_about_types(npm: Npm, build: Build) -> None:
    npm("run", "check")


def test_the_client_does_what_it_says_against_a_real_hub(npm: Npm) -> None:
    npm("test", "--workspace", "@hub/client")


def test_components_and_hooks_of_the_console_do_what_they_say(npm: Npm, build: Build) -> None:
    npm("test", "--workspace", "@hub/console")


def test_the_production_build_is_whole_and_needs_no_network(build: Build) -> None:
    folder = build.server.parent

    assert build.server.exists()
    assert list((folder / ".next" / "static").rglob("*.woff2")), "fonts come from the console itself"


def test_no_page_loads_more_javascript_than_its_budget(build: Build) -> None:
    sizes = first_load(build.server.parent)

    assert {"/", "/sign-in"} <= sizes.keys()
    assert {route: size for route, size in sizes.items() if size > BUDGET_BYTES} == {}


@pytest.mark.journey
def test_people_do_their_work_in_a_real_browser(npm: Npm, build: Build, chromium: str) -> None:
    pictures = Path(__file__).parents[2] / "test-results" / "console"

    npm("run", "e2e", timeout_s=600, HUB_CHROMIUM=chromium, HUB_E2E_ARTEFACTS=str(pictures))

    print(f"Screenshots: {pictures}")
    assert list(pictures.glob("*.png"))
