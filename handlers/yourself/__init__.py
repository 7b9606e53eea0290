"""What a person decides about themselves: name, language, pauses, data, leaving."""
