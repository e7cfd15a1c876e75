"""Registered event types, what a tenant has chosen, and the numbers kept about deliveries: fields and constraints."""

from django.db import models
from django.db.models.functions import Now


class Policy(models.Model):
    """What a tenant has chosen for its events; no row is the default of everything.

    A table of its own: accounts knows nothing of events, and columns can be constrained where a document cannot.
    """

    tenant = models.OneToOneField("accounts.Tenant", on_delete=models.CASCADE, primary_key=True, related_name="+")
    # open: any type. recorded: unknown or wrong ones go out, with warnings. strict: they are refused.
    event_types = models.TextField(default="open", db_default="open")
    # Days; null takes the installation's.
    retention_days = models.SmallIntegerField(null=True)
    job_retention_days = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "tenant_policy"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(event_types__in=["open", "recorded", "strict"]), name="policy_event_types_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(retention_days__gte=1) | models.Q(retention_days=None),
                name="policy_retention_is_a_day_or_more",
            ),
            models.CheckConstraint(
                condition=models.Q(job_retention_days__gte=1) | models.Q(job_retention_days=None),
                name="policy_job_retention_is_a_day_or_more",
            ),
        ]


class EventType(models.Model):
    """A type of event that the tenant publishes. Its schemas are in its versions."""

    id = models.UUIDField(primary_key=True)
    tenant = models.ForeignKey("accounts.Tenant", on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.TextField()
    description = models.TextField(default="")
    deprecated_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "event_type"
        constraints = [models.UniqueConstraint(fields=["tenant", "name"], name="event_type_name_once")]


class EventTypeVersion(models.Model):
    """A schema of a type's data. Never changed: what was valid under a number stays valid under it."""

    id = models.UUIDField(primary_key=True)
    event_type = models.ForeignKey(EventType, on_delete=models.CASCADE, related_name="versions", db_index=False)
    tenant_id = models.UUIDField()
    version = models.SmallIntegerField()
    # Text, not jsonb: the order of its members is the author's.
    schema = models.TextField()
    examples = models.JSONField(default=list)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "event_type_version"
        constraints = [models.UniqueConstraint(fields=["event_type", "version"], name="event_type_version_once")]


class Numbers(models.Model):
    """What became of the attempts that began in one span; subject_id: an endpoint, or the tenant for all of its own."""

    pk = models.CompositePrimaryKey("subject_id", "at")
    subject_id = models.UUIDField()
    at = models.DateTimeField()
    tenant_id = models.UUIDField()
    attempts = models.IntegerField()
    delivered = models.IntegerField()
    failed = models.IntegerField()
    # Deliveries that died with one of these attempts.
    dead = models.IntegerField()
    # {"200": 5, "timeout": 2}: HTTP status or error class.
    codes = models.JSONField()
    # {"53": 7}: see rules/histogram.py. Attempts that got an answer.
    latencies = models.JSONField()

    class Meta:
        abstract = True


class MinuteNumbers(Numbers):
    """Kept for some hours, until the hour's row is made of them and out of every window."""

    class Meta:
        db_table = "statistic_minute"
        indexes = [models.Index("at", name="statistic_minute_at")]


class HourNumbers(Numbers):
    """Kept longer than what they count."""

    class Meta:
        db_table = "statistic_hour"
        indexes = [models.Index("at", name="statistic_hour_at")]


class RetentionProgress(models.Model):
    """How far the present pass over the tenants has come, and when the last one ended. One row."""

    id = models.SmallIntegerField(primary_key=True)
    after_tenant_id = models.UUIDField()
    passed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "retention_progress"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="retention_progress_is_one_row")]


class NumbersProgress(models.Model):
    """How far the attempts have been counted. One row."""

    id = models.SmallIntegerField(primary_key=True)
    # Every minute before was counted at least once; before the second for good; before the third hours are made.
    read_to = models.DateTimeField()
    settled_to = models.DateTimeField()
    hours_to = models.DateTimeField()

    class Meta:
        db_table = "statistic_progress"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="statistic_progress_is_one_row")]
