from datetime import UTC, datetime

from django.db import migrations

from hub.eventlog import epochs, partitions

EVENT = """
CREATE TABLE event (
    id uuid NOT NULL PRIMARY KEY,
    tenant_id uuid NOT NULL,
    epoch smallint NOT NULL,
    txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    type text NOT NULL,
    subject_id uuid,
    topics text[] NOT NULL DEFAULT '{}',
    channels text[] NOT NULL DEFAULT '{}',
    body bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
) PARTITION BY RANGE (id);
CREATE INDEX event_log ON event (tenant_id, epoch, txid, id);
CREATE INDEX event_subject ON event (subject_id, id) WHERE subject_id IS NOT NULL;
CREATE TABLE event_default PARTITION OF event DEFAULT;
"""


def first_days(apps, schema_editor):
    partitions.ensure("event", datetime.now(UTC).date())
    epochs.settle()


class Migration(migrations.Migration):
    dependencies = [("eventlog", "0001_initial")]

    operations = [
        migrations.RunSQL(EVENT, "DROP TABLE event"),
        migrations.RunPython(first_days, migrations.RunPython.noop),
    ]
