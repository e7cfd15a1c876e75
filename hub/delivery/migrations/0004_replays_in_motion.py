from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models.functions import Now

NOTHING = "00000000-0000-0000-0000-000000000000"
STATES = ["preparing", "canary", "waiting", "running", "paused", "cancelling", "finished", "cancelled"]
MOVING = ["preparing", "canary", "running", "cancelling"]

COLUMNS = {
    "state": models.TextField(db_default="finished"),
    "resumes_to": models.TextField(null=True),
    "frozen_endpoint_id": models.UUIDField(null=True),
    "frozen_to": models.UUIDField(null=True),
    "canary": models.IntegerField(null=True),
    "canary_goes_on": models.BooleanField(db_default=False),
    "stand_in_id": models.UUIDField(null=True),
    "stand_in_url": models.TextField(null=True),
    "single": models.BooleanField(db_default=False),
    "released": models.IntegerField(db_default=0),
    "skipped": models.IntegerField(db_default=0),
    "next_at": models.DateTimeField(null=True),
    "counts": models.JSONField(null=True),
    "counted_at": models.DateTimeField(null=True),
    "told": models.SmallIntegerField(db_default=0),
    "started_at": models.DateTimeField(null=True),
    "finished_at": models.DateTimeField(null=True),
}


class Migration(migrations.Migration):
    # Indexes of a table that is being written to are built beside the writers, which no transaction can do.
    atomic = False

    dependencies = [("delivery", "0003_endpoint_reach")]

    operations = [
        *(migrations.AddField("replay", name, column) for name, column in COLUMNS.items()),
        migrations.AddConstraint(
            "replay", models.CheckConstraint(condition=models.Q(state__in=STATES), name="replay_state_is_known")
        ),
        migrations.AddIndex(
            "replay", models.Index(models.F("id"), name="replay_moving", condition=models.Q(state__in=MOVING))
        ),
        migrations.CreateModel(
            name="ReplayItem",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "replay_id",
                        "endpoint_id",
                        "event_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("replay_id", models.UUIDField()),
                ("endpoint_id", models.UUIDField()),
                ("event_id", models.UUIDField()),
                ("tenant_id", models.UUIDField()),
                ("event_type", models.TextField()),
                ("source_id", models.UUIDField()),
                ("skipped", models.TextField(null=True)),
            ],
            options={
                "db_table": "replay_item",
                "indexes": [
                    models.Index(
                        models.F("replay_id"),
                        models.F("endpoint_id"),
                        models.F("event_id"),
                        name="replay_item_skipped",
                        condition=models.Q(skipped__isnull=False),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReplayShare",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "replay_id", "endpoint_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("replay_id", models.UUIDField()),
                ("endpoint_id", models.UUIDField()),
                ("total", models.IntegerField()),
                ("released_to", models.UUIDField(db_default=NOTHING)),
                ("had_turn", models.IntegerField(db_default=0)),
                ("room", models.IntegerField(db_default=1000)),
            ],
            options={"db_table": "replay_share"},
        ),
        migrations.CreateModel(
            name="ReplayChange",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("replay_id", models.UUIDField()),
                ("state", models.TextField()),
                ("per_s", models.FloatField(null=True)),
                ("by", models.TextField()),
                ("reason", models.TextField(default="")),
                ("at", models.DateTimeField(db_default=Now())),
            ],
            options={
                "db_table": "replay_change",
                "indexes": [models.Index(models.F("replay_id"), models.F("id"), name="replay_change_page")],
            },
        ),
        migrations.RemoveConstraint("endpoint", "endpoint_kind_is_known"),
        migrations.AddConstraint(
            "endpoint",
            models.CheckConstraint(
                condition=models.Q(kind__in=["webhook", "callback", "stand_in"]), name="endpoint_kind_is_known"
            ),
        ),
        AddIndexConcurrently(
            "delivery",
            models.Index(
                models.F("replay_id"),
                models.F("status"),
                models.F("endpoint_id"),
                models.F("event_id"),
                name="delivery_replay_outcome",
                condition=models.Q(replay_id__isnull=False),
            ),
        ),
        AddIndexConcurrently(
            "delivery",
            models.Index(
                models.F("tenant_id"),
                models.F("endpoint_id"),
                models.F("id"),
                name="delivery_missed",
                condition=models.Q(status__in=["dead", "held", "cancelled"]),
            ),
        ),
    ]
