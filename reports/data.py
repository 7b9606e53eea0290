"""What every picture and document is drawn from: plain values that can be kept as JSON."""

import json
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FileStem = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]
"""A file's name without its ending, safe on every phone and computer."""

Text = Annotated[str, Field(min_length=1)]
"""Words that must be there."""

Minutes = Annotated[int, Field(ge=0)]


class DataError(ValueError):
    """Values that nothing can be drawn from; the message names the fields and never repeats what was in them."""


class Part(BaseModel):
    """A part of a drawing's values. Unknown fields and values of another type are refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", hide_input_in_errors=True)


class DrawingData(Part):
    """The values for one drawing."""

    file_name: FileStem
    description: Text
    """What the drawing shows, in words, for who cannot see it."""

    def to_data(self) -> dict[str, Any]:
        """Turn the values into plain JSON; days become ISO strings."""
        return self.model_dump(mode="json")

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """Read what ``to_data`` made; raises DataError with the name of each field that is wrong."""
        try:
            return cls.model_validate_json(json.dumps(data))
        except ValidationError as error:
            faults = (".".join(map(str, fault["loc"])) + ": " + fault["msg"] for fault in error.errors())
            raise DataError("; ".join(faults)) from None
