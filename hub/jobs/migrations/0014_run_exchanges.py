from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0013_numbers_by_the_minute")]

    operations = [migrations.AddField("run", "exchanges", models.JSONField(null=True))]
