"""Pictures are as wide as they are asked to be, mark what is past, and cut no word without showing it."""

import io
from datetime import date

import pytest
from PIL import Image

from assembler.matter.pictures import FONT
from assembler.pictures import STEP, Box, Day, Picture, Today, flow, is_legible, timeline
from assembler.pictures.sheet import BLACK, DOTS, MORE, WHITE, Sheet
from assembler.pictures.timeline import EDGE, HEAD, ROW

TODAY = Today(date(2026, 7, 1), "July 1, 2026")


def image(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.png))


def drawn(*days: date) -> Picture:
    return timeline([Day(on, "a day", "something is done") for on in days], TODAY, "Days.", 6.5, FONT)


@pytest.mark.parametrize("count", [1, 5, 24])
def test_a_picture_is_as_wide_and_as_high_as_it_says(count: int) -> None:
    picture = drawn(*[date(2026, 1, 1)] * count)

    assert image(picture).size == (6.5 * DOTS, picture.steps * STEP * DOTS)
    assert picture.words == "Days."


@pytest.mark.parametrize(
    ("on", "shade"), [(date(2026, 6, 30), WHITE), (date(2026, 7, 1), BLACK), (date(2026, 7, 2), BLACK)]
)
def test_the_mark_of_a_day_is_hollow_once_the_day_is_past(on: date, shade: int) -> None:
    picture = image(drawn(on, date(2026, 12, 31)))
    row = round((HEAD + ROW / 2) * DOTS)
    dark = [x for x in range(round(4 * DOTS), round((6.5 - EDGE) * DOTS)) if picture.getpixel((x, row)) == BLACK]

    assert picture.getpixel(((dark[0] + dark[-1]) // 2, row - 4)) == shade


def test_the_same_days_are_the_same_picture() -> None:
    assert drawn(date(2026, 3, 1)) == drawn(date(2026, 3, 1)) != drawn(date(2026, 3, 2))


def test_days_a_century_apart_are_drawn() -> None:
    assert drawn(date(1950, 3, 1), date(2090, 3, 1)).steps == drawn(date(2026, 3, 1), date(2026, 3, 1)).steps


def test_a_row_of_boxes_is_as_high_as_its_highest() -> None:
    low, high = Box("A trust"), Box("A trust", ("with a line", "and another"))

    one = flow(["from", "to"], [[low, low]], "Boxes.", 6.5, FONT)
    other = flow(["from", "to"], [[low, high]], "Boxes.", 6.5, FONT)
    short = flow(["from", "to"], [[low]], "Boxes.", 6.5, FONT)

    assert one.steps < other.steps
    assert short.steps == one.steps


def test_words_that_are_too_wide_are_cut_and_show_it() -> None:
    sheet = Sheet(6.5, 1, FONT)

    assert sheet.fitted("Katz Trust", 8, 2) == "Katz Trust"
    cut = sheet.fitted("Katz Qualified Domestic Trust of 2026", 8, 1)
    assert cut.endswith(MORE)
    assert sheet.wide(cut, 8) <= 1


def test_words_are_broken_into_no_more_lines_than_there_may_be() -> None:
    lines = Sheet(6.5, 1, FONT).wrapped("one two three four five six seven eight nine ten", 8, 0.5, 3)

    assert len(lines) == 3
    assert lines[-1].endswith(MORE)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("Nguyễn Thị Ánh", True), ("Љубица Николић", True), ("Łukasz & Ελένη", True), ("山田", False), ("محمد", False)],
)
def test_a_script_that_the_font_has_not_is_known(words: str, wanted: bool) -> None:
    assert is_legible(words, FONT) is wanted
