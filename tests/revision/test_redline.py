"""A redline shows what changed: accept all and it is the new document, reject all and it is the old."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from check.small_docx import document, field, mark, of_body, p, package, run, simple, zipped

from assembler.check.checker import check_structure
from assembler.check.revisions import View
from assembler.matter import Engine, Matter
from assembler.problem import Problem
from assembler.revision import Redline, Source, redline
from revision.reading import read, seen

SAMPLES = Path(__file__).parents[2] / "samples"
LONG = "The Trustee shall withhold the tax from each distribution of principal and pay it in time."


def compared(old: bytes, new: bytes) -> Redline:
    made = redline(Source(old, "old.docx"), Source(new, "new.docx"), "Ines Prado", "2026-11-02")
    assert isinstance(made, Redline), made
    return made


def of_bodies(old: str, new: str) -> bytes:
    """Compare two bodies, and prove that both can be had again."""
    before, after = of_body(old), of_body(new)
    made = compared(before, after).package
    assert seen(made) == seen(after)
    assert seen(made, View.SENT) == seen(before)
    return made


def xml(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return parts.read(name).decode()


def marked(data: bytes) -> list[tuple[str, str]]:
    """List the words that are marked, each with how."""
    found = re.findall(r"<w:(ins|del|moveFrom|moveTo) [^>]*[^/]>(.*?)</w:\1>", xml(data), re.DOTALL)
    texts = ((kind, "".join(re.findall(r"<w:(?:t|delText)[^>]*>([^<]*)<", inside))) for kind, inside in found)
    return [(kind, words) for kind, words in texts if words]


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p('TableText', words)}</w:tc>" for words in row) for row in rows)
    grid = "<w:gridCol/>" * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_only_the_words_that_changed_are_marked() -> None:
    made = of_bodies(p("BodyText", "within 30 days after the sale"), p("BodyText", "within 60 days after the sale"))

    assert marked(made) == [("del", "30"), ("ins", "60")]


def test_blanks_between_changed_words_belong_to_the_change() -> None:
    made = of_bodies(p("BodyText", LONG + " one two three"), p("BodyText", LONG + " four five six"))

    assert marked(made) == [("del", "one two three"), ("ins", "four five six")]


def test_a_paragraph_that_came_or_went_is_marked_with_its_mark() -> None:
    first, second, third = (p("BodyText", words) for words in ("First of all.", LONG, "Last of all."))

    assert marked(of_bodies(first + third, first + second + third)) == [("ins", LONG)]
    assert marked(of_bodies(first + second + third, first + third)) == [("del", LONG)]


def test_the_last_paragraph_may_come_or_go() -> None:
    first, last = p("BodyText", "First of all."), p("Heading1", LONG)

    assert marked(of_bodies(first, first + last)) == [("ins", LONG)]
    assert marked(of_bodies(first + last, first)) == [("del", LONG)]


def test_a_paragraph_that_was_split_is_not_shown_twice() -> None:
    other = "It keeps records of each payment in the State."
    whole, parts = p("BodyText", f"{LONG} {other}"), p("BodyText", LONG) + p("BodyText", other)

    assert marked(of_bodies(whole, parts)) == [("del", " ")]
    assert marked(of_bodies(parts, whole)) == [("ins", " ")]


def test_a_paragraph_that_moved_is_a_move() -> None:
    others = [p("BodyText", f"Paragraph {name} says something of its own about {name}.") for name in ("A", "B", "C")]
    moved = p("BodyText", LONG)

    made = of_bodies(moved + "".join(others), "".join(others) + moved + p("BodyText", ""))

    assert ("moveFrom", LONG) in marked(made)
    assert ("moveTo", LONG) in marked(made)
    assert len(re.findall('w:name="move1"', xml(made))) == 2


def test_rows_come_and_go_and_cells_change_by_words() -> None:
    heading, house, fund = ("No.", "Asset"), ("1", "House in Lisbon with its garden"), ("2", "Shares of the fund")
    end = p("BodyText", "End.")

    made = of_bodies(table(heading, house) + end, table(heading, house, fund) + end)
    assert marked(made) == [("ins", "2"), ("ins", "Shares of the fund")]
    made = of_bodies(table(heading, house, fund) + end, table(heading, fund) + end)
    assert marked(made) == [("del", "1"), ("del", "House in Lisbon with its garden")]
    made = of_bodies(table(heading, house) + end, table(heading, ("1", "House in Porto with its garden")) + end)
    assert marked(made) == [("del", "Lisbon"), ("ins", "Porto")]


def test_a_reference_is_compared_by_where_it_leads_and_not_by_what_it_shows() -> None:
    def body(number: str, instruction: str = "REF _Ref_a \\r \\h") -> str:
        target = p("BodyText", mark(4, "_Ref_a", run("A")))
        return p("BodyText", "See Section ", field(instruction, number), ".") + target

    assert marked(of_bodies(body("1.1"), body("2.7"))) == []
    assert marked(of_bodies(body("1.1"), body("2.7", "PAGEREF _Ref_a"))) != []


def test_a_field_within_a_change_is_written_as_characters() -> None:
    before, after = p("BodyText", "x"), p("BodyText", LONG, simple("REF _Ref_a", "A")) + p("BodyText", "x")

    made = xml(of_bodies(before, after))

    assert "fldSimple" not in made
    assert made.count('w:fldCharType="begin"') == 1


def test_a_style_that_changed_is_tracked() -> None:
    made = of_bodies(p("BodyText", LONG), p("Heading1", LONG))

    assert marked(made) == []
    assert "<w:pPrChange " in xml(made)


def test_bold_words_are_tracked_as_a_change_of_look() -> None:
    made = of_bodies(p("BodyText", LONG), p("BodyText", run(LONG, "<w:b/>")))

    assert marked(made) == []
    assert xml(made).count("<w:rPrChange ") == 1


def test_a_control_around_words_is_seen_through() -> None:
    control = f'<w:sdt><w:sdtPr/><w:sdtContent>{run("[1: the bank]")}</w:sdtContent></w:sdt>'
    given = p("BodyText", "The bank is ", control, "."), p("BodyText", "The bank is Banco Azul.")

    assert marked(of_bodies(*given)) == [("del", "[1: the bank]"), ("ins", "Banco Azul")]
    assert marked(of_bodies(p("BodyText", "The bank is [1: the bank]."), given[0])) == []


def test_the_same_two_make_the_same_bytes_and_no_day_is_read_from_the_clock() -> None:
    old, new = of_body(p("BodyText", LONG)), of_body(p("BodyText", LONG + " And so on."))

    assert compared(old, new).package == compared(old, new).package
    undated = redline(Source(old, "a"), Source(new, "b"), "Ines Prado")
    assert isinstance(undated, Redline)
    assert "w:date=" not in xml(undated.package)


def test_a_redline_of_a_redline_says_that_it_takes_all_changes() -> None:
    first, second = of_body(p("BodyText", LONG)), of_body(p("BodyText", LONG + " And so on."))
    tracked = compared(first, second).package

    again = compared(tracked, second)

    assert marked(again.package) == []
    assert again.notes[0] == "old.docx has tracked changes: it is compared as if all were accepted"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not a zip at all", "this is not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "it is encrypted"),
        (zipped({"word/document.xml": document(""), "word/vbaProject.bin": "x"}), "it carries macros"),
        (zipped({"xl/workbook.xml": "<workbook/>"}), "not a Word document, but another package"),
        (package(document="<w:document"), "cannot be read"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_compared_is_a_problem(data: bytes, said: str) -> None:
    told = redline(Source(data, "old.docx"), Source(package(), "new.docx"), "x")

    assert not isinstance(told, Redline)
    assert all(isinstance(one, Problem) for one in told)
    assert said in " ".join(map(str, told))


PAIRS = [("bond", "letter-of-credit"), ("california-couple", "charitable-unitrust"), ("several-qdots", "bond")]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_two_agreements_of_ours_can_both_be_had_again(old: str, new: str, engine: Engine) -> None:
    before, after = (_agreement(name, engine) for name in (old, new))

    made = compared(before, after).package

    assert seen(made) == seen(after)
    assert seen(made, View.SENT) == seen(before)
    assert check_structure(read(made)) == []


def _agreement(name: str, engine: Engine) -> bytes:
    (drafted, *_) = Matter.open(SAMPLES / f"{name}.yaml", engine).draft("trust-agreement").documents
    assert drafted.rendered is not None
    return drafted.rendered.package


def test_headers_are_compared_and_comments_are_said_not_to_be(engine: Engine) -> None:
    before, after = _agreement("bond", engine), _agreement("letter-of-credit", engine)

    made = compared(before, after)

    assert "<w:ins " in xml(made.package, "word/header2.xml")
    assert any(note.startswith("comments are not compared") for note in made.notes)
