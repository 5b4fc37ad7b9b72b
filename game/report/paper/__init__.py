"""A deck on paper, as one PDF: cards to cut, answer cards, the board and its pieces, a guide.

Everything is laid out in millimetres from the sheet's upper left corner; sizes of type are in
points. A face of a card is measured before it is drawn: what does not fit goes to a larger card,
then to a second one. fpdf2 writes the file and is imported only when something is printed.
"""
