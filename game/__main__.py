"""`python -m game` is the command `cxgame`."""

from game.cli import main

if __name__ == "__main__":
    main()
