"""Practising on the wall: what the tables want, and the list of what was handled."""
