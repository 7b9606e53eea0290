"""The people of a room: added, put together, taken out; keys and the association."""
