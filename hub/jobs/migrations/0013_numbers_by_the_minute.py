from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

NOT_ENDED = ["scheduled", "queued", "retrying", "running", "waiting", "reconciling"]


class Migration(migrations.Migration):
    # The index is built beside the writers, which no transaction can do.
    atomic = False

    dependencies = [("jobs", "0012_system_documents")]

    operations = [
        migrations.CreateModel(
            name="JobMinute",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "at", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("tenant_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("accepted", models.IntegerField()),
                ("succeeded", models.IntegerField()),
                ("failed", models.IntegerField()),
                ("cancelled", models.IntegerField()),
                ("expired", models.IntegerField()),
            ],
            options={"db_table": "job_minute", "indexes": [models.Index(models.F("at"), name="job_minute_at")]},
        ),
        migrations.CreateModel(
            name="JobMinuteProgress",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("read_to", models.DateTimeField()),
            ],
            options={
                "db_table": "job_minute_progress",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="job_minute_progress_is_one_row")
                ],
            },
        ),
        AddIndexConcurrently(
            "job",
            models.Index(
                models.F("tenant_id"),
                models.F("status"),
                models.F("due_at"),
                name="job_open_by_state",
                condition=models.Q(status__in=NOT_ENDED),
            ),
        ),
    ]
