"""The live evening: dispatch, undo and redo, an append-only log, and opening it again."""
