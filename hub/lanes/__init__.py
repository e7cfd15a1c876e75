"""Lanes: the unit of ownership of work. The table is here, the loop that owns lanes is `hub/drain.py`."""
