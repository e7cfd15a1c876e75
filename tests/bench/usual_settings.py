"""Settings of the throwaway project that sends webhooks the usual way.

Its connections are kept and its worker is the default one: what is compared is the way, not a careless installation.
"""

import os

from hub.settings import database

SECRET_KEY = "nothing is signed with this"
DATABASES = {"default": database(os.environ["USUAL_DATABASE_URL"])}
INSTALLED_APPS = ["django_webhook", "tests.bench.usual"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
DJANGO_WEBHOOK = {"MODELS": []}
CELERY_BROKER_URL = os.environ["USUAL_BROKER_URL"]
CELERY_TASK_IGNORE_RESULT = True
# Left out, as by default, Celery closes the connection after each task, which costs it most of its throughput.
CELERY_DB_REUSE_MAX = 1_000_000
