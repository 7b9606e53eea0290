"""Hours from a spreadsheet that a coordinator kept: read, held against the room's books, and booked as a whole."""
