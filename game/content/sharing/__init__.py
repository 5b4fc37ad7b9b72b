"""Decks that travel: packed into one file, added to the person's own, and taken away again.

What comes from elsewhere is trusted with nothing: it is looked at in memory, written into a folder
of our own under names of our own choosing, read like any other deck, and only then moved, in one
step, to where decks are found.
"""
