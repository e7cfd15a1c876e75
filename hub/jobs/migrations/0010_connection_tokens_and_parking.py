import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("jobs", "0007_schedules_and_bulk_actions"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConnectionToken",
            fields=[
                ("connection_id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("version", models.BigIntegerField(default=1)),
                ("sealed", models.BinaryField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                ("claimed_by", models.UUIDField(null=True)),
                ("claimed_until", models.DateTimeField(null=True)),
                ("renewed_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={"db_table": "connection_token"},
        ),
        migrations.AddField("connection", "broken_at", models.DateTimeField(null=True)),
        migrations.AddField("connection", "credentials_end_at", models.DateTimeField(null=True)),
        migrations.AddField("connection", "fresh_starts", models.IntegerField(db_default=0, default=0)),
        migrations.AddField("connection", "rate_limit", models.JSONField(null=True)),
        migrations.AddField("connection", "warned_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "connection",
            models.Index(
                fields=["credentials_end_at"],
                name="connection_ending",
                condition=models.Q(("credentials_end_at__isnull", False), ("warned_at", None)),
            ),
        ),
    ]
