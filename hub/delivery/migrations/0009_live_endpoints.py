"""Each event looks through its tenant's endpoints: not through deleted ones, and not through the targets of callbacks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0008_endpoints_with_filters")]

    operations = [
        migrations.AddIndex(
            "endpoint",
            models.Index(
                models.F("tenant_id"),
                name="endpoint_live",
                condition=models.Q(kind="webhook", deleted_at__isnull=True),
            ),
        ),
    ]
