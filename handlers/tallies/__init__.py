"""Cases that count for the agreement."""
