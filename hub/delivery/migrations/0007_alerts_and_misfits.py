from django.db import migrations, models
from django.db.models.functions import Now

STAGES = ["failing_50", "failing_75", "disabled", "recovered"]
RECIPIENTS = ["owner", "operators", "webhook"]
STATES = ["pending", "sent", "failed"]


class Migration(migrations.Migration):
    dependencies = [("delivery", "0006_fresh_starts_and_filtered_replays")]

    operations = [
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("endpoint_id", models.UUIDField()),
                ("stage", models.TextField()),
                ("recipient", models.TextField()),
                ("outage_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("state", models.TextField(db_default="pending")),
                ("tried", models.SmallIntegerField(db_default=0)),
                ("due_at", models.DateTimeField(db_default=Now())),
                ("error", models.TextField(null=True)),
                ("created_at", models.DateTimeField(db_default=Now())),
                ("sent_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "endpoint_alert",
                "indexes": [
                    models.Index(
                        models.F("due_at"), models.F("id"), name="alert_due", condition=models.Q(state="pending")
                    ),
                    models.Index(models.F("endpoint_id"), models.F("id"), name="alert_page"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["endpoint_id", "outage_at", "stage", "recipient"], name="alert_once_in_an_outage"
                    ),
                    models.CheckConstraint(condition=models.Q(stage__in=STAGES), name="alert_stage_is_known"),
                    models.CheckConstraint(
                        condition=models.Q(recipient__in=RECIPIENTS), name="alert_recipient_is_known"
                    ),
                    models.CheckConstraint(condition=models.Q(state__in=STATES), name="alert_state_is_known"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventMisfit",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("type", models.TextField()),
                ("problems", models.JSONField()),
            ],
            options={
                "db_table": "event_misfit",
                "indexes": [models.Index(models.F("tenant_id"), models.F("id"), name="event_misfit_newest")],
            },
        ),
    ]
