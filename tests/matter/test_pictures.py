"""The memorandum shows the days of its case and who holds what, in pictures that are proved like its words."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from check.small_docx import zipped
from lxml import etree
from PIL import Image

from assembler.check import check
from assembler.matter import Engine, Matter
from assembler.matter.pictures import pictures
from assembler.matter.rendering import Rendered
from assembler.pictures import Picture
from assembler.wording import day

SAMPLES = Path(__file__).parents[2] / "samples"
MAIN, TIMELINE, HOLDINGS = "word/document.xml", "word/media/timeline.png", "word/media/holdings.png"


def memo(matter: Matter) -> Rendered:
    (document,) = matter.draft("drafting-memo").documents
    assert document.rendered is not None
    assert document.problems == ()
    return document.rendered


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shown(matter: Matter, name: str) -> Picture:
    picture = pictures(matter.findings, matter.deadlines, matter.engine.library.words)[name](6.5)
    assert picture is not None
    return picture


@pytest.fixture(scope="module")
def bond(engine: Engine) -> Rendered:
    return memo(Matter.open(SAMPLES / "bond.yaml", engine))


def test_the_pictures_of_a_memorandum_are_there_and_described(bond: Rendered) -> None:
    parts = parts_of(bond.package)
    described = re.findall(r' descr="([^"]*)"', parts[MAIN].decode())

    assert [words.split(" ", 3)[:3] for words in described] == [["Who", "holds", "what,"], ["Line", "of", "time"]]
    assert all(Image.open(io.BytesIO(parts[name])).format == "PNG" for name in (TIMELINE, HOLDINGS))


def test_the_timeline_has_every_day_of_the_calendar(engine: Engine) -> None:
    matter = Matter.open(SAMPLES / "bond.yaml", engine)
    words = shown(matter, "timeline").words

    assert all(f"{day(one.deadline.date)}: {one.name}" in words for one in matter.deadlines.dates)


def test_what_is_not_stated_is_said_not_to_be(engine: Engine) -> None:
    words = shown(Matter.open(SAMPLES / "incomplete.yaml", engine), "holdings").words

    assert "trustee not stated" in words
    assert "Not chosen yet" in words


def test_each_trust_and_each_annuity_has_its_row(engine: Engine) -> None:
    matter = Matter.open(SAMPLES / "two-annuities.yaml", engine)
    words = shown(matter, "holdings").words

    assert words.count("Payments to the spouse") == len(matter.findings.annuities) == 2
    assert words.count(";") == 2


def test_a_case_without_a_last_day_has_no_line_of_time(engine: Engine) -> None:
    rendered = memo(Matter.open(SAMPLES / "incomplete.yaml", engine))

    assert TIMELINE not in parts_of(rendered.package)
    assert "memo-timeline" not in rendered.expected.clauses


Change = Callable[[dict[str, bytes]], Any]
CHANGES: dict[str, Change] = {
    "another picture": lambda parts: parts.update({TIMELINE: parts[HOLDINGS]}),
    "no picture": lambda parts: parts.pop(TIMELINE),
    "other words": lambda parts: parts.update({MAIN: parts[MAIN].replace(b'descr="Line', b'descr="List', 1)}),
    "no words": lambda parts: parts.update({MAIN: re.sub(rb' descr="Line[^"]*"', b"", parts[MAIN], count=1)}),
    "too small to see": lambda parts: parts.update({MAIN: re.sub(rb'cy="\d+"', b'cy="1"', parts[MAIN])}),
    "off the page": lambda parts: parts.update({MAIN: parts[MAIN].replace(b'<a:off x="0"', b'<a:off x="99999999"', 1)}),
    "a picture of its own": lambda parts: parts.update({"word/media/other.png": parts[TIMELINE]}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_picture_that_is_changed_is_told(bond: Rendered, change: Change) -> None:
    parts = parts_of(bond.package)
    assert check(zipped(parts), bond.expected, "memo.docx") == ()

    change(parts)

    assert check(zipped(parts), bond.expected, "memo.docx") != ()


@pytest.mark.parametrize("name", ["ليلى الهاشمي", "김태호 & 박은영", "שרה <כהן> x"])
def test_a_name_in_another_script_is_told_in_the_words_of_a_picture(name: str, engine: Engine) -> None:
    case = (SAMPLES / "us-branch.yaml").read_text(encoding="utf-8")

    paper = memo(Matter.open(case.replace("ليلى عبد الرحمن الهاشمي (Layla Abdulrahman Al-Hashimi)", name), engine))

    described = [one.get("descr", "") for one in etree.fromstring(parts_of(paper.package)[MAIN]).iter("{*}docPr")]
    assert any(f"and {name} (" in words for words in described)
