"""A throwaway Django app: webhooks the usual way, one Celery task for each delivery."""
