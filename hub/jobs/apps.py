"""What jobs tell other floors at start."""

from django.apps import AppConfig


class Jobs(AppConfig):
    """Connections, jobs and runs."""

    name = "hub.jobs"

    def ready(self) -> None:
        """Called by Django once: topics `job:<id>` begin with the job's present state."""
        from hub.jobs.snapshot import of_job
        from hub.realtime import snapshots

        snapshots.register("job", of_job)
