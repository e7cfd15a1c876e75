"""BottleCRM's own settings, but its tables come from its models.

Its migrations end in the same tables (compared with pg_dump, but for the policies that prepare.py adds) and take minutes.
"""

from crm.settings import *  # noqa: F403
from crm.settings import INSTALLED_APPS

MIGRATION_MODULES = {app.rpartition(".")[2]: None for app in INSTALLED_APPS}
