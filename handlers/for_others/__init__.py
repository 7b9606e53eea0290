"""Telling for others: what a group did together, told by one for all who were there."""
