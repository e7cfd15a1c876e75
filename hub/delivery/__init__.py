"""Endpoints and what they are owed: deliveries, attempts, replays."""
