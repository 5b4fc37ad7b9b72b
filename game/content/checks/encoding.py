"""The file is text in UTF-8.

Every editor can save UTF-8; other encodings turn é and € into something else on another
machine. Invisible characters (controls, line separators that come along when text is pasted
from a web page) would break the file in places nobody can see. In the examples, `<E9>` stands
for one byte.

PASS:

    description: Two coffees at the café.

FAIL:

    description: Two coffees at the caf<E9>.
"""

from game.content.problem import Level

ID = "encoding"
LEVEL = Level.ERROR
