"""How long each drawing takes once warm, beside the least that a picture of that size can take."""

import time
from collections.abc import Callable
from functools import partial
from io import BytesIO

from PIL import Image

from reports.attachments import draw
from tests.reports.examples import ONE_OF_EACH

ROUNDS = 15


def best_of(work: Callable[[], object]) -> float:
    """Return the shortest of some rounds in milliseconds, the first (cold) one left out."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        rounds.append(time.perf_counter() - start)
    return min(rounds) * 1000


def blank(size: tuple[int, int]) -> bytes:
    """Make an empty picture as drawings are made: in full colour, brought to a palette, packed as PNG."""
    out = BytesIO()
    Image.new("RGB", size).quantize(128, method=Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()


def main() -> None:
    """Print a line for each kind of drawing."""
    for kind, values in ONE_OF_EACH.items():
        data = values.to_data()
        took = best_of(partial(draw, kind, data))
        line = f"{kind:15} {took:7.2f} ms"
        drawing = draw(kind, data)
        if drawing.media_type == "image/png":
            size = Image.open(BytesIO(drawing.content)).size
            floor = best_of(partial(blank, size))
            line += f"   {took / floor:4.1f} x an empty picture ({floor:.1f} ms)"
        print(line)


if __name__ == "__main__":
    main()
