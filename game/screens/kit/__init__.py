"""The drawing kit of the wall: a guide for whoever writes a screen.

The kit knows nothing of rules, state, decks or time. A screen hands it plain values
(a team's key, a title, a number of spaces) and a place in *units*, and it draws.

Units and places
    1080 units make the window's shorter side: a widescreen is 1920 x 1080 units, 4:3 is
    1440 x 1080, a totem 1080 x 1920. ``Wall(size, theme, seat)`` measures; ``wall.kind``
    is ``wide``, ``four_three`` or ``tall``; ``wall.box`` is the whole of it. ``Box(x, y, w,
    h)`` is cut up with ``cut_top``, ``cut_right``, ``rows``, ``columns``, ``grid``, ``inset``.
    ``canvas = wall.canvas(surface)`` is the first argument of everything that draws.
    ``wall.units(mouse)`` turns pixels back, ``box.holds(x, y)`` tests a click.

Type
    ``wall.S`` labels, ``wall.M`` what is read, ``wall.L`` titles and scores, ``wall.XL`` one
    sentence alone; all in units and already multiplied for the last row. Weights BODY
    (500), OPTION (600), BOLD (700), HEAVY (800).
    ``draw_text(canvas, text, box, size=(56, 48))`` takes the largest size that fits and
    answers a ``Fitted``; its ``overflow`` says that the card needs a second face (``pages``).
    ``draw_label`` for names and buttons, ``draw_digits(..., clock=True)`` for what runs.

A still screen with something that moves::

    class CardScreen:
        def __init__(self) -> None:
            self.layer, self.dirty = Layer(), Dirty()

        def draw(self, surface, state, now):
            wall = Wall(surface.get_size(), DAYLIGHT)
            if self.layer.prepare(wall, key_of(state), lambda canvas: self.paint(canvas, state)):
                self.layer.show(surface)
            self.dirty.begin(self.layer, surface)
            x, y = arc(start, goal, tween.at(now), 120)
            self.dirty.add(face(wall.canvas(surface), 2, x, y, 60))
            return self.dirty.rects()

        def paint(self, canvas, state):
            zone_ground(canvas, zone=3)
            body = card(canvas, Box(40, 36, 1420, 916), zone=3, icon="cat-insights",
                        title="Our own red carpet", category="Insights", picture="receive")
            options = lay_options(canvas.wall, texts, body.inset(40, 30))
            draw_options(canvas, options, chosen={1})
            strip(canvas, strip_box(canvas.wall, 4), teams, active="blue")

Modules
    theme     Theme, DAYLIGHT, STAGE, TEAMS, TEAM_KEYS, contrast, mix
    wall      Wall, Canvas, Box, SEATS
    text      fit, draw_text, draw_fitted, draw_label, draw_digits, text_width, pages, Fitted
    pieces    sheet, chip, inset, pill, outlined, dashed, hairline, icon, icon_disc, check_disc,
              key_cap, button, bar, tag, timer_ring
    people    token, pawn, customer_pawn, face, faces, pile, empty_face, vote_face, portrait,
              bell, die, rosette, place_disc, drawing
    card      card, lay_options, draw_options, option_row, icon_name, zone_picture_name
    strip     strip, strip_box, StripTeam, Plate
    scenery   ground, zone_ground, zone_hills, hills, veil
    board     board_picture(spec, wall) -> BoardPicture: plate, space_pos, along, path, pawn_slots,
              paint, trail, landing, pawns; BoardSpec, SpaceSpec, ZoneSpec, Standing, draw_pawn
    svg       art, icon, deck_picture, placeholder
    motion    Tween, Walk, tween, row, chain, arc, between, shake, swing, and the durations
    layer     Layer, Dirty
"""
