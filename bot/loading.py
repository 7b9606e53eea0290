"""Starting soon: what is loaded for a program that serves is needed until its end."""

import gc


def load_quickly() -> None:
    """Look for no garbage until all is loaded: that takes a fifth of a start, and finds none."""
    gc.disable()


def all_is_loaded() -> None:
    """Look for garbage from now on, but never through what was loaded."""
    gc.freeze()
    gc.enable()
