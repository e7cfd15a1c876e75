"""A child cannot outlive us, however we end."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from hub.local.processes import Process, StackError, wait_until

# Ignores what asks it to end, has a child in its group, and says when both run.
STUBBORN = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
if child:
    pathlib.Path(sys.argv[1]).write_text(f"{os.getpid()} {child}")
time.sleep(600)
"""
SUPERVISOR = """
import pathlib, sys, time
from hub.local.processes import Process
process = Process("stubborn", [sys.executable, "-c", sys.argv[2], sys.argv[1]], log=pathlib.Path(sys.argv[1] + ".log"))
process.start()
time.sleep(600)
"""


def until(condition, *, timeout_s: float = 20) -> None:
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.02)


def gone(pid: int) -> bool:
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_children_and_grandchildren_end_when_the_supervisor_is_killed(tmp_path: Path) -> None:
    note = tmp_path / "pids"
    with subprocess.Popen([sys.executable, "-c", SUPERVISOR, str(note), STUBBORN]) as supervisor:
        until(lambda: note.exists() and len(note.read_text().split()) == 2)
        pids = [int(pid) for pid in note.read_text().split()]

        supervisor.send_signal(signal.SIGKILL)

        until(lambda: all(gone(pid) for pid in pids))


def test_stop_kills_the_whole_group_of_what_does_not_end_in_time(tmp_path: Path) -> None:
    note = tmp_path / "pids"
    process = Process("stubborn", [sys.executable, "-c", STUBBORN, str(note)], log=tmp_path / "log")
    process.start()
    until(lambda: note.exists() and len(note.read_text().split()) == 2)
    pids = [int(pid) for pid in note.read_text().split()]

    process.stop(timeout_s=0.1)

    until(lambda: all(gone(pid) for pid in pids), timeout_s=2)
    assert not process.alive()


def test_a_program_that_dies_at_once_is_reported_with_its_last_words(tmp_path: Path) -> None:
    process = Process("shy", [sys.executable, "-c", "raise SystemExit('no mood today')"], log=tmp_path / "shy.log")
    process.start()

    with pytest.raises(StackError, match=r"shy stopped at once(.|\n)*no mood today"):
        wait_until(lambda: False, process, timeout_s=20)

    process.stop()


def test_a_program_that_does_not_exist_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StackError, match="ghost could not be started"):
        Process("ghost", [str(tmp_path / "nothing")], log=tmp_path / "log").start()
