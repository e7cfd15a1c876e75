"""A payload filter never fails or holds up the publisher: one that raises matches nothing, one without a turn gets it later.

And what waits for another try is sent when its endpoint is resumed.
"""

from uuid import UUID

from django.db import migrations, models

# jsonb_path_match_tz: `@@` raises where an instant with a zone meets one without, which "silent" does not suppress. The
# exception block is for what it does not suppress either, such as `.datetime("XX")`; it costs 0.5 µs (PostgreSQL 18).
MATCHES = """
CREATE FUNCTION payload_matches(document jsonb, filter jsonpath) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN jsonb_path_match_tz(document, filter, '{}', true);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("delivery", "0010_deliveries_by_error_class")]

    operations = [
        migrations.RunSQL(MATCHES, "DROP FUNCTION payload_matches(jsonb, jsonpath)"),
        migrations.CreateModel(
            name="LateMatching",
            fields=[
                ("event_id", models.UUIDField(primary_key=True, serialize=False)),
                ("tenant_id", models.UUIDField()),
                ("matched_to", models.UUIDField(db_default=UUID(int=0))),
            ],
            options={"db_table": "late_matching"},
        ),
        migrations.AddField("endpoint", "retries_from", models.DateTimeField(null=True)),
    ]
