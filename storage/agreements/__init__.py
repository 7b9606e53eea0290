"""Agreements: what rooms promised for a year, read from a file and kept for each room."""

from storage.agreements.announced import TALLIED, Announced, announced, figure_beside
from storage.agreements.arithmetic import differences, euros
from storage.agreements.consistency import open_ends
from storage.agreements.file import AgreementError, AgreementFile, Fault
from storage.agreements.keeping import keep_agreement, kept_agreements, load, terms_of
from storage.agreements.places import told
from storage.agreements.reading import parse
from storage.agreements.terms import (
    ACTIVE_VOLUNTEER_HOURS,
    COUNTED,
    KINDS,
    FinancingLine,
    Outcome,
    PromisedIndicator,
    ReportDue,
    Subtotal,
    Terms,
)
from storage.rooms import agreement_of

__all__ = [
    "ACTIVE_VOLUNTEER_HOURS",
    "COUNTED",
    "KINDS",
    "TALLIED",
    "AgreementError",
    "AgreementFile",
    "Announced",
    "Fault",
    "FinancingLine",
    "Outcome",
    "PromisedIndicator",
    "ReportDue",
    "Subtotal",
    "Terms",
    "agreement_of",
    "announced",
    "differences",
    "euros",
    "figure_beside",
    "keep_agreement",
    "kept_agreements",
    "load",
    "open_ends",
    "parse",
    "terms_of",
    "told",
]
