"""The file is YAML, as far as decks need it.

A text with a colon and a space in it, or one that begins with a sign such as `@`, `*` or `"`,
needs quotes around all of it. Indentation is made of spaces. Anchors, aliases, tags and merge
keys are not used: what stands in a deck is what is played.

PASS:

    description: 'One thing: visit a customer.'

FAIL:

    description: One thing: visit a customer.
"""

from game.content.problem import Level

ID = "yaml"
LEVEL = Level.ERROR
