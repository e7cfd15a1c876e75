"""Deliveries as most projects model them."""

from django.db import models


class Endpoint(models.Model):
    """Who is told."""

    url = models.URLField()
    secret = models.TextField()


class Event(models.Model):
    """What is told."""

    type = models.TextField()
    payload = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)


class Delivery(models.Model):
    """One event for one endpoint."""

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE)
    event = models.ForeignKey(Event, on_delete=models.CASCADE)
    status = models.CharField(max_length=20, default="pending", db_index=True)
    tried = models.IntegerField(default=0)
    finished_at = models.DateTimeField(null=True)


class Attempt(models.Model):
    """One request."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE)
    status_code = models.IntegerField(null=True)
    duration_ms = models.FloatField()
    response = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
