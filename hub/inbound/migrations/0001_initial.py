from datetime import UTC, datetime

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from hub.eventlog import partitions

# By day, like events: requests are whole bodies, and a day is dropped at once.
REQUEST = """
CREATE TABLE inbound_request (
    id uuid NOT NULL PRIMARY KEY,
    tenant_id uuid NOT NULL,
    source_id uuid NOT NULL,
    state text NOT NULL CONSTRAINT inbound_request_state CHECK (state IN ('accepted', 'held', 'duplicate', 'refused')),
    reason text NOT NULL,
    received_at timestamptz NOT NULL,
    method text NOT NULL,
    query text NOT NULL,
    headers jsonb NOT NULL,
    body bytea,
    body_bytes integer NOT NULL,
    provider_id text,
    event_ids uuid[] NOT NULL,
    event_keys bytea[] NOT NULL,
    event_types text[] NOT NULL,
    repeated integer NOT NULL,
    duplicate_of uuid,
    replay_of uuid,
    asked_by text NOT NULL,
    asked_why text NOT NULL,
    mapping text NOT NULL CONSTRAINT inbound_request_mapping CHECK (mapping IN ('none', 'pending', 'done', 'failed')),
    outcomes jsonb NOT NULL DEFAULT '[]'
) PARTITION BY RANGE (id);
CREATE INDEX inbound_request_of_source ON inbound_request (source_id, id);
CREATE INDEX inbound_request_of_tenant ON inbound_request (tenant_id, id);
CREATE INDEX inbound_request_to_map ON inbound_request (id) WHERE mapping = 'pending';
CREATE INDEX inbound_request_held ON inbound_request (source_id, id) WHERE state = 'held';
CREATE TABLE inbound_request_default PARTITION OF inbound_request DEFAULT;
"""
# Not part of the requests: a unique constraint on those could only hold within a day.
KEY = """
CREATE TABLE inbound_key (
    source_id uuid NOT NULL,
    key bytea NOT NULL,
    tenant_id uuid NOT NULL,
    request_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (source_id, key)
);
CREATE INDEX inbound_key_expires ON inbound_key (expires_at);
"""
COUNT = """
CREATE TABLE source_count (
    source_id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    minute timestamptz NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    shard smallint NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (source_id, minute, state, reason, shard)
) WITH (fillfactor = 70);
CREATE INDEX source_count_of_tenant ON source_count (tenant_id, minute);
"""
# What a mapping has done for an event of the sender's: never twice, whatever is sent or replayed again.
DONE = """
CREATE TABLE inbound_done (
    source_id uuid NOT NULL,
    mapping text NOT NULL,
    key bytea NOT NULL,
    tenant_id uuid NOT NULL,
    job_id uuid,
    done_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source_id, mapping, key)
);
CREATE INDEX inbound_done_at ON inbound_done (tenant_id, done_at);
"""


def first_days(apps, schema_editor):
    partitions.ensure("inbound_request", datetime.now(UTC).date())


class Migration(migrations.Migration):
    initial = True

    dependencies = [("accounts", "0001_initial"), ("delivery", "0005_types_numbers_retention")]

    operations = [
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("description", models.TextField(default="")),
                ("preset", models.TextField()),
                ("options", models.JSONField(default=dict)),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                ("mappings", models.JSONField(default=list)),
                ("token_hash", models.BinaryField(max_length=32, unique=True)),
                ("token", models.BinaryField()),
                ("secrets", models.BinaryField()),
                ("repeat_window_s", models.IntegerField()),
                ("paused_at", models.DateTimeField(null=True)),
                ("deleted_at", models.DateTimeField(null=True)),
                ("version", models.IntegerField(default=1)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("updated_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "tenant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.tenant",
                    ),
                ),
            ],
            options={
                "db_table": "source",
                "indexes": [models.Index(fields=["tenant", "id"], name="source_of_tenant")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("deleted_at", None)), fields=("tenant", "name"), name="source_name_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("repeat_window_s__gte", 0)), name="source_window_is_a_time"
                    ),
                ],
            },
        ),
        migrations.RunSQL(REQUEST, "DROP TABLE inbound_request"),
        migrations.RunPython(first_days, migrations.RunPython.noop),
        migrations.RunSQL(KEY, "DROP TABLE inbound_key"),
        migrations.RunSQL(COUNT, "DROP TABLE source_count"),
        migrations.RunSQL(DONE, "DROP TABLE inbound_done"),
    ]
