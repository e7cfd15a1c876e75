"""Replays, their frozen sets and who steered them: fields and constraints."""

from django.db import models
from django.db.models.functions import Now

from hub.rules.replays import OPEN, ReplayState


class Replay(models.Model):
    """A request to deliver again. Its set is frozen in `replay_item`; its deliveries are made as it goes."""

    id = models.UUIDField(primary_key=True)
    tenant = models.ForeignKey("accounts.Tenant", on_delete=models.CASCADE, related_name="+")
    # Who asked (`key_…` or `op_…`) and why.
    requested_by = models.TextField()
    reason = models.TextField(default="")
    selection = models.JSONField()
    per_s = models.FloatField(null=True)
    total = models.IntegerField()
    created_at = models.DateTimeField(db_default=Now())
    # Finished by default: until every process runs this version, older ones make whole replays in one statement.
    state = models.TextField(db_default=ReplayState.FINISHED)
    # Where `paused` goes on.
    resumes_to = models.TextField(null=True)
    # The keyset of what has been looked through for the set: the last (endpoint, delivery).
    frozen_endpoint_id = models.UUIDField(null=True)
    frozen_to = models.UUIDField(null=True)
    canary = models.IntegerField(null=True)
    # Whether the rest follows by itself when all of the canary was delivered.
    canary_goes_on = models.BooleanField(db_default=False)
    # A test at another address: the endpoint of kind `stand_in` that gets everything.
    stand_in_id = models.UUIDField(null=True)
    stand_in_url = models.TextField(null=True)
    # One delivery that somebody sends again: only its end is told.
    single = models.BooleanField(db_default=False)
    released = models.IntegerField(db_default=0)
    skipped = models.IntegerField(db_default=0)
    # With a pace: when the next delivery may be due.
    next_at = models.DateTimeField(null=True)
    # Its deliveries by state, as last counted, and the last tenth that was told.
    counts = models.JSONField(null=True)
    counted_at = models.DateTimeField(null=True)
    told = models.SmallIntegerField(db_default=0)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "replay"
        indexes = [
            models.Index("tenant_id", "id", name="replay_page"),
            models.Index("id", name="replay_open", condition=models.Q(state__in=list(OPEN))),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=list(ReplayState)), name="replay_state_is_known")
        ]


class ReplayItem(models.Model):
    """One event that a replay owes one endpoint. Written once; its outcome is its delivery's."""

    pk = models.CompositePrimaryKey("replay_id", "endpoint_id", "event_id")
    replay_id = models.UUIDField()
    endpoint_id = models.UUIDField()
    event_id = models.UUIDField()
    tenant_id = models.UUIDField()
    event_type = models.TextField()
    # The delivery that was selected; null for an event that the endpoint's filters left out.
    source_id = models.UUIDField(null=True)
    # Why no delivery was made of it when its turn came.
    skipped = models.TextField(null=True)

    class Meta:
        db_table = "replay_item"
        indexes = [
            models.Index(
                "replay_id",
                "endpoint_id",
                "event_id",
                name="replay_item_skipped",
                condition=models.Q(skipped__isnull=False),
            )
        ]


class ReplayShare(models.Model):
    """One endpoint's part of a replay: how far it is, and how many of it may be under way."""

    pk = models.CompositePrimaryKey("replay_id", "endpoint_id")
    replay_id = models.UUIDField()
    endpoint_id = models.UUIDField()
    total = models.IntegerField()
    # Items up to this event have had their turn.
    released_to = models.UUIDField(db_default="00000000-0000-0000-0000-000000000000")
    had_turn = models.IntegerField(db_default=0)
    room = models.IntegerField(db_default=1000)

    class Meta:
        db_table = "replay_share"


class ReplayChange(models.Model):
    """Who brought a replay into which state, when and why; `hub` is the hub itself."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    replay_id = models.UUIDField()
    state = models.TextField()
    per_s = models.FloatField(null=True)
    by = models.TextField()
    reason = models.TextField(default="")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "replay_change"
        indexes = [models.Index("replay_id", "id", name="replay_change_page")]
