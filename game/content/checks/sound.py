"""Every sound is there and can be played.

A sound is named by its file, with its ending and from the folder of the deck: `sounds/door.ogg`.
It lies inside that folder, is an Ogg Vorbis or a WAV file of plain samples, of at most 2 MB and
10 seconds, and is whole. It is heard when its card comes up; a small mark on the card says so, as
not everybody hears it, and the card has to work without.

PASS:

    mirrors:
      - {id: own-customer, title: Your own customer, prompt: When were you last one?}

FAIL:

    mirrors:
      - {id: own-customer, title: Your own customer, prompt: When were you last one?,
         sound: sounds/door.ogg}
"""

from game.content.problem import Level
from game.content.report import Report
from game.content.shelf import SOUND, MediaError, Shelf

ID = "sound"
LEVEL = Level.ERROR


def look(report: Report, shelf: Shelf | None) -> None:
    """Say every sound that cannot be played; without a shelf, there is nowhere to look."""
    for mention in report.sounds if shelf is not None else ():
        if report.full:
            break
        assert shelf is not None
        try:
            shelf.check(mention.text, SOUND)
        except MediaError as error:
            report.say(ID, mention.node.mark, str(error), hint=error.hint, steps=mention.steps)
