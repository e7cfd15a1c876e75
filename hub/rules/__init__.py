"""Pure decisions: no Django, no I/O, no clock, no randomness; those come in as arguments."""
