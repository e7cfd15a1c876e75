"""Whether a tenant has payload filters at all is asked with each event; only then is its body read as JSON."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0007_alerts_and_misfits")]

    operations = [
        migrations.AddIndex(
            "endpoint",
            models.Index(
                models.F("tenant_id"),
                name="endpoint_filtered",
                condition=models.Q(filter__isnull=False, deleted_at__isnull=True),
            ),
        ),
    ]
