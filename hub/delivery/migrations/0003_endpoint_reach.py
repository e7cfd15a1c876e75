from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0002_hot_tables")]

    # Defaults in the table: older code that is still running inserts without these columns.
    operations = [
        migrations.AddField("endpoint", "auth", models.BinaryField(null=True)),
        migrations.AddField("endpoint", "tls", models.BinaryField(null=True)),
        migrations.AddField("endpoint", "owner_email", models.TextField(default="", db_default="")),
        migrations.AddField("endpoint", "alert_channel", models.TextField(default="", db_default="")),
        migrations.AddField("endpoint", "discard_below", models.UUIDField(null=True)),
        migrations.AddField("endpoint", "failing_since", models.DateTimeField(null=True)),
        migrations.AddField("endpoint", "warned_percent", models.SmallIntegerField(default=0, db_default=0)),
    ]
