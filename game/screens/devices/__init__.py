"""Screens where clickers and buzzers are tried, and given what they are for."""

from game.screens.devices.buzzers import BuzzersScreen
from game.screens.devices.remap import RemapScreen

__all__ = ["BuzzersScreen", "RemapScreen"]
