"""The figures that a room accounts for: one function for each, with what it counts and from when in its docstring."""
