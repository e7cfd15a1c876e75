import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("eventlog", "0002_event_table_partitioned_by_day")]

    operations = [
        migrations.CreateModel(
            name="Horizon",
            fields=[
                ("tenant_id", models.UUIDField(primary_key=True, serialize=False)),
                ("epoch", models.SmallIntegerField()),
                ("txid", models.BigIntegerField()),
                ("event_id", models.UUIDField()),
                ("moved_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={"db_table": "event_horizon"},
        ),
    ]
