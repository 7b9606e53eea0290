"""A request's fields and files, in whichever of its three forms it comes."""

import json
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from tests.telegram.standin.accounts import Upload
from tests.telegram.standin.parameters import Parameters

_JSON = ("reply_markup", "commands", "scope", "allowed_updates", "link_preview_options", "reply_parameters", "reaction")


async def parameters_of(request: Request) -> Parameters:
    """From the address, and from a body in any of the three forms that Telegram takes."""
    fields = dict(request.query_params)
    files: dict[str, Upload] = {}
    body = await request.body()
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        fields |= fields_of(json.loads(body))
    elif kind.startswith("multipart/form-data"):
        _read_parts(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, fields, files)
    else:
        fields |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return Parameters(fields, files)


def fields_of(given: dict[str, Any]) -> dict[str, str]:
    """The fields of a body of JSON: what is no text stays JSON."""
    return {key: value if isinstance(value, str) else json.dumps(value) for key, value in given.items()}


def _read_parts(source: bytes, fields: dict[str, str], files: dict[str, Upload]) -> None:
    for part in BytesParser(policy=HTTP).parsebytes(source).iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        filename = part.get_filename()
        if filename is None:
            fields[name] = content.decode()
        else:
            files[name] = Upload(filename, part.get_content_type(), content)


def opened(name: str, value: str) -> Any:
    """A parameter as a test reads it: those that hold JSON opened, all else as it came."""
    if name not in _JSON:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
