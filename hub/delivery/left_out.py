"""Why an endpoint was not owed an event: its filters, asked as they are now, in SQL over an event `e` and an endpoint `p`."""

# `changed`: the filters want it by now.
REASONS = ("event_type", "channel", "filter", "changed")
REASON = """
CASE
    WHEN p.event_types <> '{}' AND NOT EXISTS (
        SELECT FROM unnest(p.event_types) AS pattern
        WHERE pattern IN ('*', e.type) OR (right(pattern, 2) = '.*' AND starts_with(e.type, left(pattern, -1)))
    ) THEN 'event_type'
    WHEN p.channels <> '{}' AND NOT p.channels && e.channels THEN 'channel'
    WHEN p.filter IS NOT NULL AND payload_matches(convert_from(e.body, 'UTF8')::jsonb, p.filter) IS NOT true THEN 'filter'
    ELSE 'changed' END
"""
# Only what happened while it was there; and never what befell itself (outbox.py), nor another endpoint's test.
LEFT_OUT = """
e.created_at >= p.created_at AND e.subject_id IS DISTINCT FROM p.id AND e.type <> 'hub.test'
    AND NOT EXISTS (SELECT FROM delivery d WHERE d.event_id = e.id AND d.endpoint_id = p.id)
"""
