"""The pictures of a year and of a week: sizes that are true to the hours, and words that stay free of each other."""

from collections.abc import Callable
from functools import partial
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from reports import bars, board_picture, group_picture, invite, week_chart, year_picture
from reports.canvas import MARGIN, WIDTH, fitted, wrapped
from reports.colours import FAINT, MARK, PALE, PAPER, STRONG
from reports.week_chart import MOST_GROUPS, most_active
from tests.reports.examples import ARABIC, BOARDS, LONG, QR, VOLUNTEER_GROUPS, WEEKS, YEARS, group, week, year
from tests.reports.looking import Picture, overlap, writing_seen

INSIDE = WIDTH - 2 * MARGIN
TRACK = 64
SLOT = INSIDE / 12

DRAWINGS: dict[str, Callable[[], bytes]] = {
    **{f"year: {name}": partial(year_picture.draw, values) for name, values in YEARS.items()},
    **{f"week: {name}": partial(week_chart.draw, values) for name, values in WEEKS.items()},
    **{f"group: {name}": partial(group_picture.draw, values) for name, values in VOLUNTEER_GROUPS.items()},
    **{f"board: {name}": partial(board_picture.draw, values) for name, values in BOARDS.items()},
    "invite": partial(invite.draw, QR),
}
every_drawing = pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS.keys())


