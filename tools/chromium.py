"""Where this machine has a Chromium that can be driven, if anywhere."""

import os
import shutil
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
"""For containers: they give no name spaces for the sandbox, and little shared memory."""


def find_chromium(downloaded: str) -> str | None:
    """The browser to use: KAMERBOT_CHROMIUM, one on the path, or the one ``downloaded`` by playwright; else None."""
    named = os.environ.get("KAMERBOT_CHROMIUM")
    if named:
        return named
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return downloaded if Path(downloaded).exists() else None
