"""Reading an agreement's file: what it says, or all that is wrong with it."""

import tomllib
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from storage.agreements.consistency import contradictions
from storage.agreements.file import AgreementError, AgreementFile, Fault


def parse(text: str) -> AgreementFile:
    """Read an agreement that is written in TOML. Raises AgreementError."""
    try:
        parsed = AgreementFile.model_validate(tables(text))
    except tomllib.TOMLDecodeError as error:
        raise AgreementError([Fault((), f"This is no TOML: {error}.")]) from None
    except ValidationError as error:
        raise AgreementError([Fault(fault["loc"], _said(fault["msg"])) for fault in error.errors()]) from None
    if faults := contradictions(parsed):
        raise AgreementError(faults)
    return parsed


def tables(text: str) -> dict[str, Any]:
    """What the file says, euros to the cent. Raises TOMLDecodeError."""
    return tomllib.loads(text, parse_float=Decimal)


def _said(message: str) -> str:
    return message.removeprefix("Value error, ") + "."
