"""What is made once and kept in the repository: catalogues, sounds, pins. Not part of the game."""
