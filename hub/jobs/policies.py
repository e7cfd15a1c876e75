"""What a tenant has chosen for its jobs."""

from uuid import UUID

from hub import db

READ = "SELECT in_flight FROM job_policy WHERE tenant_id = %s"
WRITE = """
INSERT INTO job_policy (tenant_id, in_flight) VALUES (%s, %s)
ON CONFLICT (tenant_id) DO UPDATE SET in_flight = excluded.in_flight
"""


def in_flight(tenant_id: UUID) -> int | None:
    """Calls at once over all of the tenant's connections; None without a limit."""
    found = db.row(READ, (tenant_id,))
    return found[0] if found else None


def set_in_flight(tenant_id: UUID, most: int | None) -> None:
    """Every process goes by it within gates.TRUST_S seconds; calls that are under way go on."""
    if most is None:
        db.execute("DELETE FROM job_policy WHERE tenant_id = %s", (tenant_id,))
    else:
        db.execute(WRITE, (tenant_id, most))
