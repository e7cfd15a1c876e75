"""A connector without a system behind it: for first steps, tests of clients, and benchmarks."""

import asyncio
from typing import Any

from pydantic import Field

from hub.connectors.base import Access, Operation, Result
from hub.connectors.during import report
from hub.connectors.outbound import Outbound
from hub.connectors.shapes import Fields, Shape
from hub.rules.outcomes import Category, Done, Safety, failed


class EchoInput(Fields):
    """What to send back, and how."""

    message: Any = Field(None, description="comes back as it is")
    sleep_ms: int = Field(0, ge=0, le=600_000, description="answer only after this time")
    steps: int = Field(0, ge=0, le=1000, description="tell the progress so many times meanwhile")
    fail: Category | None = Field(None, description="fail with this category instead")


class EchoOutput(Fields):
    """What was sent."""

    message: Any
    reference: str = Field(description="the job's own name, as other systems get it")


class Nothing(Fields):
    """No fields."""


class EchoSession:
    """Nothing to hold."""

    async def aclose(self) -> None:
        """Nothing to give back."""


async def echo(session: EchoSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Send the input back."""
    steps = given.get("steps", 0)
    for step in range(steps):
        report(step / steps, f"step {step + 1} of {steps}")
        await asyncio.sleep(given["sleep_ms"] / 1000 / steps)
    if given["sleep_ms"] and not steps:
        await asyncio.sleep(given["sleep_ms"] / 1000)
    if given["fail"]:
        return failed(Category(given["fail"]), "The echo was asked to fail like this.", provider_code="echo")
    return Done({"message": given["message"], "reference": reference})


class Echo:
    """Sends back what it is given; calls nobody."""

    name = "echo"
    title = "Echo"
    description = "Sends back what it is given, for first steps and benchmarks. No system is called."
    config = Shape.of(Nothing)
    credentials = Shape.of(Nothing)
    needs_url = False
    operations = {
        "echo": Operation(
            name="echo",
            title="Echo",
            description="Returns its message; may wait or fail first, as asked.",
            accepts=Shape.of(EchoInput),
            returns=Shape.out_of(EchoOutput),
            safety=Safety.IDEMPOTENT,
            writes=False,
            call=echo,
            examples=({"message": "Hello"}, {"message": {"any": ["JSON"]}, "sleep_ms": 50}),
        )
    }

    async def open(self, access: Access, outbound: Outbound) -> EchoSession:
        """A session without a system; the HTTP client is given back at once."""
        await outbound.aclose()
        return EchoSession()

    async def check(self, session: EchoSession) -> Result:
        """Always well."""
        return Done({})
