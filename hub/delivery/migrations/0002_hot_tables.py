from datetime import UTC, datetime

from django.db import migrations

from hub.eventlog import partitions

ATTEMPT = """
CREATE TABLE attempt (
    id uuid NOT NULL PRIMARY KEY,
    tenant_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    endpoint_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    duration_ms double precision NOT NULL,
    status_code smallint,
    error text,
    error_detail text,
    response_headers jsonb NOT NULL DEFAULT '{}',
    response_excerpt bytea,
    stale boolean NOT NULL DEFAULT false
) PARTITION BY RANGE (id);
CREATE INDEX attempt_of_delivery ON attempt (delivery_id, id);
CREATE TABLE attempt_default PARTITION OF attempt DEFAULT;
"""

# Payload filters are SQL/JSON path predicates: the type makes PostgreSQL refuse anything else.
FILTER = "ALTER TABLE endpoint ALTER COLUMN filter TYPE jsonpath USING filter::jsonpath"

# Every delivery is written twice or more: room for in-page updates, and vacuum of the due index before claims feel it.
# Statistics on the skewed status column keep the planner on the partial index.
STORAGE = """
ALTER TABLE delivery ALTER COLUMN id SET DEFAULT uuidv7();
ALTER TABLE delivery SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000,
    autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 1);
"""


def first_days(apps, schema_editor):
    partitions.ensure("attempt", datetime.now(UTC).date())


class Migration(migrations.Migration):
    dependencies = [("delivery", "0001_initial"), ("eventlog", "0002_event_table_partitioned_by_day")]

    operations = [
        migrations.RunSQL(ATTEMPT, "DROP TABLE attempt"),
        migrations.RunPython(first_days, migrations.RunPython.noop),
        migrations.RunSQL(FILTER, "ALTER TABLE endpoint ALTER COLUMN filter TYPE text"),
        migrations.RunSQL(STORAGE, migrations.RunSQL.noop),
    ]
