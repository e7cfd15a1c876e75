"""The tenant's log of events: one order and one cursor for webhooks' bookkeeping, sockets, streams and polling."""
