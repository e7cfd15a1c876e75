"""Replays that rest are looked at until what was under way has ended, by an index of all that are not over."""

from django.db import migrations, models

OPEN = ["preparing", "canary", "running", "cancelling", "paused", "waiting"]


class Migration(migrations.Migration):
    dependencies = [("delivery", "0012_filters_that_break_nothing_and_retries_at_once")]

    operations = [
        migrations.RemoveIndex("replay", "replay_moving"),
        migrations.AddIndex(
            "replay", models.Index(models.F("id"), name="replay_open", condition=models.Q(state__in=OPEN))
        ),
    ]
