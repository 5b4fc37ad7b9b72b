"""Every picture is there and can be shown.

A picture of the deck is named by its file, with its ending and from the folder of the deck:
`pictures/coffee.svg`. It lies inside that folder, is an SVG, PNG or JPEG of at most 5 MB and
8192 pixels on a side, is whole, and an SVG brings everything it shows. A name without an ending
is one of the game's own drawings.

PASS:

    personas:
      - {id: wim, name: 'Wim, 71', line: hard of hearing, picture: customer-wim}

FAIL:

    personas:
      - {id: wim, name: 'Wim, 71', line: hard of hearing, picture: pictures/wim.svg}
"""

from game.content.problem import Level
from game.content.report import Named, Report
from game.content.shelf import MediaError, Shelf, check_own, is_file_name

ID = "picture"
LEVEL = Level.ERROR


def look(report: Report, shelf: Shelf | None) -> None:
    """Say every picture that cannot be shown; without a shelf, only the game's own can."""
    for mention in report.pictures:
        if report.full:
            break
        try:
            if shelf is not None and is_file_name(mention.text):
                shelf.check(mention.text)
            else:
                check_own(mention.text, icon=mention.what is Named.CATEGORY)
        except MediaError as error:
            report.say(ID, mention.node.mark, str(error), hint=error.hint, steps=mention.steps)
