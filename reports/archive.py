"""An office file is an archive that says when each part was written: here always when the figures were taken.

So the same values make the same file, whenever it is made.
"""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The last change stands in the core properties too (ISO/IEC 29500-2, 11), where openpyxl writes what the clock says.
_PROPERTIES = "docProps/core.xml"
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def dated(content: bytes, at: datetime) -> bytes:
    """Return the same archive as if it was written at this moment."""
    out = BytesIO()
    moment = f"{at:%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == _PROPERTIES:
                part = _CHANGED.sub(rb"\g<1>" + moment, part)
            new.writestr(ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second)), part, ZIP_DEFLATED)
    return out.getvalue()