@every_drawing
def test_a_picture_fits_a_phone_and_leaves_its_edge_free(draw: Callable[[], bytes]) -> None:
    picture = Picture.of(draw())
    assert picture.image.width == WIDTH
    assert picture.image.height <= 2.2 * WIDTH
    assert picture.edge_is(PAPER, thick=MARGIN // 3)


@every_drawing
def test_no_words_lie_over_other_words(draw: Callable[[], bytes]) -> None:
    with writing_seen() as seen:
        picture = Picture.of(draw())
    assert len(seen) >= 3
    touching = [(one, other) for (one, a), (other, b) in combinations(seen, 2) if overlap(a, b)]
    assert touching == []
    for text, (left, top, right, bottom) in seen:
        assert left >= MARGIN / 2, text
        assert top >= 0, text
        assert right <= WIDTH - MARGIN / 2, text
        assert bottom <= picture.image.height, text


@every_drawing
def test_drawing_twice_gives_the_same_bytes(draw: Callable[[], bytes]) -> None:
    assert draw() == draw()


def month_heights(picture: Picture) -> list[int]:
    """The heights of the months' bars, which are the lowest of their colour; a month without one has 0."""
    ground = picture.image.height - 116
    heights = []
    for month in range(12):
        runs = picture.runs_down(MARGIN + (month + 0.5) * SLOT, STRONG)
        heights.append(runs[-1][1] if runs and sum(runs[-1]) == ground else 0)
    return heights


def test_months_stand_as_high_as_their_hours() -> None:
    minutes = [600, 750, 990, 480, 1230, 1170]
    heights = month_heights(Picture.of(year_picture.draw(year(minutes))))
    assert heights[4] == year_picture.BARS
    assert heights == [pytest.approx(amount / 1230 * year_picture.BARS, abs=1.5) for amount in minutes] + [0] * 6


def test_one_small_entry_stays_small_but_can_be_seen() -> None:
    assert month_heights(Picture.of(year_picture.draw(year([0, 90])))) == [
        0,
        pytest.approx(90 / year_picture.SCALE_AT_LEAST * year_picture.BARS, abs=1.5),
        *[0] * 10,
    ]
    assert month_heights(Picture.of(year_picture.draw(year([1, 20_000]))))[0] == 6


def track_row(picture: Picture) -> int:
    """The row through the middle of the track toward the target."""
    x = MARGIN + TRACK // 2
    (top, _), *_ = [
        run for colour in (STRONG, FAINT) for run in picture.runs_down(x, colour) if abs(run[1] - TRACK) <= 2
    ]
    return top + TRACK // 2


@pytest.mark.parametrize(("minutes", "share"), [(5220, 5220 / 15_000), (7500, 0.5), (11_250, 0.75)])
def test_the_track_is_filled_as_far_as_the_person_came(minutes: int, share: float) -> None:
    picture = Picture.of(year_picture.draw(year([minutes])))
    row = track_row(picture)
    assert picture.runs_across(row, STRONG) == [(MARGIN, pytest.approx(INSIDE * share, abs=3))]
    ((mark, thick),) = picture.runs_across(row, MARK)
    assert (mark + thick, thick) == (pytest.approx(WIDTH - MARGIN, abs=2), pytest.approx(10, abs=2))


def test_beyond_the_target_its_mark_stays_in_the_track_and_a_tick_stands_by() -> None:
    picture = Picture.of(year_picture.draw(year([2000] * 12)))
    ((mark, thick),) = picture.runs_across(track_row(picture), MARK)
    assert mark + thick == pytest.approx(MARGIN + INSIDE * 15_000 / 24_000, abs=2)
    below = track_row(picture) + TRACK // 2 + 60
    disc = [run for run in picture.runs_across(below - 18, STRONG) if 20 < run[1] <= 52]
    assert len(disc) == 1
    assert not [
        run for run in Picture.of(year_picture.draw(year([9000]))).runs_across(below - 18, STRONG) if run[1] > 20
    ]


def test_the_flag_is_a_shape_and_not_just_a_colour() -> None:
    picture = Picture.of(year_picture.draw(year([5220])))
    above = track_row(picture) - TRACK // 2 - 48
    assert max(length for _, length in picture.runs_across(above, MARK)) > 40


def test_without_hours_nothing_is_filled() -> None:
    picture = Picture.of(year_picture.draw(year([0])))
    assert picture.runs_across(track_row(picture), STRONG) == []


def test_without_a_target_there_is_no_way_toward_it() -> None:
    picture = Picture.of(year_picture.draw(YEARS["no target"]))
    assert not any(picture.runs_down(x, MARK) for x in range(WIDTH - MARGIN - 12, WIDTH - MARGIN, 3))


def week_columns(picture: Picture, count: int, colour: str) -> list[tuple[int, int]]:
    """For each week the longest stretch of a colour in the middle of its slot: where it ends, and its length."""
    slot = INSIDE / count
    columns = []
    for number in range(count):
        # Beside the middle, where the pointer under the week does not reach.
        runs = picture.runs_down(MARGIN + (number + 0.5) * slot + 20, colour)
        start, length = max(runs, key=lambda run: run[1], default=(0, 0))
        columns.append((start + length, length))
    return columns


def test_weeks_stand_as_high_as_their_hours_and_the_week_in_question_is_dark() -> None:
    hours = [64, 72, 81, 95, 88, 60, 20, 71, 99, 104, 83, 86]
    picture = Picture.of(week_chart.draw(week(hours, [])))
    pale, strong = (week_columns(picture, 12, colour) for colour in (PALE, STRONG))
    unit = bars.BARS / 104
    assert [length for _, length in pale[:-1]] == [pytest.approx(amount * unit, abs=2.5) for amount in hours[:-1]]
    assert strong[-1][1] == pytest.approx(86 * unit, abs=2.5)
    assert pale[-1][1] == 0
    assert all(length == 0 for _, length in strong[:-1])


def test_the_needed_pace_is_a_line_at_its_height() -> None:
    picture = Picture.of(week_chart.draw(week([50, 100, 100], [], 75)))
    first_dash = MARGIN + 8
    (_, in_legend), (line, thick) = picture.runs_down(first_dash, MARK)
    ground = week_columns(picture, 3, PALE)[0][0]
    assert ground - (line + thick / 2) == pytest.approx(bars.BARS * 0.75, abs=4)
    assert in_legend == thick == 6
    dashes = picture.runs_across(line + 2, MARK)
    assert dashes[0][0] == MARGIN
    assert WIDTH - MARGIN - 40 <= sum(dashes[-1]) <= WIDTH - MARGIN
    assert Picture.of(week_chart.draw(week([50, 100, 100], []))).runs_down(first_dash, MARK) == []


def test_a_group_shows_its_hours_and_below_them_who_came() -> None:
    hours, heads = [12, 6, 0, 3], [5, 0, 20, 10]
    picture = Picture.of(group_picture.draw(group(hours, heads)))
    for number, (amounts, most) in enumerate([(hours, 12), (heads, 20)]):
        ground = picture.image.height - (1 - number) * group_picture.CHART - bars.BELOW
        assert this_tall(picture, ground, 4) == [pytest.approx(a / most * bars.BARS, abs=2.5) for a in amounts]


def this_tall(picture: Picture, ground: int, count: int) -> list[int]:
    """The heights of the bars that stand on ``ground``; the last one is dark."""
    slot, heights = INSIDE / count, []
    for number in range(count):
        runs = picture.runs_down(MARGIN + (number + 0.5) * slot + 20, STRONG if number == count - 1 else PALE)
        heights.append(next((length for start, length in runs if start + length == ground), 0))
    return heights


def test_groups_have_bars_as_long_as_their_hours() -> None:
    groups = [("Kookgroep", 40), ("Tuingroep", 20), ("Taalteam", 5), ("Naaiatelier", 0)]
    picture = Picture.of(week_chart.draw(week([65], groups)))
    first = picture.image.height - week_chart.BOTTOM - len(groups) * week_chart.GROUP + 44 + 29
    rows = [picture.runs_across(first + number * week_chart.GROUP, STRONG) for number in range(len(groups))]
    assert rows == [
        [(MARGIN, pytest.approx(INSIDE, abs=3))],
        [(MARGIN, pytest.approx(INSIDE / 2, abs=3))],
        [(MARGIN, pytest.approx(INSIDE / 8, abs=3))],
        [],
    ]


def test_the_week_in_question_must_be_one_of_the_weeks() -> None:
    with pytest.raises(ValidationError, match="this_week is 3, of 3 weeks"):
        week([1, 2, 3], [], this_week=3)


@given(st.lists(st.tuples(st.text(min_size=1, max_size=4), st.integers(0, 90)), max_size=25))
def test_the_most_active_groups_come_first_and_none_is_lost(groups: list[tuple[str, int]]) -> None:
    shown, others = most_active(groups)
    assert sorted(shown + others) == sorted(groups)
    # What is left over takes one line.
    assert len(shown) + bool(others) <= MOST_GROUPS
    assert len(others) != 1
    amounts = [minutes for _, minutes in shown + others]
    assert amounts == sorted(amounts, reverse=True)


@pytest.mark.parametrize("text", ["Kookgroep", LONG, ARABIC, LONG.replace(" ", ""), "", "W" * 400])
@pytest.mark.parametrize("width", [60, 200, 960])
def test_words_are_made_to_fit(text: str, width: int) -> None:
    line, font = fitted(text, 44, width)
    assert font.getlength(line) <= width
    assert font.size <= 44
    assert font.size >= 32
    assert ("…" in line) == (font.getlength(fitted(text, 32, 10**6)[0]) > width)


def test_wrapping_keeps_every_word_and_breaks_none() -> None:
    rows = wrapped(LONG, 44, 600, 9)
    assert len(rows) > 2
    assert " ".join(rows) == LONG
    assert " ".join(wrapped(LONG, 44, 600, 2)) == LONG
    assert len(wrapped(LONG, 44, 600, 2)) == 2
    assert wrapped("", 44, 600, 2) == []


@pytest.mark.parametrize(
    ("draw", "numbers"),
    [
        (DRAWINGS["year: 10,000 hours"], ["833½"] * 12),
        (DRAWINGS["week: large room"], [week.value for week in WEEKS["large room"].weeks]),
    ],
    ids=["year", "week"],
)
def test_a_number_may_be_small_but_is_never_cut(draw: Callable[[], bytes], numbers: list[str]) -> None:
    with writing_seen() as seen:
        draw()
    assert [text for text, _ in seen if text in numbers] == numbers
