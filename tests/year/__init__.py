"""A whole year of three rooms, invented from a seed, and its figures reckoned once more.

``python -m tests.year FILE`` writes it into a new database, to look at with the program itself.
"""
