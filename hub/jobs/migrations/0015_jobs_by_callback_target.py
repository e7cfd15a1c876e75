"""Whether any job still names a callback target is found without a walk over all jobs."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    # Built beside the writers, which no transaction can do.
    atomic = False

    dependencies = [("jobs", "0014_run_exchanges")]

    operations = [
        AddIndexConcurrently(
            "job",
            models.Index(
                models.F("callback_endpoint_id"),
                name="job_callback_target",
                condition=models.Q(callback_endpoint_id__isnull=False),
            ),
        ),
    ]
