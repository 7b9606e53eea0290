"""The surveys of the invented year: residents twice, partners once."""

from datetime import date

from storage import surveys
from storage.surveys import MARKS, PARTNERS, RESIDENTS, WORDS
from storage.tables import Person, SurveyRound
from tests.year.books import RoomBooks

MARK_WEIGHTS = (0, 0, 0, 1, 1, 3, 10, 30, 25, 10)


def ask(books: RoomBooks) -> None:
    """Ask residents in June and, of whom hardly anybody answers, in November; ask partners in September."""
    asked = [volunteer.person.id for volunteer in books.volunteers if volunteer.is_there(date(books.year, 6, 1))]
    june = _open(books, RESIDENTS, date(books.year, 6, 1), asked)
    _answer(books, june, [person for person in asked if not books.one_in(3)], is_by_link=False)
    _answer(books, june, _strangers(books, books.plan.surveyed), is_by_link=True)
    surveys.close(books.session, june, date(books.year, 6, 14))
    november = _open(books, RESIDENTS, date(books.year, 11, 2), asked)
    _answer(books, november, asked[:4], is_by_link=False)
    surveys.close(books.session, november, date(books.year, 11, 15))
    september = _open(books, PARTNERS, date(books.year, 9, 1), books.plan.partners)
    _answer(books, september, _strangers(books, books.plan.partners // 2), is_by_link=True)
    surveys.close(books.session, september, date(books.year, 9, 14))


def _open(books: RoomBooks, audience: str, on: date, asked: list[int] | int) -> SurveyRound:
    return surveys.open_round(books.session, books.room.id, audience, on, books.told(on), asked)


def _strangers(books: RoomBooks, count: int) -> list[int]:
    people = [Person(name="", created_at=books.told(books.first).at) for _ in range(count)]
    books.session.add_all(people)
    books.session.flush()
    return [person.id for person in people]


def _answer(books: RoomBooks, row: SurveyRound, people: list[int], *, is_by_link: bool) -> None:
    for person in people:
        part = surveys.taking(books.session, row.id, person, came_by_link=is_by_link)
        while part is not None and (question := part.question) is not None:
            if surveys.ANSWERS[question] is MARKS:
                value = books.random.choices(MARKS, MARK_WEIGHTS)[0]
            else:
                value = books.random.choices(WORDS, (65, 20, 15))[0]
            surveys.answer(books.session, part, None if books.one_in(9) else value)
