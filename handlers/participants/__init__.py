"""Who took part: attendances, and the participants that are known."""
