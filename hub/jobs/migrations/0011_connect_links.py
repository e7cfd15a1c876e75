import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0010_connection_tokens_and_parking")]

    operations = [
        migrations.CreateModel(
            name="ConnectLink",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("connection_id", models.UUIDField(null=True)),
                ("connector", models.TextField()),
                ("auth", models.TextField()),
                ("name", models.TextField(default="")),
                ("base_url", models.TextField(default="")),
                ("config", models.JSONField(default=dict)),
                ("return_url", models.TextField(default="")),
                ("token_hash", models.BinaryField(unique=True)),
                ("state_hash", models.BinaryField(null=True, unique=True)),
                ("browser_hash", models.BinaryField(null=True)),
                ("sealed", models.BinaryField(null=True)),
                ("created_by", models.TextField()),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("expires_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("error", models.JSONField(null=True)),
            ],
            options={
                "db_table": "connect_link",
                "indexes": [models.Index(fields=["tenant_id", "id"], name="connect_link_page")],
            },
        ),
    ]
