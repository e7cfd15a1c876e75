import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("actor", models.TextField()),
                ("actor_name", models.TextField()),
                ("action", models.TextField()),
                ("subject", models.TextField()),
                ("reason", models.TextField(default="")),
                ("request_id", models.TextField(default="")),
            ],
            options={
                "db_table": "audit",
                "indexes": [
                    models.Index(models.F("tenant_id"), models.F("id"), name="audit_page"),
                    models.Index(models.F("tenant_id"), models.F("subject"), models.F("id"), name="audit_of_subject"),
                    models.Index(models.F("tenant_id"), models.F("actor"), models.F("id"), name="audit_of_actor"),
                ],
            },
        ),
    ]
