"""Deliveries are listed by the class of their failure without a walk over all that went well."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    # Built beside the writers, which no transaction can do.
    atomic = False

    dependencies = [("delivery", "0009_live_endpoints")]

    operations = [
        AddIndexConcurrently(
            "delivery",
            models.Index(
                models.F("tenant_id"),
                models.F("error"),
                models.F("id"),
                name="delivery_error",
                condition=models.Q(error__isnull=False),
            ),
        ),
    ]
