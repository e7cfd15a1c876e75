"""What outside systems send us: is it theirs, and which events does it hold. Pure: the time is an argument."""
