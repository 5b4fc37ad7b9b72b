"""The rulebook, clause by clause: each test is one sentence of it, played out."""
