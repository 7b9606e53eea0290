"""Invitations: a code that a camera can read, and a poster that a screen reader can."""

import re
import zlib

import pytest
import segno

from reports import invite, invite_poster
from reports.colours import PAPER
from reports.invite import QUIET_ZONE, qr_image, qr_modules, qr_text
from reports.invite_poster import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from reports.tagged_pdf import TaggedPdf
from tests.reports.examples import LINK, POSTERS, QR, poster
from tests.reports.looking import Picture

LONG_LINK = LINK + "x" * 200


@pytest.mark.parametrize("link", [LINK, LONG_LINK])
def test_the_code_says_the_link_and_may_lose_a_quarter(link: str) -> None:
    code = segno.make_qr(link, error="q", boost_error=False)
    assert code.error == "Q"
    assert qr_modules(link) == [[bool(module) for module in row] for row in code.matrix]


@pytest.mark.parametrize("link", [LINK, LONG_LINK])
def test_the_picture_has_the_code_in_whole_pixels_with_its_quiet_zone(link: str) -> None:
    image = qr_image(link, 960)
    modules = qr_modules(link)
    scale, rest = divmod(image.width, len(modules) + 2 * QUIET_ZONE)
    assert (rest, image.width) == (0, image.height)
    assert 960 - len(modules) - 2 * QUIET_ZONE < image.width <= 960
    picture = Picture(image)
    seen = modules_seen(picture, QUIET_ZONE * scale, QUIET_ZONE * scale, scale, len(modules))
    assert seen == modules
    assert picture.edge_is(PAPER, thick=QUIET_ZONE * scale)


def modules_seen(picture: Picture, left: float, top: float, scale: int, count: int) -> list[list[bool]]:
    """Whether the middle of each module is black; (left, top) is the corner of the first one."""
    middles = [(number + 0.5) * scale - 0.5 for number in range(count)]
    return [[picture.is_colour(left + x, top + y, "#000000") for x in middles] for y in middles]


