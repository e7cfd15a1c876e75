import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0011_connect_links")]

    operations = [
        migrations.CreateModel(
            name="SystemDocument",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("hash", models.TextField()),
                ("content", models.BinaryField()),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "db_table": "system_document",
                "constraints": [models.UniqueConstraint(fields=["tenant_id", "hash"], name="system_document_once")],
            },
        ),
    ]
