"""Logging hours, correcting them, and telling how the year goes."""
