from django.db import migrations

# A lane is updated at every lease, renewal and release: room for in-page updates, and vacuum before bloat shows.
STORAGE = """
ALTER TABLE lane SET (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500,
    autovacuum_vacuum_cost_delay = 0);
"""


class Migration(migrations.Migration):
    dependencies = [("lanes", "0001_initial")]

    operations = [migrations.RunSQL(STORAGE, migrations.RunSQL.noop)]
