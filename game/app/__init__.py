"""The running program: wires a session to screens and inputs; the only reader of the clock."""
