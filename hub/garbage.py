"""Python's garbage collector in processes that make many short-lived objects and live for weeks."""

import gc

# Nearly everything is freed by counting references; what is left in cycles can wait until there is more of it.
THRESHOLDS = (50_000, 20, 50)


def collect_rarely() -> None:
    """Keep what is there now out of all collections, and have them seldom; call when everything is imported.

    Before a fork it also saves memory: no child's collection writes to the pages that it shares with its parent.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
