"""Whether this program was asked to stop: said in a worker's main process, heard in the children that it has forked."""

import mmap

# Shared memory, for whoever is forked from here on.
_asked = mmap.mmap(-1, 1)


def ask() -> None:
    """From now on nothing new is begun; may be called from a signal's handler."""
    _asked[0] = 1


def asked() -> bool:
    """Whether to come to an end with what is under way."""
    return _asked[0] == 1
