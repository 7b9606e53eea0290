"""The words of a report in somebody's language."""

from language.say import plain
from reports.report_words import UNITS, ReportWords


def document_words(language: str) -> ReportWords:
    """Gather the words for every document that is made of a report."""
    own = {"language", "units"}
    return ReportWords(
        language=language,
        units={name: plain(language, f"document-unit-{_key(name)}") for name in UNITS.values()},
        **{name: plain(language, f"document-{_key(name)}") for name in ReportWords.model_fields if name not in own},
    )


def _key(name: str) -> str:
    return name.replace("_", "-")
