"""Of a target such as "5 of 10": how many people were announced, out of whom so many are to take part."""

from storage.agreements.terms import PromisedIndicator

TALLIED = "referred_taking_part"
"""Its referrals are told case by case: how many there are nobody has to find out."""
_ENDING = "_announced"


class Announced(PromisedIndicator):
    """How many were announced, as a result that a coordinator enters; ``target`` is how many the agreement expects."""


def announced(indicator: PromisedIndicator) -> Announced | None:
    """What is to be entered beside the figure of this indicator; None where nothing is."""
    if indicator.of is None or indicator.id == TALLIED:
        return None
    values = {
        "id": f"{indicator.id}{_ENDING}",
        "comparison": "ge",
        "source": "entered",
        "target": indicator.of,
        "of": None,
    }
    return Announced(**indicator.model_dump() | values)


def figure_beside(indicator: str) -> str:
    """The id of the figure to which this result belongs: of what was announced the one beside it, else its own."""
    return indicator.removesuffix(_ENDING)
