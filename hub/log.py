"""Structured logs: one wide line per unit of work, JSON for machines or coloured text for people.

The event's name comes first, then fields; ids are bound at the edge with `structlog.contextvars`. Never bodies,
secrets or full URLs.
"""

import logging
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

# Libraries that tell each of their steps at INFO; our own wide lines say it once.
QUIET = ("celery.worker.strategy", "celery.app.trace", "celery.beat", "celery.redirected", "httpx", "httpcore")


def configure(*, as_json: bool = True, level: str = "INFO") -> None:
    """Sends our lines and those of every library to standard error in one form. Again is harmless."""
    # A person reads lines of today.
    stamp = structlog.processors.TimeStamper(fmt="iso" if as_json else "%H:%M:%S.%f", utc=True)
    shared: list[Processor] = [structlog.contextvars.merge_contextvars, structlog.processors.add_log_level, stamp]
    ending = _json() if as_json else _text()
    structlog.configure(
        processors=[*shared, *ending],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    foreign: list[Processor] = [structlog.stdlib.add_logger_name, *shared]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=foreign,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ending],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.captureWarnings(True)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))


def configure_from_settings() -> None:
    """`configure` as the installation's settings say (HUB_LOG_JSON, HUB_LOG_LEVEL)."""
    from django.conf import settings

    configure(as_json=settings.HUB.log_json, level=settings.HUB.log_level)


def _json() -> list[Processor]:
    return [
        structlog.processors.format_exc_info,
        _event_first,
        structlog.processors.JSONRenderer(default=str),
    ]


def _text() -> list[Processor]:
    # The default shows local variables, and secrets are among them.
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=24, exception_formatter=plain)]


def _event_first(_: Any, __: str, fields: EventDict) -> EventDict:
    """A reader (and grep) finds the name at the start of the line."""
    return {"event": fields.pop("event", ""), **fields}
