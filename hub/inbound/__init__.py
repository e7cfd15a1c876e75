"""Sources: addresses where outside systems send us their webhooks."""
