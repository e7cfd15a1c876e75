"""CPU time of a program with all its processes."""

from collections.abc import Iterable

import psutil


class Meter:
    """CPU seconds of these process trees since it was made; processes that have ended count through their parents."""

    def __init__(self, pids: Iterable[int]) -> None:
        self._pids = list(pids)
        self._before_s = self._total_s()

    def used_us(self) -> float:
        """Microseconds so far."""
        return (self._total_s() - self._before_s) * 1e6

    def _total_s(self) -> float:
        return sum(_cpu_s(pid) for pid in self._pids)


def _cpu_s(pid: int) -> float:
    total_s = 0.0
    root = psutil.Process(pid)
    for process in [root, *root.children(recursive=True)]:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total_s += times.user + times.system + times.children_user + times.children_system
    return total_s
