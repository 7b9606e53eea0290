"""The groups of a room: made, changed, closed; their figures and the room's."""
