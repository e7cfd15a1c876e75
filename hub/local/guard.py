"""Ends what a killed supervisor leaves behind. Standard library only: it is run as a bare script.

The supervisor holds the other end of our standard input and writes `+PID SIGNAL STAGE` and `-PID` lines. When that
pipe closes, because the supervisor ended or was killed with SIGKILL, each process group still listed gets its signal,
stage by stage (0: what uses the servers, 1: the servers), and SIGKILL if it has not ended in time.
"""

import os
import signal
import sys
import time

GRACE_S = (6.0, 15.0)


def alive(group: int) -> bool:
    """Whether any process of the group exists (a zombie counts: its parent has yet to reap it)."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def send(group: int, number: int, *, leader_only: bool) -> None:
    """Signals a group or its leader; one that is gone already is what we want."""
    try:
        (os.kill if leader_only else os.killpg)(group, number)
    except (ProcessLookupError, PermissionError):
        return


def end(groups: dict[int, int], grace_s: float) -> None:
    """Asks each group's leader to end, waits up to `grace_s`, kills what remains of the groups."""
    for group, number in groups.items():
        send(group, number, leader_only=True)
    deadline = time.monotonic() + grace_s
    while any(alive(group) for group in groups) and time.monotonic() < deadline:
        time.sleep(0.05)
    for group in groups:
        send(group, signal.SIGKILL, leader_only=False)


def main() -> None:
    """Reads the supervisor's lines until the pipe closes, then ends what is still listed."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    listed: dict[int, tuple[int, int]] = {}
    for line in sys.stdin:
        fields = [int(field) for field in line.split()]
        if fields[0] < 0:
            listed.pop(-fields[0], None)
        else:
            listed[fields[0]] = (fields[1], fields[2])
    for stage, grace_s in enumerate(GRACE_S):
        end({group: number for group, (number, of) in listed.items() if of == stage}, grace_s)


if __name__ == "__main__":
    main()
