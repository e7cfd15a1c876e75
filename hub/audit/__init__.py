"""Who did what, when and why: one row for each thing that a person or a key has changed or looked at in secret."""
