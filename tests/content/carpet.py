"""A small deck of every kind of card, and its translation."""

SOURCE = """\
description: For whom.
debrief: [Who first?, What next?]
meters: [{id: progress, name: Progress}]
cards:
  - id: carpet
    kind: choice
    category: insights
    title: The carpet
    prompt: Samira laughs.
    why: Because.
    options:
      - {text: Read it., points: 2, feedback: They laugh., meters: {progress: 1}}
      - {text: "96", points: 3}
  - id: annoys
    kind: order
    category: insights
    title: Annoying
    prompt: Order.
    items: [{text: First}, {text: Second, rank: 1}, {text: Third}]
  - id: ring
    kind: open
    category: insights
    title: Ring
    prompt: Ring him.
    criteria: [names it, says it]
    source: Somebody
    tags: [fast]
  - id: plan
    kind: commit
    category: insights
    title: Plan
    prompt: Make a plan.
    example: {cue: it rings, action: I answer}
twists:
  - {id: storm, title: Storm, prompt: It rains., effects: [{who: all, spaces: 1}]}
mirrors:
  - {id: own, title: Own, prompt: When?, notes: Wait.}
personas:
  - {id: wim, name: Wim, line: hard of hearing}
"""

"""In English, which it was written in."""

DUTCH = """\
title: Voorbeeld
description: Voor wie.
debrief: [Wie eerst?, Wat dan?]
categories: {insights: {name: Inzicht}}
meters: {progress: {name: Vooruitgang}}
cards:
  carpet:
    title: De loper
    prompt: Samira lacht.
    why: Daarom.
    options:
      - {text: Lees voor., feedback: Ze lachen.}
      - {text: "96"}
  annoys:
    title: Ergernis
    prompt: Zet op volgorde.
    items: [{text: Eerste}, {text: Tweede}, {text: Derde}]
  ring:
    title: Bel
    prompt: Bel hem.
    criteria: [benoemt het, zegt het]
  plan:
    title: Plan
    prompt: Maak een plan.
    example: {cue: de telefoon gaat, action: neem ik op}
twists: {storm: {title: Storm, prompt: Het regent.}}
mirrors: {own: {title: Eigen, prompt: Wanneer?, notes: Wacht.}}
personas: {wim: {name: Wim, line: slechthorend}}
"""
"""Every word of it in Dutch."""
