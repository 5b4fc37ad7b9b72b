"""Properties of whole random games: what must hold whatever happens at the table."""