def test_the_code_stands_whole_on_the_invitation() -> None:
    picture = Picture.of(invite.draw(QR))
    modules = qr_modules(LINK)
    scale = qr_image(LINK, 960).width // (len(modules) + 2 * QUIET_ZONE)
    left = (picture.image.width - len(modules) * scale) // 2
    # The code's left column begins with a mark seven modules high.
    top, length = picture.runs_down(left + scale // 2, "#000000")[0]
    assert length == 7 * scale
    assert modules_seen(picture, left, top, scale, len(modules)) == modules
    assert Picture(picture.image.crop((left - QUIET_ZONE * scale, top - QUIET_ZONE * scale, left, top))).edge_is(
        PAPER, thick=QUIET_ZONE * scale // 2
    )


def test_the_terminal_shows_the_code_in_half_blocks() -> None:
    light = {"█": (True, True), "▀": (True, False), "▄": (False, True), " ": (False, False)}
    rows: list[list[bool]] = []
    for line in qr_text(LINK).splitlines():
        halves = [light[block] for block in line]
        rows += [[not upper for upper, _ in halves], [not lower for _, lower in halves]]
    modules = qr_modules(LINK)
    inner = slice(QUIET_ZONE, QUIET_ZONE + len(modules))
    assert [row[inner] for row in rows[inner]] == modules
    assert max(len(line) for line in qr_text(LINK).splitlines()) <= 80


class Pdf:
    """A PDF taken apart as far as these tests ask: its plain objects, its page's content, its fonts' letters."""

    def __init__(self, content: bytes) -> None:
        self.plain = re.sub(rb"stream\n.*?\nendstream", b"", content, flags=re.S).decode("latin-1")
        streams = re.findall(rb"stream\n(.*?)\nendstream", content, flags=re.S)
        inflated = [zlib.decompress(stream) if stream[:1] == b"x" else stream for stream in streams]
        self.page = next(stream for stream in inflated if b" BDC" in stream)
        self.letters = [
            {int(code, 16): chr(int(letter, 16)) for code, letter in re.findall(rb"<(\w{4})> <(\w{4})>", stream)}
            for stream in inflated
            if b"beginbfchar" in stream
        ]

    def parts(self) -> list[tuple[str, str]]:
        """Each tagged part of the page with its words, in reading order."""
        parts: list[tuple[str, str]] = []
        font = 0
        for kind, number, escaped in re.findall(
            rb"/(\w+) <</MCID \d+>> BDC|/F(\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", self.page, flags=re.S
        ):
            if kind:
                parts.append((kind.decode(), ""))
            elif number:
                font = int(number)
            else:
                raw = re.sub(
                    rb"\\(.)", lambda found: {b"r": b"\r", b"n": b"\n"}.get(found[1], found[1]), escaped, flags=re.S
                )
                letters = (self.letters[font - 1][int.from_bytes(raw[at : at + 2])] for at in range(0, len(raw), 2))
                parts[-1] = (parts[-1][0], parts[-1][1] + "".join(letters))
        return parts


def test_the_poster_reads_in_order() -> None:
    assert [(kind, words.strip()) for kind, words in Pdf(invite_poster.draw(poster())).parts()] == [
        ("P", "Buurtwerkkamer TOP"),
        ("H1", "Houd je uren bij met je telefoon"),
        ("P", "Voor vrijwilligers"),
        ("P", "1 Richt je camera op de code."),
        ("P", "2 Tik op de link."),
        ("P", "3 Tik op Start. Klaar!"),
        ("Figure", ""),
        ("P", LINK),
        ("P", "Lukt het niet? Open Telegram en stuur aan @kamerbot_top_bot:"),
        ("P", "/start k7Rv3pQx9mTz2hWb8nYc4d"),
        ("P", "Geldig tot dinsdag 1 december 2026."),
    ]


@pytest.mark.parametrize("values", POSTERS.values(), ids=POSTERS.keys())
def test_the_poster_is_one_accessible_page(values: invite_poster.InvitePoster) -> None:
    pdf = Pdf(invite_poster.draw(values))
    assert pdf.plain.count("/Type /Page\n") == 1
    assert "/MediaBox [0 0 595.28 841.89]" in pdf.plain
    assert "/Lang (nl)" in pdf.plain
    assert "/DisplayDocTitle true" in pdf.plain
    assert "/Marked true" in pdf.plain
    assert "/Alt (QR-code met de link naar Kamerbot.)" in pdf.plain
    assert f"/URI ({values.link})" in pdf.plain
    assert pdf.plain.count("/FontFile2 ") == 2
    # What is neither tagged nor decoration would be passed over by a screen reader, or read out of place.
    untagged = re.sub(rb"/\w+ (?:<</MCID \d+>> BDC|BMC)\n.*?EMC\n", b"", pdf.page, flags=re.S)
    assert not re.search(rb"\b(Tj|re|f)\b", untagged)


def test_the_poster_is_dated_by_its_values_and_by_no_clock() -> None:
    pdf = Pdf(invite_poster.draw(poster()))
    assert re.findall(r"/\w+Date \((.*?)\)", pdf.plain) == ["D:20261101000000Z"]
    assert "/Title (Buurtwerkkamer TOP: Houd je uren bij met je telefoon)" in pdf.plain


@pytest.mark.parametrize("values", POSTERS.values(), ids=POSTERS.keys())
def test_nothing_runs_off_the_poster_or_over_the_code(
    values: invite_poster.InvitePoster, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes: list[tuple[str, float, float, float, float]] = []
    codes: list[tuple[float, float, float]] = []
    write, code = TaggedPdf.text, TaggedPdf.squares

    def text(self: TaggedPdf, x: float, y: float, text: str = "") -> None:
        height = self.font_size_pt * 25.4 / 72
        boxes.append((text, x, y - height, x + self.get_string_width(text.strip()), y + height * 0.25))
        write(self, x, y, text)

    def squares(self: TaggedPdf, rows: list[list[bool]], x: float, y: float, width: float, alt_text: str) -> None:
        codes.append((y, width, len(rows)))
        code(self, rows, x, y, width, alt_text)

    monkeypatch.setattr(TaggedPdf, "text", text)
    monkeypatch.setattr(TaggedPdf, "squares", squares)
    invite_poster.draw(values)
    ((top, side, modules),) = codes
    quiet = QUIET_ZONE * side / modules
    for words, left, upper, right, lower in boxes:
        assert left >= MARGIN - 0.01, words
        assert right <= PAGE_WIDTH - MARGIN + 0.01, words
        assert 0 <= upper <= lower <= PAGE_HEIGHT - 5, words
        assert lower <= top - quiet or upper >= top + side + quiet, words
    assert side >= 60
