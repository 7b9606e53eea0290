"""What surveys came to: a share or a mark for an indicator of the agreement, never an answer of somebody."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlmodel import Session, col, select

from storage.surveys import ANSWERS, MARKS, YES
from storage.tables import SurveyCount, SurveyRound

FEWEST_ANSWERS = 5
"""Of fewer nothing is told: whoever knows who took part could guess who said what."""
INDICATORS = tuple(ANSWERS)
"""Those of the agreement that are found by asking."""
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyResult:
    """What a room's rounds of a year came to for one indicator."""

    value: Decimal
    """The per cent that said yes, or the mean mark; to two decimals."""
    answers: int
    """How many answered this question."""
    counts: dict[str, int]
    """How often each answer was given: "yes", "bit" and "no", or "1" to "10"."""
    invited: int
    """How many times somebody was asked, over the rounds; as many as answered, where that is more."""
    responded: int
    """How many times somebody who was asked answered anything."""
    by_link: int
    """How many answered without having been asked in the chat: by the link or the poster. Of partners all do."""
    rounds: int

    @property
    def response(self) -> Decimal | None:
        """The per cent of those asked who answered anything; None where nobody was asked."""
        return _rounded(Decimal(100 * self.responded) / self.invited) if self.invited else None


def survey_result(session: Session, room_id: int, indicator: str, year: int, on: date) -> SurveyResult | None:
    """What residents (or partners) answered: "trust", "liveability", "staff_volunteers" or "partner_consultation".

    Of the rounds that were opened in the year and closed by the end of the day ``on``. A round with fewer than five
    answers to the question does not count, nor do its people: what it said could be reckoned from what stood before.
    For the same reason an open round has no result. "Yes" is yes alone; "a bit" counts among those who answered, and so
    does no. A mark is the mean of all marks from 1 to 10. Who passed a question over is not among its answers.
    None where no round counts. ValueError for another indicator.
    """
    if indicator not in ANSWERS:
        raise ValueError(f"{indicator!r} is not found by asking")
    wanted = (
        select(SurveyRound, SurveyCount)
        .join(SurveyCount, col(SurveyCount.round_id) == col(SurveyRound.id))
        .where(
            SurveyRound.room_id == room_id,
            SurveyCount.question == indicator,
            col(SurveyRound.opened_on).between(date(year, 1, 1), date(year, 12, 31)),
            col(SurveyRound.closed_on) <= on,
        )
    )
    found = [(row, row_counts) for row, row_counts in session.exec(wanted) if _is_enough(row_counts)]
    if not found:
        return None
    rounds = [row for row, _ in found]
    counts = Counter[str]()
    for _, row_counts in found:
        counts.update(row_counts.counts)
    return SurveyResult(
        value=_value(indicator, counts),
        answers=counts.total(),
        counts={name: counts[name] for name in ANSWERS[indicator]},
        invited=sum(max(row.invited, row.responded) for row in rounds),
        responded=sum(row.responded for row in rounds),
        by_link=sum(row.by_link for row in rounds),
        rounds=len(rounds),
    )


def _is_enough(row: SurveyCount) -> bool:
    return sum(row.counts.values()) >= FEWEST_ANSWERS


def _value(indicator: str, counts: Counter[str]) -> Decimal:
    if ANSWERS[indicator] is MARKS:
        return _rounded(Decimal(sum(int(mark) * count for mark, count in counts.items())) / counts.total())
    return _rounded(Decimal(100 * counts[YES]) / counts.total())


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_CENT, ROUND_HALF_UP)
