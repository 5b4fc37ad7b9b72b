"""The file is YAML, as far as decks need it.

A text with a colon and a space in it, or one that begins with a sign such as `@`, `*` or `"`,
needs quotes around all of it. Indentation is made of spaces. Anchors, aliases, tags and merge
keys are not used: what stands in a deck is what is played.

Behind a space, a `#` begins a remark, and a text ends before it. Where it stands right before a
letter or a figure, as in `We are #1 in the list`, it may well belong to the text: a warning says
so. A remark of your own has a space behind its `#`.

PASS:

    description: 'One thing: visit a customer.'

FAIL:

    description: One thing: visit a customer.
"""

from game.content.problem import Level

ID = "yaml"
LEVEL = Level.ERROR
