import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

# The newest minutes are written again every minute: room for in-page updates, and no wait for a fifth of the table.
STORAGE = """
ALTER TABLE statistic_minute SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_vacuum_insert_scale_factor = 0.1);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("eventlog", "0003_log_horizon"),
        ("delivery", "0004_replays_in_motion"),
    ]

    operations = [
        migrations.CreateModel(
            name="EventType",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("description", models.TextField(default="")),
                ("deprecated_at", models.DateTimeField(null=True)),
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
                "db_table": "event_type",
            },
        ),
        migrations.CreateModel(
            name="EventTypeVersion",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("version", models.SmallIntegerField()),
                ("schema", models.TextField()),
                ("examples", models.JSONField(default=list)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "event_type",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="delivery.eventtype",
                    ),
                ),
            ],
            options={
                "db_table": "event_type_version",
            },
        ),
        migrations.CreateModel(
            name="HourNumbers",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "subject_id", "at", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("tenant_id", models.UUIDField()),
                ("attempts", models.IntegerField()),
                ("delivered", models.IntegerField()),
                ("failed", models.IntegerField()),
                ("dead", models.IntegerField()),
                ("codes", models.JSONField()),
                ("latencies", models.JSONField()),
            ],
            options={
                "db_table": "statistic_hour",
                "indexes": [models.Index(models.F("at"), name="statistic_hour_at")],
            },
        ),
        migrations.CreateModel(
            name="MinuteNumbers",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "subject_id", "at", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("tenant_id", models.UUIDField()),
                ("attempts", models.IntegerField()),
                ("delivered", models.IntegerField()),
                ("failed", models.IntegerField()),
                ("dead", models.IntegerField()),
                ("codes", models.JSONField()),
                ("latencies", models.JSONField()),
            ],
            options={
                "db_table": "statistic_minute",
                "indexes": [models.Index(models.F("at"), name="statistic_minute_at")],
            },
        ),
        migrations.CreateModel(
            name="NumbersProgress",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("read_to", models.DateTimeField()),
                ("settled_to", models.DateTimeField()),
                ("hours_to", models.DateTimeField()),
            ],
            options={
                "db_table": "statistic_progress",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="statistic_progress_is_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionProgress",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("after_tenant_id", models.UUIDField()),
                ("passed_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "retention_progress",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="retention_progress_is_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="Policy",
            fields=[
                (
                    "tenant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="accounts.tenant",
                    ),
                ),
                ("event_types", models.TextField(db_default="open", default="open")),
                ("retention_days", models.SmallIntegerField(null=True)),
                ("job_retention_days", models.SmallIntegerField(null=True)),
            ],
            options={
                "db_table": "tenant_policy",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("event_types__in", ["open", "recorded", "strict"])),
                        name="policy_event_types_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("retention_days__gte", 1), ("retention_days", None), _connector="OR"),
                        name="policy_retention_is_a_day_or_more",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("job_retention_days__gte", 1), ("job_retention_days", None), _connector="OR"
                        ),
                        name="policy_job_retention_is_a_day_or_more",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="eventtype",
            constraint=models.UniqueConstraint(fields=("tenant", "name"), name="event_type_name_once"),
        ),
        migrations.AddConstraint(
            model_name="eventtypeversion",
            constraint=models.UniqueConstraint(fields=("event_type", "version"), name="event_type_version_once"),
        ),
        migrations.RunSQL(STORAGE, migrations.RunSQL.noop),
    ]
