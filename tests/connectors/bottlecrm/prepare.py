"""Fill an empty database for BottleCRM, in its own environment: tables, an organisation, an administrator's token, policies.

Prints a JSON object: token (of an administrator), reader (may only read contacts), org (its id).
"""

import json

import django
from django.core.management import call_command
from django.db import connection

django.setup()

from common.models import CustomFieldDefinition, Org, PersonalAccessToken, Profile, User  # noqa: E402
from common.rls import ORG_SCOPED_TABLES, get_enable_policy_sql  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)
org = Org.objects.create(name="Hub")
user = User.objects.create_user(email="hub@example.com", password="not-used-here")
profile = Profile.objects.create(user=user, org=org, role="ADMIN", is_active=True)
token, _ = PersonalAccessToken.generate(profile, "hub")
reader, _ = PersonalAccessToken.generate(profile, "reader", scopes=["contacts:read"])
for kind in ("Contact", "Account", "Lead", "Opportunity"):
    CustomFieldDefinition.objects.create(
        org=org, target_model=kind, key="hub_reference", label="Hub reference", field_type="text", is_filterable=True
    )
# Last, for from now on each row needs the organisation that a request sets.
with connection.cursor() as cursor:
    present = set(connection.introspection.table_names(cursor))
    for table in ORG_SCOPED_TABLES:
        if table in present:
            cursor.execute(get_enable_policy_sql(table))
print(json.dumps({"token": token, "reader": reader, "org": str(org.id)}))
