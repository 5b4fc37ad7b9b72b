"""The game itself: pure, no pygame, no I/O, no clock, no randomness of its own."""
