"""The facilitator's console: a page in a browser, served by the game itself.

Nothing of a network is imported before a console is asked for (`server`).
"""
