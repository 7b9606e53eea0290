"""The coordinator's desk: the people of the room, what waits, how the room is set."""
