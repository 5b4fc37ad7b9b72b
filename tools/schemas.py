"""The JSON Schemas that the game carries for editors.

    python -m tools.schemas            # write game/content/schemas/*.schema.json
    python -m tools.schemas --check    # say which of them are not what the loader reads

They are made of the descriptions the loader itself reads files by (game/content/schema.py).
"""

import argparse
import sys
from collections.abc import Sequence

from game.content.schema import KINDS, schema_file, schema_text


def main(argv: Sequence[str] | None = None) -> int:
    """Write or compare; 1 where a file is not up to date."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.schemas", description="Write the JSON Schemas for editors."
    )
    parser.add_argument("--check", action="store_true", help="compare, and change nothing")
    check = parser.parse_args(argv).check
    old = [kind for kind in KINDS if not _is_up_to_date(kind)]
    for kind in old:
        file = schema_file(kind)
        if not check:
            file.parent.mkdir(exist_ok=True)
            file.write_text(schema_text(kind), "utf-8", newline="\n")
        print(f"{file.name}: {'not up to date' if check else 'written'}")
    return 1 if check and old else 0


def _is_up_to_date(kind: str) -> bool:
    try:
        return schema_file(kind).read_text("utf-8") == schema_text(kind)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
