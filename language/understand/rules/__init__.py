"""The rules by what they read, in the order in which they are applied."""
