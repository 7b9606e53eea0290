"""Sums that an agreement prints and that are not those of its lines: told in a report, and mended nowhere."""

from collections.abc import Iterator
from decimal import Decimal

from handlers.reports.document_words import document_words
from language.say.voice import Voice
from storage.agreements import Terms


def remarks(voice: Voice, terms: Terms) -> Iterator[str]:
    """Tell each such sum: "Fondsen: de regels zijn samen € 11.500. De afspraak noemt € 21.500."."""
    words = document_words(voice.language)
    for subtotal in terms.subtotals:
        lines = sum((line.eur for line in terms.financing if subtotal.group in (line.group, "all")), Decimal())
        if subtotal.stated_eur is not None and subtotal.stated_eur != lines:
            yield voice.label(
                "document-remark-subtotal",
                group=voice.label(f"document-financing-{subtotal.group}"),
                lines=words.euros(lines),
                stated=words.euros(subtotal.stated_eur),
            )
