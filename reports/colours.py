"""The house's colours, alike on a phone, on paper and in a workbook: "#0B6B63"."""

RGB = tuple[int, int, int]

PAPER = "#FBF8F3"
"""What a picture for a phone is drawn on."""
INK = "#1B2733"
SOFT_INK = "#52606D"
STRONG = "#0B6B63"
"""What is counted, and headings."""
PALE = "#8CC3BA"
FAINT = "#E7E0D5"
"""Lines that only guide the eye, on ``PAPER``."""
FAINT_ON_WHITE = "#D9D2C6"
TINT = "#E8F1EF"
"""Behind words on white."""
MARK = "#B3400E"
"""What is to be reached, on ``PAPER``."""

GOOD, DOUBTFUL, BAD, NEUTRAL = STRONG, "#B86E00", "#9E1B32", SOFT_INK
"""How something stands; never told by a colour alone."""


def rgb(colour: str) -> RGB:
    """The shares of red, green and blue, of 255 each."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
