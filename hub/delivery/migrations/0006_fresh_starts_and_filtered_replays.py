from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0005_types_numbers_retention")]

    operations = [
        migrations.AddField("endpoint", "fresh_starts", models.IntegerField(default=0, db_default=0)),
        # A small table: no writer waits for longer than a moment.
        migrations.AddIndex(
            "endpoint",
            models.Index(models.F("id"), name="endpoint_fresh", condition=models.Q(fresh_starts__gt=0)),
        ),
        # An event that the filters left out has no delivery to name.
        migrations.AlterField("replayitem", "source_id", models.UUIDField(null=True)),
    ]
