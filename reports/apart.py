"""Drawing in a process of its own, for what takes long: then no message waits for the interpreter meanwhile.

``python -m reports.apart`` reads a kind and its values as JSON, and writes a line of JSON with what the drawing is,
then its content; or that line alone, with the fault.
"""

import asyncio
import json
import os
import sys
from functools import cache
from tempfile import TemporaryDirectory
from typing import Any

from reports.attachments import Drawing, draw
from reports.data import DataError

PROGRAM = (sys.executable, "-m", "reports.apart")


async def draw_apart(kind: str, data: dict[str, Any]) -> Drawing:
    """Draw a stored attachment. Raises DataError like ``draw``, and RuntimeError when the other process fails.

    Who stops waiting ends the other process with it.
    """
    pipe = asyncio.subprocess.PIPE
    settings = {"MPLCONFIGDIR": fonts_folder().name, **os.environ}
    process = await asyncio.create_subprocess_exec(*PROGRAM, stdin=pipe, stdout=pipe, env=settings)
    try:
        out, _ = await process.communicate(json.dumps({"kind": kind, "data": data}).encode())
    except BaseException:
        if process.returncode is None:
            process.kill()
        raise
    head, _, content = out.partition(b"\n")
    if process.returncode or not head:
        raise RuntimeError(f"drawing {kind} ended with {process.returncode}")
    told = json.loads(head)
    if "fault" in told:
        raise DataError(told["fault"])
    return Drawing(told["name"], told["media_type"], content, told["description"])


@cache
def fonts_folder() -> TemporaryDirectory[str]:
    """Where matplotlib keeps its list of fonts from one drawing to the next; it goes when this program ends.

    By itself it keeps it in the user's home, which a service may not write in.
    """
    return TemporaryDirectory(prefix="kamerbot-fonts-")


def main() -> None:
    """Draw what is asked for on standard input, after everything else that the machine has to do."""
    os.nice(10)
    wanted = json.load(sys.stdin)
    try:
        drawing = draw(wanted["kind"], wanted["data"])
    except DataError as error:
        told, content = {"fault": str(error)}, b""
    else:
        content = drawing.content
        told = {"name": drawing.name, "media_type": drawing.media_type, "description": drawing.description}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + content)


if __name__ == "__main__":
    main()
