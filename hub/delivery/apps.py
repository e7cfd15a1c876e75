"""What deliveries tell other floors at start."""

from django.apps import AppConfig


class Delivery(AppConfig):
    """Endpoints, deliveries and replays."""

    name = "hub.delivery"

    def ready(self) -> None:
        """Called by Django once: topics `replay:<id>` begin with how far the replay is."""
        from hub.delivery.replay.progress import snapshot
        from hub.realtime import snapshots

        snapshots.register("replay", snapshot)
