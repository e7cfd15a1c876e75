"""Events that do not fit their registered type: fields."""

from django.db import models


class EventMisfit(models.Model):
    """What is wrong with one event that was taken all the same; written with it. As new as its id."""

    # The event's.
    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    type = models.TextField()
    # [{"field", "detail"}], as the publisher was told.
    problems = models.JSONField()

    class Meta:
        db_table = "event_misfit"
        indexes = [models.Index("tenant_id", "id", name="event_misfit_newest")]
