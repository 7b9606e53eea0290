"""Sums that an agreement prints and that are not those of its lines."""

from datetime import date

import pytest

from bot.sample.rooms import AGREEMENT
from handlers.reports.printed_sums import remarks
from language.say.voice import Voice
from storage.agreements import parse

VOICE = Voice("nl", date(2026, 3, 12))
SAMPLE = parse(AGREEMENT.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("top", ["Fondsen: de regels zijn samen €\xa011.500. De afspraak noemt €\xa021.500."]),
        (
            "hart",
            [
                "Corporaties: de regels zijn samen €\xa013.000. De afspraak noemt €\xa019.000.",
                "Alle financiers: de regels zijn samen €\xa089.828. De afspraak noemt €\xa095.828.",
            ],
        ),
        ("verbinding", ["Fondsen: de regels zijn samen €\xa030.000. De afspraak noemt €\xa020.000."]),
    ],
)
def test_sums_that_do_not_come_out_are_told_and_not_mended(slug: str, told: list[str]) -> None:
    assert list(remarks(VOICE, SAMPLE.terms_of(slug, 2026))) == told
