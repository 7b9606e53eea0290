"""A group's own chat: coupled to it, and what in it is meant for the bot."""
