'''The drawing kit of the wall: a guide for whoever writes a screen.

The kit knows nothing of rules, state, decks or clocks. A screen hands it plain values (a
team's key, a title, spaces) and a place in *units*, and it draws.

Units
    1080 units make the window's shorter side: a widescreen is 1920 x 1080 units, 4:3 is
    1440 x 1080, a totem 1080 x 1920. ``Wall(size, theme, seat)`` measures; ``wall.kind`` is
    ``wide``, ``four_three`` or ``tall``, ``wall.box`` the whole of it. Lay out with ``Box(x, y,
    w, h)``: ``cut_top``, ``cut_right``, ``rows``, ``columns``, ``grid``, ``inset``, ``centred``.
    ``canvas = wall.canvas(surface)`` is the first argument of everything that draws.
    ``wall.units(mouse)`` turns pixels back, and ``box.holds(x, y)`` tests a click.

Type
    ``wall.S`` labels, ``wall.M`` what is read, ``wall.L`` titles and scores, ``wall.XL`` one
    sentence alone: in units, already multiplied for the last row (``wall.seat``). Weights are
    BODY, OPTION, BOLD, HEAVY. ``size=(56, 48)`` takes the largest size that fits;
    ``Fitted.overflow`` says that a second face is needed, and ``pages`` makes the faces. Any
    string can be drawn: what has no letter in Atkinson Hyperlegible comes from the Noto faces
    beside it, right-to-left text begins at the right, control characters vanish.

Colour
    By role, from ``canvas.theme``: ``text``, ``text_2``, ``sheet``, ``inset``, ``line``, ``brass``,
    ``brass_edge``, ``brass_soft``… Brass means the bell or the next step. A team is a token and a
    name in ink, never a coloured name. ``zone=`` is the index of a tint: ``spec.tint(zone)``.

Still and moving
    Compose what is still once with a ``Layer``; each frame put back what moved with ``Dirty`` and
    draw it again. Whatever may move gives back the pixels it covers. Times are passed in.

An example, run by the tests::

    from game.screens.kit.card import card, draw_options, lay_options
    from game.screens.kit.layer import Dirty, Layer
    from game.screens.kit.motion import POINTS, arc, tween
    from game.screens.kit.people import face
    from game.screens.kit.scenery import zone_ground
    from game.screens.kit.strip import StripTeam, strip, strip_box
    from game.screens.kit.text import draw_text
    from game.screens.kit.theme import STAGE
    from game.screens.kit.wall import Box, Wall

    TEAMS = [StripTeam("blue", "Blue", 12), StripTeam("green", "Green", 14)]

    def paint(canvas):
        wall = canvas.wall
        zone_ground(canvas, 3)
        foot = strip_box(wall, len(TEAMS))
        sheet = Box(wall.margin, 36, wall.width - 2 * wall.margin, foot.y - 60)
        body = card(canvas, sheet, zone=3, icon="cat-insights", picture="receive",
                    title="Our own red carpet", category="Insights · Dilemma")
        options = lay_options(wall, ["Read it aloud.", "Keep quiet."], body.inset(40, 28))
        draw_options(canvas, options, chosen={0})
        story = Box(body.x + 52, body.y + 24, body.w - 104, options.boxes[0].y - body.y - 40)
        if draw_text(canvas, "Samira leads home loans…", story, size=(56, wall.M)).overflow:
            ...  # a card of two faces: the story, then the options
        return strip(canvas, foot, TEAMS, active="blue")

    def frame(surface, now, layer, dirty):
        """One frame: the still layer, and a customer who flies to the team's score."""
        wall = Wall(surface.get_size(), STAGE)
        if layer.prepare(wall, "card 7, option A", paint):
            layer.show(surface)
        dirty.begin(layer, surface)
        flight = tween(0, POINTS, reduced=wall.reduced_motion)
        x, y = arc((960, 300), (400, 1000), flight.at(now), 120)
        dirty.add(face(wall.canvas(surface), 2, x, y, 60))
        return dirty.rects()

The board::

    from game.screens.kit.board import BoardSpec, SpaceSpec, Standing, ZoneSpec, board_picture
    from game.screens.kit.motion import Walk
    from game.screens.kit.theme import DAYLIGHT
    from game.screens.kit.wall import Wall

    SPEC = BoardSpec(
        spaces=(SpaceSpec("start", zone=0), SpaceSpec("category", "insights", 0),
                SpaceSpec("bell", zone=1), SpaceSpec("twist", zone=1)),
        zones=(ZoneSpec("Notice", "notice"), ZoneSpec("Ask", "zone-2-ask")),
    )

    def board(surface, now):
        wall = Wall(surface.get_size(), DAYLIGHT)
        canvas = wall.canvas(surface)
        picture = board_picture(SPEC, wall, bottom=198)  # the same object as last time
        picture.paint(canvas)  # composed once, kept
        picture.trail(canvas, 0, 2)
        picture.landing(canvas, 2)
        picture.pawns(canvas, [Standing("green", 1), Standing("customer-wim", 3)], active="green")
        hop = Walk(start_ms=0, spaces=2).at(now)
        x, y = picture.along(0 + hop.along)  # a pawn on its way: pawn(…, lift=…, squash=…)
        return picture.plate, (x, y - hop.lift * picture.radius * 0.9)

Modules
    theme       Theme, DAYLIGHT, STAGE, THEMES, TEAMS, TEAM_KEYS, team, contrast, mix, rgb
    wall        Wall, Canvas, Box, SEATS
    text        fit, fit_label, draw_text, draw_fitted, draw_label, text_width, pages, Fitted,
                BODY, OPTION, BOLD, HEAVY
    digits      draw_digits, digits_width
    pieces      sheet, chip, inset, pill, outlined, dashed, hairline, icon, icon_disc, check_disc,
                key_cap, button, bar, tag, timer_ring
    people      token, pawn, customer_pawn, face, face_of, faces, pile, pile_places, empty_face,
                vote_face, portrait, PORTRAITS, bell, die, rosette, place_disc, token_row, drawing
    card        card, band_height, lay_options, draw_options, option_row, Options, icon_name,
                zone_picture_name
    strip       strip, lay_strip, strip_box, strip_columns, StripTeam, Plate
    plates      lay_plates, parts_of, Row, Parts
    names       smallest_size, common_size, is_label
    board       board_picture, BoardPicture, BoardSpec, SpaceSpec, ZoneSpec, Standing, Slot,
                draw_pawn
    miniboard   miniboard
    scenery     ground, zone_ground, zone_hills, hills, glow, stars, veil
    svg         art, art_size, icon, deck_picture, placeholder
    motion      Tween, Walk, Hop, tween, row, chain, arc, between, lerp, shake, swing
    layer       Layer, Dirty
    shadows     shadow, reach
    shapes      rounded, outline, disc, ring, ellipse, polygon, paper, stroke
    lines       arc, dashed
    cache       fit_caches, clear_caches
    gallery     pictures, main

``python -m game.screens.kit.gallery OUT`` draws all of it into the folder OUT.
'''
