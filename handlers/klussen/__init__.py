"""Klussen: asked for, taken, done, corrected."""
