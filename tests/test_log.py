"""One form for our lines and those of libraries; no secrets from local variables."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.pure

PROGRAM = """
import logging, sys
import structlog
from hub.log import configure
configure(as_json={as_json})
structlog.get_logger().info("job.finished", job="job_1", ms=12)
structlog.get_logger().debug("not.shown")
logging.getLogger("celery.app.trace").info("not shown either")
logging.getLogger("library").warning("careful")
def fail(password):
    1 / 0
try:
    fail("pa55word")
except ZeroDivisionError:
    structlog.get_logger().exception("job.crashed")
"""


def lines(*, as_json: bool) -> list[str]:
    code = PROGRAM.format(as_json=as_json)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.splitlines()


def test_json_lines_begin_with_the_event_and_libraries_have_the_same_form() -> None:
    finished, careful, crashed = lines(as_json=True)

    assert finished.startswith('{"event": "job.finished", ')
    assert json.loads(finished).items() >= {"job": "job_1", "ms": 12, "level": "info"}.items()
    assert json.loads(careful).items() >= {"event": "careful", "logger": "library", "level": "warning"}.items()
    assert "ZeroDivisionError" in json.loads(crashed)["exception"]


@pytest.mark.parametrize("as_json", [True, False])
def test_a_traceback_shows_no_values(as_json: bool) -> None:
    assert not any("pa55word" in line and 'fail("pa55word")' not in line for line in lines(as_json=as_json))
