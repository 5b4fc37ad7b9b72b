"""Twists that have no picture of their own."""

from __future__ import annotations

from game.rules.cards import CustomersEffect, RollEffect, SpacesEffect, SwapEffect, Twist


def twist_drawing(twist: Twist) -> str:
    """One of the game's drawings that suits what a twist does first."""
    match twist.effects[0]:
        case CustomersEffect(customers=n):
            return "twist-gift" if n > 0 else "twist-umbrella"
        case SpacesEffect(spaces=n):
            return "twist-signpost" if n > 0 else "twist-clock"
        case SwapEffect():
            return "twist-parcels"
        case RollEffect():
            return "twist-lift"
