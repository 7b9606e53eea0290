"""Coming to a room: invites, asking to be let in, consent."""
